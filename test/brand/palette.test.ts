import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contrast } from '../../src/brand/contrast.ts';
import { drawnColors } from '../../src/brand/colors.ts';
import { toOklch } from '../../src/brand/oklch.ts';
import { paletteOf } from '../../src/brand/palette.ts';

/** A picture of stretches of colours: `[red, green, blue, pixels]`. */
function picture(...parts: [number, number, number, number][]): Uint8Array {
  return Uint8Array.from(
    parts.flatMap(([red, green, blue, count]) =>
      Array.from({ length: count }, () => [red, green, blue, 255]).flat(),
    ),
  );
}

describe('the palette of a picture', () => {
  test('has the colour that covers most of it as ground and its most vivid one as accent', () => {
    const palette = paletteOf(picture([20, 52, 59, 700], [240, 230, 210, 200], [239, 106, 75, 100]));
    expect(palette?.background).toBe('#14343b');
    expect(palette?.accent).toBe('#ef6a4b');
  });

  test('moves a ground of middle lightness to where words can be read, in its hue', () => {
    const palette = paletteOf(picture([120, 130, 200, 100]));
    const ground = palette?.background ?? '';
    expect(toOklch(ground).l).toBeLessThan(0.45);
    expect(Math.abs(toOklch(ground).h - toOklch('#7882c8').h)).toBeLessThan(5);
  });

  test('is the text’s colour as accent where the picture has no second colour', () => {
    const palette = paletteOf(picture([10, 10, 10, 100]));
    expect(palette?.accent).toBe(palette?.text);
  });

  test('does not exist for a picture that is all transparent', () => {
    expect(paletteOf(new Uint8Array(400))).toBeNull();
  });

  test('can be read, whatever the picture', () => {
    const channel = fc.nat(255);
    const part = fc.tuple(channel, channel, channel, fc.integer({ min: 1, max: 50 }));
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 6 }), (parts) => {
        const palette = paletteOf(picture(...parts));
        if (palette === null) throw new Error('Expected a palette.');
        const colors = drawnColors(palette);
        for (const ground of [colors.background, colors.surface]) {
          for (const ink of [colors.text, colors.muted, colors.accentText]) {
            expect(contrast(ink, ground)).toBeGreaterThanOrEqual(4.49);
          }
        }
        expect(contrast(colors.onAccent, colors.accent)).toBeGreaterThanOrEqual(4.5);
      }),
    );
  });
});
