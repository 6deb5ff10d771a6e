import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { apca, contrast, MIN_CONTRAST, readable } from '../../src/brand/contrast.ts';
import { fromOklch, parseHex, toHex, toOklch } from '../../src/brand/oklch.ts';

const colour = fc
  .tuple(fc.nat(255), fc.nat(255), fc.nat(255))
  .map(([red, green, blue]) => toHex(red, green, blue));

describe('contrast', () => {
  test.each([
    ['#000000', '#ffffff', 21],
    ['#ffffff', '#ffffff', 1],
    ['#777777', '#ffffff', 4.48],
  ])('of %s on %s is %d, as WCAG defines it', (a, b, ratio) => {
    expect(contrast(a, b)).toBeCloseTo(ratio, 2);
    expect(contrast(b, a)).toBe(contrast(a, b));
  });

  test.each([
    ['#888888', '#ffffff', 63.06],
    ['#ffffff', '#888888', -68.54],
    ['#000000', '#aaaaaa', 58.15],
    ['#aaaaaa', '#000000', -56.24],
  ])('of %s on %s is Lc %d, as APCA publishes it', (text, background, lightness) => {
    expect(apca(text, background)).toBeCloseTo(lightness, 1);
  });
});

describe('readable', () => {
  test('reaches the ratio for any colour on any ground', () => {
    fc.assert(
      fc.property(colour, colour, (text, ground) => {
        expect(contrast(readable(text, ground), ground)).toBeGreaterThanOrEqual(MIN_CONTRAST);
      }),
    );
  });

  test('leaves a colour alone that can be read', () => {
    expect(readable('#16181d', '#f7f7f2')).toBe('#16181d');
  });

  test('keeps the hue of a colour it repairs', () => {
    const repaired = readable('#ffc329', '#f7f7f2');
    expect(Math.abs(toOklch(repaired).h - toOklch('#ffc329').h)).toBeLessThan(8);
  });

  test('gives black or white where no colour reaches the ratio', () => {
    expect(readable('#336699', '#777777', 21)).toBe('#000000');
  });
});

describe('OKLCH', () => {
  test('and back is the same colour, one step of a channel at most aside', () => {
    fc.assert(
      fc.property(colour, (hex) => {
        const [there, back] = [parseHex(hex), parseHex(fromOklch(toOklch(hex)))];
        for (const channel of [0, 1, 2] as const) {
          expect(Math.abs(there[channel] - back[channel])).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  test('has the lightness and hue of a colour too vivid to be shown', () => {
    const shown = toOklch(fromOklch({ l: 0.7, c: 0.4, h: 150 }));
    expect(shown.l).toBeCloseTo(0.7, 1);
    expect(Math.abs(shown.h - 150)).toBeLessThan(3);
  });
});
