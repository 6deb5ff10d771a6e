import { describe, expect, test } from 'vitest';
import { breakOpportunities } from '../../src/text/breaks.ts';
import { samples } from './samples.ts';

/** The text cut where a line may end, with bars. */
function bars(text: string, language: string): string {
  const breaks = breakOpportunities(text, language);
  return Array.from({ length: text.length }, (_, i) => (i > 0 && breaks[i] ? '|' : '') + text.charAt(i)).join(
    '',
  );
}

describe('breakOpportunities', () => {
  test.each(samples)('ends no line before a mark: $language', ({ text, language }) => {
    const breaks = breakOpportunities(text, language);
    const torn = Array.from(breaks, (_, i) => i).filter((i) => breaks[i] && /^\p{M}/u.test(text.slice(i)));
    expect(torn).toEqual([]);
  });

  test.each([
    ['keeps a number and its unit', 'en', 'ran 5 km today', 'ran |5 km |today'],
    ['keeps groups of digits', 'fr', 'soit 10 000 euros', 'soit |10 000 |euros'],
    [
      'keeps initials and titles with the name',
      'en',
      'by J. R. Hale and Dr. Oduya',
      'by |J. R. Hale |and |Dr. Oduya',
    ],
    ['keeps a dash with the word before it', 'en', 'twice – or more', 'twice – |or |more'],
    ['keeps guillemets and high marks, spaced plainly', 'fr', 'dit « oui » : bon !', 'dit |« oui » : |bon !'],
    ['keeps one-letter words with the next in Czech', 'cs', 'byl v lese a spal', 'byl |v lese |a spal'],
    ['lets them end a line in English', 'en', 'what a day', 'what |a |day'],
    ['breaks Korean between words only', 'ko', '강은 대답했다', '강은 |대답했다'],
    ['breaks Thai between words', 'th', 'แม่น้ำฟังเรื่อง', 'แม่น้ำ|ฟัง|เรื่อง'],
    ['breaks Khmer between clusters, not in a stack', 'km', 'ស្តាប់ទន្លេ', 'ស្តា|ប់|ទ|ន្លេ'],
    [
      'breaks Myanmar between syllables, not before a vowel sign or a final',
      'my',
      'ကျွန်တော်နားထောင်',
      'ကျွန်|တော်|နား|ထောင်',
    ],
    ['breaks before a Chinese opening quotation mark, not after', 'zh-Hans', '说“你好”吗', '说|“你|好”|吗'],
    [
      'keeps a dash that opens an aside with the aside',
      'es',
      'vino —dijo él— ayer',
      'vino |—dijo |él— |ayer',
    ],
    ['does not tear an ellipsis or a dash of two', 'zh-Hant', '回答——但……', '回|答——|但……'],
  ])('%s', (_, language, text, expected) => {
    expect(bars(text, language)).toBe(expected);
  });
});
