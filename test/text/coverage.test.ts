import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Coverage } from '../../src/text/coverage.ts';
import { encodeRanges, forEachRange } from '../../src/text/font-index.ts';

const codePoints = fc.uniqueArray(fc.integer({ min: 0x20, max: 0x30000 }), { maxLength: 200 });

describe('encodeRanges', () => {
  test('is undone by forEachRange', () => {
    fc.assert(
      fc.property(codePoints, (codes) => {
        const found: number[] = [];
        forEachRange(encodeRanges(codes), (first, last) => {
          for (let code = first; code <= last; code++) found.push(code);
        });
        expect(found).toEqual(codes.toSorted((a, b) => a - b));
      }),
    );
  });
});

describe('Coverage', () => {
  const coverage = new Coverage([
    { file: 'a', ranges: encodeRanges([0x61, 0x301]) },
    { file: 'b', ranges: encodeRanges([0x1ea1, 0x301]) },
  ]);

  test('finds a slice that has a base together with its marks', () => {
    expect(coverage.sliceOfAll([0x61, 0x301], -1)).toBe(0);
    expect(coverage.sliceOfAll([0x1ea1, 0x301], -1)).toBe(1);
  });

  test('stays with the slice before where that has the characters too', () => {
    expect(coverage.sliceOfAll([0x301], 1)).toBe(1);
  });

  test('finds none where no one slice has all', () => {
    expect(coverage.sliceOfAll([0x61, 0x1ea1], -1)).toBe(-1);
    expect(coverage.sliceOf(0x62)).toBe(-1);
  });
});
