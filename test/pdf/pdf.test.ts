/** Cards as PDF, read by poppler. */
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { defaultBrand } from '../../src/brand/model.ts';
import { placeCard } from '../../src/card/place.ts';
import { slideOf } from '../../src/card/draw.ts';
import { SIZES } from '../../src/layer/sizes.ts';
import type { Pixels } from '../../src/raster/model.ts';
import { templateNames } from '../../templates/index.ts';
import { cardOf, openDrawing, orderOf, WORDS, type Drawing } from '../card/drawing.ts';
import { meanDifference } from '../raster/reference.ts';
import { samples } from '../text/samples.ts';

const run = promisify(execFile);
const hasPoppler = await run('pdftotext', ['-v']).then(
  () => true,
  () => false,
);

let drawing: Drawing;
let folder: string;
beforeAll(async () => {
  drawing = await openDrawing();
  folder = await mkdtemp(join(tmpdir(), 'pullquote-pdf-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function file(bytes: Uint8Array): Promise<string> {
  const path = join(folder, 'card.pdf');
  await writeFile(path, bytes);
  return path;
}

/** What a reader copies, on one line, without marks of direction. */
async function textOf(bytes: Uint8Array): Promise<string> {
  const { stdout } = await run('pdftotext', [await file(bytes), '-']);
  return stdout.replace(/[\u202a-\u202e\u2066-\u2069\u200e\u200f]/g, '').replace(/\s+/gu, ' ');
}

/** Letters, marks and digits: between words of two directions poppler guesses at spaces and signs. */
function letters(text: string): string {
  return text.replace(/[^\p{L}\p{M}\p{N}\u200c]/gu, '');
}

/** Pages at 96 dpi, a CSS pixel each. */
async function pagesOf(bytes: Uint8Array): Promise<Pixels[]> {
  const path = await file(bytes);
  const { stdout } = await run('pdfinfo', [path]);
  const count = Number(/Pages:\s+(\d+)/.exec(stdout)?.[1]);
  await run('pdftoppm', ['-r', '96', '-png', path, join(folder, 'page')]);
  const digits = String(count).length;
  return Promise.all(
    Array.from({ length: count }, async (_, i) => {
      const { width, height, data } = PNG.sync.read(
        await readFile(join(folder, `page-${String(i + 1).padStart(digits, '0')}.png`)),
      );
      return { width, height, rgba: new Uint8Array(data) };
    }),
  );
}

const whole = ({ width, height }: Pixels) => ({ left: 0, top: 0, width, height });

const LONG = Array.from(
  { length: 24 },
  (_, i) => `Night ${i + 1} was longer than the one before it, and the lamp went on turning over the water.`,
).join(' ');

test('equal orders give equal bytes, whatever was drawn between', async () => {
  const order = orderOf({ format: 'pdf' });
  const first = await drawing.drawer.draw(order);
  await drawing.drawer.draw(orderOf({ format: 'pdf', card: cardOf('Something else.') }));
  expect(Buffer.compare(await drawing.drawer.draw(order), first)).toBe(0);
});

describe.skipIf(!hasPoppler)(
  `read by poppler${hasPoppler ? '' : ' (left out: apt-get install poppler-utils)'}`,
  () => {
    test.each(templateNames)('%s looks as the PNG does', async (template) => {
      for (const size of [SIZES.og, SIZES.story]) {
        for (const style of ['color', 'mono'] as const) {
          const brand = { ...defaultBrand, photo: { ...defaultBrand.photo, style } };
          const order = orderOf({ format: 'pdf', look: { template, size, brand } });
          const [page] = await pagesOf(await drawing.drawer.draw(order));
          const expected = drawing.raster.pixels(await placeCard(drawing.drawers, order.card, order.look));
          if (page === undefined) throw new Error('No page.');
          expect([page.width, page.height]).toEqual([size.width, size.height]);
          expect(meanDifference(page, expected, whole(page))).toBeLessThan(1.5);
        }
      }
    });

    test('emoji look as in the PNG', async () => {
      const words = '👩🏽‍🚀 🇯🇵 👨‍👩‍👧‍👦 ❤️ 🗼 😀 🎉 🐌';
      const order = orderOf({ format: 'pdf', card: cardOf(words), look: { template: 'minimal' } });
      const [page] = await pagesOf(await drawing.drawer.draw(order));
      const scene = await placeCard(drawing.drawers, order.card, order.look);
      const expected = drawing.raster.pixels(scene);
      if (page === undefined) throw new Error('No page.');
      const boxes = scene.texts.flatMap(({ emoji }) => emoji);
      expect(boxes.length).toBe(8);
      for (const { emoji, x, y, width, height } of boxes) {
        const box = { left: x, top: y, width, height };
        expect(meanDifference(page, expected, box), emoji).toBeLessThan(8);
      }
    });

    test.each(templateNames)('%s is vectors but for photos', async (template) => {
      const card = { ...cardOf(), cover: null, speakers: [{ name: 'Mika Haddad', role: null, photo: null }] };
      const order = orderOf({ format: 'pdf', card, look: { template } });
      const { stdout } = await run('pdfimages', ['-list', await file(await drawing.drawer.draw(order))]);
      expect(stdout.trim().split('\n').slice(2)).toEqual([]);
    });

    test.each(samples)('the words of $language can be copied: $text', async ({ text, language }) => {
      const order = orderOf({ format: 'pdf', card: cardOf(text, language), look: { template: 'bold' } });
      const { texts } = await placeCard(drawing.drawers, order.card, order.look);
      const lines = texts.find(({ slot }) => slot === 'quote')?.lines ?? [];
      const copied = letters(await textOf(await drawing.drawer.draw(order)));
      for (const line of lines) expect(copied).toContain(letters(line.text));
    });

    test('what is copied has its spaces and signs', async () => {
      expect(await textOf(await drawing.drawer.draw(orderOf({ format: 'pdf' })))).toContain(WORDS);
    });

    test('a quote too long for one card has all its slides as pages', async () => {
      const order = orderOf({ format: 'pdf', card: cardOf(LONG), allSlides: true });
      const bytes = await drawing.drawer.draw(order);
      const slides = await drawing.drawer.slides(orderOf({ card: cardOf(LONG) }));
      const pages = await pagesOf(bytes);
      expect(slides.length).toBeGreaterThan(1);
      expect(pages.length).toBe(slides.length);
      const copied = await textOf(bytes);
      for (const night of ['Night 1 was', 'Night 24 was']) expect(copied).toContain(night);
      const second = await drawing.drawer.draw(slideOf(order, 2));
      expect((await pagesOf(second)).length).toBe(1);
    });

    test('the document says what it is', async () => {
      const path = await file(await drawing.drawer.draw(orderOf({ format: 'pdf' })));
      const { stdout } = await run('pdfinfo', ['-meta', path]);
      expect(stdout).toContain('<pullquote:quoteId>q_abcdefghijklm</pullquote:quoteId>');
      const info = await run('pdfinfo', [path]);
      expect(info.stdout).toMatch(/Author:\s+Mika Haddad/);
    });
  },
);
