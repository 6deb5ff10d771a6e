import { existsSync, readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hits, readGold, recall } from '../../bench/eval/gold.ts';
import { highlights } from '../../src/highlight/highlights.ts';
import { normalize } from '../../src/transcript/normalize.ts';
import { parseTranscript } from '../../src/transcript/parse.ts';
import { joinWords } from '../../src/transcript/words.ts';
import { episode } from './text.ts';

const filler = (i: number): string => `And then it was there on day ${i}, you know, or something like that.`;
const CLAIM =
  'I believe a lighthouse is worth more than a thousand warnings, because nobody argues with light.';

const only = (lines: readonly string[], language = 'en'): string | undefined =>
  highlights(episode(lines, language), { count: 1, language })[0]?.text;

describe('without notes', () => {
  test('prefers what stands alone and takes a position', () => {
    expect(only([filler(1), filler(2), CLAIM, filler(3)])).toBe(CLAIM);
  });

  test.each([
    ['advertising', 'Use the promo code TIDE and get 20 percent off the best mattress you will ever own.'],
    ['a greeting', 'Thanks for coming on the podcast, I am so happy that we will talk about your best book.'],
    [
      'a question to the guest',
      'What do you believe is the most important thing that people should learn from you?',
    ],
    ['filler', 'I mean, you know, we should, um, kind of, you know, always be, uh, honest or something.'],
    [
      'what points back',
      'That is what they told her about those, and it is why this one was so much better.',
    ],
    ['a broken start', 'They, my brother should always believe in the best harbour that we will ever have.'],
    ['words said twice', 'We must, we must always believe that the the harbour is the best of our town.'],
    [
      'two sentences a machine joined',
      'We should always believe But the harbour will be the best thing we ever have.',
    ],
    ['a start in the middle of a thought', `And ${CLAIM.replace('I believe', 'I always believe')}`],
    ['a start that says nothing yet', `Yeah, ${CLAIM.replace('I believe', 'I always believe')}`],
    [
      'a start that is given up',
      'I wanted to, I want to believe we should never sell the best harbour of all.',
    ],
    ['what leans on a talk', 'I always believed we should never do more than they did because of that.'],
    ['a start that says nothing yet', `Um, ${CLAIM.replace('I believe', 'I always believe')}`],
    ['a start a machine cut off', `never ${CLAIM.replace('I believe', 'I always believe')}`],
  ])('passes over %s', (_, line) => {
    expect(only([line, CLAIM])).toBe(CLAIM);
  });

  test('passes over an answer that says little without its question', () => {
    const answer = 'Never, because a lighthouse will always be worth more than a thousand warnings to us.';
    expect(only(['Ann: Would you ever sell it?', `Ben: ${answer}`, `Ben: ${CLAIM}`])).toBe(CLAIM);
  });

  test('prefers what names the subject of the talk around it', () => {
    const around = ['Ann: The turbine hummed.', 'Ann: A turbine needs wind.', 'Ann: It fell over.'];
    const [named, other] = ['turbine', 'trumpet'].map(
      (thing) => `I believe a ${thing} should be painted yellow before anybody sees it.`,
    );
    // The later one is picked though equal scores go to the earlier.
    expect(only([`Ben: ${other}`, 'Ann: Rain came.', ...around, `Ben: ${named}`, ...around])).toBe(named);
  });

  test('takes nothing shorter than 8 or longer than 40 words', () => {
    const long = `We must ${'always '.repeat(45)}believe.`;
    expect(highlights(episode(['Never trust a map.', long]), { count: 5, language: 'en' })).toEqual([]);
  });

  test('passes over a sentence broken off', () => {
    const broken = 'Ann: I believe the harbour should always be the best thing that we will ever -';
    expect(only([broken, `Ben: ${CLAIM}`])).toBe(CLAIM);
  });

  test('does not join what has nothing to do with one another', () => {
    const lines = ['We must never sell the lighthouse to a bank.', 'My sister always wanted seven goats.'];
    const picks = highlights(episode(lines), { count: 2, language: 'en' });
    expect(picks.map(({ text }) => text)).toEqual([lines[0]]);
  });

  test('joins what goes on where a sentence is too short alone', () => {
    const text = episode([
      'We never sold the lighthouse. It is the only honest thing this town will ever own.',
    ]);
    expect(highlights(text, { count: 1, language: 'en' })[0]?.text).toBe(
      'We never sold the lighthouse. It is the only honest thing this town will ever own.',
    );
  });

  test('does not repeat itself', () => {
    const again =
      'I believe a lighthouse is worth more than a thousand warnings; nobody argues with the light.';
    const picks = highlights(episode([CLAIM, filler(1), filler(2), again]), { count: 2, language: 'en' });
    expect(picks.filter(({ text }) => text.includes('lighthouse'))).toHaveLength(1);
  });

  test('spreads over the episode', () => {
    const claims = [
      'We must plant an orchard before we ever build a single house.',
      'I believe bridges are the only honest buildings that we have.',
      'Most people never learn to cook, because nobody will wait for dinner.',
      'My father always said the sea should be paid in advance.',
      'Every engine I love is older than the best of my friends.',
      'We will not save the forest, but it is going to save us.',
      'Nobody should own a hill that the whole village needs for water.',
      'I hope that our library is the last thing we ever have to close.',
    ];
    const picks = highlights(episode(claims), { count: 2, language: 'en' });
    const [a, b] = picks.map(({ sentenceFrom }) => sentenceFrom);
    expect(Math.abs((a ?? 0) - (b ?? 0))).toBeGreaterThanOrEqual(3);
  });

  test('spreads over chapters', () => {
    const lines = [
      CLAIM,
      'We should always plant two trees for every single one that the storm takes.',
      filler(1),
      filler(2),
      filler(3),
      'Our town was built by people who never asked what it costs.',
    ];
    const chapters = [
      { startMs: 0, title: 'One' },
      { startMs: 40_000, title: 'Two' },
    ];
    const picks = highlights(episode(lines), { count: 2, language: 'en', chapters });
    expect(picks.map(({ startMs }) => (startMs ?? 0) >= 40_000).toSorted()).toEqual([false, true]);
  });

  test('prefers what the publisher marked as a soundbite', () => {
    const twin = CLAIM.replace('lighthouse', 'foghorn')
      .replace('light', 'sound')
      .replace('warnings', 'letters');
    const soundbites = [{ startMs: 30_000, endMs: 40_000, title: 'The one' }];
    const picks = highlights(episode([CLAIM, filler(1), filler(2), twin]), {
      count: 1,
      language: 'en',
      soundbites,
    });
    expect(picks[0]?.text).toBe(twin);
    expect(picks[0]?.scores.marked).toBe(1);
  });

  test('never joins two speakers', () => {
    const text = episode([
      'Ann: We should never sell.',
      'Ben: I believe that we must.',
      'Ann: Nobody will ever know.',
    ]);
    expect(highlights(text, { count: 9, language: 'en' })).toEqual([]);
  });

  test('knows other languages', () => {
    const german = 'Wir müssen den Menschen endlich vertrauen, statt ihnen jeden Schritt vorzuschreiben.';
    expect(only(['Das war dann halt irgendwie so, äh, genau, und dann war das so.', german], 'de')).toBe(
      german,
    );
  });

  test('works for languages it does not know, and for scripts without spaces', () => {
    expect(only(['คนเราเรียนรู้จากความผิดพลาดมากกว่าความสำเร็จเสมอ'], 'th')).toBe(
      'คนเราเรียนรู้จากความผิดพลาดมากกว่าความสำเร็จเสมอ',
    );
    expect(
      only(['Minden kert egy kicsit a jövőbe vetett hit is, mert mások ülnek majd az árnyékában.'], 'hu'),
    ).toMatch(/^Minden/u);
  });

  test.each([0, 1001, 1.5, Number.NaN])('refuses a count of %d', (count) => {
    expect(() => highlights(episode([CLAIM]), { count, language: 'en' })).toThrow(
      expect.objectContaining({ code: 'bad-parameter' }),
    );
  });
});

test('a word of a million letters costs no more than a long sentence', () => {
  const text = episode([`Well ${'they-'.repeat(200_000)} said so. ${CLAIM}`]);
  expect(highlights(text, { count: 1, language: 'en' })[0]?.text).toBe(CLAIM);
});

test('an empty episode has none', () => {
  expect(highlights(episode([]), { count: 3, language: 'en' })).toEqual([]);
});

test('every pick is a whole run of the transcript’s own sentences, no two overlap, and the same input gives the same', () => {
  const word = fc.constantFrom(
    'we',
    'they',
    'never',
    'But',
    'light',
    'tide',
    'because',
    '7',
    'um',
    'You',
    'Ann',
    'best',
    'it',
  );
  const sentence = fc.tuple(
    fc.array(word, { minLength: 1, maxLength: 30 }),
    fc.constantFrom('.', '?', '!', '…', ''),
  );
  const line = fc
    .array(sentence, { minLength: 1, maxLength: 4 })
    .map((list) => list.map(([words, end]) => words.join(' ') + end).join(' '));
  fc.assert(
    fc.property(fc.array(line, { maxLength: 20 }), fc.integer({ min: 1, max: 12 }), (lines, count) => {
      const text = episode(lines);
      const picks = highlights(text, { count, language: 'en', notes: ['light and tide', '0:30 never'] });
      expect(picks.length).toBeLessThanOrEqual(count);
      const taken = new Set<number>();
      for (const { sentenceFrom, sentenceTo, spans, text: words } of picks) {
        const sentences = text.sentences.slice(sentenceFrom, sentenceTo);
        expect(spans).toEqual([{ wordFrom: sentences[0]?.wordFrom, wordTo: sentences.at(-1)?.wordTo }]);
        const [from, to] = [sentences[0]?.wordFrom ?? 0, sentences.at(-1)?.wordTo ?? 0];
        expect(words.replace(/^\[…\] | \[…\]$/gu, '')).toBe(joinWords(text.words, from, to));
        for (let i = sentenceFrom; i < sentenceTo; i++) expect(taken.has(i)).toBe(false);
        for (let i = sentenceFrom; i < sentenceTo; i++) taken.add(i);
      }
      expect(highlights(text, { count, language: 'en', notes: ['light and tide', '0:30 never'] })).toEqual(
        picks,
      );
    }),
    { numRuns: 60 },
  );
});

describe('with notes', () => {
  const lines = [
    CLAIM,
    'Our first boat had no engine and no name, and we were proud of both.',
    'We paid for the sails with a loan that the bank never should have given us.',
    filler(1),
    'The cook was the only one of us who could read the weather from the smell of the kelp.',
    filler(2),
  ];

  test('each finds its passage, and says which it was', () => {
    const notes = ['How the loan paid for their sails', 'A cook who reads weather in kelp'];
    const picks = highlights(episode(lines), { count: 2, language: 'en', notes });
    expect(picks.map(({ text, note }) => [text, note])).toEqual([
      [lines[2], notes[0]],
      [lines[4], notes[1]],
    ]);
  });

  test('one the episode does not answer gives its place to what does stand there', () => {
    const [pick] = highlights(episode(lines), { count: 1, language: 'en', notes: ['Quantum tax law'] });
    expect(pick?.note).toBeNull();
  });

  test('one with a time is looked for there', () => {
    const other = 'The second loan for sails came from my aunt, and we should never have told the harbour.';
    const twice = [...lines, ...Array.from({ length: 13 }, (_, i) => filler(i)), other, filler(20)];
    const notes = ['0:20 The loan for the sails', '03:10 - The loan for the sails'];
    const picks = highlights(episode(twice), { count: 2, language: 'en', notes });
    expect(new Map(picks.map(({ note, startMs }) => [note, startMs]))).toEqual(
      new Map([
        [notes[0], 20_000],
        [notes[1], 190_000],
      ]),
    );
  });
});

const LABELLED = new URL('../../../shared/transcripts/000_69005a5553fd1534.txt', import.meta.url);

describe.skipIf(!existsSync(LABELLED))(
  'the labelled episode (left out where its transcript is not at hand)',
  () => {
    test('at 20 picks has a third of its topics (chance has 22 %), and no more than five off them', () => {
      const { text } = normalize(parseTranscript(new Uint8Array(readFileSync(LABELLED))), { language: 'en' });
      const { topics } = readGold();
      const picks = highlights(text, { count: 20, language: 'en' }).flatMap(({ spans }) => spans);
      expect(recall(topics, picks)).toBeGreaterThanOrEqual(0.33);
      expect(picks.filter((pick) => topics.some((topic) => hits(topic, pick))).length).toBeGreaterThanOrEqual(
        15,
      );
    });
  },
);

test('an episode too long to pick from is refused before any of it is read', () => {
  const short = episode([CLAIM]);
  const words = Array.from({ length: 10_000 }, () => short.words).flat();
  expect(() => highlights({ ...short, words }, { count: 1, language: 'en' })).toThrow(
    expect.objectContaining({ code: 'too-large' }),
  );
});
