import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { Client } from '../http/client.ts';
import { episodeForm, exampleForm, startNode } from '../http/servers.ts';
import { CHROMIUM, launch, open, seesCard } from './browser.ts';

const WORDS = 'WEBVTT\n\n00:01.000 --> 00:04.000\nNobody outside may know that the ferry is sold.\n';

/** Resolves once the service worker answers for the page. */
const WORKS = `navigator.serviceWorker.ready.then(() => navigator.serviceWorker.controller ??
  new Promise((resolve) => navigator.serviceWorker.addEventListener('controllerchange', resolve))).then(() => true)`;

test.skipIf(!existsSync(CHROMIUM))(
  'with the server stopped what was looked at opens, and what took a token to read is not kept (skipped without Chromium: apt-get install chromium)',
  async () => {
    const served = await startNode();
    const browser = await launch();
    try {
      await new Client(served).import(await exampleForm());
      const show = { title: 'Board', visibility: 'private' };
      await new Client(served).import(episodeForm({ id: 'secret', show, title: 'Sold' }, WORDS));
      const { page } = await open(browser, served, '/studio/e/example');
      expect(await page.evaluate(WORKS)).toBe(true);
      // Now that it answers for the page: a public episode and a private one are read.
      for (const id of ['secret', 'example']) {
        await page.goto(`${served.origin}/studio/e/${id}`, { waitUntil: 'load' });
        await page.locator('[data-word]').first().waitFor();
      }
      await page.locator('[data-word="14"]').click();
      await seesCard(page);

      await served.close();

      // What is open goes on: search, and the card that was drawn.
      await page.getByLabel('Search the words').fill('apology');
      await page.getByText(/1 of \d+/).waitFor();
      expect(await page.getByTestId('preview').count()).toBe(1);
      // Another card is not to be had, and that is said.
      await page.locator('.found').first().click();
      await page.getByText('The service cannot be reached.').first().waitFor();

      // Opened anew.
      await page.goto(`${served.origin}/studio/e/example`);
      await page.locator('[data-word]').first().waitFor();
      expect(await page.locator('[data-word]').count()).toBeGreaterThan(100);
      await page.goto(`${served.origin}/studio/e/secret`);
      await page.getByText('The service cannot be reached.').waitFor();
      const kept = await page.evaluate(
        `caches.open('studio-data').then((data) => data.keys()).then((keys) => keys.map(({ url }) => new URL(url).pathname))`,
      );
      expect(kept).toContain('/v1/episodes/example/words');
      expect(JSON.stringify(kept)).not.toContain('secret');
    } finally {
      await browser.close();
      await served.close().catch(() => undefined);
    }
  },
  120_000,
);
