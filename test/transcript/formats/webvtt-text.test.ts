import { describe, expect, test } from 'vitest';
import { parseCueText } from '../../../src/transcript/formats/webvtt-text.ts';

const textOf = (text: string, strict = true): string =>
  parseCueText(text, strict)
    .runs.map((run) => run.text)
    .join('');
const voicesOf = (text: string) =>
  parseCueText(text, true).runs.map(({ voice, text: said }) => [voice, said]);

const annotations = (text: string) => parseCueText(text, true).runs.map((run) => [run.text, run.annotation]);

describe('tags', () => {
  test.each([
    ['<i>a</i><b>b</b><u>c</u>', 'abc'],
    ['<c.loud.red>a</c>', 'a'],
    ['<lang en-GB>a</lang>', 'a'],
    ['<i.x\nann>a', 'a'],
    ['a</i>b', 'ab'],
    ['<>a</>', 'a'],
    ['a<x y>b', 'ab'],
    ['a <b', 'a '],
    ['1 < 2 and 3 > 2', '1  2'],
  ])('%j reads %j', (text, expected) => {
    expect(textOf(text)).toBe(expected);
  });

  test('leniently, what is no tag stays text', () => {
    expect(textOf('1 < 2 and 3 > 2, I <3 you', false)).toBe('1 < 2 and 3 > 2, I <3 you');
  });

  test('tags the specification does not know are named', () => {
    expect(parseCueText('<laughs>a<i>b').unknownTags).toEqual(['laughs']);
  });
});

describe('voices', () => {
  test('a voice lasts until it is closed, another within it until that is', () => {
    expect(voicesOf('a<v.loud  Anna\tLee >b<i>c</i></v>d')).toEqual([
      [null, 'a'],
      ['Anna Lee', 'b'],
      ['Anna Lee', 'c'],
      [null, 'd'],
    ]);
    expect(voicesOf('<v A>a<v B>b</v>c')).toEqual([
      ['A', 'a'],
      ['B', 'b'],
      ['A', 'c'],
    ]);
  });

  test('names may have character references', () => {
    expect(voicesOf('<v A &amp; B>a')).toEqual([['A & B', 'a']]);
  });

  test('a voice without a name is a voice', () => {
    expect(voicesOf('<v>a')).toEqual([['', 'a']]);
  });

  test('an end tag closes only what is open innermost', () => {
    expect(voicesOf('<v A><i>a</v>b</i></v>c')).toEqual([
      ['A', 'a'],
      ['A', 'b'],
      [null, 'c'],
    ]);
  });
});

describe('ruby', () => {
  test('<rt> counts only within <ruby>, which closes it', () => {
    expect(annotations('<ruby>a<rt>b</rt>c<rt>d</ruby>e<rt>f')).toEqual([
      ['a', false],
      ['b', true],
      ['c', false],
      ['d', true],
      ['e', false],
      ['f', false],
    ]);
  });
});

test('timestamp tags give the time of what follows', () => {
  const runs = parseCueText('a<00:01.000>b<00:00:02.500>c<1>d<00:61.000>e').runs;
  expect(runs.map((run) => run.sinceMs)).toEqual([null, 1000, 2500, 2500, 2500]);
});

test.each([
  ['&amp;&lt;&gt;', '&<>'],
  ['a&nbsp;b&lrm;&rlm;', 'a\u00a0b\u200e\u200f'],
  ['&quot;&copy;&eacute;&hellip;&NotEqualTilde;', '"©é…≂̸'],
  ['&#65;&#x1F600;&#39;', "A😀'"],
  ['&amp', '&'],
  ['& &; &1 &x; AT&T', '& &; &1 &x; AT&T'],
  ['&lt;i&gt;', '<i>'],
])('character references: %s', (text, expected) => {
  expect(textOf(text)).toBe(expected);
});
