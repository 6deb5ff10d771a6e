import { describe, expect, test } from 'vitest';
import { contextWarnings } from '../../src/highlight/context.ts';
import { joinWords } from '../../src/transcript/words.ts';
import { episode, spanOf } from './text.ts';

/** Kinds of warning for cutting `cut` out of `lines`, each with the wider range's words. */
function warned(
  lines: readonly string[],
  cut: string | readonly string[],
  language = 'en',
): [string, string][] {
  const text = episode(lines, language);
  const spans = [cut].flat().map((words) => spanOf(text, words));
  return contextWarnings(text, spans, { language }).map(({ kind, wider }) => [
    kind,
    joinWords(text.words, wider.wordFrom, wider.wordTo),
  ]);
}

test.each([
  ['opening marks', '“'.repeat(300_000)],
  ['straight marks', '"a'.repeat(300_000)],
  ['parts', 'a-'.repeat(150_000)],
])('a neighbour of thousands of %s costs no more than a sentence', (_, flood) => {
  const lines = [`Ann: ${flood} here.`, 'Ben: We lost forty hives that winter.', `Ann: ${flood} here.`];
  expect(warned(lines, 'We lost forty hives that winter.').length).toBeLessThan(3);
});

const AROUND = ['The wind fell at noon.', 'A gull stood on the mast for an hour.'];

describe('a cut that leaves out', () => {
  test.each<[kind: string, cut: string, said: string]>([
    ['negation', 'the harbour is safe.', "I don't think the harbour is safe."],
    ['condition', 'The ferry will sail tonight', 'The ferry will sail tonight unless the wind turns again.'],
    ['condition', 'we would sell the house.', 'If my daughter asked, we would sell the house.'],
    ['attribution', 'the whole town is lazy.', 'They say the whole town is lazy.'],
    ['attribution', 'boats are a waste of wood.', 'According to my uncle, boats are a waste of wood.'],
    ['contrast', 'The sea was warm', 'The sea was warm but nobody would swim in it.'],
  ])('a %s of its own sentence: %s', (kind, cut, said) => {
    expect(warned([...AROUND, said, ...AROUND], cut)).toContainEqual([kind, said]);
  });

  test.each<[kind: string, before: string, cut: string]>([
    ['question', 'Did you ever want to leave the island?', 'Never, not for a single day of my life.'],
    ['question', 'Was the fire an accident?', 'It was the best thing that happened to us.'],
    [
      'contrast',
      'The first year was a joy for all of us.',
      'But the second one nearly ended the whole crew.',
    ],
    [
      'condition',
      'Imagine that every boat in the bay is gone.',
      'The town lives from tourists and from nothing else.',
    ],
    ['condition', 'Suppose the dam breaks tomorrow.', 'Then all of us will live on the hill.'],
    ['attribution', 'He said, “You are all fools.', 'Nobody has ever earned a living here.”'],
  ])('a %s before it: %s', (kind, before, cut) => {
    expect(warned([...AROUND, before, cut, ...AROUND], cut)).toContainEqual([kind, `${before} ${cut}`]);
  });

  test.each<[kind: string, cut: string, after: string]>([
    ['negation', 'The lighthouse was built by a king.', "That's not true, by the way."],
    ['contrast', 'Every child here learns to sail.', 'But hardly one of them stays.'],
    ['condition', 'You can drink from the well.', 'Unless it has rained, of course.'],
  ])('a %s after it: %s', (kind, cut, after) => {
    expect(warned([...AROUND, cut, after, ...AROUND], cut)).toContainEqual([kind, `${cut} ${after}`]);
  });

  test('a negation between its spans', () => {
    const said = 'The mayor did not, as far as we know, take the money.';
    expect(warned([said], ['The mayor did', 'take the money.'])).toEqual([['negation', said]]);
  });

  test('nothing of the kind is not warned of', () => {
    expect(
      warned([...AROUND, 'We built the pier in one winter.', ...AROUND], 'We built the pier in one winter.'),
    ).toEqual([]);
  });

  test('the next step of a story is not warned of as a condition', () => {
    const cut = 'Then the mayor bought the whole pier for himself.';
    expect(warned([...AROUND, cut, ...AROUND], cut)).toEqual([]);
  });

  test('a quotation that was closed is not warned of, however its marks are written', () => {
    const cut = 'Nobody has ever earned a living on this pier.';
    const said = ['She asked, "Is the harbour', 'really as safe as "home"?"', ...AROUND, cut];
    expect(warned(said, cut)).toEqual([]);
    expect(warned([...AROUND, 'He said, "You are all fools.', cut], cut)).toEqual([
      ['attribution', `He said, "You are all fools. ${cut}`],
    ]);
  });

  test('a question, where the answer repeats it, is not warned of', () => {
    const answer = 'The pier took a winter, and the whole village carried stones for it.';
    expect(warned(['How long did the pier take?', answer], answer)).toEqual([]);
  });
});

test('other languages have their own words', () => {
  expect(warned(['Ich glaube nicht, dass der Hafen sicher ist.'], 'der Hafen sicher ist.', 'de')).toEqual([
    ['negation', 'Ich glaube nicht, dass der Hafen sicher ist.'],
  ]);
  expect(warned(['Ils disent que le port est sûr.'], 'le port est sûr.', 'fr')).toEqual([
    ['attribution', 'Ils disent que le port est sûr.'],
  ]);
  expect(warned(['Si llueve, el puerto cierra.'], 'el puerto cierra.', 'es')).toEqual([
    ['condition', 'Si llueve, el puerto cierra.'],
  ]);
});

test('no words, no warnings', () => {
  expect(contextWarnings(episode([]), [], { language: 'en' })).toEqual([]);
});
