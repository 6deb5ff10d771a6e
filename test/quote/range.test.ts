import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatRange, parseRange, type Range } from '../../src/quote/range.ts';

const text = (parts: Partial<Extract<Range, { kind: 'text' }>>): Range => ({
  kind: 'text',
  prefix: null,
  start: '',
  end: null,
  suffix: null,
  ...parts,
});
const time = (startMs: number, endMs: number | null): Range => ({ kind: 'time', startMs, endMs });

describe('parseRange', () => {
  test.each<[string, Range]>([
    ['13:36-14:05', time(816_000, 845_000)],
    ['13:36', time(816_000, null)],
    ['13%3A36-14%3A05', time(816_000, 845_000)],
    ['13:36%E2%80%9314:05', time(816_000, 845_000)],
    ['1:02:03-1:02:10', time(3_723_000, 3_730_000)],
    ['73:36', time(4_416_000, null)],
    ['0:01.5-0:02.25', time(1500, 2250)],
    ['t=816,845', time(816_000, 845_000)],
    ['t=npt:816.5', time(816_500, null)],
    ['t=,845', time(0, 845_000)],
    ['t=0:13:36,0:14:05', time(816_000, 845_000)],
    ['s=120-124', { kind: 'sentences', from: 120, to: 124 }],
    ['s=7', { kind: 'sentences', from: 7, to: 7 }],
    ['q_aaaaaaaaaaaaa', { kind: 'quotes', ids: ['q_aaaaaaaaaaaaa'] }],
    ['q_aaaaaaaaaaaaa+q_bbbbbbbbbbbbb', { kind: 'quotes', ids: ['q_aaaaaaaaaaaaa', 'q_bbbbbbbbbbbbb'] }],
    ['q_aaaaaaaaaaaaa%2Bq_bbbbbbbbbbbbb', { kind: 'quotes', ids: ['q_aaaaaaaaaaaaa', 'q_bbbbbbbbbbbbb'] }],
    ['text=a%20phrase', text({ start: 'a phrase' })],
    ['text=from,to', text({ start: 'from', end: 'to' })],
    ['text=before-,from,to,-after', text({ prefix: 'before', start: 'from', end: 'to', suffix: 'after' })],
    ['text=before-,from', text({ prefix: 'before', start: 'from' })],
    ['text=from,-after', text({ start: 'from', suffix: 'after' })],
    ['text=yes%2C%20no,maybe', text({ start: 'yes, no', end: 'maybe' })],
    ['text=well-', text({ start: 'well-' })],
    ['text=a%2D,b', text({ start: 'a-', end: 'b' })],
    ['text=100%25', text({ start: '100%' })],
  ])('reads %s', (raw, range) => {
    expect(parseRange(raw)).toEqual(range);
  });

  test.each([
    ['13:99', 'a time like 13:36', '13:99'],
    ['13:36-14:99', 'a time like 13:36', '14:99'],
    ['13:36-13:36', 'an end after the start', '13:36-13:36'],
    ['13:36-14:05-14:09', 'a range like 13:36-14:05', '13:36-14:05-14:09'],
    ['1:99:00', 'a time like 13:36', '1:99:00'],
    ['t=5,x', 'seconds like 816', 'x'],
    ['t=', 'seconds like 816', 't='],
    ['t=5,', 'seconds like 816', 't=5,'],
    ['s=5-3', 'a last sentence not before the first', 's=5-3'],
    ['s=one', 'sentences like s=120-124', 's=one'],
    ['q_short', 'a quote ID', 'q_short'],
    ['q_aaaaaaaaaaaaa+', 'a quote ID', ''],
    ['text=', 'words', 'text='],
    ['text=a,', 'words between', 'text=a,'],
    ['text=a,b,c', 'text=[prefix-,]start[,end][,-suffix]', 'text=a,b,c'],
    ['text=%E0%A4', 'percent-encoded', '%E0%A4'],
    ['%', 'percent-encoded', '%'],
    ['yesterday', 'a time like 13:36-14:05', 'yesterday'],
    ['', 'a time like 13:36-14:05', ''],
  ])('refuses %s, saying what it wants and what it got', (raw, expected, received) => {
    expect(() => parseRange(raw)).toThrow(
      expect.objectContaining({
        code: 'bad-range',
        message: expect.stringContaining(`Expected ${expected}`),
      }),
    );
    expect(() => parseRange(raw)).toThrow(`received \`${received}\``);
  });

  test('fails only with bad-range, whatever it is given', () => {
    fc.assert(
      fc.property(fc.string(), (raw) => {
        try {
          parseRange(raw);
        } catch (error) {
          expect(error).toMatchObject({ name: 'PullquoteError', code: 'bad-range' });
        }
      }),
    );
  });
});

describe('formatRange', () => {
  const words = fc.string({ minLength: 1, unit: 'grapheme' }).filter((part) => part.trim() !== '');
  const anyRange: fc.Arbitrary<Range> = fc.oneof(
    fc
      .tuple(fc.nat(30_000_000), fc.option(fc.integer({ min: 1, max: 600_000 })))
      .map(([startMs, length]) => time(startMs, length === null ? null : startMs + length)),
    fc
      .tuple(fc.nat(9999), fc.nat(99))
      .map(([from, more]) => ({ kind: 'sentences' as const, from, to: from + more })),
    fc.record({
      kind: fc.constant('text' as const),
      prefix: fc.option(words),
      start: words,
      end: fc.option(words),
      suffix: fc.option(words),
    }),
    fc
      .array(fc.stringMatching(/^q_[a-z2-7]{13}$/), { minLength: 1, maxLength: 3 })
      .map((ids) => ({ kind: 'quotes' as const, ids })),
  );

  test('writes what parseRange reads', () => {
    fc.assert(
      fc.property(anyRange, (range) => {
        expect(parseRange(formatRange(range))).toEqual(range);
      }),
    );
  });

  test('writes times as people do', () => {
    expect(formatRange(time(816_000, 3_723_250))).toBe('13:36-1:02:03.25');
  });
});
