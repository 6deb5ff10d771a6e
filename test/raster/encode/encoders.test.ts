import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import sharp from 'sharp';
import { beforeAll, describe, expect, test } from 'vitest';
import { fitBytes } from '../../../src/raster/encode/budget.ts';
import { withXmp } from '../../../src/raster/encode/jpeg-xmp.ts';
import { withWebpXmp } from '../../../src/raster/encode/webp-xmp.ts';
import { jsquashEncoders } from '../../../src/raster/encode/jsquash.ts';
import type { Encoders, LossyFormat } from '../../../src/raster/encode/model.ts';
import { sharpEncoders } from '../../../src/raster/encode/sharp-node.ts';
import type { Pixels } from '../../../src/raster/model.ts';
import { createRaster } from '../../../src/raster/raster.ts';
import { rasterModule } from '../module.ts';
import { meanDifference } from '../reference.ts';
import { GRADIENT, layerOf, shapeScene, sources } from '../scenes.ts';

const { resolve } = createRequire(import.meta.url);
const compiled = async (specifier: string): Promise<WebAssembly.Module> =>
  WebAssembly.compile(await readFile(resolve(specifier)));

let encoders: Encoders;
let pixels: Pixels;
beforeAll(async () => {
  const modules = {
    jpeg: await compiled('@jsquash/jpeg/codec/enc/mozjpeg_enc.wasm'),
    webp: await compiled('@jsquash/webp/codec/enc/webp_enc_simd.wasm'),
  };
  encoders = { ...sharpEncoders, ...jsquashEncoders(modules) };
  const raster = await createRaster(await rasterModule(), sources);
  pixels = raster.pixels(shapeScene(layerOf(GRADIENT, 640, 260)));
});

function encoded(format: LossyFormat, quality: number): Promise<Uint8Array> {
  const encode = encoders[format];
  if (!encode) throw new Error(`No encoder for ${format}.`);
  return encode(pixels, quality);
}

async function decode(bytes: Uint8Array): Promise<Pixels> {
  const { data, info } = await sharp(bytes).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, rgba: new Uint8Array(data) };
}

test.for(['jpeg', 'webp', 'avif'] as const)('%s decodes to nearly the same picture', async (format) => {
  const bytes = await encoded(format, 90);
  const back = await decode(bytes);
  expect((await sharp(bytes).metadata()).format).toBe(format === 'avif' ? 'heif' : format);
  expect([back.width, back.height]).toEqual([640, 260]);
  expect(meanDifference(back, pixels, { left: 0, top: 0, width: 640, height: 260 })).toBeLessThan(3);
});

describe('fitBytes', () => {
  test('finds the best quality within the budget', async () => {
    const budget = (await encoded('jpeg', 60)).length;
    const fitted = await fitBytes((quality) => encoded('jpeg', quality), budget, { least: 30, most: 95 });
    const quality = fitted?.quality ?? 0;
    expect(fitted?.bytes.length).toBeLessThanOrEqual(budget);
    expect((await encoded('jpeg', quality + 1)).length).toBeGreaterThan(budget);
  });

  test('gives nothing when even the least quality is too large', async () => {
    expect(await fitBytes((quality) => encoded('jpeg', quality), 100, { least: 30, most: 95 })).toBeNull();
  });
});

test.for([
  ['jpeg', withXmp],
  ['webp', (plain: Uint8Array, packet: string) => withWebpXmp(plain, packet, pixels)],
] as const)(
  'XMP in a %s is found by a reader and leaves the picture as it was',
  async ([format, withPacket]) => {
    const packet = '<x:xmpmeta xmlns:x="adobe:ns:meta/">Né à Köln</x:xmpmeta>';
    const plain = await encoded(format, 80);
    const bytes = withPacket(plain, packet);
    expect((await sharp(bytes).metadata()).xmp?.toString('utf8')).toBe(packet);
    expect(await decode(bytes)).toEqual(await decode(plain));
  },
);
