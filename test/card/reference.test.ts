/** Whole cards against the same words as SVG paths over the layer's SVG, drawn by resvg. */
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { placeCard, type Look, type PlacedCard } from '../../src/card/place.ts';
import { nativeRasterizer } from '../../src/layer/rasterizer-native.ts';
import { SIZES } from '../../src/layer/sizes.ts';
import { cardSvg } from '../../src/layer/svg.ts';
import type { Pixels } from '../../src/raster/model.ts';
import { templateNames } from '../../templates/index.ts';
import { meanDifference, worstGlyph } from '../raster/reference.ts';
import { samples } from '../text/samples.ts';
import { cardOf, openDrawing, orderOf, type Drawing } from './drawing.ts';

/** Most mean difference inside a slot, of 255. */
const ALIKE = 2;

/** Most mean difference around any one glyph. */
const ALIKE_GLYPH = 16;

let drawing: Drawing;
beforeAll(async () => {
  drawing = await openDrawing();
});

function place(words: string, spoken: string, look: Partial<Look>): Promise<PlacedCard> {
  const { card, look: whole } = orderOf({ card: cardOf(words, spoken), look });
  return placeCard(drawing.drawers, card, whole);
}

function reference({ layer, texts }: PlacedCard): Pixels {
  const { pixels, ...size } = nativeRasterizer.rasterize(
    cardSvg(layer, texts, drawing.drawers.text, ''),
    layer.dpr,
  );
  return { ...size, rgba: pixels };
}

/** The worst mean difference of any slot with words. */
function worstSlot(drawn: Pixels, expected: Pixels, { layer, texts }: PlacedCard): number {
  const filled = new Set(texts.map(({ slot }) => slot));
  const boxes = layer.slots.filter(({ name }) => filled.has(name));
  return Math.max(
    ...boxes.map(({ left, top, width, height }) =>
      meanDifference(drawn, expected, {
        left: left * layer.dpr,
        top: top * layer.dpr,
        width: width * layer.dpr,
        height: height * layer.dpr,
      }),
    ),
  );
}

function glyphs(drawn: Pixels, expected: Pixels, scene: PlacedCard): number {
  return worstGlyph(drawn, expected, scene, (font, glyph) => drawing.drawers.text.outline(font, glyph));
}

/** Writes what was drawn, what was expected and the difference eightfold, and says where. */
async function writeDifference(drawn: Pixels, expected: Pixels): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'pullquote-difference-'));
  const difference = drawn.rgba.map((value, i) =>
    i % 4 === 3 ? 255 : Math.min(255, 8 * Math.abs(value - (expected.rgba[i] ?? 0))),
  );
  const pictures = { drawn, expected, difference: { ...drawn, rgba: difference } };
  for (const [name, pixels] of Object.entries(pictures))
    await writeFile(join(folder, `${name}.png`), drawing.raster.encodePng(pixels));
  return folder;
}

/** Samples are shared out: each is seen on every template and at every size, though not on every template at every size. */
const SHARES = 3;

const cases = templateNames.flatMap((template, row) =>
  Object.entries(SIZES).map(([name, size], column) => ({
    template,
    name,
    size,
    shared: samples.filter((_, i) => (i + row + column) % SHARES === 0),
  })),
);

describe('as resvg draws it', () => {
  test.each(cases)('$template at $name', async ({ template, size, shared }) => {
    const failed: string[] = [];
    for (const { text, language } of shared) {
      const scene = await place(text, language, { template, size });
      const [drawn, expected] = [drawing.raster.pixels(scene), reference(scene)];
      const [slot, glyph] = [worstSlot(drawn, expected, scene), glyphs(drawn, expected, scene)];
      if (slot > ALIKE || glyph > ALIKE_GLYPH)
        failed.push(
          `${language}: ${slot.toFixed(2)}, ${glyph.toFixed(2)}, see ${await writeDifference(drawn, expected)}`,
        );
    }
    expect(failed).toEqual([]);
  });
});

describe('the comparison notices', () => {
  test.each([
    ['a glyph that is missing', (): [] => []],
    ['a glyph 2 pixels off', <G extends { x: number }>(glyph: G): [G] => [{ ...glyph, x: glyph.x + 2 }]],
  ])('%s', async (_, change) => {
    const scene = await place(cardOf().words, 'en', {});
    const expected = reference(scene);
    const changed = scene.texts.map((text) =>
      text.slot === 'quote'
        ? { ...text, glyphs: text.glyphs.flatMap((glyph, i) => (i === 7 ? change(glyph) : [glyph])) }
        : text,
    );
    expect(glyphs(drawing.raster.pixels(scene), expected, scene)).toBeLessThan(ALIKE_GLYPH);
    expect(glyphs(drawing.raster.pixels({ ...scene, texts: changed }), expected, scene)).toBeGreaterThan(
      ALIKE_GLYPH,
    );
  });
});
