import type { Layer, SlotBox } from '../layer/model.ts';
import type { GlyphOutline, PlacedGlyph } from '../text/model.ts';

/** Shapes that have what letters have: stems, bowls, arches, slants. Em of 1000, y up, after `GlyphOutline`. */
const LETTERS: readonly number[][] = [
  [...ring(250, 240, 240, 1), ...ring(250, 240, 150, -1)],
  [0, 60, 0, 1, 60, 720, 1, 150, 720, 1, 150, 0, 4],
  [...ring(230, 240, 220, 1), ...ring(230, 240, 140, -1), 0, 380, 0, 1, 380, 480, 1, 460, 480, 1, 460, 0, 4],
  [0, 20, 480, 1, 110, 480, 1, 240, 120, 1, 370, 480, 1, 460, 480, 1, 280, 0, 1, 200, 0, 4],
  [
    0, 50, 0, 1, 50, 480, 1, 140, 480, 1, 140, 400, 2, 200, 490, 290, 490, 2, 430, 490, 430, 320, 1, 430, 0,
  ].concat([1, 345, 0, 1, 345, 310, 2, 345, 410, 260, 410, 2, 140, 410, 140, 270, 1, 140, 0, 4]),
  [
    0, 90, 0, 1, 90, 410, 1, 10, 410, 1, 10, 480, 1, 90, 480, 1, 90, 640, 1, 180, 640, 1, 180, 480, 1, 280,
    480,
  ].concat([1, 280, 410, 1, 180, 410, 1, 180, 0, 4]),
];

function ring(x: number, y: number, r: number, turn: 1 | -1): number[] {
  const s = r * turn;
  return [0, x + r, y, 2, x + r, y + s, x, y + s, 2, x - r, y + s, x - r, y].concat([
    2,
    x - r,
    y - s,
    x,
    y - s,
    2,
    x + r,
    y - s,
    x + r,
    y,
    4,
  ]);
}

/** Outline of a letter of the sample text. */
export function sampleOutline(glyph: number): GlyphOutline {
  return { unitsPerEm: 1000, commands: Float32Array.from(LETTERS[glyph % LETTERS.length] ?? []) };
}

/**
 * Words of no language in every slot of a layer, about as a card fills them. They stand in for cards to come when the
 * layer's codes are made: those must not depend on which card comes first.
 */
export function sampleGlyphs({ slots }: Layer): PlacedGlyph[] {
  return slots.flatMap(letters);
}

function letters(slot: SlotBox): PlacedGlyph[] {
  const size = Math.round((slot.minSize + slot.maxSize * 2) / 3);
  const glyphs: PlacedGlyph[] = [];
  const lines = Math.max(1, Math.floor(slot.height / (size * slot.lineHeight)));
  let turn = 0;
  for (let line = 0; line < lines; line++) {
    const y = Math.round(slot.top + size * (0.85 + line * slot.lineHeight));
    for (let x = slot.left; x < slot.left + slot.width - size; x += size * 0.53) {
      turn = (turn * 5 + 3) % 64;
      // Some places stay empty, as between words.
      if (turn % 6 !== 5) glyphs.push({ font: 0, glyph: turn >> 2, x, y, size, color: slot.color });
    }
  }
  return glyphs;
}
