/** What the Studio is served as and builds on. */
import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { pictureView } from '../../../src/http/uploads.ts';
import { wordsView } from '../../../src/http/schemas.ts';
import { bytesOf, isPng, problemOf } from '../client.ts';
import type { ClientOf } from '../suite.ts';

export function studioTests(client: ClientOf): void {
  const preview = (body: object, query = '', init = {}) =>
    client().ask(`/v1/preview${query}`, {
      method: 'POST',
      body: JSON.stringify({ episode: 'example', range: 's=3', ...body }),
      headers: { 'Content-Type': 'application/json' },
      ...init,
    });

  test.each(['/studio', '/studio/', '/studio/e/example/text=a%2Cb', '/studio/brands/new'])(
    '%s is the same page, which may load nothing from elsewhere',
    async (path) => {
      const response = await client().ask(path);
      expect(response.status).toBe(200);
      expect(response.headers.get('Content-Security-Policy')).toContain("script-src 'self'");
      expect(await response.text()).toContain('<div id="root">');
    },
  );

  test('its code is served to be kept for ever; what is not there answers 404', async () => {
    const page = await (await client().ask('/studio')).text();
    const [script] = /\/studio\/assets\/[\w-]+\.js/.exec(page) ?? [];
    const response = await client().ask(script ?? '');
    expect(response.headers.get('Content-Type')).toContain('text/javascript');
    expect(response.headers.get('Cache-Control')).toContain('immutable');
    expect(await problemOf(await client().ask('/studio/assets/none.js'))).toMatchObject({ status: 404 });
  });

  test('what it is made of is sent packed to who takes that, and plain to others', async () => {
    const page = await (await client().ask('/studio')).text();
    const [script = ''] = /\/studio\/assets\/[\w-]+\.js/.exec(page) ?? [];
    for (const path of ['/studio', '/studio/sw.js', script]) {
      const packed = await client().ask(path, { headers: { 'Accept-Encoding': 'gzip' } });
      const plain = await client().ask(path, { headers: { 'Accept-Encoding': 'identity' } });
      expect([packed.headers.get('Content-Encoding'), plain.headers.get('Content-Encoding')]).toEqual([
        'gzip',
        null,
      ]);
      expect(packed.headers.get('Vary')).toBe('Accept-Encoding');
      expect(await packed.text()).toBe(await plain.text());
    }
  });

  test('its service worker may look after its views and may fetch from nowhere else', async () => {
    const response = await client().ask('/studio/sw.js');
    expect(response.headers.get('Service-Worker-Allowed')).toBe('/studio');
    expect(response.headers.get('Cache-Control')).toBe('no-cache');
    expect(response.headers.get('Content-Security-Policy')).toBe("default-src 'none'; connect-src 'self'");
  });

  test('the words of an episode come with its sentences, whose quotes have their addresses', async () => {
    const { words, sentences, turns, startsMs } = await client().json(
      wordsView,
      '/v1/episodes/example/words',
    );
    expect(sentences[0]?.wordFrom).toBe(0);
    expect(sentences.at(-1)?.wordTo).toBe(words.length);
    expect(startsMs).toHaveLength(words.length);
    expect(turns[0]?.speaker).toBe('Tobias Wren');
    const id = sentences[3]?.quoteId;
    expect((await client().ask(`/v1/quotes/${id}`)).status).toBe(200);
  });

  test('the cover of an episode is a picture', async () => {
    const response = await client().ask('/v1/episodes/example/cover');
    expect(response.headers.get('Content-Type')).toBe('image/png');
    expect(isPng(await bytesOf(response))).toBe(true);
  });

  test('a preview is the card that its address serves, with what it says, and is kept by nobody', async () => {
    const response = await preview({}, '?template=bold');
    expect(response.headers.get('Cache-Control')).toBe('no-store');
    const card = await client().ask('/e/example/s=3.png?template=bold');
    expect(response.headers.get('X-Alt-Text')).toBe(card.headers.get('X-Alt-Text'));
    expect(response.headers.get('X-Slides')).toBe('1');
    expect(Buffer.compare(await bytesOf(response), await bytesOf(card))).toBe(0);
  });

  test('a preview may have fewer pixels than the card, on the same slides, and the card may not', async () => {
    const [whole, half] = [
      await preview({ range: 's=0-40' }),
      await preview({ range: 's=0-40' }, '?dpr=0.5'),
    ];
    expect(widthOf(await bytesOf(half))).toBe(widthOf(await bytesOf(whole)) / 2);
    for (const name of ['X-Alt-Text', 'X-Slides'])
      expect(half.headers.get(name)).toBe(whole.headers.get(name));
    for (const response of [await preview({}, '?dpr=0.4'), await client().ask('/e/example/s=3.png?dpr=0.5')])
      expect(await problemOf(response)).toMatchObject({
        status: 400,
        code: 'bad-parameter',
      });
  });

  test('a preview of many words says how many slides they take', async () => {
    const response = await preview({ range: 's=0-40' });
    expect(Number(response.headers.get('X-Slides'))).toBeGreaterThan(1);
  });

  test('a kit that is not kept is drawn for who may import, and for nobody else', async () => {
    const brand = {
      id: 'new',
      name: 'New',
      colors: { background: '#102030', text: '#ffffff', muted: '#cccccc', accent: '#ff8800' },
    };
    const plain = await bytesOf(await preview({}));
    const drawn = await preview({ brand }, '', {
      headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${client().secret('import')}` },
    });
    expect(drawn.status).toBe(200);
    expect(Buffer.compare(await bytesOf(drawn), plain)).not.toBe(0);
    expect(await problemOf(await preview({ brand }))).toMatchObject({ status: 401, code: 'unauthorized' });
  });

  test('a preview says which colours of its brand could not be read, and what they are drawn in', async () => {
    const adjustedIn = async (colors: object) => {
      const drawn = await preview({ brand: { id: 'pale', name: 'Pale', colors } }, '', asImporter(JSON_TYPE));
      return JSON.parse(decodeURIComponent(drawn.headers.get('X-Adjusted-Colors') ?? '[]'));
    };
    const clear = { background: '#ffffff', text: '#111111', muted: '#444444', accent: '#0a3a8a' };
    expect(await adjustedIn(clear)).toEqual([]);
    expect(await adjustedIn({ ...clear, muted: '#dddddd' })).toMatchObject([
      { use: 'muted', given: '#dddddd', ground: '#ffffff', repaired: true },
      { use: 'muted on a panel', given: '#dddddd', repaired: true },
    ]);
    expect((await preview({})).headers.get('X-Adjusted-Colors')).toBeNull();
  });

  const asImporter = (headers = {}) => ({
    headers: { ...headers, Authorization: `Bearer ${client().secret('import')}` },
  });
  const JSON_TYPE = { 'Content-Type': 'application/json' };

  test('a picture is kept clean under its digest, and can be seen in a preview as logo and as photo', async () => {
    const sent = await readFile('examples/tobias-wren.png');
    const response = await client().ask('/v1/pictures', { method: 'POST', body: sent, ...asImporter() });
    expect(response.status).toBe(201);
    const { digest, width, type } = pictureView.parse(await response.json());
    expect([width, type]).toEqual([sent.readUInt32BE(16), 'image/png']);
    const plain = await bytesOf(await preview({}));
    for (const body of [{ photo: digest }, { brand: { id: 'new', name: 'New', logo: digest } }]) {
      const drawn = await preview(body, '', asImporter(JSON_TYPE));
      expect(drawn.status).toBe(200);
      expect(Buffer.compare(await bytesOf(drawn), plain)).not.toBe(0);
    }
  });

  test.each([
    [{ photo: 'a'.repeat(64) }, 'bad-image'],
    [{ brand: { id: 'new', name: 'New', logo: 'a'.repeat(64) } }, 'bad-brand'],
    [{ brand: { id: 'new', name: 'New', fonts: { body: 'a'.repeat(64) } } }, 'bad-brand'],
    [{ brand: { id: 'new', name: 'New', fonts: { body: 'comic' } } }, 'bad-brand'],
  ])('a preview with what nobody sent, %j, is refused: %s', async (body, code) => {
    expect(await problemOf(await preview(body, '', asImporter(JSON_TYPE)))).toMatchObject({ code });
  });

  test.each([
    'archivo/files/archivo-latin-standard-italic.woff2',
    'newsreader/files/newsreader-latin-wght-normal.woff2',
  ])('the font %s is kept under its digest, and a preview is set in it', async (file) => {
    const sent = await readFile(`node_modules/@fontsource-variable/${file}`);
    const response = await client().ask('/v1/fonts', { method: 'POST', body: sent, ...asImporter() });
    expect(response.status).toBe(201);
    const { digest }: { digest: string } = await response.json();
    const own = await bytesOf(await preview(inType(digest), '', asImporter(JSON_TYPE)));
    const plain = await bytesOf(await preview(inType('inter'), '', asImporter(JSON_TYPE)));
    expect(isPng(own)).toBe(true);
    expect(Buffer.compare(own, plain)).not.toBe(0);
  });

  test('what is no picture is not kept', async () => {
    const body = 'not a picture';
    const response = await client().ask('/v1/pictures', { method: 'POST', body, ...asImporter() });
    expect(await problemOf(response)).toMatchObject({ status: 422, code: 'bad-image' });
    expect((await client().ask('/v1/pictures', { method: 'POST', body })).status).toBe(401);
  });

  test.each([
    [{ range: '13:99' }, '', 'bad-range'],
    [{ episode: 'nowhere' }, '', 'not-found'],
    [{}, '?colour=red', 'bad-parameter'],
    [{ look: 1 }, '', 'bad-parameter'],
  ])('a preview of %j with %j is refused: %s', async (body, query, code) => {
    expect(await problemOf(await preview(body, query))).toMatchObject({ code });
  });

  test('a code nobody printed signs nobody in', async () => {
    const response = await client().ask('/v1/session', {
      method: 'POST',
      body: JSON.stringify({ code: '0'.repeat(40) }),
    });
    expect(await problemOf(response)).toMatchObject({ status: 401, code: 'unauthorized' });
  });
}

/** The body of a preview in a font. */
function inType(body: string): object {
  return { brand: { id: 'new', name: 'New', fonts: { body } } };
}

/** Pixels of a row, as a PNG's first chunk says (PNG 3rd edition, 11.2.1). */
function widthOf(png: Uint8Array): number {
  return new DataView(png.buffer, png.byteOffset).getUint32(16);
}
