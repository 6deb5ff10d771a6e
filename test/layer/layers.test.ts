import { describe, expect, test } from 'vitest';
import { packLayer } from '../../src/layer/pack.ts';
import { memoryBlobs } from '../../src/blobs/memory.ts';
import { layersAhead } from '../../src/layer/ahead.ts';
import { defaultBrand, defaultColors } from '../../src/brand/model.ts';
import { nativeRasterizer } from '../../src/layer/rasterizer-native.ts';
import type { Rasterizer } from '../../src/layer/rasterizer.ts';
import type { Draw } from '../../src/layer/satori.ts';
import { SIZES } from '../../src/layer/sizes.ts';
import { templates } from '../../templates/index.ts';
import { COVER, draw, fullShape, testLayers } from './deps.ts';

const { bold, classic } = templates;
const small = { width: 200, height: 105 };

/** A rasterizer that counts its drawings. */
function counted(): { rasterizer: () => Promise<Rasterizer>; drawings: () => number } {
  let drawings = 0;
  const rasterize: Rasterizer['rasterize'] = (svg, zoom) => {
    drawings++;
    return nativeRasterizer.rasterize(svg, zoom);
  };
  return { rasterizer: async () => ({ rasterize }), drawings: () => drawings };
}

describe('a layer', () => {
  test('has the pixels of the size times dpr, all opaque', async () => {
    const layer = await testLayers().layer(classic, fullShape, defaultBrand, SIZES.og, 1.5);
    expect([layer.width, layer.height, layer.dpr]).toEqual([1800, 945, 1.5]);
    expect(layer.pixels.length).toBe(1800 * 945 * 4);
    expect(layer.pixels.every((value, index) => index % 4 !== 3 || value === 255)).toBe(true);
  });

  test('is drawn once for callers who ask at the same time', async () => {
    const { rasterizer, drawings } = counted();
    const layers = testLayers({ rasterizer });
    const asked = () => layers.layer(bold, fullShape, defaultBrand, small, 1);
    const [first, second] = await Promise.all([asked(), asked()]);
    expect(second).toBe(first);
    expect(await asked()).toBe(first);
    expect(drawings()).toBe(1);
  });

  test('is the same for brands that differ in their words alone', async () => {
    const { rasterizer, drawings } = counted();
    const layers = testLayers({ rasterizer });
    const first = await layers.layer(bold, fullShape, { ...defaultBrand, handle: '@one' }, small, 1);
    const fonts = { body: 'archivo', display: null };
    const other = { ...defaultBrand, id: 'other', name: 'Other', handle: '@another', fonts };
    expect(await layers.layer(bold, fullShape, other, small, 1)).toBe(first);
    expect(drawings()).toBe(1);
    await layers.layer(bold, fullShape, { ...other, handle: null }, small, 1);
    expect(drawings()).toBe(2);
  });

  test('in another colour makes nothing of its pictures anew', async () => {
    const { rasterizer, drawings } = counted();
    const layers = testLayers({ rasterizer });
    const inAccent = (accent: string) => {
      const brand = { ...defaultBrand, colors: { ...defaultColors, accent } };
      return layers.layer(templates.artwork, fullShape, brand, SIZES.og, 1);
    };
    await inAccent('#114477');
    // The cover's colours, the cover made small, the card.
    expect(drawings()).toBe(3);
    await inAccent('#114478');
    expect(drawings()).toBe(4);
  });

  test('comes from blobs in an isolate that has not drawn it', async () => {
    const blobs = memoryBlobs();
    const drawn = await testLayers({ blobs }).layer(bold, fullShape, defaultBrand, small, 1);
    const { rasterizer, drawings } = counted();
    const kept = await testLayers({ blobs, rasterizer }).layer(bold, fullShape, defaultBrand, small, 1);
    expect(kept).toEqual(drawn);
    expect(drawings()).toBe(0);
  });

  test('is let go when memory is full, the one used last staying', async () => {
    const { rasterizer, drawings } = counted();
    const none = { ...memoryBlobs(), get: async () => null };
    const one = await testLayers().layer(bold, fullShape, defaultBrand, { width: 200, height: 105 }, 1);
    // Two of the packed layers and no third.
    const layers = testLayers({ rasterizer, blobs: none, maxBytes: packLayer(one).length * 2.5 });
    const at = (width: number) => layers.layer(bold, fullShape, defaultBrand, { width, height: 105 }, 1);
    await at(200);
    await at(199);
    await at(200);
    await at(198);
    expect(drawings()).toBe(3);
    await at(200);
    expect(drawings()).toBe(3);
    await at(199);
    expect(drawings()).toBe(4);
  });

  test('is let go when another comes and a hundred cards were drawn without it', async () => {
    const { rasterizer, drawings } = counted();
    const none = { ...memoryBlobs(), get: async () => null };
    const layers = testLayers({ rasterizer, blobs: none });
    const at = (width: number) => layers.layer(bold, fullShape, defaultBrand, { width, height: 105 }, 1);
    await at(200);
    for (let card = 0; card < 99; card++) await at(199);
    await at(198);
    expect(drawings()).toBe(3);
    await at(199);
    expect(drawings()).toBe(3);
    await at(200);
    expect(drawings()).toBe(4);
  });

  test('is made even where it cannot be kept, and says so', async () => {
    const told: unknown[] = [];
    const full = { ...memoryBlobs(), put: () => Promise.reject(new Error('disk full')) };
    const layers = testLayers({ blobs: full, onError: (error) => told.push(error) });
    const layer = await layers.layer(bold, fullShape, defaultBrand, small, 1);
    expect(layer.width).toBe(200);
    expect(told).toEqual([new Error('disk full')]);
  });

  test('is drawn anew where what was kept is broken, and says so', async () => {
    const told: unknown[] = [];
    const broken = { ...memoryBlobs(), get: async () => new Uint8Array([1, 2, 3]) };
    const layers = testLayers({ blobs: broken, onError: (error) => told.push(error) });
    const layer = await layers.layer(bold, fullShape, defaultBrand, small, 1);
    expect(layer.pixels.length).toBe(200 * 105 * 4);
    expect(told).toHaveLength(1);
  });

  test('has one key for shapes that differ only in a picture the template does not draw', async () => {
    const layers = testLayers();
    const key = async (cover: string | null) =>
      (await layers.layer(bold, { ...fullShape, cover }, defaultBrand, small, 1)).key;
    expect(await key(COVER)).toBe(await key(null));
  });

  test('has a key of its own for every input that is drawn', async () => {
    const layers = testLayers();
    const red = { ...defaultBrand, corner: 0.9 };
    const made = await Promise.all([
      layers.layer(bold, fullShape, defaultBrand, small, 1),
      layers.layer(bold, fullShape, defaultBrand, small, 2),
      layers.layer(bold, fullShape, defaultBrand, { ...small, width: 201 }, 1),
      layers.layer(bold, { ...fullShape, time: false }, defaultBrand, small, 1),
      layers.layer(bold, fullShape, red, small, 1),
      layers.layer({ ...bold, revision: bold.revision + 1 }, fullShape, defaultBrand, small, 1),
      layers.layer(classic, fullShape, defaultBrand, small, 1),
    ]);
    expect(new Set(made.map(({ key }) => key)).size).toBe(made.length);
  });
});

describe('layers drawn ahead', () => {
  const out = memoryBlobs();
  const assets = {
    async read(path: string): Promise<Uint8Array> {
      const bytes = await out.get(path);
      if (bytes === null) throw new Error(`No asset ${path}.`);
      return bytes;
    },
  };

  test('are read, not drawn; others are drawn as ever', async () => {
    const { key, pixels } = await testLayers({ blobs: out }).layer(bold, fullShape, defaultBrand, small, 1);
    await out.put('layers/index.json', new TextEncoder().encode(JSON.stringify([key])), 'application/json');
    let drawings = 0;
    const countedDraw: Draw = (...args) => {
      drawings += 1;
      return draw(...args);
    };
    const layers = testLayers({ draw: countedDraw, ahead: layersAhead(assets) });
    expect((await layers.layer(bold, fullShape, defaultBrand, small, 1)).pixels).toEqual(pixels);
    expect(drawings).toBe(0);
    await layers.layer(classic, fullShape, defaultBrand, small, 1);
    expect(drawings).toBe(1);
  });

  test('serve cards of every language', async () => {
    const layers = testLayers();
    const german = await layers.layer(bold, { ...fullShape, language: 'de' }, defaultBrand, small, 1);
    const english = await layers.layer(bold, { ...fullShape, language: 'en' }, defaultBrand, small, 1);
    expect(german.key).toBe(english.key);
  });

  test('need not be there', async () => {
    expect(await layersAhead({ read: () => Promise.reject(new Error('none')) })('a')).toBeNull();
  });
});
