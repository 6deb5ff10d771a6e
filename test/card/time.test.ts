import { expect, test } from 'vitest';
import { clock, printedTime } from '../../src/card/time.ts';

test('a clock drops fractions of a second and shows hours only from one hour on', () => {
  expect([0, 816_999, 3_599_999, 3_600_000, 3_723_000].map(clock)).toEqual([
    '0:00',
    '13:36',
    '59:59',
    '1:00:00',
    '1:02:03',
  ]);
});

test('a time known exactly is printed as it is', () => {
  expect(printedTime(816_000, { kind: 'cue', errorMs: 0 })).toEqual({
    label: '13:36',
    startMs: 816_000,
    exact: true,
  });
});

test('an interpolated time says so', () => {
  expect(printedTime(816_000, { kind: 'bucket', errorMs: 6_500 })?.label).toBe('≈ 13:36');
});

test('an unknown time is not printed', () => {
  expect(printedTime(null, { kind: 'none', errorMs: null })).toBeNull();
  expect(printedTime(5_000, { kind: 'none', errorMs: null })).toBeNull();
});
