/** Changes made in the Studio by hand, in Chromium, and how long until their picture is there, decoded. */
import { type Page, chromium } from 'playwright-core';

export interface Change {
  name: string;
  /** Milliseconds from the event of each change to its picture. */
  ms: number[];
}

const CHROMIUM = process.env['CHROMIUM'] ?? '/usr/bin/chromium';

/** Between two changes, in milliseconds: somebody looks at what came. */
const LOOKS = 700;

/**
 * In the page: notes when the last event of a person came and resolves once a picture that was not there at that moment is decoded and
 * no newer one is under way.
 */
const WATCH = `window.pictureAfter = (testId) => new Promise((resolve) => {
  const picture = () => document.querySelector('[data-testid=' + testId + ']');
  let at = null, seen = null;
  const note = (event) => { if (event.isTrusted || event.type === 'input') { at = event.timeStamp; seen = picture()?.src; } };
  const kinds = ['pointerdown', 'keydown', 'input'];
  for (const kind of kinds) addEventListener(kind, note, true);
  const look = async () => {
    const shown = picture();
    if (at === null || !shown || shown.src === seen || shown.closest('[aria-busy=true]')) return;
    const since = at;
    await shown.decode();
    if (since !== at) return;
    observer.disconnect();
    for (const kind of kinds) removeEventListener(kind, note, true);
    resolve(performance.now() - since);
  };
  const observer = new MutationObserver(look);
  observer.observe(document.body, { subtree: true, childList: true, attributes: true, attributeFilter: ['src', 'aria-busy'] });
})`;

/** @param rounds how often each kind of change is made */
export async function changesInStudio(origin: string, token: string, rounds: number): Promise<Change[]> {
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] });
  try {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
    await context.addInitScript(`localStorage.setItem('pullquote.token', '${token}'); ${WATCH}`);
    const page = await context.newPage();
    return [...(await changesOfCard(page, origin, rounds)), ...(await changesOfBrand(page, origin, rounds))];
  } finally {
    await browser.close();
  }
}

async function changesOfCard(page: Page, origin: string, rounds: number): Promise<Change[]> {
  await page.goto(`${origin}/studio/e/example/s=3`, { waitUntil: 'networkidle' });
  const choices = (name: string) => page.getByRole('group', { name }).locator('label');
  const change = (name: string, act: (at: number) => Promise<void>) =>
    timed(page, `Studio, ${name}`, 'preview', rounds, act);
  const press = async (label: string, at: number): Promise<void> => {
    const labels = choices(label);
    // Not the one that is chosen: each is followed by another.
    await labels.nth((at + 1) % (await labels.count())).click();
  };
  return [
    await change('another sentence', async () => {
      await page.getByRole('listbox').focus();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Space');
    }),
    await change('another template', (at) => press('Template', at)),
    await change('another size', (at) => press('Size', at)),
  ];
}

async function changesOfBrand(page: Page, origin: string, rounds: number): Promise<Change[]> {
  await page.goto(`${origin}/studio/brands/new`, { waitUntil: 'networkidle' });
  const change = (name: string, act: (at: number) => Promise<void>) =>
    timed(page, `Studio, ${name}`, 'brand-card', rounds, act);
  const colour = page.locator('input[type=color]').last();
  return [
    await change("a brand's colour", (at) => colour.fill(`#${(0x20_4060 + at * 0x01_0203).toString(16)}`)),
    await change("a brand's colour, dragged", (at) => colour.evaluate(DRAG, at)),
    await change("a brand's handle, a letter", async () => {
      await page.getByLabel('Handle').focus();
      await page.keyboard.press('End');
      await page.keyboard.press('a');
    }),
  ];
}

/** Thirty colours in half a second, as a picker gives them while it is dragged over. */
const DRAG = async (input: HTMLElement | SVGElement, at: number): Promise<void> => {
  const { set } = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value') ?? {};
  for (let step = 0; step < 30; step++) {
    set?.call(input, `#${(0x70_2010 + at * 0x02_0301 + step * 0x01_0102).toString(16)}`);
    input.dispatchEvent(new Event('input', { bubbles: true }));
    // As a hand moves.
    // oxlint-disable-next-line no-await-in-loop
    await new Promise((resolve) => setTimeout(resolve, 16));
  }
};

async function timed(
  page: Page,
  name: string,
  testId: string,
  rounds: number,
  act: (at: number) => Promise<void>,
): Promise<Change> {
  const ms: number[] = [];
  for (let at = 0; at < rounds; at++) {
    const picture = page.evaluate<number>(`window.pictureAfter('${testId}')`);
    await act(at);
    ms.push(await picture);
    await page.waitForTimeout(LOOKS);
  }
  return { name, ms };
}
