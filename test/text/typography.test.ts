import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { quotationMarks, smarten } from '../../src/text/typography.ts';

const letters = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '');

describe('smarten', () => {
  test.each([
    ['en', `"It's late," she said. "Really 'late'."`, '“It’s late,” she said. “Really ‘late’.”'],
    ['en', `Rock 'n' roll of the '90s -- loud...`, 'Rock ’n’ roll of the ’90s — loud…'],
    ['en', `He is 6'2" tall`, 'He is 6′2″ tall'],
    ['en', `the dogs' bowls`, 'the dogs’ bowls'],
    ['en', `a well-known fact - really`, 'a well-known fact – really'],
    ['de', `"Wir gehen", sagte er -- "sofort".`, '„Wir gehen“, sagte er – „sofort“.'],
    [
      'fr',
      `"Où vas-tu?" dit-il: l'eau monte!`,
      '«\u00a0Où vas-tu\u202f?\u00a0» dit-il\u00a0: l’eau monte\u202f!',
    ],
    [
      'fr',
      `rendez-vous à 10:30 sur https://example.org/?a=1`,
      'rendez-vous à 10:30 sur https://example.org/?a=1',
    ],
    ['fr', `« Oui », dit-elle`, '«\u00a0Oui\u00a0», dit-elle'],
    ['ru', `Он сказал: "Иди" - и ушёл`, 'Он сказал: «Иди» — и ушёл'],
    ['ja', `彼は"はい"と言った`, '彼は「はい」と言った'],
    ['he', `צה"ל וצ'יפס`, 'צה״ל וצ׳יפס'],
    ['zh-Hans', '等等...', '等等……'],
  ])('%s: %s', (language, plain, set) => {
    expect(smarten(plain, language)).toBe(set);
  });

  test('sets quotes in a quote as the inner ones', () => {
    expect(smarten('He said "go" twice', 'en', { within: true })).toBe('He said ‘go’ twice');
  });

  test('never changes letters, digits or their order', () => {
    const language = fc.constantFrom('en', 'fr', 'de', 'ru', 'he', 'ja', 'zh-Hant', 'pl', 'ar');
    const piece = fc.constantFrom(
      'a',
      'É',
      '7',
      'ж',
      'ה',
      '"',
      "'",
      ' ',
      '-',
      '--',
      '...',
      '?',
      '!',
      ':',
      '«',
      '»',
      '日',
    );
    fc.assert(
      fc.property(fc.array(piece), language, (pieces, tag) => {
        const text = pieces.join('');
        expect(letters(smarten(text, tag))).toBe(letters(text));
      }),
    );
  });

  test('is stable: what is set stays as it is', () => {
    const samples = [`"It's 'late'," she said -- "go..."`, `"Où vas-tu?" dit-il: l'eau monte!`];
    for (const text of samples) {
      for (const language of ['en', 'fr', 'de', 'ru']) {
        const set = smarten(text, language);
        expect(smarten(set, language)).toBe(set);
      }
    }
  });
});

describe('quotationMarks', () => {
  test.each([
    ['en', '“”'],
    ['de-AT', '„“'],
    ['de-CH', '«»'],
    ['fr', '«\u00a0\u00a0»'],
    ['ja', '「」'],
    ['zh-Hant-HK', '「」'],
    ['zh-Hans', '“”'],
    ['sv', '””'],
  ])('%s', (language, marks) => {
    expect(quotationMarks(language).join('')).toBe(marks);
  });
});
