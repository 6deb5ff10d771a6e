import { expect, test } from 'vitest';
import { highlightList } from '../../../src/http/highlights.ts';
import { verifyView } from '../../../src/http/verify.ts';
import { problemOf } from '../client.ts';
import type { ClientOf } from '../suite.ts';

export function highlightTests(client: ClientOf): void {
  test('highlights have words of the transcript, an address that shows them, and why they were picked', async () => {
    const { items } = await client().json(highlightList, '/v1/episodes/example/highlights?count=3');
    expect(items).toHaveLength(3);
    const first = items[0];
    const page = await client().ask(`/e/example/${first?.range}`);
    expect(await page.text()).toContain(first?.text.split(' ').slice(0, 3).join(' '));
    expect(first?.scores.total).toBeGreaterThan(0);
  });

  test('a count that is none is refused', async () => {
    const problem = await problemOf(await client().ask('/v1/episodes/example/highlights?count=0'));
    expect(problem).toMatchObject({ status: 400, detail: expect.stringContaining('`count`') });
  });

  async function verdict(text: string, speaker?: string) {
    const response = await client().ask('/v1/verify', {
      method: 'POST',
      body: JSON.stringify({ text, ...(speaker === undefined ? {} : { speaker }) }),
    });
    return verifyView.parse(await response.json());
  }

  const SAID = 'Thirty seconds with a mirror is shorter than twenty seconds with a wall.';

  test('posted words are verbatim, altered, or another speaker’s, with the place they are nearest to', async () => {
    const exact = await verdict(SAID, 'Mika Haddad');
    expect([exact.verdict, exact.isSpeaker, exact.nearest?.episodeId]).toEqual(['verbatim', true, 'example']);
    expect((await verdict(SAID.replace('shorter', 'longer'))).verdict).toBe('altered');
    expect((await verdict(SAID, 'Tobias Wren')).verdict).toBe('other-speaker');
    expect((await verdict('Nobody here ever talked of turnips and trombones.')).verdict).toBe('not-found');
  });
}
