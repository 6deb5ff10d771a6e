import { expect, test } from 'vitest';
import type { Caption } from '../../src/clip/model.ts';
import { frameCount, momentsOf } from '../../src/clip/timeline.ts';

const word = (startMs: number, endMs: number) => ({ from: 0, to: 1, startMs, endMs });
const captions: Caption[] = [
  { text: 'a b', startMs: 0, endMs: 1000, words: [word(250, 500), word(500, 900)] },
  { text: 'c', startMs: 1500, endMs: 2000, words: [word(1500, 2000)] },
];
const at = (marked: boolean) => momentsOf(captions, { frames: 75, rate: 30, marked, steps: 100 });

test('a clip has as many pictures as come closest to its length', () => {
  expect([1000, 1016, 1017, 20_000].map((ms) => frameCount(ms, 30))).toEqual([30, 30, 31, 600]);
});

test('a caption is shown from the picture nearest to its start until its end', () => {
  const shown = at(true).map(({ caption }) => caption);
  expect([shown.indexOf(0), shown.lastIndexOf(0)]).toEqual([0, 29]);
  expect([shown.indexOf(1), shown.lastIndexOf(1)]).toEqual([45, 59]);
  expect(shown.at(-1)).toBe(-1);
});

test('the word spoken is marked from the picture nearest to its start, none before the first', () => {
  const marked = at(true).map(({ word: index }) => index);
  expect([marked[7], marked[8], marked[14], marked[15], marked[29], marked[30]]).toEqual([
    -1, 0, 0, 1, 1, -1,
  ]);
});

test('the plain style marks no word', () => {
  expect(new Set(at(false).map(({ word: index }) => index))).toEqual(new Set([-1]));
});

test('the progress never goes back and is full in the last picture', () => {
  const progress = at(true).map((moment) => moment.progress);
  expect(progress).toEqual(progress.toSorted((a, b) => a - b));
  expect(progress.at(-1)).toBe(100);
});
