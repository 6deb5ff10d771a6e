import { expect, test } from 'vitest';
import { directionOf, wordsLanguage } from '../../src/card/language.ts';

test.each([
  ['a plain sentence', 'en', 'en'],
  ['昨日は雨が降りました。', 'en', 'ja'],
  ['الوقت لا ينتظر أحدا', 'en', 'ar'],
  ['She said 東京 twice on the way home', 'en', 'en'],
  ['東京大学', 'ja', 'ja'],
  ['漢字', 'ko', 'ko'],
  ['我们去北京', 'en', 'zh'],
  ['Plain English words here', 'ja', 'ja'],
  ['1984', 'de', 'de'],
])('the words %j of an episode in %s are %s', (text, episode, expected) => {
  expect(wordsLanguage(text, episode)).toBe(expected);
});

test('the direction follows the likely script of a language', () => {
  expect(['en', 'ar', 'he', 'fa', 'az-Arab', 'ja'].map(directionOf)).toEqual([
    'ltr',
    'rtl',
    'rtl',
    'rtl',
    'rtl',
    'ltr',
  ]);
});
