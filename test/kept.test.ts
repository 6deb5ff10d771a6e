import { expect, test } from 'vitest';
import { Kept } from '../src/kept.ts';

test('what was used least recently is let go of first', () => {
  const dropped: string[] = [];
  const kept = new Kept<string>(2, (value) => dropped.push(value));
  kept.set('a', 'A', 1);
  kept.set('b', 'B', 1);
  kept.get('a');
  kept.set('c', 'C', 1);
  expect(dropped).toEqual(['B']);
});

test('what was asked for within so many times stays, and so does what is in use', () => {
  const dropped: string[] = [];
  const kept = new Kept<string>(10, (value) => dropped.push(value));
  kept.set('a', 'A', 1);
  kept.set('b', 'B', 1);
  for (let times = 0; times < 3; times++) kept.get('b');
  expect(kept.dropOldest(null, 4)).toBe(false);
  expect(kept.dropOldest('A', 3)).toBe(false);
  expect(kept.dropOldest(null, 3)).toBe(true);
  expect(dropped).toEqual(['A']);
});
