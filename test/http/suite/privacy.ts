import { beforeAll, expect, test } from 'vitest';
import { episodeList, hitList, quoteList } from '../../../src/http/schemas.ts';
import { episodeForm } from '../servers.ts';
import type { ClientOf } from '../suite.ts';

const WORDS = `WEBVTT

00:00.000 --> 00:04.000
<v Ada>Nobody outside should hear about the lighthouse yet.
`;

const PRIVATE = { show: { title: 'Back Room', visibility: 'private' }, title: 'Drafts', id: 'drafts' };

export function privacyTests(client: ClientOf): void {
  let paths: string[] = [];

  beforeAll(async () => {
    await client().import(episodeForm(PRIVATE, WORDS));
    const { items } = await client().json(quoteList, '/v1/episodes/drafts/quotes', { as: 'read' });
    const id = items[0]?.id ?? '';
    paths = [
      '/v1/episodes/drafts',
      '/v1/episodes/drafts/quotes',
      '/v1/episodes/drafts/transcript.txt',
      '/v1/episodes/drafts/search?q=lighthouse',
      `/v1/quotes/${id}`,
      `/q/${id}`,
      `/q/${id}.png`,
      '/e/drafts',
      '/e/drafts/s=0',
      '/e/drafts/s=0.png',
    ];
  });

  test('without a token nothing of a private show is there', async () => {
    for (const path of paths) expect([path, (await client().ask(path)).status]).toEqual([path, 404]);
  });

  test('with a token that may read it is there, and kept by no shared cache', async () => {
    for (const path of paths) {
      const response = await client().ask(path, { as: 'read' });
      expect([path, response.status, response.headers.get('Cache-Control')]).toEqual([
        path,
        200,
        'private, no-cache',
      ]);
    }
  });

  test('lists and search leave it out for those who may not read it', async () => {
    const episodes = await client().json(episodeList, '/v1/episodes?limit=200');
    expect(episodes.items.map(({ id }) => id)).not.toContain('drafts');
    expect((await client().json(hitList, '/v1/search?q=lighthouse')).items).toEqual([]);
    expect((await client().json(hitList, '/v1/search?q=lighthouse', { as: 'read' })).items).toHaveLength(1);
    expect(await (await client().ask('/')).text()).not.toContain('Drafts');
  });
}
