import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bytesOf, Client, isPng } from '../http/client.ts';
import { episodeForm, exampleForm, type Served } from '../http/servers.ts';
import { FEED } from '../http/outside.ts';
import { unzip } from '../pack/unzip.ts';
import { CHROMIUM, downloaded, drop, launch, open, PATIENT, PHONE, seesCard, WAYS } from './browser.ts';

const SENTENCE = 'A lamp in the window tells the boats which way is home.';

/** A file such as a program that transcribes gives: two voices without names, one line that is wrong. */
const DROPPED = `WEBVTT

00:00:01.000 --> 00:00:04.000
<v SPEAKER_1>Who lights it every night?

00:00:04.500 --> 00:00:09.000
<v SPEAKER_2>${SENTENCE}

00:00:09.500 --> 00:00:07.000
<v SPEAKER_2>Nobody asked us to stop.
`;

describe.skipIf(!existsSync(CHROMIUM))(
  'the Studio in Chromium (skipped without it: apt-get install chromium)',
  () => {
    let browser: Browser;

    beforeAll(async () => {
      browser = await launch();
    });
    afterAll(() => browser.close());

    describe.each(WAYS)('on %s', (_runtime, start) => {
      let served: Served;

      beforeAll(async () => {
        served = await start();
        const response = await new Client(served).import(await exampleForm());
        expect(response.status).toBe(201);
      });
      afterAll(() => served.close());

      test('a dropped file becomes an episode, some of its words a card, the same as its address serves', async () => {
        const { page, complaints } = await open(browser, served, '/studio');
        await drop(page, 'aside div', 'the-lamp.vtt', DROPPED);
        await page.getByText('WebVTT', { exact: true }).waitFor();
        await page.getByText('Line 9').first().waitFor();
        expect(
          await new Client(served).ask('/v1/episodes').then((response) => response.text()),
        ).not.toContain('lamp');
        await page.getByLabel('SPEAKER_2').fill('Ada Quill');
        await page.getByLabel('Show').fill('Harbour Notes');
        await page.getByRole('button', { name: 'Keep this episode' }).click();
        await page.locator('[data-word]', { hasText: 'lamp' }).click();
        await seesCard(page);
        await expect
          .poll(() => page.getByTestId('preview').getAttribute('alt'), PATIENT)
          .toContain('Ada Quill');
        const { name, bytes } = await downloaded(page, () =>
          page.getByRole('button', { name: 'Download' }).click(),
        );
        expect(name).toMatch(/\.png$/);
        const path = new URL(page.url()).pathname.replace('/studio/', '/');
        const atAddress = await bytesOf(await new Client(served).ask(`${path}.png`));
        expect(isPng(bytes)).toBe(true);
        expect(Buffer.compare(bytes, atAddress)).toBe(0);
        expect(complaints).toEqual([]);
      });

      test('from a dropped file to an archive whose pictures are those their addresses serve', async () => {
        const { page } = await open(browser, served, '/studio');
        await drop(page, 'aside div', 'the-lamp.vtt', DROPPED.replaceAll('lamp', 'lantern'));
        await page.getByLabel('SPEAKER_2').fill('Ada Quill');
        await page.getByLabel('Show').fill('Harbour Notes');
        await page.getByRole('button', { name: 'Keep this episode' }).click();
        await page.locator('[data-word]', { hasText: 'lantern' }).click();
        await seesCard(page);
        await page.locator('label', { hasText: 'Bold' }).click();
        await page.getByRole('button', { name: 'the', exact: true }).first().click();
        await expect.poll(() => page.url(), PATIENT).toContain('mark=the');
        await page.getByRole('button', { name: 'Add to pack' }).click();
        const { pathname } = new URL(page.url());
        await page.getByRole('link', { name: /^Pack/ }).click();
        await page.getByText('Bold · marked “the”').waitFor();
        await page.getByLabel('Story 9:16').uncheck();
        await page.getByLabel('Mastodon').check();
        await expect.poll(() => page.url(), PATIENT).toMatch(/pack\?sizes=og,square&for=mastodon$/);
        await page.getByRole('button', { name: 'Make 3 pictures' }).click();
        const { name, bytes } = await downloaded(page, () =>
          page.getByRole('button', { name: 'Download ZIP' }).click({ timeout: 60_000 }),
        );
        expect(name).toMatch(/\.zip$/);
        const pictures = (await unzip(bytes)).filter(([path]) => /^[^/]+\/cards\/|^cards\//.test(path));
        const address = pathname.replace('/studio/', '/');
        const atAddresses = await Promise.all(
          ['size=og', 'size=square', 'for=mastodon'].map(async (query) =>
            bytesOf(await new Client(served).ask(`${address}.png?template=bold&mark=the&${query}`)),
          ),
        );
        expect(pictures.map(([, content]) => digest(content)).toSorted()).toEqual(
          atAddresses.map(digest).toSorted(),
        );
      });

      test('a feed is opened, an episode of it looked into, its voices named, and kept', async () => {
        const { page, complaints } = await open(browser, served, '/studio');
        await page.getByLabel('Address of a podcast’s feed').fill(FEED.replace('https://', ''));
        await page.getByRole('button', { name: 'Open' }).click();
        await page.getByRole('heading', { name: 'Harbour Mail' }).waitFor();
        await page.getByLabel('Mail boat one').check();
        await page.getByRole('button', { name: 'Look into 1 episode' }).click();
        await page.getByLabel('SPEAKER_1').fill('Ada Quill');
        await page.getByLabel('SPEAKER_2').fill('Bo Marsh');
        await page.getByRole('button', { name: 'Keep this episode' }).click();
        await page.locator('[data-word]', { hasText: 'aunt' }).click();
        await expect
          .poll(() => page.getByTestId('preview').getAttribute('alt'), PATIENT)
          .toContain('Bo Marsh');
        expect(complaints).toEqual([]);
      });

      test('everything can be done with the keyboard alone', async () => {
        const { page } = await open(browser, served, '/studio/e/example');
        await page.getByRole('listbox').focus();
        for (const key of ['ArrowDown', 'ArrowDown', 'Space', 'Shift+ArrowDown'])
          await page.keyboard.press(key);
        await seesCard(page);
        expect(await page.locator('[role=listbox] [aria-selected=true]').count()).toBe(2);
        await page.keyboard.press('Shift+ArrowLeft');
        await expect.poll(() => page.url(), PATIENT).toContain('text=');
        await page.keyboard.press('Control+z');
        await expect.poll(() => page.url(), PATIENT).toContain('s=2-3');
        await page.keyboard.press('Enter');
        await expect.poll(() => page.evaluate('document.activeElement?.id'), PATIENT).toBe('card');
        const { bytes } = await downloaded(page, () => page.keyboard.press('d'));
        expect(isPng(bytes)).toBe(true);
      });

      test('on a phone a tap picks a sentence, its card fills the screen, and nothing is wider than the screen', async () => {
        const { page } = await open(browser, served, '/studio/e/example', PHONE);
        await page.locator('[data-word="14"]').tap();
        await page.getByRole('button', { name: 'Make the card' }).tap();
        await seesCard(page);
        expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390);
        const { bytes } = await downloaded(page, () => page.getByRole('button', { name: 'Download' }).tap());
        expect(isPng(bytes)).toBe(true);
      });

      test('an address opens what was picked and how it looked', async () => {
        const first = await open(browser, served, '/studio/e/example/s=3-4');
        await seesCard(first.page);
        await first.page.locator('label', { hasText: 'Bold' }).click();
        await first.page.locator('label', { hasText: 'Square' }).click();
        await expect.poll(() => first.page.url(), PATIENT).toMatch(/s=3-4\?template=bold&size=square$/);
        const alt = await first.page.getByTestId('preview').getAttribute('alt');
        const again = await open(
          browser,
          served,
          new URL(first.page.url()).pathname + new URL(first.page.url()).search,
        );
        await seesCard(again.page);
        expect(await again.page.getByLabel('Bold').isChecked()).toBe(true);
        expect(await again.page.getByTestId('preview').getAttribute('alt')).toBe(alt);
      });

      test('without a token the words can be read and cards downloaded, and what needs one says so', async () => {
        const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
        context.setDefaultTimeout(PATIENT.timeout);
        const page = await context.newPage();
        await page.goto(`${served.origin}/studio/e/example/s=3`);
        await seesCard(page);
        await page.goto(`${served.origin}/studio/import`);
        await page
          .locator('#transcript-file')
          .setInputFiles({ name: 'a.vtt', mimeType: 'text/vtt', buffer: Buffer.from(DROPPED) });
        await page.getByRole('alert').getByText('This needs a token').waitFor();
        await page.getByRole('alert').getByRole('button', { name: 'Sign in' }).click();
        await page.getByRole('textbox', { name: 'Token' }).fill(served.tokens.import);
        await page.getByRole('dialog').getByRole('button', { name: 'Sign in' }).click();
        await page.getByText('WebVTT', { exact: true }).waitFor();
      });

      test('of thirty thousand words only those in view are in the document, and any can be found', async () => {
        const sentence = 'The ferry waits for the tide and nobody on the quay minds at all.';
        const lines = Array.from({ length: 2200 }, (_, at) =>
          at === 2100 ? 'Then a heron spoke.' : sentence,
        );
        const form = episodeForm(
          { id: 'long', show: 'Slow Signal', title: 'Long' },
          lines.join('\n'),
          'long.txt',
        );
        expect((await new Client(served).import(form)).status).toBe(201);
        const { page } = await open(browser, served, '/studio/e/long');
        expect(await page.locator('[data-word]').count()).toBeLessThan(4000);
        await page.getByLabel('Search the words').fill('heron');
        await page.keyboard.press('Enter');
        await page.getByText('heron').click();
        await seesCard(page);
        expect(await page.getByTestId('preview').getAttribute('alt')).toContain('heron');
      });
    });
  },
  120_000,
);

function digest(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
