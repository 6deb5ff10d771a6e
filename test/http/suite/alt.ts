import { expect, test } from 'vitest';
import { quoteList, quoteView } from '../../../src/http/schemas.ts';
import type { z } from 'zod';
import { problemOf } from '../client.ts';
import type { ClientOf } from '../suite.ts';

export function altTests(client: ClientOf): void {
  async function someQuote(): Promise<z.output<typeof quoteView>> {
    const { items } = await client().json(quoteList, '/v1/episodes/example/quotes?limit=20');
    const quote = items.find(({ text }) => text.startsWith('Two identical towers'));
    if (quote === undefined) throw new Error('The example no longer has this sentence.');
    return quote;
  }

  const ALT =
    '“Two identical towers, same motors, same software.” — Mika Haddad (Elevator engineer). Slow Signal, The Elevator That Apologises, March 14, 2026, 0:42.';

  test('the card of a quote in words is plain text', async () => {
    const response = await client().ask(`/q/${(await someQuote()).id}.txt`);
    expect(response.status).toBe(200);
    expect(response.headers.get('Content-Type')).toBe('text/plain; charset=utf-8');
    expect(await response.text()).toBe(`${ALT}\n`);
  });

  test('a range has a text too', async () => {
    const response = await client().ask('/e/example/text=Two%20identical%20towers,software.txt');
    expect(await response.text()).toContain('Two identical towers');
  });

  test('the API and the page of a quote have it', async () => {
    const { id, alt } = await someQuote();
    expect(alt).toBe(ALT);
    expect(await (await client().ask(`/q/${id}`)).text()).toContain(`alt="${ALT}"`);
  });

  test('each slide of a quote too long for one card says its own words, drawn or kept', async () => {
    const path = '/e/example/s=0-30.png?template=bold';
    const altOf = async (slide: number): Promise<string> => {
      const response = await client().ask(`${path}&slide=${slide}`);
      expect(response.status).toBe(200);
      return decodeURIComponent((response.headers.get('X-Alt-Text') ?? '').replace("UTF-8''", ''));
    };
    const drawn = [await altOf(1), await altOf(2)];
    expect([await altOf(1), await altOf(2)]).toEqual(drawn);
    const whole = await (await client().ask('/e/example/s=0-30.txt')).text();
    for (const [index, alt] of drawn.entries()) {
      expect(alt).toMatch(new RegExp(`, ${index + 1}/\\d+\\.`));
      // At most 420 characters: the words are cut, and say so.
      const words = alt.slice(1, alt.indexOf('…') < 0 ? alt.lastIndexOf('”') : alt.indexOf('…'));
      expect(whole).toContain(words);
    }
    expect(drawn[1]?.slice(0, 30)).not.toBe(drawn[0]?.slice(0, 30));
  });

  test('the API and the page of a quote that takes several slides say the first, as its picture does', async () => {
    const sent = await client().send('/v1/quotes', { episode: 'example', range: 's=0-20' });
    const minted = quoteView.parse(await sent.json());
    const picture = await client().ask(`/q/${minted.id}.png`);
    const alt = decodeURIComponent((picture.headers.get('X-Alt-Text') ?? '').replace("UTF-8''", ''));
    expect(alt).toMatch(/, 1\/\d+\./);
    expect(minted.alt).toBe(alt);
    expect((await client().json(quoteView, `/v1/quotes/${minted.id}`)).alt).toBe(alt);
    const page = await (await client().ask(`/q/${minted.id}`)).text();
    expect(page).toContain(`alt="${alt.slice(0, 200).replaceAll('&', '&amp;')}`);
  });

  test('a quote that takes more slides than were asked for is refused', async () => {
    const problem = await problemOf(await client().ask('/e/example/s=0-30.png?template=bold&max_slides=2'));
    expect(problem).toMatchObject({ status: 422, code: 'does-not-fit' });
    expect(problem.detail).toContain('2 slides');
  });

  test('a quote there is not has none', async () => {
    expect((await client().ask('/q/q_aaaaaaaaaaaaa.txt')).status).toBe(404);
  });
}
