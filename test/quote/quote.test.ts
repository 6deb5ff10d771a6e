import { describe, expect, test } from 'vitest';
import type { Quote, Span } from '../../src/quote/model.ts';
import { makeQuote, sentenceQuotes } from '../../src/quote/quote.ts';
import { cue, textOf } from '../transcript/build.ts';

const text = textOf([cue(0, 4, 'Yes. We left early. Yes.', 'Ada'), cue(4, 6, 'We left early?', 'Bo')], 'cue');
const all = await sentenceQuotes('ep', 'r1', text);
const lookup = async (id: string): Promise<Quote | null> => all.find((quote) => quote.id === id) ?? null;
const make = (spans: Span[], author?: string | null): Promise<Quote> =>
  makeQuote(
    { episodeId: 'ep', revisionId: 'r1', text, spans, ...(author === undefined ? {} : { author }) },
    lookup,
  );

describe('sentenceQuotes', () => {
  test('gives every sentence an ID of its own, also those that say the same', () => {
    expect(all.map((quote) => quote.text)).toEqual(['Yes.', 'We left early.', 'Yes.', 'We left early?']);
    expect(new Set(all.map((quote) => quote.id)).size).toBe(4);
    expect(all[1]?.normHash).toBe(all[3]?.normHash);
  });

  test('gives the same IDs again', async () => {
    expect(await sentenceQuotes('ep', 'r1', text)).toEqual(all);
  });

  test('is live, without author, with times and turns', () => {
    expect(all[3]).toMatchObject({
      status: 'live',
      author: null,
      startMs: 4000,
      endMs: 6000,
      timing: { kind: 'cue', errorMs: 0 },
      turns: [{ label: 'Bo', wordFrom: 5, wordTo: 8 }],
    });
  });
});

describe('makeQuote', () => {
  test('finds the quote that is there already', async () => {
    expect(await make([{ wordFrom: 4, wordTo: 5 }])).toBe(all[2]);
  });

  test('gives the same words elsewhere another ID', async () => {
    const part = await make([{ wordFrom: 5, wordTo: 8 }]);
    expect(part).toBe(all[3]);
    const inside = await make([{ wordFrom: 1, wordTo: 3 }]);
    expect(inside.text).toBe('We left […]');
    expect(all.some((quote) => quote.id === inside.id)).toBe(false);
  });

  test('tells words with a gap from the same words without', async () => {
    const whole = await make([{ wordFrom: 0, wordTo: 4 }]);
    const gapped = await make([
      { wordFrom: 0, wordTo: 1 },
      { wordFrom: 1, wordTo: 4 },
    ]);
    expect(gapped.id).not.toBe(whole.id);
  });

  test('holds whose words are read aloud, and keeps it when not told', async () => {
    const read = await make([{ wordFrom: 1, wordTo: 4 }], 'Someone Else');
    expect(read).toMatchObject({ id: all[1]?.id, author: 'Someone Else' });
    expect((await make([{ wordFrom: 1, wordTo: 4 }])).author).toBeNull();
  });
});
