/** What is drawn in `render.ts`: cards of 40 words over the real templates, and the parts of Pullquote that draw them. */
import { readFile } from 'node:fs/promises';
import { memoryBlobs } from '../src/blobs/memory.ts';
import type { BrandKit } from '../src/brand/model.ts';
import { brandSchema } from '../src/brand/schema.ts';
import type { Card } from '../src/card/model.ts';
import type { Drawers, Look } from '../src/card/place.ts';
import { createLayers } from '../src/layer/layers.ts';
import type { Size } from '../src/layer/model.ts';
import { nativeRasterizer } from '../src/layer/rasterizer-native.ts';
import { createDraw } from '../src/layer/satori.ts';
import { createRaster } from '../src/raster/raster.ts';
import type { Raster } from '../src/raster/model.ts';
import { createTextEngine } from '../src/text/engine.ts';
import type { TextEngine } from '../src/text/model.ts';

const ROOT = new URL('../', import.meta.url);

export const SIZES = {
  '1200x630': { width: 1200, height: 630 },
  '1080x1080': { width: 1080, height: 1080 },
  '1080x1920': { width: 1080, height: 1920 },
} as const satisfies Record<string, Size>;

/** Three templates, the first with a photo. */
export const TEMPLATES = ['classic', 'editorial', 'bold'] as const;

const PHOTO = 'a'.repeat(64);
const COVER = 'b'.repeat(64);
export const PICTURES: ReadonlyMap<string, URL> = new Map([
  [PHOTO, new URL('examples/mika-haddad.png', ROOT)],
  [COVER, new URL('examples/cover.png', ROOT)],
]);

export const BRAND: BrandKit = brandSchema.parse({
  id: 'bench',
  name: 'Bench',
  colors: { background: '#f4efe4', text: '#1f2a37', muted: '#5c6470', accent: '#c2512f' },
});

const WORDS =
  'morning river window letter people question garden answer thought little always bright carry every found given house ' +
  'island journey kitchen later market never often paper quiet road silver table under voice water years about because ' +
  'coming does enough from good have into just kind light make new only place quite right some talk used very when work you';

/** A quote of `count` words, another for every `seed`. */
export function quoteOf(seed: number, count = 40): string {
  const words = WORDS.split(' ');
  let state = (seed * 2_654_435_761 + 1) >>> 0;
  const chosen = Array.from({ length: count }, (_, i) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    const word = words[(state >>> 10) % words.length] ?? '';
    return i % 11 === 10 ? `${word},` : word;
  });
  const text = `${chosen.join(' ')}.`;
  return text.charAt(0).toUpperCase() + text.slice(1);
}

export function cardOf(seed: number, words = quoteOf(seed)): Card {
  return {
    quoteId: null,
    episodeId: 'bench',
    language: 'en',
    spoken: 'en',
    direction: 'ltr',
    words,
    speakers: [{ name: 'Mika Haddad', role: 'Guest', photo: PHOTO }],
    exchange: null,
    participants: [],
    author: null,
    time: {
      label: `${seed % 60}:${String((seed * 7) % 60).padStart(2, '0')}`,
      startMs: seed * 1000,
      exact: true,
    },
    show: 'The Long Way Round',
    episode: 'Where the river bends',
    publishedAt: '2026-03-14',
    cover: COVER,
    url: 'https://example.org/q/bench',
  };
}

export function lookOf(template: (typeof TEMPLATES)[number], size: Size): Look {
  return {
    template,
    brand: BRAND,
    size,
    dpr: 1,
    mark: null,
    missing: 'refuse',
    slide: 1,
  };
}

export interface Stage extends Drawers {
  raster: Raster;
  text: TextEngine;
}

async function module(name: string): Promise<WebAssembly.Module> {
  return WebAssembly.compile(await readFile(new URL(`dist/wasm/${name}.wasm`, ROOT)));
}

export async function openStage(): Promise<Stage> {
  const text = await createTextEngine(
    { read: async (path) => new Uint8Array(await readFile(new URL(`dist/assets/${path}`, ROOT))) },
    { harfbuzz: await module('harfbuzz'), outline: await module('outline') },
  );
  const raster = await createRaster(await module('raster'), {
    outline: (font, glyph) => text.outline(font, glyph),
    emojiSvg: (emoji) => text.emojiSvg(emoji),
    rasterizeSvg: (svg) => nativeRasterizer.rasterize(svg, 1).pixels,
  });
  const layers = createLayers({
    draw: createDraw(await module('layout')),
    rasterizer: async () => nativeRasterizer,
    pictures: async (digest) => new Uint8Array(await readFile(PICTURES.get(digest) ?? digest)),
    ahead: async () => null,
    blobs: memoryBlobs(),
    maxBytes: 100_000_000,
    onError: (error) => {
      throw error;
    },
  });
  return { text, raster, layers };
}
