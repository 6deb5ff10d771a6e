import { existsSync } from 'node:fs';
import type { Browser, BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Client } from '../http/client.ts';
import { FEED } from '../http/outside.ts';
import { exampleForm, type Served } from '../http/servers.ts';
import { axeFindings, CHROMIUM, launch, openIn, signIn, WAYS } from './browser.ts';

/** Beside a view at rest: what has to be pressed to be seen. */
const PRESSED: Readonly<Record<string, string>> = { '/studio?': '?' };

describe.skipIf(!existsSync(CHROMIUM)).each(WAYS)(
  'who hears the Studio or sees little, served by %s (skipped without Chromium: apt-get install chromium)',
  (_, start) => {
    let browser: Browser;
    let served: Served;
    let context: BrowserContext;

    beforeAll(async () => {
      [browser, served] = [await launch(), await start()];
      context = await signIn(browser, served, { reducedMotion: 'reduce' });
      const client = new Client(served);
      expect((await client.import(await exampleForm())).status).toBe(201);
      await client.send('/v1/brands/ferry', { name: 'Ferry' }, 'admin', 'PUT');
    });
    afterAll(async () => {
      await browser.close();
      await served.close();
    });

    test.each([
      '/studio',
      '/studio?',
      '/studio/import',
      '/studio/import/00000000',
      '/studio/feed',
      `/studio/feed?url=${encodeURIComponent(FEED)}`,
      `/studio/feed?url=${encodeURIComponent(FEED)}&item=one`,
      '/studio/e/example',
      '/studio/e/example/s=3-4?make',
      '/studio/e/example/s=3?clip=size:square&make',
      '/studio/pack',
      '/studio/brands',
      '/studio/brands/new',
      '/studio/verify?text=hope+is+a+cheap+motor',
    ])(
      'axe finds nothing in %s, wide and narrow, light and dark',
      async (path) => {
        const { page, complaints } = await openIn(context, served, path, 'networkidle');
        const key = PRESSED[path];
        if (key !== undefined) {
          await page.keyboard.press(key);
          await page.getByRole('dialog').waitFor();
        }
        for (const width of [1280, 390]) {
          await page.setViewportSize({ width, height: 900 });
          for (const colorScheme of ['light', 'dark'] as const) {
            await page.emulateMedia({ colorScheme });
            const findings = await axeFindings(page);
            expect({ width, colorScheme, findings }).toEqual({ width, colorScheme, findings: [] });
          }
        }
        expect(complaints).toEqual([]);
        await page.close();
      },
      120_000,
    );
  },
);
