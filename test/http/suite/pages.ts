import { expect, test } from 'vitest';
import { quoteList } from '../../../src/http/schemas.ts';
import { PUBLIC_URL } from '../servers.ts';
import { episodeForm } from '../servers.ts';
import type { ClientOf } from '../suite.ts';

const HOSTILE = `WEBVTT

00:00.000 --> 00:04.000
<v Eve>Write &lt;script&gt;alert("x")&lt;/script&gt; and ]]&gt; on the wall.
`;

const ARABIC = `WEBVTT

00:00.000 --> 00:04.000
القهوة لا تنتظر أحدا.
`;

/** The content of a page's meta tag. */
function meta(markup: string, name: string): string | undefined {
  return new RegExp(`<meta (?:property|name)="${name}" content="([^"]*)"`).exec(markup)?.[1];
}

export function pageTests(client: ClientOf): void {
  async function quoteId(start: string): Promise<string> {
    const { items } = await client().json(quoteList, '/v1/episodes/example/quotes?limit=200');
    const quote = items.find(({ text }) => text.startsWith(start));
    if (quote === undefined) throw new Error(`The example has no sentence ${start}`);
    return quote.id;
  }

  test('the home page lists the episodes', async () => {
    const response = await client().ask('/');
    expect(response.headers.get('Content-Type')).toBe('text/html; charset=utf-8');
    expect(await response.text()).toContain('href="/e/example"');
  });

  test('the page of a quote has its words among the sentences around them', async () => {
    const markup = await (await client().ask(`/q/${await quoteId('Two identical towers')}`)).text();
    expect(markup).toContain('<mark>Two identical towers, same motors, same software.</mark>');
    expect(markup).toContain('We measured it for eleven weeks.');
    expect(markup).toContain('In one of them we disconnected the button.');
    expect(markup).toContain('<b>Mika Haddad</b>');
  });

  test('emoji in the words are pictures the page can load, the characters when read aloud', async () => {
    const markup = await (await client().ask(`/q/${await quoteId('Nobody has ever taken')}`)).text();
    const [, address = '', alt] = /<img class="emoji" src="([^"]+)" alt="([^"]+)"/.exec(markup) ?? [];
    expect(alt).toBe('🛗');
    expect(await (await client().ask(address)).text()).toMatch(/^<svg /);
  });

  test('Open Graph tags have absolute addresses below PUBLIC_URL, size and description of the card', async () => {
    const id = await quoteId('Two identical towers');
    const markup = await (
      await client().ask(`/q/${id}`, { headers: { 'X-Forwarded-Host': 'evil.example' } })
    ).text();
    expect(meta(markup, 'og:url')).toBe(`${PUBLIC_URL}/q/${id}`);
    expect(meta(markup, 'og:image')).toMatch(new RegExp(`^${PUBLIC_URL}/q/${id}\\.png\\?v=[0-9a-f]{32}$`));
    expect([meta(markup, 'og:image:width'), meta(markup, 'og:image:height')]).toEqual(['1200', '630']);
    expect(meta(markup, 'og:image:alt')).toContain('Two identical towers');
    expect(meta(markup, 'twitter:card')).toBe('summary_large_image');
  });

  test('a page says where to listen, at the second the quote starts', async () => {
    const markup = await (await client().ask(`/q/${await quoteId('Two identical towers')}`)).text();
    expect(markup).toMatch(
      /<a class="act first" href="https:\/\/slowsignal\.example\/[^"]*#t=42">\s*Listen at 0:42/,
    );
  });

  test('a range that is a quote names the quote as its canonical address', async () => {
    const id = await quoteId('Two identical towers');
    const markup = await (await client().ask('/e/example/0:43')).text();
    expect(markup).toContain(`<link rel="canonical" href="${PUBLIC_URL}/q/${id}"/>`);
  });

  test('a page ignores query parameters it does not know', async () => {
    const id = await quoteId('Two identical towers');
    const response = await client().ask(`/q/${id}?utm_source=x&fbclid=y`);
    expect(response.status).toBe(200);
    expect(meta(await response.text(), 'og:url')).toBe(`${PUBLIC_URL}/q/${id}`);
  });

  test('the page of an episode has every sentence as a link to its address', async () => {
    const { items } = await client().json(quoteList, '/v1/episodes/example/quotes?limit=200');
    const markup = await (await client().ask('/e/example')).text();
    const sentences = items.filter(({ status }) => status === 'live');
    expect(sentences.filter(({ id }) => markup.includes(`href="/q/${id}"`)).length).toBeGreaterThan(
      sentences.length * 0.9,
    );
    expect(markup).toContain('lang="en"');
  });

  test('an Arabic quote is marked as Arabic and read from the right', async () => {
    await client().import(
      episodeForm({ show: 'Two Tongues', title: 'Coffee', id: 'arabic', language: 'en' }, ARABIC),
    );
    const markup = await (await client().ask('/e/arabic/s=0')).text();
    expect(markup).toContain('dir="rtl"');
    expect(markup).toContain('<blockquote class="words" lang="ar"');
  });

  test('words that look like markup are words', async () => {
    await client().import(episodeForm({ show: 'Markup', title: 'Tags', id: 'hostile' }, HOSTILE));
    const markup = await (await client().ask('/e/hostile/s=0')).text();
    expect(markup).not.toContain('<script>alert');
    expect(markup).toContain('&lt;script&gt;');
  });

  test('a page may load its own pictures and style sheet, and run nothing', async () => {
    const { headers } = await client().ask('/e/example');
    expect(headers.get('Content-Security-Policy')).toMatch(
      /^default-src 'none'; style-src 'sha256-[^']+'; img-src 'self'; font-src 'self'/,
    );
    expect(headers.get('X-Content-Type-Options')).toBe('nosniff');
  });

  test.each([
    ['/q/q_aaaaaaaaaaaaa', 404],
    ['/e/nowhere', 404],
    ['/e/example/13:99', 400],
    ['/e/example/text=the', 409],
  ])('%s answers %d with a page for readers, not cached', async (path, status) => {
    const response = await client().ask(path);
    expect(response.status).toBe(status);
    expect(response.headers.get('Content-Type')).toBe('text/html; charset=utf-8');
    expect(response.headers.get('Cache-Control')).toBe('no-store');
  });

  test('words said more than once lead to each place where they are', async () => {
    const markup = await (await client().ask('/e/example/text=the')).text();
    expect(markup).toMatch(/<a href="\/e\/example\/s=\d+"/);
  });

  test.each([
    ['/nothing', 'text/html,application/xhtml+xml', 'text/html; charset=utf-8'],
    ['/nothing', '*/*', 'application/problem+json'],
    ['/v1/nothing', 'text/html', 'application/problem+json'],
    ['/q/q_aaaaaaaaaaaaa.png', 'text/html', 'application/problem+json'],
    ['/q/q_aaaaaaaaaaaaa.mp4', 'text/html', 'application/problem+json'],
    ['/q/q_aaaaaaaaaaaaa.gif', 'text/html', 'application/problem+json'],
  ])('%s asked for as %s answers 404 as %s', async (path, accept, type) => {
    const response = await client().ask(path, { headers: { Accept: accept } });
    expect([response.status, response.headers.get('Content-Type')]).toEqual([404, type]);
  });
}
