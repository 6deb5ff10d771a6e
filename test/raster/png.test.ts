import { inflateSync } from 'node:zlib';
import { assert, constantFrom, integer, nat, array, property, record } from 'fast-check';
import { PNG } from 'pngjs';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Layer } from '../../src/layer/model.ts';
import type { Pixels, Raster } from '../../src/raster/model.ts';
import { createRaster } from '../../src/raster/raster.ts';
import { rasterModule } from './module.ts';
import { GRADIENT, layerOf, shapeScene, sources, textOf } from './scenes.ts';

let raster: Raster;
beforeAll(async () => {
  raster = await createRaster(await rasterModule(), sources);
});

/** Pictures of the kinds cards are made of: noise, slopes, flat parts and repeats. */
function picture(width: number, height: number, kind: string, seed: number): Pixels {
  const rgba = new Uint8Array(width * height * 4);
  let state = seed >>> 0;
  const random = (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state >>> 24;
  };
  for (let i = 0; i < width * height; i++) {
    const [x, y] = [i % width, Math.floor(i / width)];
    const color = {
      noise: () => [random(), random(), random()],
      slope: () => [x * 2 + y, y * 3, 255 - x],
      flat: () => [seed & 255, 7, 200],
      margin: () => (x < 24 ? [random(), random(), random()] : [255, 255, 255]),
      blocks: () => [((x >> 4) * 37 + (y >> 4) * 11) & 255, (x >> 4) & 1 ? 255 : 0, seed & 255],
      stripes: () => ((x + y) % 7 < 2 ? [random() & 3, 0, 0] : [255, 255, 255]),
    }[kind];
    rgba.set([...(color?.() ?? []).map((value) => value & 255), 255], i * 4);
  }
  return { width, height, rgba };
}

const pictures = record({
  width: integer({ min: 1, max: 300 }),
  height: integer({ min: 1, max: 300 }),
  kind: constantFrom('noise', 'slope', 'flat', 'margin', 'blocks', 'stripes'),
  seed: nat(),
}).map(({ width, height, kind, seed }) => picture(width, height, kind, seed));

function decode(png: Uint8Array): Pixels {
  // Which checks the Adler-32 that readers of PNG may leave unread.
  inflateSync(chunk(png, 'IDAT'));
  const { width, height, data } = PNG.sync.read(Buffer.from(png), { checkCRC: true });
  return { width, height, rgba: new Uint8Array(data) };
}

describe('any picture comes back from a decoder pixel for pixel', () => {
  test.for(['fast', 'default', 'max'] as const)('with effort %s', (effort) => {
    assert(
      property(pictures, (pixels) => {
        expect(decode(raster.encodePng(pixels, { effort }))).toEqual(pixels);
      }),
      { numRuns: 60 },
    );
  });

  test('with rows longer than a window of deflate', () => {
    const pixels = picture(12_000, 5, 'slope', 1);
    expect(decode(raster.encodePng(pixels))).toEqual(pixels);
  });
});

/** The data of the first chunk of a type. */
function chunk(png: Uint8Array, type: string): Uint8Array {
  const bytes = Buffer.from(png);
  let at = 8;
  while (bytes.toString('latin1', at + 4, at + 8) !== type) at += 12 + bytes.readUInt32BE(at);
  return bytes.subarray(at + 8, at + 8 + bytes.readUInt32BE(at));
}

function plain(height: number): Layer {
  return layerOf('<rect width="100%" height="100%" fill="#f0e8d8"/>', 640, height);
}

describe('a scene as PNG', () => {
  const gradient = layerOf(GRADIENT, 640, 260);

  test.for(['fast', 'default', 'max'] as const)('holds the composed pixels with effort %s', (effort) => {
    const scene = shapeScene(gradient);
    expect(decode(raster.png(scene, { effort })).rgba).toEqual(raster.pixels(scene).rgba);
  });

  test('holds the composed pixels over any layer, card after card', async () => {
    const marks = array(
      record({
        x: integer({ min: -20, max: 320 }),
        y: nat(320),
        size: integer({ min: 4, max: 90 }),
        glyph: nat(8),
      }),
      {
        maxLength: 12,
      },
    );
    const fresh = await createRaster(await rasterModule(), sources);
    let count = 0;
    assert(
      property(pictures, array(marks, { minLength: 1, maxLength: 3 }), (under, cards) => {
        const layer = { ...under, key: `layer ${count++}`, dpr: 1, pixels: under.rgba, slots: [], svg: '' };
        for (const glyphs of cards) {
          const text = textOf(glyphs.map((glyph) => ({ ...glyph, font: 1, color: '#d0a040' })));
          const scene = { layer, texts: [text] };
          expect(decode(raster.png(scene)).rgba).toEqual(raster.pixels(scene).rgba);
        }
        const empty = { layer, texts: [] };
        expect(decode(raster.png(empty)).rgba).toEqual(under.rgba);
        expect(fresh.png(empty)).toEqual(raster.png(empty));
      }),
      { numRuns: 60 },
    );
  });

  test('has hardly more bytes for rows of nothing but its ground', () => {
    const [low, high] = [260, 1260].map((height) => raster.png(shapeScene(plain(height))).length);
    // Three bits for every longest match, whatever the rows.
    expect((high ?? 0) - (low ?? 0)).toBeLessThan(((1000 * 641) / 258) * (3 / 8));
  });

  test('is the same bytes where no layer but the one drawn on may be kept', async () => {
    const tight = await createRaster(await rasterModule(), sources, 1);
    const layers = [gradient, layerOf(GRADIENT, 640, 400), layerOf(GRADIENT, 700, 500)];
    for (const layer of [...layers, ...layers])
      expect(tight.png(shapeScene(layer))).toEqual(raster.png(shapeScene(layer)));
  });

  test('is the same bytes whatever was drawn before', async () => {
    const fresh = await createRaster(await rasterModule(), sources);
    raster.png({ layer: gradient, texts: [] });
    raster.png(shapeScene(gradient, '#000000'));
    expect(raster.png(shapeScene(gradient))).toEqual(fresh.png(shapeScene(gradient)));
  });
});

test('text chunks and the density are what was given', () => {
  const png = raster.encodePng(picture(3, 2, 'flat', 9), { dpr: 2, text: { Title: 'Ça va — « oui »' } });
  const chunks = new Map<string, Buffer>();
  const file = Buffer.from(png);
  for (let at = 8; at < file.length;) {
    const length = file.readUInt32BE(at);
    chunks.set(file.toString('latin1', at + 4, at + 8), file.subarray(at + 8, at + 8 + length));
    at += 12 + length;
  }
  expect([...chunks.keys()]).toEqual(['IHDR', 'pHYs', 'iTXt', 'IDAT', 'IEND']);
  expect(chunks.get('pHYs')?.readUInt32BE(0)).toBe(7559);
  expect(chunks.get('iTXt')?.toString('utf8')).toBe('Title\0\0\0\0\0Ça va — « oui »');
});
