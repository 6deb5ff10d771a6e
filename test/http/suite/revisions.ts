import { expect, test } from 'vitest';
import { importView, quoteList, quoteView } from '../../../src/http/schemas.ts';
import { episodeForm } from '../servers.ts';
import type { ClientOf } from '../suite.ts';

const metadata = (id: string) => ({
  show: 'Cold Harbour',
  title: 'Thaw',
  id,
  participants: [{ name: 'Ida Holm', role: 'Pilot' }],
});

const words = (first: string, second: string) => `WEBVTT

00:00.000 --> 00:04.000
${first}

00:04.500 --> 00:08.000
${second}
`;

const FIRST = 'We lost nine boats in the thaw that spring.';
const SECOND = 'And every skipper on the quay said that he had known it.';

export function revisionTests(client: ClientOf): void {
  async function idOf(episode: string, text: string): Promise<string> {
    const { items } = await client().json(quoteList, `/v1/episodes/${episode}/quotes`);
    const quote = items.find((item) => item.text === text && item.status !== 'superseded');
    if (quote === undefined) throw new Error(`No quote says: ${text}`);
    return quote.id;
  }

  test('a quote keeps its address when its words are corrected a little', async () => {
    await client().import(episodeForm(metadata('thaw'), words(FIRST, SECOND)));
    const id = await idOf('thaw', SECOND);
    const corrected = SECOND.replace('skipper', 'captain');
    const report = importView.parse(
      await (await client().import(episodeForm(metadata('thaw'), words(FIRST, corrected)))).json(),
    );
    expect(report).toMatchObject({ status: 'revised', quotes: { changed: 1 } });
    expect(await client().json(quoteView, `/v1/quotes/${id}`)).toMatchObject({
      text: corrected,
      status: 'changed',
    });
    expect(await (await client().ask(`/q/${id}`)).text()).toContain('was corrected');
  });

  test('where a number changed, the old address leads to the new one', async () => {
    await client().import(episodeForm(metadata('thaw-2'), words(FIRST, SECOND)));
    const old = await idOf('thaw-2', FIRST);
    const corrected = FIRST.replace('nine', 'five');
    await client().import(episodeForm(metadata('thaw-2'), words(corrected, SECOND)));
    const next = await idOf('thaw-2', corrected);
    const image = await client().ask(`/q/${old}.png?dpr=2`);
    expect([image.status, image.headers.get('Location')]).toEqual([302, `/q/${next}.png?dpr=2`]);
    const page = await client().ask(`/q/${old}`);
    expect([page.status, page.headers.get('Location')]).toEqual([302, `/q/${next}?was=${old}`]);
    expect(await (await client().ask(`/q/${next}?was=${old}`)).text()).toContain(FIRST);
  });

  test('a speaker a person confirms is printed from then on, and only then', async () => {
    await client().import(episodeForm(metadata('thaw-3'), words(FIRST, SECOND)));
    const id = await idOf('thaw-3', FIRST);
    expect(await (await client().ask(`/q/${id}`)).text()).not.toContain('<b>Ida Holm</b>');
    const response = await client().send(
      '/v1/episodes/thaw-3/speakers',
      { speakers: [{ range: 's=0', participant: 'Ida Holm' }] },
      'import',
      'PUT',
    );
    expect(await response.json()).toEqual({
      confirmed: [{ range: 's=0', participantId: 'ida-holm', quotes: 1 }],
    });
    expect(await (await client().ask(`/q/${id}`)).text()).toContain('<b>Ida Holm</b>');
  });
}
