import { existsSync } from 'node:fs';
import { chromium, type Browser, type Page } from 'playwright-core';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { filmOf } from '../../src/clip/film.ts';
import { createH264 } from '../../src/clip/h264/encoder.ts';
import { muxClip } from '../../src/clip/mux.ts';
import { openDrawing } from '../card/drawing.ts';
import { h264Module } from './h264/module.ts';
import { clipOrder } from './order.ts';

const CHROMIUM = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
const hasChromium = existsSync(CHROMIUM);
const SIZE = { width: 360, height: 640 };

/** What is shown at some times, in milliseconds: in the middle of words, in a far caption, and before the first. */
const TIMES = [100, 680, 1240, 2640, 3480];

describe.skipIf(!hasChromium)(
  `in Chromium${hasChromium ? '' : ' (missing: apt-get install chromium)'}`,
  () => {
    let browser: Browser;
    let page: Page;
    const composed = new Map<number, Uint8Array>();

    beforeAll(async () => {
      const { drawers, raster } = await openDrawing();
      const parts = { ...drawers, raster, h264: await createH264(await h264Module()) };
      const order = clipOrder({ size: SIZE });
      let picture = 0;
      const film = await filmOf(parts, order, (rgb) => composed.set(picture++, rgb.slice()));
      const file = await muxClip(film, null, { title: 'Title', artist: 'Show', comment: 'Words' });
      browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] });
      page = await browser.newPage({ viewport: SIZE });
      await page.setContent(
        `<style>body{margin:0}video{display:block}</style><video muted src="data:video/mp4;base64,${Buffer.from(file).toString('base64')}"></video>`,
      );
      await page.waitForFunction(() => (document.querySelector('video')?.readyState ?? 0) >= 4);
    });
    afterAll(() => browser?.close());

    test('a clip has its length and size', async () => {
      const seen = await page.evaluate(() => {
        const video = document.querySelector('video');
        return [video?.duration, video?.videoWidth, video?.videoHeight];
      });
      expect(seen).toEqual([4.2, SIZE.width, SIZE.height]);
    });

    test.each(TIMES)('sought to %d ms it shows the word being spoken then, and no other', async (ms) => {
      await page.evaluate(async (seconds) => {
        const video = document.querySelector('video');
        if (video === null) return;
        const sought = new Promise((resolve) => video.requestVideoFrameCallback(resolve));
        video.currentTime = seconds;
        await sought;
      }, ms / 1000);
      const shown = PNG.sync.read(await page.screenshot()).data;
      const [own = Infinity, ...others] = [ms, ...TIMES.filter((time) => time !== ms)].map((time) =>
        distance(shown, composed.get(Math.floor((time * 30) / 1000))),
      );
      // Colours at half the resolution cost about 25.
      expect(own).toBeLessThan(40);
      expect(Math.min(...others)).toBeGreaterThan(4 * own);
    });

    test('a clip plays to its end', async () => {
      const end = await page.evaluate(async () => {
        const video = document.querySelector('video');
        if (video === null) return null;
        video.currentTime = 3.5;
        const ended = new Promise((resolve) => video.addEventListener('ended', resolve, { once: true }));
        await video.play();
        await ended;
        return video.currentTime;
      });
      expect(end).toBeCloseTo(4.2, 2);
    });
  },
);

/** Mean square of the differences of a screenshot from composed pixels. */
function distance(rgba: Uint8Array, rgb: Uint8Array | undefined): number {
  let sum = 0;
  for (let i = 0; i < SIZE.width * SIZE.height; i++) {
    for (let channel = 0; channel < 3; channel++) {
      sum += ((rgba[4 * i + channel] ?? 0) - (rgb?.[3 * i + channel] ?? 0)) ** 2;
    }
  }
  return sum / (SIZE.width * SIZE.height * 3);
}
