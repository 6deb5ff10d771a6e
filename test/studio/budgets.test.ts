import { existsSync } from 'node:fs';
import type { Browser, CDPSession, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Client } from '../http/client.ts';
import { episodeForm, type Served } from '../http/servers.ts';
import { CHROMIUM, launch, open, seesCard, WAYS } from './browser.ts';

const VOCABULARY = 'ferry tide quay lamp boat stairs years nobody counted water winter engine'.split(' ');

function clock(seconds: number): string {
  return new Date(seconds * 1000).toISOString().slice(11, 23);
}

/** Thirty thousand words, each cue of twelve with a time of its own. */
function longTranscript(): string {
  const cues = Array.from({ length: 2500 }, (_, at) => {
    const words = Array.from(
      { length: 12 },
      (__, word) => VOCABULARY[(at * 7 + word * word + at * word) % 12],
    );
    return `${clock(at * 4)} --> ${clock(at * 4 + 4)}\n<v ${at % 9 < 5 ? 'Ada' : 'Bo'}>The ${words.join(' ')} ${at}.\n`;
  });
  return `WEBVTT\n\n${cues.join('\n')}`;
}

describe.skipIf(!existsSync(CHROMIUM)).each(WAYS)(
  'what the Studio costs in Chromium, served by %s (skipped without it: apt-get install chromium)',
  (_, start) => {
    let browser: Browser;
    let served: Served;

    beforeAll(async () => {
      [browser, served] = [await launch(), await start({ MAX_TRANSCRIPT_BYTES: '2000000' })];
      const form = episodeForm({ id: 'long', show: 'Slow Signal', title: 'Long' }, longTranscript());
      expect((await new Client(served).import(form)).status).toBe(201);
    });
    afterAll(async () => {
      await browser.close();
      await served.close();
    });

    test('an episode opened first fetches less than 150 KB of page, styles and code, packed', async () => {
      const { page } = await open(browser, served, '/studio');
      const session = await page.context().newCDPSession(page);
      await session.send('Network.enable');
      await session.send('Network.setCacheDisabled', { cacheDisabled: true });
      await session.send('Network.setBypassServiceWorker', { bypass: true });
      /** Bytes of headers, which are no part of what is packed. */
      const heads = new Map<string, number>();
      let bytes = 0;
      session.on('Network.responseReceived', ({ requestId, response }) => {
        if (/html|css|javascript/.test(response.mimeType)) heads.set(requestId, response.encodedDataLength);
      });
      session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
        const head = heads.get(requestId);
        if (head !== undefined) bytes += encodedDataLength - head;
      });
      await page.goto(`${served.origin}/studio/e/long/s=3`, { waitUntil: 'load' });
      await seesCard(page);
      expect(bytes).toBeGreaterThan(50_000);
      expect(bytes).toBeLessThan(150_000);
    });

    test('while a person types in thirty thousand words no task takes 50 ms of the processor', async () => {
      const { page } = await open(browser, served, '/studio/e/long');
      await isRead(page);
      const search = page.getByLabel('Search the words');
      await search.click();
      const tasks = await tasksOf(page, async () => {
        await search.pressSequentially('the ferry', { delay: 60 });
        await page.getByText(/1 of \d+/).waitFor();
      });
      expect(tasks.length).toBeGreaterThan(9);
      expect(Math.max(...tasks)).toBeLessThan(50);
    });

    test('while words are picked by dragging no task takes 50 ms of the processor', async () => {
      const { page } = await open(browser, served, '/studio/e/long');
      await isRead(page);
      const [from, to] = await Promise.all(
        [20, 90].map((word) => page.locator(`[data-word="${word}"]`).boundingBox()),
      );
      const tasks = await tasksOf(page, async () => {
        await page.mouse.move((from?.x ?? 0) + 4, (from?.y ?? 0) + 8);
        await page.mouse.down();
        await page.mouse.move((to?.x ?? 0) + 4, (to?.y ?? 0) + 8, { steps: 25 });
        await page.mouse.up();
        await seesCard(page);
      });
      expect(Math.max(...tasks)).toBeLessThan(50);
    });
  },
  120_000,
);

/** The last thing the view fetches for itself is there. */
function isRead(page: Page): Promise<void> {
  return page.getByRole('heading', { name: 'Worth quoting' }).waitFor();
}

interface TraceEvent {
  name: string;
  ph: string;
  tid: number;
  pid: number;
  /** Microseconds of the processor. */
  tdur?: number;
  args?: { name?: string };
}

/** Milliseconds of the processor each task of the page's main thread took: whatever else the machine does is not counted. */
async function tasksOf(page: Page, run: () => Promise<void>): Promise<number[]> {
  const session = await page.context().newCDPSession(page);
  const events: TraceEvent[] = [];
  session.on('Tracing.dataCollected', ({ value }) => {
    for (const event of value) events.push(traceEvent(event));
  });
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['toplevel', 'disabled-by-default-devtools.timeline'] },
  });
  await run();
  await ended(session);
  const mains = new Set(
    events
      .filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain')
      .map(({ pid, tid }) => `${pid} ${tid}`),
  );
  return events
    .filter(({ name, pid, tid }) => name.endsWith('RunTask') && mains.has(`${pid} ${tid}`))
    .flatMap(({ tdur }) => (tdur === undefined ? [] : [tdur / 1000]));
}

async function ended(session: CDPSession): Promise<void> {
  const complete = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve));
  await session.send('Tracing.end');
  await complete;
}

function traceEvent(value: object): TraceEvent {
  const field = (name: string): unknown => Reflect.get(value, name);
  const args: unknown = field('args');
  const inner: unknown = typeof args === 'object' && args !== null ? Reflect.get(args, 'name') : undefined;
  const tdur = field('tdur');
  return {
    name: String(field('name')),
    ph: String(field('ph')),
    tid: Number(field('tid')),
    pid: Number(field('pid')),
    ...(typeof tdur === 'number' ? { tdur } : {}),
    ...(typeof inner === 'string' ? { args: { name: inner } } : {}),
  };
}
