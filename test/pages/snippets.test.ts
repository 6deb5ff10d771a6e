import { describe, expect, test } from 'vitest';
import { altText } from '../../src/card/alt.ts';
import type { Card } from '../../src/card/model.ts';
import { highlightAddress } from '../../src/pages/fragment.ts';
import { scriptJson } from '../../src/pages/json-ld.ts';
import {
  componentCode,
  htmlCode,
  iframeCode,
  markdownCode,
  plainText,
  wordsCode,
  type Shared,
} from '../../src/pages/share.ts';

const HOSTILE = 'Say "<script>alert(1)</script>" & ]]> [x](javascript:y) \u202etxt';

const card: Card = {
  quoteId: 'q_a',
  episodeId: 'walls',
  language: 'en',
  spoken: 'en',
  direction: 'ltr',
  words: HOSTILE,
  speakers: [{ name: 'Ida <b>', role: null, photo: null }],
  exchange: null,
  participants: [],
  author: null,
  time: { label: '0:42', startMs: 42_000, exact: true },
  show: 'Cold "Harbour"',
  episode: 'Walls',
  publishedAt: null,
  cover: null,
  url: 'https://quotes.example/q/q_a',
};

const shared: Shared = {
  card,
  page: card.url,
  image: `${card.url}.png?v=1&size=og`,
  alt: altText(card),
  embed: { url: 'https://quotes.example/embed/q/q_a', width: 600, height: 200 },
  component: 'https://quotes.example/pull-quote.js',
};

describe('snippets', () => {
  test.each([
    ['iframe', iframeCode(shared)],
    ['element', componentCode(shared)],
    ['HTML', htmlCode(shared)],
  ])('words that look like markup are words in the %s', (_, code) => {
    expect(code).not.toMatch(/<script>|<b>/);
    expect(code).toContain('&lt;script&gt;');
  });

  test('words that look like Markdown are words, and addresses stay what they are', () => {
    const code = markdownCode(shared);
    expect(code).toContain('\\[x\\]\\(javascript:y\\)');
    expect(code.endsWith(`](${shared.image})](${shared.page})`)).toBe(true);
  });

  test('the words come with who said them, where and when', () => {
    expect(wordsCode(shared)).toBe(`“${HOSTILE}”\n— Ida <b>, Cold "Harbour", Walls, 0:42\n${card.url}`);
  });

  test('where there is no markup nothing turns the direction of what follows', () => {
    expect(plainText(HOSTILE)).not.toContain('\u202e');
  });
});

test('structured data cannot end its script element, and is the same data', () => {
  const value = { text: `</script><!-- ${HOSTILE} \u2028` };
  expect(scriptJson(value)).not.toMatch(/[<>&\u2028]/);
  expect(JSON.parse(scriptJson(value))).toEqual(value);
});

describe('highlightAddress', () => {
  test.each([
    [
      'https://show.example/31',
      ['same motors, same software'],
      '#:~:text=same%20motors%2C%20same%20software',
    ],
    ['https://show.example/31#notes', ['re-run it & go'], '#notes:~:text=re%2Drun%20it%20%26%20go'],
    [
      'https://show.example/31',
      ['one two three four five six seven eight nine ten eleven'],
      '#:~:text=one%20two%20three%20four%20five,seven%20eight%20nine%20ten%20eleven',
    ],
    ['https://show.example/31', ['first', 'second'], '#:~:text=first&text=second'],
  ])('%s and %j end in %s', (address, passages, end) => {
    expect(highlightAddress(address, passages)).toBe(`https://show.example/31${end}`);
  });

  test.each(['javascript:alert(1)', 'nonsense', 'file:///etc/passwd'])(
    '%s is no address to lead to',
    (address) => {
      expect(highlightAddress(address, ['words'])).toBeNull();
    },
  );
});
