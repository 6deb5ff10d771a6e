import { describe, expect, test } from 'vitest';
import { confirmSpeakers, turnsWithin } from '../../src/transcript/speakers.ts';
import { textOf } from './build.ts';

const lines = [
  { body: 'one two', speakerLabel: 'SPEAKER_1' },
  { body: 'three', speakerLabel: 'SPEAKER_1', speakerCarried: true },
  { body: 'four', speakerLabel: 'Ada Quist' },
  { body: 'five six' },
];

describe('turns', () => {
  test('say whether the label stands there or was carried on', () => {
    expect(textOf(lines).turns).toEqual([
      { wordFrom: 0, wordTo: 2, label: 'SPEAKER_1', participantId: null, source: 'label' },
      { wordFrom: 2, wordTo: 3, label: 'SPEAKER_1', participantId: null, source: 'carried' },
      { wordFrom: 3, wordTo: 4, label: 'Ada Quist', participantId: null, source: 'label' },
      { wordFrom: 4, wordTo: 6, label: null, participantId: null, source: 'none' },
    ]);
  });

  test("follow the publisher's mapping", () => {
    expect(textOf(lines, 'none', { speakers: { SPEAKER_1: 'bo' } }).turns[0]).toEqual({
      wordFrom: 0,
      wordTo: 3,
      label: 'SPEAKER_1',
      participantId: 'bo',
      source: 'mapped',
    });
  });

  test("know a participant by name, in any case; the source stays the transcript's label", () => {
    const { turns } = textOf(lines, 'none', { participants: [{ id: 'ada', name: 'ada quist' }] });
    expect(turns[2]).toMatchObject({ participantId: 'ada', source: 'label' });
  });

  test('take no label for a property that every object has', () => {
    const { turns } = textOf([{ body: 'hello', speakerLabel: 'constructor' }], 'none', { speakers: {} });
    expect(turns[0]).toMatchObject({ participantId: null, source: 'label' });
  });

  test('begin at a mark of a new turn that names nobody', () => {
    const { turns } = textOf(['so you swam', { body: 'every day', turnMark: true }]);
    expect(turns.map(({ wordFrom }) => wordFrom)).toEqual([0, 3]);
  });
});

describe('confirmSpeakers', () => {
  test('marks exactly the words of the spans, keeps labels and leaves the text it was given alone', () => {
    const text = textOf(lines);
    const before = structuredClone(text);
    const confirmed = confirmSpeakers(text, [{ wordFrom: 1, wordTo: 5 }], 'ada');
    expect(text).toEqual(before);
    expect(
      confirmed.turns.map(({ wordFrom, wordTo, label, source }) => [wordFrom, wordTo, label, source]),
    ).toEqual([
      [0, 1, 'SPEAKER_1', 'label'],
      [1, 3, 'SPEAKER_1', 'confirmed'],
      [3, 4, 'Ada Quist', 'confirmed'],
      [4, 5, null, 'confirmed'],
      [5, 6, null, 'none'],
    ]);
    expect(confirmed.sentences).toEqual(text.sentences);
  });

  test('said twice is the same as said once', () => {
    const once = confirmSpeakers(textOf(lines), [{ wordFrom: 1, wordTo: 5 }], 'ada');
    expect(confirmSpeakers(once, [{ wordFrom: 2, wordTo: 5 }], 'ada')).toEqual(once);
  });
});

test('turnsWithin cuts turns to the spans', () => {
  const { turns } = textOf(lines);
  const within = turnsWithin(turns, [
    { wordFrom: 1, wordTo: 2 },
    { wordFrom: 3, wordTo: 5 },
  ]);
  expect(within.map(({ wordFrom, wordTo }) => [wordFrom, wordTo])).toEqual([
    [1, 2],
    [3, 4],
    [4, 5],
  ]);
});
