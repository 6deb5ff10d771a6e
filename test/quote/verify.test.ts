import { describe, expect, test } from 'vitest';
import { bestMatch } from '../../src/quote/diff.ts';
import { readPosted } from '../../src/quote/posted.ts';
import type { Hit } from '../../src/quote/places.ts';
import { verify, type VerifyDeps } from '../../src/quote/verify.ts';
import { joinWords } from '../../src/transcript/words.ts';
import { episode } from '../highlight/text.ts';

const bees = episode([
  'Ann: Welcome to the orchard show. How many hives did you lose?',
  'Ben: We lost forty hives that winter, and I did not open a single book about it until spring.',
  "Ben: I don't think bees are dying out. They are being moved, fed badly and moved again.",
  'Ann: Bees are not pets, and honey is not the point of a hive.',
]);
const boats = episode([
  'Cy: A harbour teaches you patience. Every tide comes back, but never on your schedule.',
]);
const library = new Map([
  ['bees', bees],
  ['boats', boats],
]);

const plain = (text: string): string => ` ${(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(' ')} `;

/** Search by plain comparison: every phrase of the query stands in the sentence. */
const search: VerifyDeps['search'] = async (query, { limit, episodeId }) => {
  const phrases = (query.match(/"[^"]*"/gu) ?? []).map(plain);
  const hits: Hit[] = [];
  for (const [id, text] of library) {
    if (episodeId !== undefined && id !== episodeId) continue;
    for (const { index, wordFrom, wordTo } of text.sentences) {
      const sentence = plain(joinWords(text.words, wordFrom, wordTo));
      if (phrases.every((phrase) => sentence.includes(phrase)))
        hits.push({ episodeId: id, sentence: index, quoteId: `q_${id}_${index}` });
    }
  }
  return hits.slice(0, limit);
};

const deps: VerifyDeps = {
  search,
  load: async (id) => {
    const text = library.get(id);
    return text === undefined ? null : { revisionId: `${id}-1`, text, language: 'en', participants: [] };
  },
};

describe('verify', () => {
  test('looks through what was posted once, whatever it is', async () => {
    const [points, marks] = ['.', '!'].map((mark) => mark.repeat(1_000_000));
    for (const words of [`${points}bees`, `bees${marks}here`])
      expect((await verify(words, {}, deps)).passage?.episodeId ?? 'none').toMatch(/bees|none/);
  });

  test('finds words word for word, whatever their case, quotes and dashes', async () => {
    const result = await verify('“a harbour — teaches you PATIENCE”', {}, deps);
    expect(result).toMatchObject({
      verdict: 'verbatim',
      similarity: 1,
      passage: { episodeId: 'boats', range: 's=0', quoteId: 'q_boats_0', speakers: ['Cy'], startMs: 0 },
    });
    expect(result.passage?.text).toBe('A harbour teaches you patience.');
  });

  test('finds words that run over a sentence’s end', async () => {
    const result = await verify('teaches you patience. Every tide comes back', {}, deps);
    expect(result.verdict).toBe('verbatim');
    expect(result.passage?.range).toBe('s=0-1');
  });

  test('tells an omission the writer marked', async () => {
    const result = await verify('We lost forty hives […] until spring.', {}, deps);
    expect(result).toMatchObject({ verdict: 'elided', isMarked: true });
    expect(result.passage?.text).toBe('We lost forty hives […] until spring.');
  });

  test('tells an omission nobody marked, and what was left out', async () => {
    const result = await verify('We lost hives, and I did not open a book about it', {}, deps);
    expect(result).toMatchObject({ verdict: 'elided', isMarked: false });
    expect(result.diff.filter(({ kind }) => kind === 'left-out').map(({ text }) => text)).toEqual([
      'forty',
      'that winter,',
      'single',
    ]);
  });

  test.each([
    ['a negation', 'Bees are pets, and honey is not the point'],
    ['a contracted negation', 'I think bees are dying out'],
    ['a negation, marked', 'Bees are […] pets, and honey is not the point'],
    ['a part of a number', 'Three million people keep bees'],
  ])('calls words altered that leave out %s', async (_, words) => {
    library.set('keepers', episode(['Three and a half million people keep bees.']));
    expect((await verify(words, {}, deps)).verdict).toBe('altered');
    library.delete('keepers');
  });

  test('takes a point for a number only between two numbers', async () => {
    library.set('keepers', episode(['That is the point three keepers made, at two point five euros a jar.']));
    const left = await verify('That is the three keepers made', {}, deps);
    const changed = await verify('three keepers made, at two five euros a jar', {}, deps);
    expect([left.verdict, changed.verdict]).toEqual(['elided', 'altered']);
    library.delete('keepers');
  });

  test('takes a negation for left out with the stretch it stands in', async () => {
    const result = await verify('We lost forty hives that winter […] until spring.', {}, deps);
    expect(result.verdict).toBe('elided');
  });

  test('shows which words were changed', async () => {
    const result = await verify(
      'We lost fifty hives that winter, and I did not open a single book',
      {},
      deps,
    );
    expect(result.verdict).toBe('altered');
    expect(result.diff).toEqual([
      { kind: 'same', text: 'We lost' },
      { kind: 'left-out', text: 'forty' },
      { kind: 'put-in', text: 'fifty' },
      { kind: 'same', text: 'hives that winter, and I did not open a single book' },
    ]);
  });

  test('does not take a word for its negation', async () => {
    const result = await verify('I do think bees are dying out', {}, deps);
    expect(result.verdict).toBe('altered');
    expect(result.diff).toContainEqual({ kind: 'left-out', text: "don't" });
    expect(result.diff).toContainEqual({ kind: 'put-in', text: 'do' });
  });

  test('tells right words of another speaker', async () => {
    const asked = await verify('honey is not the point of a hive', { speaker: 'Ben' }, deps);
    expect(asked).toMatchObject({
      verdict: 'other-speaker',
      isSpeaker: false,
      passage: { speakers: ['Ann'] },
    });
    const right = await verify('honey is not the point of a hive', { speaker: 'Ann Lee' }, deps);
    expect(right).toMatchObject({ verdict: 'verbatim', isSpeaker: true });
  });

  test('offers the nearest passage for what nobody said', async () => {
    const result = await verify('Every tide of history drowns the harbour of fools', {}, deps);
    expect(result).toMatchObject({ verdict: 'not-found', passage: { episodeId: 'boats' } });
  });

  test('finds nothing where no word is known', async () => {
    const result = await verify('zebra quartz', {}, deps);
    expect(result).toMatchObject({ verdict: 'not-found', passage: null, similarity: 0 });
  });

  test('takes a number in digits for the same in a word', async () => {
    const result = await verify('We lost 40 hives that winter', {}, deps);
    expect(result).toMatchObject({ verdict: 'verbatim', diff: [{ kind: 'same' }] });
    expect((await verify('We lost 41 hives that winter', {}, deps)).verdict).toBe('altered');
  });

  test.each([
    'A mirror cost $400, 3.5 times what 95% paid.',
    'A mirror cost 400 dollars, three point five times what 95 percent paid.',
    'A mirror cost four hundred dollars, three and a half times what ninety-five per cent paid.',
  ])('takes a number for the same however it is written: %s', async (written) => {
    library.set('mirror', episode([written]));
    const said = 'A mirror cost four hundred dollars, 3.5 times what 95 percent paid';
    expect((await verify(said, {}, deps)).verdict).toBe('verbatim');
    expect((await verify(said.replace('95', '94'), {}, deps)).verdict).toBe('altered');
    library.delete('mirror');
  });

  test.each([
    '“Honey is not the point of a hive.” — Ben',
    '"Honey is not the point of a hive."\n- Ben Dorn, beekeeper',
    'Honey is not the point of a hive.\n— @ben',
    'Ben: “Honey is not the point of a hive.”',
  ])('reads whose words they are said to be beside them: %s', async (posted) => {
    expect(await verify(posted, {}, deps)).toMatchObject({ verdict: 'other-speaker', isSpeaker: false });
    expect(await verify(posted.replace(/ben( dorn)?/iu, 'Ann'), {}, deps)).toMatchObject({
      verdict: 'verbatim',
      isSpeaker: true,
    });
    // Who asks knows better.
    expect(await verify(posted, { speaker: 'Ann' }, deps)).toMatchObject({ verdict: 'verbatim' });
  });

  test.each([
    'Every tide comes back — but never on your schedule',
    'Every tide comes back\n— But never on your schedule',
  ])('a dash within what was said, or before who answers, is none before a name: %s', async (posted) => {
    expect(await verify(posted, {}, deps)).toMatchObject({ verdict: 'verbatim', isSpeaker: null });
  });

  test('a million line breaks before a name cost no time', async () => {
    const words = `Bees are not pets${'\n'.repeat(1_000_000)}— Ann`;
    expect(await verify(words, {}, deps)).toMatchObject({ verdict: 'verbatim', isSpeaker: true });
  });

  test.each([
    ['M. Zuckerberg', true],
    ['Zuck', true],
    ['@markzuckerberg', true],
    ['Mark Zuckerberg, CEO of Meta', true],
    ['mark', true],
    ['Mar', false],
    ['M.', false],
    ['Dwarkesh', false],
  ])('compares the name %s with the one the source states', async (speaker, isSpeaker) => {
    const participants = ['Mark Zuckerberg', 'Mar Pons'].map((name, i) => ({
      id: `p${i}`,
      name,
      role: null,
      photo: null,
    }));
    const text = episode(['Zuckerberg: People are smart about what is worth their own time.']);
    const answer = await verify(
      'People are smart about what is worth their own time',
      { speaker },
      {
        search: async () => [{ episodeId: 'talk', sentence: 0, quoteId: 'q_1' }],
        load: async () => ({
          revisionId: 'r',
          language: 'en',
          participants,
          text: { ...text, turns: text.turns.map((turn) => ({ ...turn, participantId: 'p0' })) },
        }),
      },
    );
    expect(answer.isSpeaker).toBe(isSpeaker);
  });

  test.each([
    ['of one episode', 'We lost forty hives that winter. Bees are not pets, and honey is not the point.'],
    ['of one episode, backwards', 'honey is not the point of a hive. Welcome to the orchard show.'],
    [
      'of two episodes',
      'We lost forty hives that winter. Every tide comes back, but never on your schedule.',
    ],
    ['of one sentence, turned round', 'until spring I did not open a single book about it that winter'],
  ])('never calls words from two places verbatim: %s', async (_, words) => {
    const { verdict, isMarked, diff } = await verify(words, {}, deps);
    expect(verdict).not.toBe('verbatim');
    expect(verdict === 'elided' && isMarked).toBe(false);
    expect(diff.some(({ kind }) => kind !== 'same')).toBe(true);
  });

  test('a word or two are found like more', async () => {
    expect((await verify('tide', {}, deps)).passage?.range).toBe('s=1');
    expect((await verify('orchard show', {}, deps)).verdict).toBe('verbatim');
  });

  test('does not ask for Arabic vowel signs', async () => {
    library.set('sea', episode(['البحر يعلّم الصبر قبل أن يعلّم السباحة، وهذا ما لم أفهمه صغيرًا.'], 'ar'));
    const unpointed = await verify('البحر يعلم الصبر قبل أن يعلم السباحة', {}, deps);
    expect([unpointed.verdict, unpointed.passage?.episodeId]).toEqual(['verbatim', 'sea']);
    expect((await verify('البحر يعلّم الصبر […] وهذا ما لم أفهمه', {}, deps)).verdict).toBe('elided');
    library.delete('sea');
  });

  test('refuses words without any letter', async () => {
    await expect(verify(' … ', {}, deps)).rejects.toMatchObject({ code: 'bad-parameter' });
  });

  test('refuses more words than a quote has', async () => {
    await expect(verify('word '.repeat(501), {}, deps)).rejects.toMatchObject({ code: 'too-large' });
  });
});

describe('bestMatch', () => {
  test('gives back any run of an episode’s own words', () => {
    const all = { wordFrom: 0, wordTo: bees.words.length };
    for (let wordFrom = 0; wordFrom < bees.words.length - 6; wordFrom++) {
      const span = { wordFrom, wordTo: wordFrom + 6 };
      const match = bestMatch(readPosted(joinWords(bees.words, wordFrom, wordFrom + 6)), bees, all, 'en');
      expect(match).toMatchObject({ spans: [span], similarity: 1, isExact: true, gaps: 0 });
    }
  });

  test('compares scripts without spaces by their characters', () => {
    const text = episode(['今日は天気がいいので、散歩に行きましょう。'], 'ja');
    const all = { wordFrom: 0, wordTo: text.words.length };
    const match = bestMatch(readPosted('天気が悪いので、散歩に'), text, all, 'ja');
    expect(match?.diff).toEqual([
      { kind: 'same', text: '天気が' },
      { kind: 'left-out', text: 'い' },
      { kind: 'put-in', text: '悪' },
      { kind: 'same', text: 'いので、散歩に' },
    ]);
  });
});
