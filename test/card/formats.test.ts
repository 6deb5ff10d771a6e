/** What encoders make of whole cards, read by decoders of others; and what is embedded. */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { chromium, type Browser } from 'playwright-core';
import { PNG } from 'pngjs';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { altText } from '../../src/card/alt.ts';
import type { CardFormat } from '../../src/card/format.ts';
import { placeCard } from '../../src/card/place.ts';
import type { Effort, Pixels } from '../../src/raster/model.ts';
import { templateNames } from '../../templates/index.ts';
import { meanDifference } from '../raster/reference.ts';
import { cardOf, openDrawing, orderOf, WORDS, type Drawing } from './drawing.ts';

const run = promisify(execFile);
const CHROMIUM = '/usr/bin/chromium';
const hasChromium = existsSync(CHROMIUM);
const hasExiftool = await run('exiftool', ['-ver']).then(
  () => true,
  () => false,
);

let drawing: Drawing;
let browser: Browser | undefined;
beforeAll(async () => {
  drawing = await openDrawing();
  if (hasChromium) browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] });
});
afterAll(() => browser?.close());

async function bySharp(bytes: Uint8Array): Promise<Pixels> {
  const { data, info } = await sharp(bytes).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, rgba: new Uint8Array(data) };
}

function byPngjs(bytes: Uint8Array): Pixels {
  const { width, height, data } = PNG.sync.read(Buffer.from(bytes), { checkCRC: true });
  return { width, height, rgba: new Uint8Array(data) };
}

async function byChromium(bytes: Uint8Array, type: string): Promise<Pixels> {
  const page = await browser?.newPage();
  if (page === undefined) throw new Error('Chromium did not start.');
  const source = `data:${type};base64,${Buffer.from(bytes).toString('base64')}`;
  const { width, height, data } = await page.evaluate(async (src) => {
    const image = new Image();
    image.src = src;
    await image.decode();
    const canvas = new OffscreenCanvas(image.width, image.height);
    const context = canvas.getContext('2d');
    if (context === null) throw new Error('No context.');
    context.drawImage(image, 0, 0);
    const read = context.getImageData(0, 0, image.width, image.height);
    let binary = '';
    for (let i = 0; i < read.data.length; i += 0x8000)
      binary += String.fromCharCode(...read.data.subarray(i, i + 0x8000));
    return { width: image.width, height: image.height, data: btoa(binary) };
  }, source);
  await page.close();
  return { width, height, rgba: new Uint8Array(Buffer.from(data, 'base64')) };
}

const EFFORTS: Effort[] = ['fast', 'default', 'max'];
const whole = ({ width, height }: Pixels) => ({ left: 0, top: 0, width, height });
const same = (a: Pixels, b: Pixels): boolean =>
  a.width === b.width && a.height === b.height && Buffer.compare(a.rgba, b.rgba) === 0;

async function composed(order: ReturnType<typeof orderOf>): Promise<Pixels> {
  return drawing.raster.pixels(await placeCard(drawing.drawers, order.card, order.look));
}

describe.each(templateNames)('a PNG of %s is the composed pixels', (template) => {
  test.each([1, 2])('to pngjs and libvips, at dpr %d', async (dpr) => {
    for (const effort of EFFORTS) {
      const order = orderOf({ effort, look: { template, dpr } });
      const bytes = await drawing.drawer.draw(order);
      const expected = await composed(order);
      expect(same(byPngjs(bytes), expected), `pngjs, ${effort}`).toBe(true);
      expect(same(await bySharp(bytes), expected), `libvips, ${effort}`).toBe(true);
    }
  });

  test.skipIf(!hasChromium)(
    `to Chromium${hasChromium ? '' : ' (left out: apt-get install chromium)'}`,
    async () => {
      const order = orderOf({ look: { template } });
      const drawn = await byChromium(await drawing.drawer.draw(order), 'image/png');
      expect(same(drawn, await composed(order))).toBe(true);
    },
  );
});

describe('pictures that lose something look as the card does', () => {
  test.each(['jpg', 'webp', 'avif'] as const)('.%s to libvips and Chromium', async (format) => {
    const order = orderOf({ format });
    const bytes = await drawing.drawer.draw(order);
    const expected = await composed(order);
    const type = `image/${format === 'jpg' ? 'jpeg' : format}`;
    const seen = [await bySharp(bytes), ...(hasChromium ? [await byChromium(bytes, type)] : [])];
    for (const pixels of seen) expect(meanDifference(pixels, expected, whole(expected))).toBeLessThan(2);
  });

  test('a PNG of few colours', async () => {
    const order = orderOf({ look: { template: 'artwork' } });
    const { bytes, how } = await drawing.drawer.fit({ ...order, maxBytes: 40_000 });
    const expected = await composed(order);
    expect(how).toMatch(/colors=/);
    expect(meanDifference(byPngjs(bytes), expected, whole(expected))).toBeLessThan(3);
  });
});

/** Text of a property, however it is nested. */
function property(packet: string, name: string): string | undefined {
  const inner = new RegExp(`<${name}>(.*?)</${name}>`, 's').exec(packet)?.[1];
  return inner
    ?.replace(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}

describe('what a card says is embedded', () => {
  const card = cardOf(`${WORDS} & <so on>`);

  test.each(['png', 'jpg', 'webp', 'pdf'] as const)('in .%s, as XMP', async (format) => {
    const bytes = Buffer.from(await drawing.drawer.draw(orderOf({ card, format })));
    const packet = /<x:xmpmeta.*<\/x:xmpmeta>/s.exec(bytes.toString('utf8'))?.[0] ?? '';
    expect({
      words: property(packet, 'dc:description'),
      speaker: property(packet, 'dc:creator'),
      source: property(packet, 'dc:source'),
      time: property(packet, 'pullquote:time'),
      id: property(packet, 'pullquote:quoteId'),
      alt: property(packet, 'Iptc4xmpCore:AltTextAccessibility'),
    }).toEqual({
      words: card.words,
      speaker: 'Mika Haddad',
      source: card.url,
      time: '13:36',
      id: card.quoteId,
      alt: altText(card),
    });
  });

  const tags = z.array(
    z.object({
      Description: z.string(),
      Creator: z.string(),
      Source: z.string(),
      Time: z.string(),
      QuoteId: z.string(),
    }),
  );

  test.skipIf(!hasExiftool).each(['png', 'jpg', 'webp', 'pdf'] satisfies CardFormat[])(
    `in .%s, as exiftool reads it${hasExiftool ? '' : ' (left out: apt-get install libimage-exiftool-perl)'}`,
    async (format) => {
      const folder = await mkdtemp(join(tmpdir(), 'pullquote-xmp-'));
      try {
        const path = join(folder, `card.${format}`);
        await writeFile(path, await drawing.drawer.draw(orderOf({ card, format })));
        const { stdout } = await run('exiftool', ['-json', '-XMP:all', path]);
        expect(tags.parse(JSON.parse(stdout))).toEqual([
          {
            Description: card.words,
            Creator: 'Mika Haddad',
            Source: card.url,
            Time: '13:36',
            QuoteId: card.quoteId,
          },
        ]);
      } finally {
        await rm(folder, { recursive: true });
      }
    },
  );
});
