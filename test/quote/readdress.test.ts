import { existsSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Quote, Span } from '../../src/quote/model.ts';
import { makeQuote, sentenceQuotes } from '../../src/quote/quote.ts';
import { reAddress } from '../../src/quote/readdress.ts';
import type { EpisodeText } from '../../src/transcript/model.ts';
import { normalize } from '../../src/transcript/normalize.ts';
import { parseTranscript } from '../../src/transcript/parse.ts';
import { joinWords } from '../../src/transcript/words.ts';
import { seeded, sentencesFrom, textOf } from '../transcript/build.ts';

interface Ingested {
  text: EpisodeText;
  quotes: Quote[];
}

async function ingest(body: string, language = 'en'): Promise<Ingested> {
  const text = textOf([body], 'none', { language });
  return { text, quotes: await sentenceQuotes('ep', 'r1', text) };
}

async function correct(old: Ingested, body: string, language = 'en', revisionId = 'r2'): Promise<Ingested> {
  const text = textOf([body], 'none', { language });
  return { text, quotes: await reAddress(old, { text, revisionId, language }) };
}

/** What became of the quote whose words begin like this. */
async function fate(
  before: string,
  after: string,
  opening: string,
  language = 'en',
): Promise<Quote & { successor: string | null }> {
  const old = await ingest(before, language);
  const id = old.quotes.find((quote) => quote.text.startsWith(opening))?.id;
  const { quotes } = await correct(old, after, language);
  const quote = quotes.find((one) => one.id === id);
  if (quote === undefined) throw new Error(`No quote opens with ${opening}`);
  return { ...quote, successor: quotes.find((one) => one.id === quote.supersededBy)?.text ?? null };
}

const isAlive = (quote: Quote | undefined): boolean =>
  quote?.status === 'live' || quote?.status === 'changed';

function survival(old: readonly Quote[], next: readonly Quote[]): number {
  const alive = new Set(next.filter(isAlive).map((quote) => quote.id));
  return old.filter((quote) => alive.has(quote.id)).length / old.length;
}

/** Every ID leads to one quote, every live quote to words of the new revision that its text shows. */
function checkAddresses({ text, quotes }: Ingested, revisionId: string): void {
  const addresses = quotes.flatMap((quote) => [quote.id, ...quote.aliases]);
  expect(new Set(addresses).size).toBe(addresses.length);
  const ids = new Set(quotes.map((quote) => quote.id));
  for (const quote of quotes) {
    if (quote.status === 'superseded') expect(ids.has(quote.supersededBy ?? '')).toBe(true);
    if (isAlive(quote)) expect(quote.revisionId).toBe(revisionId);
  }
  const at = new Set(quotes.filter(isAlive).map((quote) => JSON.stringify(quote.spans)));
  for (const { wordFrom, wordTo } of text.sentences)
    expect(at.has(JSON.stringify([{ wordFrom, wordTo }]))).toBe(true);
}

const sentences = sentencesFrom(11, 1500);
const joined = (all: readonly (readonly string[])[]): string => all.map((words) => words.join(' ')).join(' ');
let long: Ingested;
beforeAll(async () => {
  long = await ingest(joined(sentences));
});

describe('a short quote', () => {
  test.each([
    ['We went home. It rained all night.', 'We ran home. It rained all night.', 'changed'],
    ['We went home. It rained all night.', 'They ran home. It rained all night.', 'superseded'],
    ['Go home. It rained all night.', 'Run home. It rained all night.', 'superseded'],
  ])('may have one of three words changed, but no more: %j to %j', async (before, after, status) => {
    const opening = before.slice(0, 5);
    expect((await fate(before, after, opening)).status).toBe(status);
  });
});

describe('a long transcript', () => {
  test('unchanged: every quote stays exactly as it was', async () => {
    const { quotes } = await correct(long, joined(sentences));
    expect(quotes).toEqual(long.quotes.map((quote) => ({ ...quote, revisionId: 'r2' })));
  });

  test.each([
    [0.01, 0.99],
    [0.03, 0.98],
  ])('with %d of its words changed: at least %d of the IDs survive', async (rate, least) => {
    const random = seeded(42);
    const replace = (word: string): string => (random() < rate ? word.replace(/\p{L}+/u, 'swapped') : word);
    const next = await correct(long, joined(sentences.map((words) => words.map(replace))));
    expect(survival(long.quotes, next.quotes)).toBeGreaterThanOrEqual(least);
    checkAddresses(next, 'r2');
  });

  test('punctuated anew, all in small letters and with sentences joined: no quote loses its ID', async () => {
    const random = seeded(9);
    const again = sentences.map((words) =>
      words.map((word) => {
        const bare = word.replace(/[.,]/u, '');
        const mark = random();
        return mark < 0.06
          ? `${bare}.`
          : mark < 0.12
            ? `${bare} —`
            : mark < 0.3
              ? `“${bare}”`
              : bare.toLowerCase();
      }),
    );
    const next = await correct(long, joined(again));
    expect(survival(long.quotes, next.quotes)).toBe(1);
    expect(next.quotes.filter((quote) => quote.status === 'changed')).toEqual([]);
    checkAddresses(next, 'r2');
  });

  test('with one sentence put in: no other ID changes, and one is new', async () => {
    const with1 = sentences.toSpliced(700, 0, ['Nobody', 'had', 'written', 'this', 'down', 'before.']);
    const { quotes } = await correct(long, joined(with1));
    const known = new Set(long.quotes.map((quote) => quote.id));
    expect(survival(long.quotes, quotes)).toBe(1);
    expect(quotes.filter((quote) => !known.has(quote.id)).map((quote) => quote.text)).toEqual([
      'Nobody had written this down before.',
    ]);
  });

  test('with one sentence taken out: that one is withdrawn, no other changes', async () => {
    const { quotes } = await correct(long, joined(sentences.toSpliced(700, 1)));
    const gone = quotes.filter((quote) => !isAlive(quote));
    expect(gone.map((quote) => [quote.id, quote.status])).toEqual([[long.quotes[700]?.id, 'withdrawn']]);
    expect(quotes).toHaveLength(long.quotes.length);
  });

  test('with a passage moved: its quotes go along', async () => {
    const moved = sentences.toSpliced(100, 20).toSpliced(1000, 0, ...sentences.slice(100, 120));
    const next = await correct(long, joined(moved));
    expect(survival(long.quotes, next.quotes)).toBe(1);
    expect(next.quotes.filter((quote) => quote.status === 'changed')).toEqual([]);
  });

  test('cut off by a faulty upload and then restored: every ID leads to its words again', async () => {
    const faulty = await correct(long, joined(sentences.slice(0, 300)));
    expect(survival(long.quotes, faulty.quotes)).toBeCloseTo(0.2);
    const restored = await correct(faulty, joined(sentences), 'en', 'r3');
    expect(survival(long.quotes, restored.quotes)).toBe(1);
    checkAddresses(restored, 'r3');
  });
});

describe('one word', () => {
  const rest = 'Then we walked along the river to the old mill and sat down.';
  const check = (before: string, after: string, language?: string) =>
    fate(`${rest} ${before} ${rest}`, `${rest} ${after} ${rest}`, before.slice(0, 4), language);

  test('corrected: the ID stays, the quote says it changed, and the new words’ ID is an alias', async () => {
    const quote = await check('The miler had always told us that.', 'The miller had always told us that.');
    expect(quote).toMatchObject({ status: 'changed', text: 'The miller had always told us that.' });
    const fresh = await ingest('The miller had always told us that.');
    expect(quote.aliases).toEqual([fresh.quotes[0]?.id]);
  });

  test('corrected and corrected back: live again', async () => {
    const old = await ingest('The miler had always told us that.');
    const once = await correct(old, 'The miller had always told us that.');
    const twice = await correct(once, 'The miler had always told us that.', 'en', 'r3');
    expect(twice.quotes.map(({ id, status }) => [id, status])).toEqual([[old.quotes[0]?.id, 'live']]);
  });

  test.each([
    ['a removed negation', 'We do not sell the data of our users.', 'We do sell the data of our users.'],
    ['an added negation', 'We do sell the data of our users.', 'We do not sell the data of our users.'],
    [
      'a removed contracted negation',
      "We don't sell the data of our users.",
      'We do sell the data of our users.',
    ],
    ['never for always', 'They have always paid for the repairs.', 'They have never paid for the repairs.'],
    [
      'a prefix that negates',
      'It was quite possible for us to get across.',
      'It was quite impossible for us to get across.',
    ],
    [
      'a number in digits',
      'The wheel is 15 metres high and still turns.',
      'The wheel is 50 metres high and still turns.',
    ],
    [
      'a decimal point',
      'The wheel is 1.5 metres high and still turns.',
      'The wheel is 15 metres high and still turns.',
    ],
    ['a sign', 'It was -5 degrees in the mill that day.', 'It was 5 degrees in the mill that day.'],
    [
      'a number in words',
      'There were fifteen of them in the whole valley.',
      'There were fifty of them in the whole valley.',
    ],
    ['a name', 'And then Astrid told us about the flood.', 'And then Ingrid told us about the flood.'],
    [
      'a name that opens the sentence',
      'Astrid told us about the flood that year.',
      'Ingrid told us about the flood that year.',
    ],
    [
      'two names that change places',
      'So Astrid told Ingrid about the great flood here.',
      'So Ingrid told Astrid about the great flood here.',
    ],
    [
      'an added number',
      'There were mills in the whole valley then.',
      'There were 20 mills in the whole valley then.',
    ],
  ])('%s never leaves the ID', async (_, before, after) => {
    expect(await check(before, after)).toMatchObject({ status: 'superseded', successor: after });
  });

  test.each([
    [
      'de',
      'Wir haben das damals nicht so gewollt und geplant.',
      'Wir haben das damals so gewollt und geplant.',
    ],
    ['fr', 'Nous ne l’avons jamais voulu comme cela à la fin.', 'Nous ne l’avons voulu comme cela à la fin.'],
    [
      'es',
      'Nosotros no lo queríamos así desde el principio.',
      'Nosotros lo queríamos así desde el principio.',
    ],
    [
      'ru',
      'Мы тогда этого совсем не хотели и не планировали.',
      'Мы тогда этого совсем хотели и не планировали.',
    ],
    ['ja', '私たちはその家を売りたくないと言いました。', '私たちはその家を売りたいと言いました。'],
    ['zh', '我们从来没有卖过那座老房子给任何人。', '我们从来有卖过那座老房子给任何人。'],
    ['ar', 'نحن لا نبيع بيانات الناس في هذا المكان أبدا', 'نحن نبيع بيانات الناس في هذا المكان أبدا'],
    ['th', 'เราไม่ขายบ้านหลังเก่าของเราให้ใครเลย', 'เราขายบ้านหลังเก่าของเราให้ใครเลย'],
    [
      'ko',
      '우리는 그 집을 팔지 않았다고 여러 번 분명히 말했습니다.',
      '우리는 그 집을 팔았다고 여러 번 분명히 말했습니다.',
    ],
    ['xx', 'We do not sell the data of our users.', 'We do sell the data of our users.'],
  ])('a negation removed in %s never leaves the ID', async (language, before, after) => {
    const quote = await fate(before, after, before.slice(0, 4), language);
    expect(quote).toMatchObject({ status: 'superseded', successor: after });
  });

  test('spelt out or contracted means the same: the ID stays', async () => {
    expect(
      await check("We don't sell the data of our users.", 'We do not sell the data of our users.'),
    ).toMatchObject({
      status: 'changed',
    });
  });

  test('put in at the start: the quote still covers its sentence', async () => {
    expect(await check('I think it was always so.', 'Well, I think it was always so.')).toMatchObject({
      status: 'changed',
      text: 'Well, I think it was always so.',
    });
  });

  test('a German noun may be corrected, a name may not', async () => {
    const lines = 'Der Bach und der Fluss waren still. Wir haben Astrid und Ingrid oft dort gesehen.';
    const become = (before: string, after: string) =>
      fate(`${lines} ${before}`, `${lines} ${after}`, 'Dann', 'de');
    expect(
      await become('Dann kam der Bach wieder zurück.', 'Dann kam der Fluss wieder zurück.'),
    ).toMatchObject({
      status: 'changed',
    });
    expect(
      await become('Dann kam uns Astrid wieder entgegen.', 'Dann kam uns Ingrid wieder entgegen.'),
    ).toMatchObject({
      status: 'superseded',
    });
  });
});

describe('sentences', () => {
  test('joined: both quotes keep their words and say that the sentence goes on', async () => {
    const old = await ingest('We left the harbour early. It was raining hard.');
    const { quotes } = await correct(old, 'We left the harbour early, it was raining hard.');
    expect(quotes.map(({ status, text }) => [status, text])).toEqual([
      ['live', 'We left the harbour early, […]'],
      ['live', '[…] it was raining hard.'],
      ['live', 'We left the harbour early, it was raining hard.'],
    ]);
  });

  test('rewritten: the quote leads to what stands there now', async () => {
    const quote = await fate(
      'We left early. The old ferry took us over there. It was raining.',
      'We left early. Someone brought me across with their boat. It was raining.',
      'The old',
    );
    expect(quote).toMatchObject({
      status: 'superseded',
      successor: 'Someone brought me across with their boat.',
    });
  });

  test('that return after a wrong correction take their ID back', async () => {
    const old = await ingest('We do not sell the data of our users.');
    const wrong = await correct(old, 'We do sell the data of our users.');
    const right = await correct(wrong, 'We do not sell the data of our users.', 'en', 'r3');
    expect(right.quotes.map(({ id, status, supersededBy }) => [id, status, supersededBy])).toEqual([
      [old.quotes[0]?.id, 'live', null],
      [wrong.quotes[1]?.id, 'superseded', old.quotes[0]?.id],
    ]);
  });
});

describe('quotes of a range', () => {
  const body = 'We left the harbour early. It was raining hard. Nobody came to see us off that morning.';
  const withRange = async (spans: Span[]): Promise<{ old: Ingested; id: string }> => {
    const old = await ingest(body);
    const quote = await makeQuote(
      { episodeId: 'ep', revisionId: 'r1', text: old.text, spans, author: 'A Poet' },
      async () => null,
    );
    return { old: { ...old, quotes: [...old.quotes, quote] }, id: quote.id };
  };

  test('keep their words and author; a sentence put in between is left out', async () => {
    const { old, id } = await withRange([{ wordFrom: 0, wordTo: 9 }]);
    const { quotes } = await correct(
      old,
      'We left the harbour early. Somebody had forgotten the lamp. It was raining hard. Nobody came to see us off that morning.',
    );
    expect(quotes.find((quote) => quote.id === id)).toMatchObject({
      text: 'We left the harbour early. […] It was raining hard.',
      author: 'A Poet',
    });
  });

  test('that lose a negation lead to the same range of the new words', async () => {
    const { old, id } = await withRange([{ wordFrom: 5, wordTo: 12 }]);
    const { quotes } = await correct(old, body.replace('Nobody', 'Everyone'));
    const quote = quotes.find((one) => one.id === id);
    const successor = quotes.find((one) => one.id === quote?.supersededBy);
    expect(quote?.status).toBe('superseded');
    expect(successor).toMatchObject({ text: 'It was raining hard. Everyone came to […]', author: 'A Poet' });
  });
});

test('a sentence without any letters keeps its ID', async () => {
  const old = await ingest('We left early. ♪ ♪! Then it rained for days.');
  const { quotes } = await correct(old, 'So we left early. ♪ ♪! Then it rained for days.');
  expect(quotes.map(({ id, status }) => [id, status])).toEqual([
    [old.quotes[0]?.id, 'changed'],
    [old.quotes[1]?.id, 'live'],
    [old.quotes[2]?.id, 'live'],
  ]);
});

test('quotes follow their words in Japanese', async () => {
  const before = '今日はとても良い天気です。川の水は冷たいです。古い家に行きました。';
  const old = await ingest(before, 'ja');
  const { text, quotes } = await correct(old, `昨日の話です。${before.replace('冷たい', '冷い')}`, 'ja');
  const shown = old.quotes.map(({ id }) => quotes.find((quote) => quote.id === id));
  expect(shown.map((quote) => quote?.status)).toEqual(['live', 'changed', 'live']);
  expect(shown[2]?.spans.map((span) => joinWords(text.words, span.wordFrom, span.wordTo))).toEqual([
    '古い家に行きました。',
  ]);
});

for (const file of ['000_69005a5553fd1534.txt', 'podcasts/buzzcast.json']) {
  const path = `../shared/transcripts/${file}`;
  test.skipIf(!existsSync(path))(
    `${path} without its punctuation loses no ID (left out where the file is missing)`,
    async () => {
      const transcript = parseTranscript(readFileSync(path), { fileName: file });
      const { text } = normalize(transcript, { language: 'en' });
      const quotes = await sentenceQuotes('ep', 'r1', text);
      const segments = transcript.segments.map((segment) => ({
        ...segment,
        body: segment.body.replace(/[.?!]+(?=\s|$)/gu, ' —').replace(/(?<=\p{L}),(?=\s)/gu, '.'),
      }));
      const next = normalize({ ...transcript, segments }, { language: 'en' }).text;
      const moved = await reAddress({ text, quotes }, { text: next, revisionId: 'r2', language: 'en' });
      expect(survival(quotes, moved)).toBe(1);
    },
  );
}

test('another text altogether takes the place of no quote, however long it is', async () => {
  const old = await ingest('The lamp kept its own hours. '.repeat(2000));
  const { quotes } = await correct(old, 'Nobody saw any gulls there. '.repeat(2000));
  const before = new Set(old.quotes.map(({ id }) => id));
  expect(new Set(quotes.filter(({ id }) => before.has(id)).map(({ status }) => status))).toEqual(
    new Set(['withdrawn']),
  );
});
