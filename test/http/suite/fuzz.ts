import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { imageParams } from '../../../src/card/params.ts';
import type { ClientOf } from '../suite.ts';

const RUNS = { numRuns: 100 };

const name = fc.oneof(
  fc.constantFrom(
    ...Object.keys(imageParams.shape),
    'limit',
    'after',
    'q',
    'url',
    'format',
    'was',
    'utm_source',
  ),
  fc.string({ maxLength: 8 }),
);
const value = fc.oneof(
  fc.constantFrom(
    'og',
    '1',
    '0',
    '-1',
    '1e9',
    'null',
    '%00',
    '../..',
    '<script>',
    '\u202e',
    '9'.repeat(400),
    'x'.repeat(2000),
  ),
  fc.string({ unit: 'binary', maxLength: 30 }),
);
const query = fc
  .array(fc.tuple(name, value), { maxLength: 4 })
  .map((pairs) =>
    new URLSearchParams(pairs.map(([key, text]): [string, string] => [key, text.toWellFormed()])).toString(),
  );
/** Percent-encoded text that may be no UTF-8. */
const segment = fc.oneof(
  fc.constantFrom(
    't=',
    's=-1',
    's=1e9',
    't=1,0',
    'text=,',
    'text=%',
    '%ff%fe',
    '%00',
    '..%2f..',
    'text=%E2%80%AE',
    'q_a+q_b',
    '99:99:99',
  ),
  fc.string({ unit: 'binary', maxLength: 20 }).map((text) => encodeURIComponent(text.toWellFormed())),
);

export function fuzzTests(client: ClientOf): void {
  /** What no request may get. */
  async function fine(path: string, init: RequestInit = {}): Promise<void> {
    const response = await client().ask(path, init);
    const { status, headers } = response;
    await response.arrayBuffer();
    const sent = { path, init };
    expect({ ...sent, isFault: status >= 500 && status !== 501 }).toEqual({ ...sent, isFault: false });
    if (status >= 400) {
      expect({ path, caching: headers.get('Cache-Control') }).toEqual({ path, caching: 'no-store' });
      expect({ path, isPicture: headers.get('Content-Type')?.startsWith('image/') }).toEqual({
        path,
        isPicture: false,
      });
    }
  }

  test('no query makes the server fail, and no error is a picture or is kept', async () => {
    const { id } = await client().quote('Two identical towers');
    const paths = [
      `/q/${id}.png`,
      `/q/${id}`,
      `/e/example`,
      '/v1/episodes',
      '/v1/search',
      '/oembed',
      `/v1/quotes/${id}`,
    ];
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...paths), query, (path, search) => fine(`${path}?${search}`)),
      RUNS,
    );
  });

  test('no address makes the server fail', async () => {
    const place = fc.constantFrom(
      '/q/',
      '/e/',
      '/e/example/',
      '/v1/episodes/',
      '/v1/quotes/',
      '/embed/q/',
      '/embed/e/example/',
    );
    const ending = fc.constantFrom('', '.png', '.svg', '/transcript.vtt', '/quotes');
    await fc.assert(
      fc.asyncProperty(place, segment, ending, (start, middle, end) => fine(`${start}${middle}${end}`)),
      RUNS,
    );
  });

  test('no header of a condition makes the server fail', async () => {
    const { id } = await client().quote('Two identical towers');
    const header = fc.constantFrom(
      'If-None-Match',
      'If-Range',
      'Range',
      'Accept',
      'Origin',
      'Accept-Language',
    );
    const text = fc.oneof(
      fc.constantFrom(
        'bytes=',
        'bytes=-',
        'bytes=5-1',
        'bytes=0-0,5-6',
        'bytes=99999999999999-',
        '*',
        '"',
        'W/"',
        ',,,',
      ),
      fc.string({ maxLength: 30 }).map((raw) => raw.replace(/[^\x21-\x7e]/g, '')),
    );
    await fc.assert(
      fc.asyncProperty(header, text, (key, said) => fine(`/q/${id}.png`, { headers: { [key]: said } })),
      RUNS,
    );
  });

  test('no body makes the server fail', async () => {
    const body = fc.oneof(
      fc.json(),
      fc.string(),
      fc.object().map((object) => JSON.stringify({ episode: 'example', ...object })),
    );
    await fc.assert(
      fc.asyncProperty(fc.constantFrom('/v1/quotes', '/v1/episodes'), body, (path, sent) =>
        fine(path, {
          method: 'POST',
          body: sent,
          headers: {
            Authorization: `Bearer ${client().secret('import')}`,
            'Content-Type': 'application/json',
          },
        }),
      ),
      RUNS,
    );
  });
}
