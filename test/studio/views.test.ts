import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bytesOf, Client } from '../http/client.ts';
import { episodeForm, exampleForm, type Served, startNode } from '../http/servers.ts';
import { CHROMIUM, downloaded, launch, open, PATIENT, PHONE, seesCard } from './browser.ts';

const ARABIC = `WEBVTT

00:00:01.000 --> 00:00:06.000
<v ليلى حداد>كل صباح ننتظر المركب الأول قبل أن تشرق الشمس، ولا أحد يسأل لماذا.

00:00:06.500 --> 00:00:12.000
<v سامر>المصباح في النافذة يقول لنا أين البيت.
`;

const JAPANESE = `WEBVTT

00:00:01.000 --> 00:00:06.000
<v 水野>毎朝、日が昇る前に最初の船を待っています。誰もその理由を聞きません。
`;

describe.skipIf(!existsSync(CHROMIUM))(
  'views of the Studio in Chromium (skipped without it: apt-get install chromium)',
  () => {
    let browser: Browser;
    let served: Served;

    beforeAll(async () => {
      [browser, served] = [await launch(), await startNode()];
      const client = new Client(served);
      await client.import(await exampleForm());
      await client.import(harbourForm('ar', ARABIC));
      await client.import(harbourForm('ja', JAPANESE));
      const sound = await readFile('examples/example.m4a');
      const kept = await client.ask('/v1/episodes/example/audio', {
        method: 'PUT',
        as: 'import',
        body: sound,
      });
      expect(kept.ok).toBe(true);
    });
    afterAll(async () => {
      await browser.close();
      await served.close();
    });

    test('a link that signed in before says so and asks for a token', async () => {
      const page = await (await browser.newContext()).newPage();
      page.setDefaultTimeout(PATIENT.timeout);
      await page.goto(`${served.origin}/studio#code=${'0'.repeat(40)}`);
      await page.getByRole('dialog').getByText('The link you came by signs in once').waitFor(PATIENT);
      expect(new URL(page.url()).hash).toBe('');
    });

    test('pasted words are looked into as a file is, and once kept they stand in the list at once', async () => {
      const { page } = await open(browser, served, '/studio');
      await page.getByText('The Elevator That Apologises').waitFor();
      await page.evaluate(
        PASTE,
        'WEBVTT\n\n00:00:01.000 --> 00:00:04.000\n<v Ann>Lamps are for coming back.\n',
      );
      await page.getByText('WebVTT', { exact: true }).waitFor();
      await page.getByLabel('Title').fill('Lamps');
      await page.getByLabel('Show').fill('Pasted');
      await page.getByRole('button', { name: 'Keep this episode' }).click();
      await page.getByRole('listbox').waitFor();
      await page.goto(`${served.origin}/studio`);
      await page.getByRole('link', { name: 'Lamps' }).waitFor();
      await page.context().close();
    });

    test('beside a card that is longer than the window, the card scrolls and the page does not', async () => {
      const { page } = await open(browser, served, '/studio/e/example/s=12');
      const template = page.getByRole('group', { name: 'Template' }).locator('label').last();
      await template.click();
      const heights = 'document.documentElement.scrollHeight - innerHeight';
      expect(await page.evaluate<number>(heights)).toBe(0);
      await page.context().close();
    });

    test('played from a place, the sentence and the word that are heard are marked, and K pauses', async () => {
      const { page } = await open(browser, served, '/studio/e/example');
      await page.locator('[data-play]').nth(3).click();
      await expect
        .poll(() => heard(page, 'heard-sentence'), PATIENT)
        .toBe('In most buildings, after the first year, nothing at all.');
      await expect
        .poll(() => heard(page, 'heard-word'), PATIENT)
        .toMatch(/^(?:most|buildings,|after|the|first|year,)$/);
      await page.keyboard.press('k');
      await page.getByRole('button', { name: 'Play', exact: true }).waitFor();
      const place = () => page.getByLabel('Place in the recording').getAttribute('aria-valuetext');
      const paused = await place();
      await page.evaluate('document.activeElement?.blur()');
      await page.keyboard.press('Space');
      await page.getByRole('button', { name: 'Pause', exact: true }).waitFor();
      await expect.poll(place, PATIENT).not.toBe(paused);
    });

    test('an address names where the recording is, and follows it', async () => {
      const { page } = await open(browser, served, '/studio/e/example?at=42');
      const place = page.getByLabel('Place in the recording');
      await expect.poll(() => place.getAttribute('aria-valuetext'), PATIENT).toMatch(/^0:42 of/);
      // By keyboard it goes in steps of five seconds.
      await place.press('ArrowRight');
      await expect.poll(() => new URL(page.url()).searchParams.get('at'), PATIENT).toBe('45');
      await page.context().close();
    });

    test('a clip is seen frame by frame and downloaded as its address serves it', async () => {
      const { page } = await open(browser, served, '/studio/e/example/s=2?clip=size:square;style:plain');
      await page.getByTestId('clip').waitFor({ timeout: 60_000 });
      await page.getByLabel('Next frame').click();
      await page.getByText('frame 2', { exact: false }).waitFor();
      await page.getByLabel('Next frame').click();
      await page.getByText('frame 3', { exact: false }).waitFor();
      const { name, bytes } = await downloaded(page, () =>
        page.getByRole('button', { name: 'Download clip' }).click(),
      );
      expect(name).toMatch(/_square\.mp4$/);
      const { id } = await new Client(served).quote('Thank you');
      const clip = await new Client(served).ask(`/q/${id}.mp4?size=square&style=plain`);
      expect(Buffer.compare(bytes, await bytesOf(clip))).toBe(0);
    });

    test('a misheard word is corrected in the transcript, after a look at what changes', async () => {
      const { page } = await open(browser, served, '/studio/e/ja/s=1');
      await seesCard(page);
      await page.getByText('A word is wrong?').click();
      await page.getByLabel('What is really said').fill('誰もその理由を訊きません。');
      await page.getByRole('button', { name: 'See what it changes' }).click();
      await page.getByText(/1 quotes? keep|1 say something else|are replaced/).waitFor();
      await page.getByRole('button', { name: 'Keep this correction' }).click();
      const words = async () => (await (await new Client(served).ask('/v1/episodes/ja/words')).json()).words;
      await expect
        .poll(async () => (await words()).join(''), PATIENT)
        .toBe('毎朝、日が昇る前に最初の船を待っています。誰もその理由を訊きません。');
    });

    test.each([
      ['ar', 3, 6, 'المركب الأول قبل أن', 'ArrowLeft', 'المركب الأول قبل أن تشرق'],
      ['ja', 3, 6, '日が昇る', 'ArrowRight', '日が昇る前'],
    ])('words of %s are picked by mouse, keyboard and finger', async (id, from, to, words, on, more) => {
      const { page } = await open(browser, served, `/studio/e/${id}`);
      await page.locator(`[data-word="${from}"]`).click();
      await page.getByLabel('Pick whole sentences').uncheck();
      await drag(page, from, to);
      await expect
        .poll(() => page.getByTestId('preview').getAttribute('alt'), PATIENT)
        .toContain(`[…] ${words}`.replace('[…] 日', '[…]日'));
      await page.getByRole('listbox').focus();
      await page.keyboard.press(`Shift+${on}`);
      await expect.poll(() => page.getByTestId('preview').getAttribute('alt'), PATIENT).toContain(more);
      await page.context().close();

      const phone = await open(browser, served, `/studio/e/${id}`, PHONE);
      await phone.page.locator('[data-word="4"]').tap();
      expect(await phone.page.locator('.picked').first().textContent()).toContain(words);
      await phone.page.context().close();
    });

    test('in words without spaces a phrase can be marked', async () => {
      const { page } = await open(browser, served, '/studio/e/ja/s=0');
      await seesCard(page);
      const phrase = page.getByRole('group', { name: 'Key phrase' });
      await phrase.getByRole('button', { name: '日', exact: true }).click();
      await phrase.getByRole('button', { name: '昇', exact: true }).click();
      await expect.poll(() => new URL(page.url()).searchParams.get('mark'), PATIENT).toBe('日が昇');
      await page.getByTestId('preview').waitFor();
      expect(await page.getByRole('alert').count()).toBe(0);
    });

    test('a brand changed by somebody else meanwhile is not overwritten without a word', async () => {
      const client = new Client(served);
      await client.send('/v1/brands/ferry', { name: 'Ferry', handle: '@first' }, 'admin', 'PUT');
      const { page } = await open(browser, served, '/studio/brands/ferry');
      await page.getByLabel('Handle').fill('@mine');
      await client.send('/v1/brands/ferry', { name: 'Ferry', handle: '@theirs' }, 'admin', 'PUT');
      await page.getByRole('button', { name: 'Keep this brand' }).click();
      await page.getByText('This brand was changed since you opened it').waitFor();
      await page.getByRole('button', { name: 'See what is kept' }).click();
      await expect.poll(() => page.getByLabel('Handle').inputValue(), PATIENT).toBe('@theirs');
      await page.getByRole('button', { name: 'Undo' }).click();
      expect(await page.getByLabel('Handle').inputValue()).toBe('@mine');
      await page.getByRole('button', { name: 'Keep this brand' }).click();
      await page.getByText('The brand is kept.').waitFor();
      const kept = await (await client.ask('/v1/brands/ferry', { as: 'admin' })).json();
      expect(kept.kit.handle).toBe('@mine');
    });

    test('a logo is seen on the live card before the brand is kept', async () => {
      const { page } = await open(browser, served, '/studio/brands/new');
      const card = page.getByTestId('brand-card');
      await card.waitFor();
      const before = await card.getAttribute('src');
      await page.locator('#logo').setInputFiles('examples/cover.png');
      await expect.poll(() => card.getAttribute('src'), PATIENT).not.toBe(before);
      await page.getByRole('button', { name: 'Take it away: Logo' }).waitFor();
      const { items } = await (await new Client(served).ask('/v1/brands', { as: 'admin' })).json();
      expect(JSON.stringify(items)).not.toContain('"name":""');
    });

    test('cards of the pack are reordered, taken out and had back', async () => {
      const { page } = await open(browser, served, '/studio/verify');
      for (const range of ['s=3', 's=10']) {
        await page.goto(`${served.origin}/studio/e/example/${range}`);
        await seesCard(page);
        await page.keyboard.press('p');
        await page.getByText('It is in the pack.').waitFor();
      }
      await page.getByRole('link', { name: /^Pack/ }).click();
      const rows = () => page.locator('ol li p:first-child').allTextContents();
      await expect.poll(async () => (await rows()).length, PATIENT).toBe(2);
      const [first = '', second = ''] = await rows();
      await page
        .getByRole('button', { name: /^Move down/ })
        .first()
        .click();
      await expect.poll(rows, PATIENT).toEqual([second, first]);
      await page
        .getByRole('button', { name: /^Take out/ })
        .first()
        .click();
      await expect.poll(rows, PATIENT).toEqual([first]);
      await page.keyboard.press('Control+z');
      await page.keyboard.press('Control+z');
      await expect.poll(rows, PATIENT).toEqual([first, second]);
      await page.keyboard.press('Control+Shift+z');
      await expect.poll(rows, PATIENT).toEqual([second, first]);
    });
  },
  120_000,
);

/** In the page: what Ctrl V gives a document. */
const PASTE = (text: string): void => {
  const clipboardData = new DataTransfer();
  clipboardData.setData('text/plain', text);
  document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }));
};

function harbourForm(language: string, words: string): FormData {
  return episodeForm({ id: language, show: `Harbour ${language}`, title: language, language }, words);
}

/** The words under a mark of what is heard. */
function heard(page: Page, mark: string): Promise<unknown> {
  return page.evaluate(`[...(CSS.highlights.get('${mark}') ?? [])].join('')`);
}

async function drag(page: Page, from: number, to: number): Promise<void> {
  const middle = async (word: number): Promise<[number, number]> => {
    const box = await page.locator(`[data-word="${word}"]`).boundingBox();
    return box === null ? [0, 0] : [box.x + box.width / 2, box.y + box.height / 2];
  };
  await page.mouse.move(...(await middle(from)));
  await page.mouse.down();
  await page.mouse.move(...(await middle(to)), { steps: 4 });
  await page.mouse.up();
}
