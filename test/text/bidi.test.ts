import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { bidiLevels, visualOrder } from '../../src/text/bidi.ts';

const file = '/usr/share/unicode/BidiCharacterTest.txt';

interface Row {
  text: string;
  offsets: number[];
  direction: 'ltr' | 'rtl';
  levels: string[];
  order: string;
}

function rows(): Row[] {
  const found: Row[] = [];
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    const [codes = '', direction, , levels = '', order = ''] = line.split(';');
    // 2 asks for the direction of the first strong character; a card always says its direction.
    if (line === '' || line.startsWith('#') || direction === '2') continue;
    const characters = codes.split(' ').map((code) => String.fromCodePoint(parseInt(code, 16)));
    const offsets: number[] = [];
    let at = 0;
    for (const character of characters) {
      offsets.push(at);
      at += character.length;
    }
    found.push({
      text: characters.join(''),
      offsets,
      direction: direction === '1' ? 'rtl' : 'ltr',
      levels: levels.split(' '),
      order,
    });
  }
  return found;
}

describe('bidi', () => {
  test.skipIf(!existsSync(file))(
    'gives levels and order of BidiCharacterTest (Debian package unicode-data)',
    () => {
      const all = rows();
      const wrong: string[] = [];
      for (const { text, offsets, direction, levels, order } of all) {
        const found = bidiLevels(text, direction);
        const kept = levels.flatMap((level, i) => (level === 'x' ? [] : [i]));
        const ours = kept.map((i) => found?.[offsets[i] ?? 0] ?? 0);
        const visual = visualOrder(ours).map((i) => kept[i]);
        const expected = kept.map((i) => Number(levels[i]));
        if (ours.join() !== expected.join() || visual.join(' ') !== order) wrong.push(`${text} ${direction}`);
      }
      expect(all.length).toBeGreaterThan(50_000);
      expect(wrong).toEqual([]);
    },
  );
});
