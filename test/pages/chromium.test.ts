import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createServer } from 'node:http';
import axe from 'axe-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { quoteList } from '../../src/http/schemas.ts';
import { Client } from '../http/client.ts';
import { exampleForm, freePort, type Served, startNode } from '../http/servers.ts';

/** Errors that a person reads. */
const NOTICES = ['/q/nothing', '/embed/q/nothing', '/e/example/text=the'];

/** Loads every picture of a page, those below the fold too; says whether all could be shown. */
const LOAD_ALL = `Promise.all([...document.images].map((image) => {
  image.loading = 'eager';
  return image.decode();
})).then(() => true, () => false)`;

const CHROMIUM = process.env['CHROMIUM'] ?? '/usr/bin/chromium';

describe.skipIf(!existsSync(CHROMIUM))(
  'pages in Chromium (skipped without it: apt-get install chromium)',
  () => {
    let served: Served | undefined;
    let browser: Browser | undefined;
    let shared: BrowserContext | undefined;
    let paths: string[] = [];

    beforeAll(async () => {
      const port = String(await freePort());
      served = await startNode({ PORT: port, PUBLIC_URL: `http://127.0.0.1:${port}` });
      const client = new Client(served);
      await client.import(await exampleForm());
      const { items } = await client.json(quoteList, '/v1/episodes/example/quotes?limit=200');
      const arabic = items.find(({ text }) => /\p{Script=Arabic}/u.test(text));
      paths = [
        '/',
        '/e/example',
        '/e/example/0:42-0:50',
        `/q/${items[12]?.id}`,
        `/q/${arabic?.id}`,
        `/embed/q/${items[12]?.id}`,
        '/docs',
      ];
      browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] });
      shared = await browser.newContext();
    });
    afterAll(async () => {
      await browser?.close();
      await served?.close();
    });

    const opened = new Map<string, { page: Page; complaints: string[] }>();

    /** Shows a page, opened once, at a width and in a scheme; with what the browser complained of so far. */
    async function show(path: string, width: number, colorScheme: 'light' | 'dark') {
      const shown = opened.get(path) ?? (await open(path));
      opened.set(path, shown);
      await shown.page.setViewportSize({ width, height: 900 });
      await shown.page.emulateMedia({ colorScheme });
      return shown;
    }

    async function open(path: string) {
      const page = await shared?.newPage();
      if (page === undefined) throw new Error('Chromium did not start.');
      const complaints: string[] = [];
      page.on('console', (message) => complaints.push(message.text()));
      page.on('pageerror', (error) => complaints.push(String(error)));
      await page.goto(`${served?.origin}${path}`, { waitUntil: 'load' });
      await page.evaluate(axe.source);
      return { page, complaints };
    }

    test.each([
      [320, 'light'],
      [320, 'dark'],
      [1200, 'light'],
    ] as const)(
      'at %i px, %s, they load whole, break no policy and need no sideways scrolling',
      async (width, scheme) => {
        for (const path of paths) {
          const { page, complaints } = await show(path, width, scheme);
          const isWider = await page.evaluate('document.documentElement.scrollWidth > innerWidth');
          const pictures = await page.evaluate(LOAD_ALL);
          expect({ path, complaints, isWider, pictures }).toEqual({
            path,
            complaints: [],
            isWider: false,
            pictures: true,
          });
        }
      },
    );

    test.each(['light', 'dark'] as const)(
      'every word has a contrast of at least 4.5 in %s',
      async (scheme) => {
        for (const path of [...paths, ...NOTICES]) {
          const { page } = await show(path, 1000, scheme);
          const pairs = await page.evaluate(`[...document.querySelectorAll('body *:not(script, .vh)')]
        .filter((element) => [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim() !== ''))
        .map((element) => {
          let behind = element;
          while (getComputedStyle(behind).backgroundColor === 'rgba(0, 0, 0, 0)' && behind.parentElement) behind = behind.parentElement;
          return [element.textContent.trim().slice(0, 40), getComputedStyle(element).color, getComputedStyle(behind).backgroundColor];
        })`);
          const low = pairsOf(pairs).filter(([, ink, paper]) => contrast(ink, paper) < 4.5);
          expect({ path, low }).toEqual({ path, low: [] });
        }
      },
    );

    test.each([
      [320, 'light'],
      [1280, 'dark'],
    ] as const)('axe finds nothing at %i px, %s', async (width, scheme) => {
      for (const path of [...paths, ...NOTICES]) {
        const { page } = await show(path, width, scheme);
        const violations: unknown = await page.evaluate(
          'axe.run().then(({ violations }) => violations.map(({ id, nodes }) => [id, nodes[0]?.html]))',
        );
        expect({ path, violations }).toEqual({ path, violations: [] });
      }
    });

    test('a copy button copies what stands beside it, and says so', async () => {
      const context = await browser?.newContext({ permissions: ['clipboard-read', 'clipboard-write'] });
      const page = await context?.newPage();
      await page?.goto(`${served?.origin}${paths[3]}`);
      await page?.getByRole('button', { name: 'Copy Page' }).click();
      await page?.getByRole('status').getByText('Copied: Page').waitFor({ state: 'attached' });
      expect(await page?.evaluate('navigator.clipboard.readText()')).toBe(`${served?.origin}${paths[3]}`);
      await context?.close();
    });

    test('without scripts there are no buttons that do nothing, and all there is to copy', async () => {
      const context = await browser?.newContext({ javaScriptEnabled: false });
      const page = await context?.newPage();
      await page?.goto(`${served?.origin}${paths[3]}`);
      expect(await page?.getByRole('button').count()).toBe(0);
      expect(await page?.getByLabel('Page', { exact: true }).inputValue()).toBe(
        `${served?.origin}${paths[3]}`,
      );
      await context?.close();
    });

    test('on another site <pull-quote> shows the quote, as high as it is', async () => {
      const origin = served?.origin ?? '';
      const site = createServer((_, response) => {
        response.setHeader('Content-Type', 'text/html');
        response.end(
          `<!doctype html><body style="width:400px"><pull-quote src="${origin}${paths[3]}">words</pull-quote><script type="module" src="${origin}/pull-quote.js"></script>`,
        );
      });
      site.listen(0, '127.0.0.1');
      await once(site, 'listening');
      const address = site.address();
      const page = await browser?.newPage();
      await page?.goto(`http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/`);
      const frame = page?.frameLocator('pull-quote iframe');
      await frame?.locator('blockquote').waitFor();
      const content = await frame?.locator('figure').boundingBox();
      await page?.waitForFunction(
        "document.querySelector('pull-quote').shadowRoot.querySelector('iframe').style.height !== '260px'",
      );
      const shown = await page?.locator('pull-quote iframe').boundingBox();
      expect(Math.abs((shown?.height ?? 0) - (content?.height ?? -9))).toBeLessThan(2);
      await page?.close();
      site.close();
    });
  },
);

type Pair = [text: string, ink: string, paper: string];

function pairsOf(value: unknown): Pair[] {
  if (!Array.isArray(value)) throw new Error('Expected pairs of colours.');
  return value.map(([text, ink, paper]): Pair => [String(text), String(ink), String(paper)]);
}

/** Contrast of two colours as Chromium computes them, `rgb(22, 24, 29)` (WCAG 2.2). */
function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].toSorted((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(color: string): number {
  const [r = 0, g = 0, b = 0] = (color.match(/[\d.]+/g) ?? []).map((part) => {
    const value = Number(part) / 255;
    return value <= 0.040_45 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
