import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { lineBreaks } from '../../src/text/linebreak.ts';

const file = '/usr/share/unicode/auxiliary/LineBreakTest.txt';

/** The text cut where a line may end. */
function pieces(text: string): string[] {
  const breaks = lineBreaks(text);
  const out: string[] = [];
  let from = 0;
  for (let at = 1; at <= text.length; at++) {
    if (breaks[at]) {
      out.push(text.slice(from, at));
      from = at;
    }
  }
  return out;
}

describe('lineBreaks', () => {
  test.skipIf(!existsSync(file))('breaks as LineBreakTest says (Debian package unicode-data)', () => {
    const wrong: string[] = [];
    let count = 0;
    for (const line of readFileSync(file, 'utf8').split('\n')) {
      const data = line.replace(/#.*/, '').trim();
      if (data === '') continue;
      let text = '';
      const expected: number[] = [];
      for (const part of data.split(' ')) {
        if (part === '÷') expected.push(text.length);
        else if (part !== '×') text += String.fromCodePoint(parseInt(part, 16));
      }
      count++;
      const found = [...lineBreaks(text)].flatMap((value, at) => (value && at > 0 ? [at] : []));
      if (found.join() !== expected.join()) wrong.push(`${data} but found ${found.join()}`);
    }
    expect(count).toBeGreaterThan(5000);
    expect(wrong).toEqual([]);
  });

  test('breaks after spaces and hyphens, not inside numbers or before closing marks', () => {
    expect(pieces('A well-known fact: $1,000.50 (or so).')).toEqual([
      'A ',
      'well-',
      'known ',
      'fact: ',
      '$1,000.50 ',
      '(or ',
      'so).',
    ]);
  });

  test('keeps what East Asian rules forbid to start or end a line with its neighbour', () => {
    expect(pieces('東京「駅」。')).toEqual(['東', '京', '「駅」。']);
  });
});
