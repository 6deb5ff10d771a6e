import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { emojiParts } from '../../src/text/emoji-index.ts';

test('a text is split at whole emoji, joined and toned ones too, not at digits and signs', () => {
  expect(emojiParts('1 lift 🛗 for 👩🏽‍🚀 & © 🇫🇷')).toEqual([
    { text: '1 lift ', key: null },
    { text: '🛗', key: '1f6d7' },
    { text: ' for ', key: null },
    { text: '👩🏽‍🚀', key: '1f469-1f3fd-200d-1f680' },
    { text: ' & © ', key: null },
    { text: '🇫🇷', key: '1f1eb-1f1f7' },
    { text: '', key: null },
  ]);
});

test('the parts of any text are the text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(
        emojiParts(text)
          .map((part) => part.text)
          .join(''),
      ).toBe(text);
    }),
  );
});
