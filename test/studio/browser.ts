/** The Studio of a served app in real Chromium. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Page,
} from 'playwright-core';
import { type Served, startNode, startWorker } from '../http/servers.ts';

export const CHROMIUM = process.env['CHROMIUM'] ?? '/usr/bin/chromium';

/** What serves the Studio. What happens in the browser alone is tried with one. */
export const WAYS: readonly (readonly [string, (settings?: Record<string, string>) => Promise<Served>])[] = [
  ['Node', startNode],
  ['workerd', (settings) => startWorker(undefined, settings)],
];

/** A machine with other work takes its time: what is waited for comes, or never. */
export const PATIENT = { timeout: 45_000 };

export const PHONE = { viewport: { width: 390, height: 780 }, hasTouch: true, isMobile: true };

export function launch(): Promise<Browser> {
  return chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] });
}

export interface Opened {
  page: Page;
  /** What the browser complained of: errors of scripts, refused loads, broken policies. */
  complaints: string[];
}

/** A browser of its own, in which somebody has signed in. */
export async function signIn(
  browser: Browser,
  served: Served,
  options: BrowserContextOptions = {},
): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  await context.addInitScript(`localStorage.setItem('pullquote.token', '${served.tokens.admin}')`);
  context.setDefaultTimeout(PATIENT.timeout);
  context.setDefaultNavigationTimeout(2 * PATIENT.timeout);
  return context;
}

/**
 * Opens a view.
 * @param until `networkidle` to wait until it has nothing more to fetch: not only itself, but all it draws ahead
 */
export async function openIn(
  context: BrowserContext,
  { origin }: Served,
  path: string,
  until: 'load' | 'networkidle' = 'load',
): Promise<Opened> {
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(String(error)));
  await page.goto(`${origin}${path}`, { waitUntil: until });
  // A view whose code comes by itself is there with its heading.
  await page.locator('h1').first().waitFor({ state: 'attached' });
  return { page, complaints };
}

/** Opens a view, signed in, in a browser of its own. */
export async function open(
  browser: Browser,
  served: Served,
  path: string,
  options: BrowserContextOptions = {},
): Promise<Opened> {
  return openIn(await signIn(browser, served, options), served, path);
}

/** What a person would see of a card: its picture is there and drawn. */
export async function seesCard(page: Page): Promise<void> {
  await page.getByTestId('preview').waitFor();
}

/** Presses what begins a download and reads what comes. */
export async function downloaded(
  page: Page,
  press: () => Promise<void>,
): Promise<{ name: string; bytes: Buffer }> {
  const [download] = await Promise.all([page.waitForEvent('download', { timeout: 60_000 }), press()]);
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

/** Drops a file on the first element of a selector, as a hand would. */
export async function drop(page: Page, selector: string, name: string, text: string): Promise<void> {
  const transfer = await page.evaluateHandle(
    ([file, content]) => {
      const data = new DataTransfer();
      data.items.add(new File([content ?? ''], file ?? ''));
      return data;
    },
    [name, text],
  );
  await page.dispatchEvent(selector, 'drop', { dataTransfer: transfer });
}

let axe: string | undefined;

/** What axe finds wrong with what is shown, as `rule: element`. */
export async function axeFindings(page: Page): Promise<string[]> {
  axe ??= await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  // Evaluated by the debugger, which the page's policy does not concern.
  await page.evaluate(axe);
  const found: unknown = await page.evaluate(
    `axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) => violations.flatMap(({ id, nodes }) => nodes.map(({ html, any }) => id + ': ' + html.slice(0, 160) + ' ' + (any[0]?.message ?? ''))))`,
  );
  return Array.isArray(found) ? found.map(String) : ['axe gave no answer'];
}
