import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { graphemeBounds } from '../../src/text/graphemes.ts';

const file = '/usr/share/unicode/auxiliary/GraphemeBreakTest.txt';

describe('graphemeBounds', () => {
  test.skipIf(!existsSync(file))(
    'gives the clusters of GraphemeBreakTest (Debian package unicode-data)',
    () => {
      const wrong: string[] = [];
      for (const line of readFileSync(file, 'utf8').split('\n')) {
        const data = line.replace(/#.*/, '').trim();
        if (data === '') continue;
        let text = '';
        const expected: number[] = [];
        for (const part of data.split(' ')) {
          if (part === '÷') expected.push(text.length);
          else if (part !== '×') text += String.fromCodePoint(parseInt(part, 16));
        }
        if (graphemeBounds(text).join() !== expected.join()) wrong.push(data);
      }
      expect(wrong).toEqual([]);
    },
  );

  test('keeps a family, a flag and a keycap each in one piece', () => {
    expect(graphemeBounds('👩‍👩‍👧🇫🇷1️⃣')).toEqual([0, 8, 12, 15]);
  });
});
