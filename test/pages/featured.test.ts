import { expect, test } from 'vitest';
import { featuredQuote } from '../../src/pages/featured.ts';
import type { Quote } from '../../src/quote/model.ts';

const LONG = 'The lamp in the harbour kept its own hours, and nobody in the town had ever minded it.';

function quoteOf(text: string, fields: Partial<Quote> = {}): Quote {
  return {
    id: 'q_aaaaaaaaaaaaa',
    episodeId: 'lamp',
    revisionId: 'r',
    spans: [{ wordFrom: 0, wordTo: 1 }],
    text,
    normHash: '',
    aliases: [],
    startMs: null,
    endMs: null,
    timing: { kind: 'none', errorMs: null },
    status: 'live',
    supersededBy: null,
    turns: [{ wordFrom: 0, wordTo: 1, label: 'Ida', participantId: 'ida', source: 'label' }],
    author: null,
    ...fields,
  };
}

const opening = Array.from({ length: 6 }, () => quoteOf(LONG));

test('the opening of an episode does not stand for it while there is anything else', () => {
  const later = quoteOf('Nobody in the town had ever minded the lamp there.');
  expect(featuredQuote([...opening, later])).toBe(later);
});

test('words of a speaker whom no source states do not, while there are others', () => {
  const unknown = quoteOf(LONG, {
    turns: [{ wordFrom: 0, wordTo: 1, label: null, participantId: null, source: 'none' }],
  });
  const known = quoteOf('Nobody in the town had ever minded the lamp there.');
  expect(featuredQuote([...opening, unknown, known])).toBe(known);
});

test.each([
  ['too short', quoteOf('It did.')],
  ['too long', quoteOf(LONG.repeat(3))],
  ['withdrawn', quoteOf(LONG, { status: 'withdrawn' })],
])('what is %s never does', (_, quote) => {
  expect(featuredQuote([quote])).toBeNull();
});
