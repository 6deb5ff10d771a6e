import { mkdir, readFile } from 'node:fs/promises';
import sharp from 'sharp';
import { memoryBlobs } from '../../src/blobs/memory.ts';
import { artName } from '../../src/blobs/port.ts';
import { type BrandKit, defaultBrand } from '../../src/brand/model.ts';
import { brandSchema } from '../../src/brand/schema.ts';
import type { CardDrawer } from '../../src/card/draw.ts';
import type { Card } from '../../src/card/model.ts';
import type { Look } from '../../src/card/place.ts';
import { SIZES } from '../../src/layer/sizes.ts';
import { nodeDrawer } from '../../src/runtime/node-drawer.ts';
import { templateNames, type TemplateName } from '../../templates/index.ts';

const COVER = 'c'.repeat(64);
const PHOTO = 'd'.repeat(64);

/** A look of its own each: Pullquote's, a dark one with a serif, a light one with square corners. */
const BRANDS: readonly BrandKit[] = [
  defaultBrand,
  brandSchema.parse({
    id: 'night-ferry',
    name: 'Night Ferry',
    colors: { background: '#101a2b', text: '#f2eee3', muted: '#8e9bb3', accent: '#ff7a59' },
    fonts: { body: 'inter', display: 'newsreader' },
    corner: 1,
    handle: '@nightferry',
  }),
  brandSchema.parse({
    id: 'mint',
    name: 'Mint',
    colors: { background: '#ffffff', text: '#0d2b24', muted: '#5d716b', accent: '#0b7a5c' },
    corner: 0,
    handle: 'mint.example',
  }),
];

const CARD: Card = {
  quoteId: null,
  episodeId: 'example',
  language: 'en',
  spoken: 'en',
  direction: 'ltr',
  words: 'An apology you hear every day is just a noise with manners.',
  speakers: [{ name: 'Mika Haddad', role: 'Elevator engineer', photo: PHOTO }],
  exchange: {
    asker: 'Tobias Wren',
    question: 'And when does it apologise? Every time?',
    answerer: { name: 'Mika Haddad', role: 'Elevator engineer', photo: PHOTO },
    answer: 'An apology you hear every day is just a noise with manners.',
  },
  participants: ['Tobias Wren', 'Mika Haddad'],
  author: null,
  time: { label: '2:41', startMs: 161_000, exact: true },
  show: 'Slow Signal',
  episode: 'The Elevator That Apologises',
  publishedAt: '2026-03-14',
  cover: COVER,
  url: 'https://slowsignal.example',
};

const SHEET = { background: '#d9d9d4', gap: 12, height: 230 } as const;

/** One picture a template: a row a brand, a card a size. */
export async function draw(folder: string): Promise<void> {
  const blobs = memoryBlobs();
  await blobs.put(artName(COVER), new Uint8Array(await readFile('examples/cover.png')), 'image/png');
  await blobs.put(artName(PHOTO), new Uint8Array(await readFile('examples/mika-haddad.png')), 'image/png');
  const drawer = await nodeDrawer(blobs);
  await mkdir(folder, { recursive: true });
  for (const template of templateNames) await sheet(drawer, template, `${folder}/${template}.webp`);
}

async function sheet(drawer: CardDrawer, template: TemplateName, path: string): Promise<void> {
  const { gap, height, background } = SHEET;
  const sizes = Object.values(SIZES);
  const widths = sizes.map((size) => Math.round((height * size.width) / size.height));
  const lefts = widths.map((_, index) => gap + widths.slice(0, index).reduce((sum, w) => sum + w + gap, 0));
  const cells = [];
  for (const [row, brand] of BRANDS.entries()) {
    for (const [column, size] of sizes.entries()) {
      const look: Look = {
        template,
        brand,
        size,
        dpr: 1,
        mark: markOf(template),
        missing: 'refuse',
        slide: 1,
      };
      const png = await drawer.draw({ card: CARD, look, format: 'png', effort: 'fast' });
      const input = await sharp(png)
        .resize({ height: 2 * height, kernel: 'lanczos3' })
        .toBuffer();
      cells.push({ input, left: 2 * (lefts[column] ?? 0), top: 2 * (gap + row * (height + gap)) });
    }
  }
  const width = 2 * ((lefts.at(-1) ?? 0) + (widths.at(-1) ?? 0) + gap);
  const tall = 2 * (gap + BRANDS.length * (height + gap));
  await sharp({ create: { width, height: tall, channels: 3, background } })
    .composite(cells)
    .webp({ quality: 82, effort: 6 })
    .toFile(path);
}

function markOf(template: TemplateName): string | null {
  return template === 'highlighter' ? 'just a noise with manners' : null;
}
