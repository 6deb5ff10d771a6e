import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Hints, Quote } from '../../src/quote/model.ts';
import type { Store } from '../../src/store/port.ts';
import type { Recording } from '../../src/store/recording-port.ts';
import type { Opened } from './blobs.ts';
import { makeEpisode, makeImport, makeQuotes, makeRevision, makeShow, makeText } from './episode.ts';

/** Opens stores of one kind: each `fresh` one is empty. */
export interface Stores {
  fresh(): Promise<Opened<Store>>;
  close(): Promise<void>;
}

const SENTENCES = [
  'The moon does not pull the mud.',
  'It pulls the water, and the mud is patient.',
  'Low water comes twice a day.',
];

const clipTime = (minute: number): string => new Date(Date.UTC(2026, 0, 1, 0, minute)).toISOString();

/** What every adapter of the store port promises. */
export function storeContract(name: string, open: () => Promise<Stores>): void {
  describe(`store: ${name}`, () => {
    let stores: Stores;
    let opened: Opened<Store>;
    let store: Store;
    beforeAll(async () => {
      stores = await open();
    });
    afterAll(() => stores.close());
    beforeEach(async () => {
      opened = await stores.fresh();
      store = opened.subject;
    });
    afterEach(() => opened.close());

    test('a recording takes the place of the one before, until it is deleted', async () => {
      await store.saveImport(makeImport(SENTENCES));
      const kept: Recording = {
        episodeId: 'ep-1',
        blob: 'recordings/ep-1/a',
        url: null,
        contentType: 'audio/mpeg',
        size: 3_000_000_000,
        version: 'v1',
        durationMs: 60_000,
        indexBlob: 'recordings/ep-1/a.index',
      };
      await store.saveRecording(kept);
      expect(await store.recording('ep-1')).toEqual(kept);
      const published = { ...kept, blob: null, url: 'https://example.org/a.mp3', version: 'v2' };
      await store.saveRecording(published);
      expect(await store.recording('ep-1')).toEqual(published);
      await store.deleteRecording('ep-1');
      expect(await store.recording('ep-1')).toBeNull();
    });

    describe('an import', () => {
      test('gives back everything it wrote', async () => {
        const change = makeImport(SENTENCES);
        await store.saveImport(change);
        expect(await store.show('tidal')).toEqual(change.show);
        expect(await store.episode('ep-1')).toEqual(change.episode);
        expect(await store.currentRevision('ep-1')).toEqual(change.revision);
        expect(await store.current('ep-1')).toEqual({ revision: change.revision, text: change.text });
        expect(await store.allQuotes('ep-1')).toEqual(change.quotes);
      });

      test('keeps every kind of value of a quote', async () => {
        const change = makeImport(SENTENCES);
        const whole: Quote = {
          id: 'q_spans',
          episodeId: 'ep-1',
          revisionId: 'rev-1',
          spans: [
            { wordFrom: 0, wordTo: 2 },
            { wordFrom: 4, wordTo: 6 },
          ],
          text: 'The “moon” […] 満月 \u0000 \uD83C\uDF15',
          normHash: 'h',
          aliases: ['old', 'older'],
          startMs: null,
          endMs: 12_345,
          timing: { kind: 'none', errorMs: null },
          status: 'changed',
          supersededBy: 'q_ep-1_0000',
          turns: [{ wordFrom: 0, wordTo: 2, label: null, participantId: null, source: 'none' }],
          author: 'Anon',
        };
        await store.saveImport({ ...change, quotes: [...change.quotes, whole] });
        expect(await store.quote('q_spans')).toEqual(whole);
      });

      test('keeps what leads to highlights, which can be changed alone', async () => {
        const hints: Hints = {
          notes: ['How the moon pulls “water” 満月'],
          notesFrom: 'given',
          soundbites: [{ startMs: 0, endMs: 4000, title: null }],
        };
        await store.saveImport({ ...makeImport(SENTENCES), hints });
        expect(await store.hints('ep-1')).toEqual(hints);
        await store.saveHints('ep-1', { ...hints, notes: [] });
        expect(await store.hints('ep-1')).toEqual({ ...hints, notes: [] });
        expect(await store.hints('ep-2')).toBeNull();
      });

      test('of two thousand sentences keeps them all', async () => {
        const sentences = Array.from(
          { length: 2000 },
          (_, i) => `Sentence number ${i} says that ${'tide '.repeat(12)}turns.`,
        );
        const change = makeImport(sentences);
        await store.saveImport(change);
        expect(await store.allQuotes('ep-1')).toHaveLength(2000);
        expect((await store.current('ep-1'))?.text).toEqual(change.text);
      });

      test('that fails leaves nothing behind', async () => {
        const change = makeImport(SENTENCES);
        const stray = makeQuotes(change.text, 'no-such-episode');
        await expect(store.saveImport({ ...change, quotes: [...change.quotes, ...stray] })).rejects.toThrow();
        expect(await store.show('tidal')).toBeNull();
        expect(await store.episode('ep-1')).toBeNull();
        expect(await store.quote('q_ep-1_0000')).toBeNull();
        expect(await store.search('mud', { limit: 5 })).toEqual([]);
      });

      test('made against a revision that is no longer current is a conflict', async () => {
        await store.saveImport(makeImport(SENTENCES));
        await store.saveImport(makeImport(['One.'], { revisionId: 'rev-2', follows: 'rev-1' }));
        const late = makeImport(['Two.'], { revisionId: 'rev-3', follows: 'rev-1' });
        await expect(store.saveImport(late)).rejects.toMatchObject({ code: 'conflict' });
        expect((await store.currentRevision('ep-1'))?.id).toBe('rev-2');
      });

      test('again replaces the current words and keeps quotes it does not name', async () => {
        const old = makeImport(SENTENCES);
        await store.saveImport(old);
        const next = makeImport(['A new first sentence.'], { revisionId: 'rev-2', follows: 'rev-1' });
        await store.saveImport({ ...next, quotes: next.quotes.map((quote) => ({ ...quote, id: 'q_new' })) });
        expect((await store.current('ep-1'))?.text).toEqual(next.text);
        expect(await store.quote('q_ep-1_0001')).toEqual(old.quotes[1]);
      });
    });

    describe('brands', () => {
      const brand = { id: 'tide', revision: 1, kit: { name: 'Tide' }, createdAt: '2026-03-15T10:00:00.000Z' };

      test('the newest revision is the one read and listed', async () => {
        await store.saveBrand(brand);
        await store.saveBrand({ ...brand, revision: 2, kit: { name: 'Tide, darker' } });
        await store.saveBrand({ ...brand, id: 'ebb' });
        expect(await store.brand('tide')).toMatchObject({ revision: 2, kit: { name: 'Tide, darker' } });
        expect((await store.brands()).map(({ id, revision }) => [id, revision])).toEqual([
          ['ebb', 1],
          ['tide', 2],
        ]);
        expect(await store.brand('flood')).toBeNull();
      });

      test('a revision is never written over', async () => {
        await store.saveBrand(brand);
        await expect(store.saveBrand(brand)).rejects.toMatchObject({ code: 'conflict' });
      });
    });

    describe('shows and episodes', () => {
      test('a show is written over by ID', async () => {
        await store.saveShow(makeShow());
        await store.saveShow(makeShow({ title: 'Tidal, renamed', visibility: 'private', brandId: 'blue' }));
        expect(await store.show('tidal')).toEqual(
          makeShow({ title: 'Tidal, renamed', visibility: 'private', brandId: 'blue' }),
        );
      });

      test('saving an episode keeps its current revision', async () => {
        await store.saveImport(makeImport(SENTENCES));
        await store.saveEpisode(makeEpisode({ title: 'Retitled' }));
        expect((await store.episode('ep-1'))?.title).toBe('Retitled');
        expect((await store.currentRevision('ep-1'))?.id).toBe('rev-1');
      });

      test('a guid is found in its show only', async () => {
        await store.saveShow(makeShow());
        await store.saveShow(makeShow({ id: 'other' }));
        await store.saveEpisode(makeEpisode({ guid: '1' }));
        await store.saveEpisode(makeEpisode({ id: 'ep-2', showId: 'other', guid: '1' }));
        expect((await store.episodeByGuid('other', '1'))?.id).toBe('ep-2');
        expect(await store.episodeByGuid('tidal', '2')).toBeNull();
      });

      test('pages of episodes hold each once, newest first, undated last', async () => {
        await store.saveShow(makeShow());
        const dates = ['2026-01-02', null, '2026-01-03', '2026-01-02', null];
        for (const [i, publishedAt] of dates.entries())
          await store.saveEpisode(makeEpisode({ id: `e${i}`, publishedAt }));
        const seen: string[] = [];
        let after: string | undefined;
        do {
          const page = await store.episodes({ limit: 2, ...(after !== undefined && { after }) });
          seen.push(...page.items.map(({ id }) => id));
          after = page.next ?? undefined;
        } while (after !== undefined);
        expect(seen).toEqual(['e2', 'e0', 'e3', 'e1', 'e4']);
      });

      test('episodes of private shows are left out of a public list', async () => {
        await store.saveShow(makeShow());
        await store.saveShow(makeShow({ id: 'secret', visibility: 'private' }));
        await store.saveEpisode(makeEpisode());
        await store.saveEpisode(makeEpisode({ id: 'ep-2', showId: 'secret' }));
        const { items } = await store.episodes({ limit: 10, visibility: 'public' });
        expect(items.map(({ id }) => id)).toEqual(['ep-1']);
      });

      test('a cursor no page gave is refused', async () => {
        await expect(store.episodes({ limit: 1, after: 'nonsense' })).rejects.toMatchObject({
          code: 'bad-parameter',
        });
        await expect(store.quotes('ep-1', { limit: 1, after: 'a~b~c' })).rejects.toMatchObject({
          code: 'bad-parameter',
        });
      });
    });

    describe('quotes', () => {
      test('pages of quotes follow the episode and leave out what is superseded or withdrawn', async () => {
        const change = makeImport(SENTENCES);
        await store.saveImport(change);
        const [first, second, third] = change.quotes;
        if (!first || !second || !third) throw new Error('three sentences make three quotes');
        const range: Quote = {
          ...first,
          id: 'q_range',
          spans: [{ wordFrom: 0, wordTo: third.spans[0]?.wordTo ?? 0 }],
        };
        await store.saveQuotes([{ ...second, status: 'withdrawn' }, range]);
        const page = await store.quotes('ep-1', { limit: 2 });
        expect(page.items.map(({ id }) => id)).toEqual([first.id, 'q_range']);
        const rest = await store.quotes('ep-1', { limit: 2, after: page.next ?? '' });
        expect(rest).toEqual({ items: [third], next: null });
      });

      test('a quote is found by its exact words', async () => {
        const change = makeImport(SENTENCES);
        await store.saveImport(change);
        expect(await store.quoteOf('rev-1', change.quotes[1]?.spans ?? [])).toEqual(change.quotes[1]);
        expect(await store.quoteOf('rev-1', [{ wordFrom: 0, wordTo: 2 }])).toBeNull();
        expect(await store.quoteOf('rev-0', change.quotes[1]?.spans ?? [])).toBeNull();
      });

      test('a quote is found by its aliases, but first by its own ID', async () => {
        const change = makeImport(SENTENCES);
        await store.saveImport(change);
        const [first, second] = change.quotes;
        if (!first || !second) throw new Error('there are two quotes');
        const renamed: Quote = { ...first, status: 'changed', aliases: ['q_alias', second.id] };
        await store.saveQuotes([renamed]);
        expect(await store.quote('q_alias')).toEqual(renamed);
        expect(await store.quote(second.id)).toEqual(second);
      });

      test('a quote is read with its episode and show, by the same names', async () => {
        const change = makeImport(SENTENCES);
        await store.saveImport(change);
        const [first, second] = change.quotes;
        if (!first || !second) throw new Error('there are two quotes');
        const renamed: Quote = { ...first, status: 'changed', aliases: ['q_alias', second.id] };
        await store.saveQuotes([renamed]);
        const { episode, show } = change;
        expect(await store.quoted('q_alias')).toEqual({ quote: renamed, episode, show });
        expect(await store.quoted(second.id)).toEqual({ quote: second, episode, show });
        expect(await store.quoted('q_none')).toBeNull();
      });

      test('none saved is nothing done', async () => {
        await store.saveQuotes([]);
        expect(await store.quote('q_none')).toBeNull();
      });

      test('speakers of a revision are rewritten with its quotes', async () => {
        const change = makeImport(SENTENCES);
        await store.saveImport(change);
        const text = {
          ...change.text,
          turns: [
            { wordFrom: 0, wordTo: 20, label: null, participantId: 'ines', source: 'confirmed' as const },
          ],
        };
        const quotes = change.quotes.map((quote) => ({ ...quote, turns: text.turns }));
        await store.saveText({ revision: change.revision, text, quotes });
        expect((await store.current('ep-1'))?.text).toEqual(text);
        expect(await store.allQuotes('ep-1')).toEqual(quotes);
        expect(await store.search('moon', { limit: 5 })).toHaveLength(1);
      });
    });

    describe('search', () => {
      test('finds a sentence by its words in any order and case, and marks them', async () => {
        await store.saveImport(makeImport(SENTENCES));
        expect(await store.search('MUD water', { limit: 5 })).toEqual([
          {
            episodeId: 'ep-1',
            sentence: 1,
            quoteId: 'q_ep-1_0001',
            snippet: 'It pulls the \u0002water\u0003, and the \u0002mud\u0003 is patient.',
            startMs: 14_000,
          },
        ]);
      });

      test('wants all of a phrase, also of one it asks the index only a part of', async () => {
        const lines = [
          'No no no no, said the mud.',
          'No no, said the moon, no no.',
          "It don't, won't, can't, shan't.",
        ];
        await store.saveImport(
          makeImport([...lines, "It doesn't, isn't, wasn't, hasn't, and don't, won't, can't."]),
        );
        const found = async (query: string) =>
          (await store.search(query, { limit: 9 })).map(({ sentence }) => sentence).toSorted();
        expect(await found('"no no no no"')).toEqual([0]);
        expect(await found('"no no"')).toEqual([0, 1]);
        expect(await found("doesn't isn't wasn't hasn't don't won't can't it")).toEqual([3]);
        expect(await found("don't won't can't it shan't doesn't isn't wasn't")).toEqual([]);
      });

      test('wants words in quotes to follow one another', async () => {
        await store.saveImport(makeImport(SENTENCES));
        const [hit, ...rest] = await store.search('"the mud"', { limit: 5, episodeId: 'ep-1' });
        expect([hit, ...rest].map((each) => each?.sentence).toSorted()).toEqual([0, 1]);
        expect(hit?.snippet).toContain('\u0002the mud\u0003');
        expect(await store.search('"mud the"', { limit: 5 })).toEqual([]);
      });

      test.each([
        [
          'Japanese',
          '月は泥を引かない。水を引くのだ。',
          '引かない',
          '月は泥を\u0002引かない\u0003。水を引くのだ。',
        ],
        ['Thai', 'ดวงจันทร์ดึงน้ำทะเล', 'น้ำ', 'ดวงจันทร์ดึง\u0002น้ำ\u0003ทะเล'],
        ['Hindi', 'चाँद पानी को खींचता है', 'पानी', 'चाँद \u0002पानी\u0003 को खींचता है'],
        ['Arabic with vowel signs', 'القَمَرُ يَجذِبُ الماء', 'القمر', '\u0002القَمَرُ\u0003 يَجذِبُ الماء'],
        [
          'French with accents',
          "L'été, la marée est haute",
          'ete maree',
          "L'\u0002été\u0003, la \u0002marée\u0003 est haute",
        ],
        [
          'a letter newer than the tokenizer',
          'see \u{20000}\u{20001} here',
          '\u{20000}',
          'see \u0002\u{20000}\u0003\u{20001} here',
        ],
        ['Adlam', '𞤀𞤣𞤤𞤢𞤥 𞤆𞤵𞤤𞤢𞤪', '𞤢𞤣𞤤𞤢𞤥', '\u0002𞤀𞤣𞤤𞤢𞤥\u0003 𞤆𞤵𞤤𞤢𞤪'],
      ])('finds words inside %s', async (_, sentence, query, snippet) => {
        await store.saveImport(makeImport([sentence]));
        expect((await store.search(query, { limit: 5 })).map((hit) => hit.snippet)).toEqual([snippet]);
      });

      test.each([
        ['"', 0],
        ['*', 0],
        ['-', 0],
        ['', 0],
        ['\u0000', 0],
        ['mud*', 2],
        ['(mud', 2],
        ['^mud', 2],
        ["mud' --", 2],
        ['NOT mud', 1],
        ['mud OR moon', 0],
        ['terms:mud', 0],
        ['NEAR(mud moon)', 0],
      ])('takes %j as words, never as syntax', async (query, hits) => {
        await store.saveImport(makeImport(SENTENCES));
        expect(await store.search(query, { limit: 5 })).toHaveLength(hits);
      });

      test('refuses a query of too many words', async () => {
        await expect(store.search('tide '.repeat(40), { limit: 5 })).rejects.toMatchObject({
          code: 'bad-parameter',
        });
      });

      test('keeps to one episode, and to public shows, where asked', async () => {
        await store.saveImport(makeImport(['Common words.']));
        const secret = makeShow({ id: 'secret', visibility: 'private' });
        const hidden = makeEpisode({ id: 'ep-2', showId: 'secret' });
        await store.saveImport(
          makeImport(['Common words too.'], { show: secret, episode: hidden, revisionId: 'rev-2' }),
        );
        const found = async (options: object) =>
          (await store.search('common', { limit: 5, ...options })).map((hit) => hit.episodeId);
        expect(await found({})).toEqual(['ep-1', 'ep-2']);
        expect(await found({ episodeId: 'ep-2' })).toEqual(['ep-2']);
        expect(await found({ episodeId: 'none' })).toEqual([]);
        expect(await found({ visibility: 'public' })).toEqual(['ep-1']);
      });

      test('finds only the current words after another import', async () => {
        await store.saveImport(makeImport(SENTENCES));
        const next = makeImport(['The moon is full.'], { revisionId: 'rev-2', follows: 'rev-1' });
        await store.saveImport(next);
        expect(await store.search('mud', { limit: 5 })).toEqual([]);
        expect((await store.search('moon', { limit: 5 })).map((hit) => hit.sentence)).toEqual([0]);
      });

      test('finds a withdrawn sentence no longer, and again once it is live', async () => {
        const change = makeImport(SENTENCES);
        await store.saveImport(change);
        const [first] = change.quotes;
        if (!first) throw new Error('there is a first quote');
        await store.saveQuotes([{ ...first, status: 'withdrawn' }]);
        expect(await store.search('moon', { limit: 5 })).toEqual([]);
        await store.saveQuotes([first]);
        expect(await store.search('moon', { limit: 5 })).toHaveLength(1);
      });

      test('gives a sentence once, though a longer quote holds it too', async () => {
        const change = makeImport(SENTENCES);
        await store.saveImport(change);
        const [first] = change.quotes;
        if (!first) throw new Error('there is a first quote');
        await store.saveQuotes([
          { ...first, id: 'q_long', spans: [{ wordFrom: 0, wordTo: 12 }], text: SENTENCES.join(' ') },
        ]);
        expect((await store.search('moon', { limit: 5 })).map((hit) => hit.quoteId)).toEqual([first.id]);
      });
    });

    describe('tokens and feeds', () => {
      test('a token is found by the digest of its secret, and can be revoked', async () => {
        const token = {
          id: 't1',
          secretSha256: 'f'.repeat(64),
          scope: 'import' as const,
          label: 'ci',
          createdAt: '2026-01-01T00:00:00Z',
          revokedAt: null,
        };
        await store.saveToken(token);
        expect(await store.token('f'.repeat(64))).toEqual(token);
        await store.saveToken({ ...token, revokedAt: '2026-02-01T00:00:00Z' });
        expect(await store.tokens()).toEqual([{ ...token, revokedAt: '2026-02-01T00:00:00Z' }]);
        expect(await store.token('0'.repeat(64))).toBeNull();
      });

      test('the state of a feed and of its items is kept', async () => {
        const feed = {
          url: 'https://a.example/feed',
          etag: '"1"',
          lastModified: null,
          checkedAt: '2026-01-01T00:00:00Z',
        };
        await store.saveFeed({ ...feed, etag: '"0"' });
        await store.saveFeed(feed);
        expect(await store.feed(feed.url)).toEqual(feed);
        const item = {
          feedUrl: feed.url,
          guid: 'g',
          episodeId: 'ep-1',
          itemSha256: 'x',
          transcriptUrl: 'https://a.example/t',
          etag: null,
          lastModified: null,
        };
        await store.saveFeedItem({ ...item, itemSha256: 'w' });
        await store.saveFeedItem(item);
        expect(await store.feedItems(feed.url)).toEqual([item]);
        expect(await store.feed('https://b.example/feed')).toBeNull();
      });
    });

    test('a revision keeps its settings', async () => {
      const settings = {
        language: 'en',
        durationMs: null,
        speakers: { SPEAKER_1: 'ines' },
        participants: [{ id: 'ines', name: 'Inês Prado' }],
      };
      const revision = makeRevision({ settings });
      await store.saveImport({ ...makeImport(SENTENCES), revision });
      expect(await store.currentRevision('ep-1')).toEqual(revision);
    });

    describe('clips drawn outside of their requests', () => {
      test('are queued for one of those who ask at once, and again when nobody drew them in time', async () => {
        const asked = await Promise.all([1, 2, 3].map(() => store.queueClip('k', clipTime(0), clipTime(5))));
        expect(asked.filter(Boolean)).toHaveLength(1);
        expect(await store.queueClip('k', clipTime(4), clipTime(9))).toBe(false);
        expect(await store.queueClip('k', clipTime(6), clipTime(11))).toBe(true);
        expect(await store.clipRender('k')).toEqual({
          key: 'k',
          state: 'queued',
          until: clipTime(11),
          error: null,
        });
      });

      test('are drawn by one, by another where that one ended, and by nobody once they are there', async () => {
        await store.queueClip('k', clipTime(0), clipTime(5));
        expect(await store.beginClip('k', clipTime(1), clipTime(3))).toBe(true);
        expect(await store.beginClip('k', clipTime(2), clipTime(4))).toBe(false);
        expect(await store.beginClip('k', clipTime(4), clipTime(6))).toBe(true);
        await store.endClip('k');
        expect(await store.beginClip('k', clipTime(9), clipTime(12))).toBe(false);
        expect(await store.clipRender('k')).toBeNull();
      });

      test('that failed say why until they may be tried again', async () => {
        const error = { code: 'missing-glyph', message: 'No font has it.' } as const;
        await store.queueClip('k', clipTime(0), clipTime(5));
        await store.failClip('k', error, clipTime(6));
        expect(await store.clipRender('k')).toEqual({ key: 'k', state: 'failed', until: clipTime(6), error });
        expect(await store.queueClip('k', clipTime(5), clipTime(9))).toBe(false);
        expect(await store.queueClip('k', clipTime(7), clipTime(9))).toBe(true);
      });
    });

    test('nothing is found in an empty store', async () => {
      expect(await store.show('none')).toBeNull();
      expect(await store.episode('none')).toBeNull();
      expect(await store.current('none')).toBeNull();
      expect(await store.quote('none')).toBeNull();
      expect(await store.allQuotes('none')).toEqual([]);
      expect(await store.episodes({ limit: 5 })).toEqual({ items: [], next: null });
      expect(makeQuotes(makeText([]))).toEqual([]);
    });
  });
}
