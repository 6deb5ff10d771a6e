import { describe, expect, test } from 'vitest';
import type { Quote } from '../../src/quote/model.ts';
import { sentenceQuotes } from '../../src/quote/quote.ts';
import { parseRange } from '../../src/quote/range.ts';
import { select, type SelectOptions, type Selection } from '../../src/quote/select.ts';
import type { EpisodeText } from '../../src/transcript/model.ts';
import { cue, textOf } from '../transcript/build.ts';

const episode = textOf(
  [
    cue(0, 3.6, 'We left the harbour early.', 'Ada'),
    cue(3.6, 6, 'It was raining, and', 'Ada'),
    cue(6, 9, "nobody—not one—came to see us off. Didn't you", 'Ada'),
    cue(9, 10, 'mind?', 'Ada'),
    cue(20, 22, 'I did mind. It was raining.', 'Bo'),
  ],
  'cue',
);
const quotes = await sentenceQuotes('ep', 'r1', episode);

async function pick(
  raw: string,
  options: SelectOptions = {},
  text: EpisodeText = episode,
  all: Quote[] = quotes,
): Promise<Selection> {
  const quote = async (id: string): Promise<Quote | null> => all.find((one) => one.id === id) ?? null;
  return select(parseRange(raw), { episodeId: 'ep', text, quote }, options);
}

const said = async (raw: string, options?: SelectOptions): Promise<string> => (await pick(raw, options)).text;

describe('time', () => {
  test('snaps outward to whole sentences', async () => {
    expect(await said('0:05-0:07')).toBe('It was raining, and nobody—not one—came to see us off.');
  });

  test('snaps to whole words when asked', async () => {
    expect(await said('0:05-0:07', { snap: 'word' })).toMatch(/^\[…\] .*raining, and nobody.* \[…\]$/u);
  });

  test('of a whole second means what starts in it, not the tail of what came before', async () => {
    expect(await said('0:03')).toBe('It was raining, and nobody—not one—came to see us off.');
    expect(await said('0:03-0:05')).toBe('It was raining, and nobody—not one—came to see us off.');
    expect(await said('0:03-0:03.2')).toBe('It was raining, and nobody—not one—came to see us off.');
    expect(await said('0:03.2')).toBe('We left the harbour early.');
  });

  test('in a pause finds the nearest sentence', async () => {
    expect(await said('0:19')).toBe('I did mind.');
  });

  test('outside the episode says how long it is', async () => {
    await expect(pick('0:30')).rejects.toMatchObject({
      code: 'range-outside',
      details: { extent: { startMs: 0, endMs: 22_000 } },
    });
    await expect(pick('0:20-0:23')).rejects.toMatchObject({ code: 'range-outside' });
  });

  test('in a transcript without times is refused with the way to go', async () => {
    await expect(pick('0:01', {}, textOf(['No times here.']))).rejects.toMatchObject({
      code: 'range-outside',
      message: expect.stringContaining('s=0-3'),
    });
  });

  test('comes back with its timing and turns', async () => {
    expect(await pick('0:20-0:22')).toMatchObject({
      startMs: 20_000,
      endMs: 22_000,
      timing: { kind: 'cue', errorMs: 0 },
      turns: [{ label: 'Bo', source: 'label' }],
      sentences: { from: 3, to: 4 },
    });
    expect((await pick('s=2')).timing.errorMs).toBeGreaterThan(0);
  });
});

describe('sentences', () => {
  test('are counted from 0, both ends included', async () => {
    expect(await said('s=2-3')).toBe("Didn't you mind? I did mind.");
  });

  test('beyond the last say which there are', async () => {
    await expect(pick('s=3-5')).rejects.toMatchObject({
      code: 'range-outside',
      details: { extent: { from: 0, to: 4 } },
    });
  });
});

describe('text', () => {
  test('is found whatever its quotes, dashes, case and spaces', async () => {
    expect(await said('text=NOBODY%20%E2%80%93%20not%20one%20-%20came')).toBe('[…] nobody—not one—came […]');
    expect(await said('text=didn%E2%80%99t%20%20you')).toBe("Didn't you […]");
  });

  test('runs from its first words to the nearest last words after them', async () => {
    expect(await said('text=nobody,mind')).toBe("[…] nobody—not one—came to see us off. Didn't you mind?");
  });

  test('is told apart by what stands before or after it', async () => {
    expect(await said('text=mind-,it%20was%20raining')).toBe('It was raining.');
    expect(await said('text=it%20was%20raining,-and')).toBe('It was raining, […]');
  });

  test('matches at word boundaries only', async () => {
    await expect(pick('text=rain')).rejects.toMatchObject({ code: 'not-found' });
    await expect(pick('text=t%20you')).rejects.toMatchObject({ code: 'not-found' });
  });

  test('that stands in several places comes back with the candidates', async () => {
    await expect(pick('text=it%20was%20raining')).rejects.toMatchObject({
      code: 'ambiguous-text',
      details: {
        count: 2,
        candidates: [
          { sentence: 1, startMs: 3600, time: '0:03' },
          { sentence: 4, snippet: 'It was raining.' },
        ],
      },
    });
  });

  test('is found inside Japanese, which has no spaces', async () => {
    const text = textOf(['今日は雨です。明日は晴れます。'], 'none', { language: 'ja' });
    expect((await pick('text=%E6%99%B4%E3%82%8C', {}, text)).text).toBe('[…]晴れ[…]');
  });
});

describe('quotes', () => {
  test('come in the order of the episode, whatever the order asked; neighbours join', async () => {
    const ids = [quotes[4], quotes[0], quotes[1]].map((quote) => quote?.id).join('+');
    expect(await said(ids)).toBe(
      'We left the harbour early. It was raining, and nobody—not one—came to see us off. […] It was raining.',
    );
  });

  test('that are unknown, of another episode, withdrawn or superseded say so', async () => {
    const [one] = quotes;
    if (one === undefined) throw new Error('no quotes');
    const held = (change: Partial<Quote>) => pick(one.id, {}, episode, [{ ...one, ...change }]);
    await expect(pick('q_aaaaaaaaaaaaa')).rejects.toMatchObject({ code: 'not-found' });
    await expect(held({ episodeId: 'other' })).rejects.toMatchObject({ code: 'not-found' });
    await expect(held({ status: 'withdrawn' })).rejects.toMatchObject({ code: 'gone' });
    await expect(held({ status: 'superseded', supersededBy: 'q_b' })).rejects.toMatchObject({
      code: 'gone',
      details: { supersededBy: 'q_b' },
    });
  });
});
