import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rangeOf, stretchOf } from '../../src/studio/script/address.ts';
import { isWhole, scriptOf, search, snapped, textOf } from '../../src/studio/script/script.ts';

const WORDS = ['tide', 'Ferry', 'quay', 'the', 'we’re', '10,000', 'sea-side', 'home'];

function scriptFrom(words: string[]) {
  const sentences = Array.from({ length: Math.ceil(words.length / 3) }, (_, at) => ({
    wordFrom: at * 3,
    wordTo: Math.min(words.length, at * 3 + 3),
    runOn: false,
    quoteId: at === 1 ? 'q_abcdefghijklm' : null,
  }));
  return scriptOf({
    episodeId: 'e',
    revisionId: 'r',
    language: 'en',
    timing: 'cue',
    durationMs: null,
    words,
    glued: [],
    startsMs: words.map((_, at) => at * 500),
    sentences,
    turns: [],
    chapters: [],
    audio: null,
    peaks: null,
  });
}

/** Few words, so that many places say the same; sentences of three. */
const episode = fc.array(fc.constantFrom(...WORDS), { minLength: 6, maxLength: 60 }).map(scriptFrom);

const picked = episode.chain((script) =>
  fc
    .tuple(fc.nat(script.words.length - 1), fc.nat(script.words.length - 1))
    .map(([a, b]) => ({ script, stretch: { from: Math.min(a, b), to: Math.max(a, b) + 1 } })),
);

describe('addresses of picked words', () => {
  test('the range of words names these words and no others', () => {
    fc.assert(
      fc.property(picked, ({ script, stretch }) => {
        const range = rangeOf(script, stretch);
        fc.pre(range !== null);
        expect(stretchOf(script, range ?? '')).toEqual(stretch);
      }),
    );
  });

  test('whole sentences always have a range', () => {
    fc.assert(
      fc.property(picked, ({ script, stretch }) => {
        const whole = snapped(script, stretch);
        expect(isWhole(script, whole)).toBe(true);
        expect(rangeOf(script, whole)).toMatch(/^s=\d+(?:-\d+)?$/);
      }),
    );
  });

  test('what is searched for is found where it stands, whatever its case and quotes', () => {
    fc.assert(
      fc.property(picked, ({ script, stretch }) => {
        const query = textOf(script, stretch).toUpperCase().replaceAll('’', "'");
        const found = search(script, query);
        expect(found.length).toBeGreaterThan(0);
        for (const each of found)
          expect(textOf(script, each).toLowerCase()).toContain(
            textOf(script, stretch).slice(0, 3).toLowerCase(),
          );
      }),
    );
  });

  test.each([
    ['s=1', { from: 3, to: 6 }],
    ['0:01', { from: 3, to: 6 }],
    ['0:00-0:02', { from: 0, to: 6 }],
    ['q_abcdefghijklm', { from: 3, to: 6 }],
    ['s=99', null],
    ['nonsense', null],
  ])('%s opens %j', (range, stretch) => {
    expect(stretchOf(scriptFrom([...WORDS, 'again']), range)).toEqual(stretch);
  });
});
