import { existsSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Client } from '../http/client.ts';
import { FEED } from '../http/outside.ts';
import { exampleForm, type Served, startNode } from '../http/servers.ts';
import { CHROMIUM, drop, launch, open, PATIENT, seesCard } from './browser.ts';

const DROPPED = `WEBVTT

00:00:01.000 --> 00:00:04.000
<v SPEAKER_1>Who winds the clock in the harbour?

00:00:04.500 --> 00:00:09.000
<v SPEAKER_2>Nobody does, and it has been right twice.
`;

const nameOf = (page: Page) => () => page.locator('#brand-name').inputValue();
const valueOf = (page: Page, label: string) => () => page.getByLabel(label).inputValue();

describe.skipIf(!existsSync(CHROMIUM))(
  'undo, addresses and keys of the Studio in Chromium (skipped without it: apt-get install chromium)',
  () => {
    let browser: Browser;
    let served: Served;

    beforeAll(async () => {
      [browser, served] = [await launch(), await startNode()];
      expect((await new Client(served).import(await exampleForm())).status).toBe(201);
    });
    afterAll(async () => {
      await browser.close();
      await served.close();
    });

    test('a file that was opened has an address that opens it again, with what was said about it', async () => {
      const { page } = await open(browser, served, '/studio');
      await drop(page, 'aside div', 'harbour-clock_2026-02-03.vtt', DROPPED);
      await page.getByLabel('SPEAKER_2').fill('Ada Quill');
      expect(await valueOf(page, 'Title')()).toBe('Harbour clock');
      expect(await valueOf(page, 'Published')()).toBe('2026-02-03');
      await page.getByLabel('Title').fill('The clock');
      const address = page.url();
      await page.reload();
      await expect.poll(valueOf(page, 'SPEAKER_2'), PATIENT).toBe('Ada Quill');
      expect(await valueOf(page, 'Title')()).toBe('The clock');
      await page.keyboard.press('1');
      await page.getByRole('link', { name: 'The clock' }).click();
      expect(page.url()).toBe(address);
      await page.getByRole('button', { name: 'Keep this episode' }).click();
      await page.locator('[data-word]', { hasText: 'clock' }).waitFor();
      const items = await (await new Client(served).ask('/v1/episodes')).json();
      expect(JSON.stringify(items)).toContain('"name":"Ada Quill"');
      await page.goto(address);
      await page.getByText('This file is not open in this browser any more').waitFor();
      await page.context().close();
    });

    test('what is typed about a file is undone word by word, by key while typing and by button', async () => {
      const { page } = await open(browser, served, '/studio');
      await drop(page, 'aside div', 'tide.vtt', DROPPED);
      await page.getByLabel('SPEAKER_1').pressSequentially('Ada Quill');
      await page.getByLabel('SPEAKER_2').fill('Bo');
      await page.getByLabel('Title').focus();
      await page.keyboard.press('Control+z');
      await expect.poll(valueOf(page, 'SPEAKER_2'), PATIENT).toBe('');
      await page.getByRole('button', { name: 'Undo' }).click();
      await expect.poll(valueOf(page, 'SPEAKER_1'), PATIENT).toBe('Ada ');
      await page.getByRole('button', { name: 'Redo' }).click();
      await page.keyboard.press('Control+Shift+z');
      await expect.poll(valueOf(page, 'SPEAKER_2'), PATIENT).toBe('Bo');
      expect(await valueOf(page, 'SPEAKER_1')()).toBe('Ada Quill');
      await page.context().close();
    });

    test('a cover that was chosen is taken back', async () => {
      const { page } = await open(browser, served, '/studio');
      await drop(page, 'aside div', 'cover.vtt', DROPPED);
      await page.locator('#cover').setInputFiles('examples/cover.png');
      await page.getByText('cover.png').waitFor();
      await page.getByRole('button', { name: 'Undo' }).click();
      await page.getByText('None chosen').waitFor();
      await page.context().close();
    });

    test('a file is closed without keeping it, and had back; signing out leaves none', async () => {
      const { page } = await open(browser, served, '/studio');
      await drop(page, 'aside div', 'closed.vtt', DROPPED);
      await page.getByText('WebVTT', { exact: true }).waitFor();
      const address = page.url();
      await page.getByRole('link', { name: 'Episodes', exact: true }).first().click();
      await page.getByRole('button', { name: 'Close without keeping: Closed' }).click();
      await page.getByRole('link', { name: 'Closed' }).waitFor({ state: 'detached' });
      await page.getByRole('status').getByRole('button', { name: 'Undo' }).click();
      await page.getByRole('link', { name: 'Closed' }).waitFor();
      await page.getByRole('button', { name: 'Sign out' }).click();
      await page.goto(address);
      await page.getByText('This file is not open in this browser any more').waitFor();
      await page.context().close();
    });

    test('of a feed the choice is in the address, and names typed for its voices wait; both are undone', async () => {
      const { page } = await open(browser, served, `/studio/feed?url=${encodeURIComponent(FEED)}`);
      await page.getByLabel('Mail boat one').check();
      await expect.poll(() => new URL(page.url()).searchParams.getAll('chosen'), PATIENT).toEqual(['one']);
      await page.keyboard.press('Control+z');
      await expect.poll(() => page.getByLabel('Mail boat one').isChecked(), PATIENT).toBe(false);
      await page.keyboard.press('Control+y');
      await page.reload();
      expect(await page.getByLabel('Mail boat one').isChecked()).toBe(true);
      await page.getByRole('button', { name: 'Look into 1 episode' }).click();
      await page.getByLabel('SPEAKER_1').fill('Ada');
      await page.getByLabel('SPEAKER_2').fill('Bo');
      await page.reload();
      await expect.poll(valueOf(page, 'SPEAKER_2'), PATIENT).toBe('Bo');
      await page.getByLabel('SPEAKER_1').fill('Ada Quill');
      await page.keyboard.press('Control+z');
      await expect.poll(valueOf(page, 'SPEAKER_1'), PATIENT).toBe('Ada');
      await page.context().close();
    });

    test('changes of a brand wait at its address until they are kept or taken back', async () => {
      const client = new Client(served);
      await client.send('/v1/brands/tide', { name: 'Tide', handle: '@kept' }, 'admin', 'PUT');
      const { page } = await open(browser, served, '/studio/brands/tide?size=square');
      await page.getByLabel('Handle').fill('@changed');
      await page.getByText('Not kept yet').waitFor();
      await page.reload();
      await expect.poll(valueOf(page, 'Handle'), PATIENT).toBe('@changed');
      expect(await page.getByLabel('Square').isChecked()).toBe(true);
      await page.keyboard.press('3');
      await page.getByRole('link', { name: /Tide.*not kept yet/ }).click();
      await page.getByRole('button', { name: 'Back to what is kept' }).click();
      await expect.poll(valueOf(page, 'Handle'), PATIENT).toBe('@kept');
      await page.keyboard.press('Control+z');
      await expect.poll(valueOf(page, 'Handle'), PATIENT).toBe('@changed');
      await page.getByRole('button', { name: 'Keep this brand' }).click();
      await page.getByText('The brand is kept.').waitFor();
      await page.reload();
      await expect.poll(valueOf(page, 'Handle'), PATIENT).toBe('@changed');
      expect(await page.getByText('Not kept yet').count()).toBe(0);
      await page.context().close();
    });

    test('a correction half typed waits, unfolded, at the address of its words', async () => {
      const { page } = await open(browser, served, '/studio/e/example/s=3?correct');
      const right = valueOf(page, 'What is really said');
      await page.getByLabel('What is really said').fill('Somebody took the stairs.');
      await page.getByRole('link', { name: 'Verify' }).click();
      await page.getByRole('heading', { name: 'Did anybody say this?' }).waitFor();
      await page.goBack();
      await expect.poll(right, PATIENT).toBe('Somebody took the stairs.');
      await page.goto(`${served.origin}/studio/e/example/s=4?correct`);
      await expect.poll(right, PATIENT).toContain('Mika Haddad');
      await page.goto(`${served.origin}/studio/e/example/s=3`);
      await expect.poll(right, PATIENT).toBe('Somebody took the stairs.');
      await page.context().close();
    });

    test('a new brand nobody kept opens as it was left', async () => {
      const { page } = await open(browser, served, '/studio/brands/new');
      await page.getByLabel('Name', { exact: true }).fill('Low Water');
      await page.getByText('Not kept yet').waitFor();
      await page.reload();
      await expect.poll(nameOf(page), PATIENT).toBe('Low Water');
      await page.getByRole('button', { name: 'Keep this brand' }).click();
      await expect.poll(() => new URL(page.url()).pathname, PATIENT).toBe('/studio/brands/low-water');
      await page.goto(`${served.origin}/studio/brands/new`);
      await page.getByRole('heading', { name: 'A new brand' }).waitFor();
      expect(await nameOf(page)()).toBe('');
      await page.context().close();
    });

    test('cards of the pack are moved by keyboard, and sizes that were chosen are undone with them', async () => {
      const { page } = await open(browser, served, '/studio/e/example/s=3');
      await seesCard(page);
      await page.keyboard.press('p');
      await page.goto(`${served.origin}/studio/e/example/s=10`);
      await seesCard(page);
      await page.keyboard.press('p');
      await page.keyboard.press('2');
      const rows = () => page.locator('ol li p:first-child').allTextContents();
      await expect.poll(async () => (await rows()).length, PATIENT).toBe(2);
      const [first = '', second = ''] = await rows();
      await page.getByRole('link', { name: `Open ${first.slice(0, 20)}` }).focus();
      await page.keyboard.press('Alt+ArrowDown');
      await expect.poll(rows, PATIENT).toEqual([second, first]);
      await page.getByLabel('Pin 2:3').check();
      await page.getByLabel('Mastodon').check();
      await expect.poll(() => page.url(), PATIENT).toContain('for=mastodon');
      await page.keyboard.press('Control+z');
      await page.keyboard.press('Control+z');
      await expect.poll(() => new URL(page.url()).search, PATIENT).toBe('');
      expect(await page.getByLabel('Pin 2:3').isChecked()).toBe(false);
      await page.keyboard.press('Control+z');
      await expect.poll(rows, PATIENT).toEqual([first, second]);
      await page.context().close();
    });

    test('a question of the verifier is undone and asked again by the way back', async () => {
      const { page } = await open(browser, served, '/studio/verify?text=hope+is+cheaper+than+a+motor');
      await page.getByRole('heading', { name: 'Said just so' }).waitFor();
      await page.getByRole('link', { name: 'The Elevator That Apologises' }).waitFor();
      await page.getByLabel('The words as they were posted').fill('hope is a ferry');
      await page.keyboard.press('Control+z');
      await expect
        .poll(valueOf(page, 'The words as they were posted'), PATIENT)
        .toBe('hope is cheaper than a motor');
      await page.keyboard.press('Control+y');
      await page.getByRole('button', { name: 'Look for it' }).click();
      await page.getByRole('heading', { name: 'Said just so' }).waitFor({ state: 'detached' });
      await page.goBack();
      await page.getByRole('heading', { name: 'Said just so' }).waitFor();
      expect(await valueOf(page, 'The words as they were posted')()).toBe('hope is cheaper than a motor');
      await page.context().close();
    });

    test('in every view the question mark shows the keyboard map, with the keys of that view first', async () => {
      const { page } = await open(browser, served, '/studio');
      for (const [path, title] of [
        ['', 'Episodes'],
        ['/import', 'Episodes'],
        ['/feed', 'Episodes'],
        ['/e/example', 'Words'],
        ['/pack', 'Pack'],
        ['/brands', 'Words'],
        ['/brands/new', 'Words'],
        ['/verify', 'Words'],
        ['/nowhere/at/all', 'Words'],
      ] as const) {
        await page.goto(`${served.origin}/studio${path}`, { waitUntil: 'load' });
        await page.locator('h1').first().waitFor({ state: 'attached' });
        await page.keyboard.press('?');
        const map = page.getByRole('dialog', { name: 'Keyboard map' });
        await map.getByRole('heading', { name: 'Everywhere' }).waitFor();
        expect({ path, first: await map.getByRole('heading', { level: 3 }).first().textContent() }).toEqual({
          path,
          first: title,
        });
        await page.keyboard.press('Escape');
        await map.waitFor({ state: 'detached' });
      }
      await page.context().close();
    });

    test('views are opened by number, and whoever hears the page begins at what opened', async () => {
      const { page } = await open(browser, served, '/studio');
      for (const [key, heading, title] of [
        ['2', 'Pack', 'Pack'],
        ['3', 'Brands', 'Brands'],
        ['4', 'Did anybody say this?', 'Did anybody say this?'],
        ['1', 'Episodes', 'Episodes'],
      ] as const) {
        await page.keyboard.press(key);
        await page.getByRole('heading', { name: heading, level: 1 }).waitFor();
        await expect.poll(() => page.title(), PATIENT).toBe(`${title} · Pullquote Studio`);
        expect(await page.evaluate('document.activeElement?.id')).toBe('main');
      }
      await page.context().close();
    });
  },
  120_000,
);
