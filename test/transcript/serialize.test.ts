import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { EpisodeText, Segment, Transcript, Turn, Word } from '../../src/transcript/model.ts';
import { parseTranscript } from '../../src/transcript/parse.ts';
import { serializeTranscript, type SerialFormat } from '../../src/transcript/serialize.ts';

const read = (text: string): Transcript => parseTranscript(new TextEncoder().encode(text));

interface Said {
  startMs: number | null;
  endMs: number | null;
  speaker: string | null;
  words: string[];
  timed?: boolean;
}

/** An episode as normalising gives it: a segment for each thing said, a turn for each run of one speaker. */
const episode = (said: readonly Said[]): EpisodeText => {
  const segments: Segment[] = [];
  const words: Word[] = [];
  const turns: Turn[] = [];
  said.forEach(({ startMs, endMs, speaker, words: texts, timed }, index) => {
    const from = words.length;
    const step = startMs !== null && endMs !== null ? Math.floor((endMs - startMs) / texts.length) : 0;
    const timedWords = texts.map((text, i) => ({
      text,
      startMs: (startMs ?? 0) + i * step,
      endMs: i + 1 < texts.length ? (startMs ?? 0) + (i + 1) * step : endMs,
    }));
    segments.push({
      index,
      startMs,
      endMs,
      body: texts.join(' '),
      ...(timed === true ? { timedWords } : {}),
    });
    for (const text of texts) words.push({ text, glued: false, segment: index, startMs, endMs });
    const last = turns.at(-1);
    if (last && last.label === speaker) last.wordTo = words.length;
    else
      turns.push({
        wordFrom: from,
        wordTo: words.length,
        label: speaker,
        participantId: null,
        source: speaker === null ? 'none' : 'label',
      });
  });
  const timing = said.some((segment) => segment.timed)
    ? 'word'
    : said.some((segment) => segment.startMs !== null)
      ? 'cue'
      : 'none';
  return { segments, words, sentences: [], turns, timing, durationMs: null };
};

const wordsOf = (segments: readonly Segment[]): string[] =>
  segments.flatMap((segment) => segment.body.split(/\s+/));

/** Words with their speakers, however the file divides them. */
const spokenOf = (segments: readonly Segment[]): [string, string | null][] =>
  segments.flatMap((segment) =>
    segment.body.split(/\s+/).map((word): [string, string | null] => [word, segment.speakerLabel ?? null]),
  );

const spokenIn = (said: readonly Said[]): [string, string | null][] =>
  said.flatMap(({ words, speaker }) => words.map((word): [string, string | null] => [word, speaker]));

const word = fc.oneof(
  fc.stringMatching(/^[a-z]{2,8}[,.?!]?$/),
  fc.constantFrom('<b>', 'a<b', '&amp;', 'R&D', '1', 'naïve', '“so”', 'don’t', '-->', 'مرحبا', '😀', "it's"),
);
const names = ['Anna', 'Dr. Lee', 'SPEAKER_1', 'Ludwig van Beethoven', 'Łukasz'];

/** Things said one after another. Each speaker is heard twice at least, so that a label in SRT is no chance. */
const saidArb = fc
  .array(
    fc.record({
      pause: fc.nat(5000),
      length: fc.integer({ min: 1000, max: 9000 }),
      words: fc.array(word, { minLength: 2, maxLength: 9 }),
    }),
    {
      minLength: 6,
      maxLength: 24,
    },
  )
  .chain((items) =>
    fc.tuple(
      fc.constant(items),
      fc.constantFrom(...names),
      fc.option(fc.constantFrom(...names)),
      fc.integer({ min: 1, max: items.length }),
    ),
  )
  .map(([items, one, other, every]): Said[] => {
    let at = 0;
    return items.map(({ pause, length, words }, i) => {
      const startMs = at + pause;
      at = startMs + length;
      const speaker = Math.floor(i / every) % 2 === 0 ? one : other;
      // A number alone over the next cue's number could be either.
      return { startMs, endMs: at, speaker, words: ['so', ...words, 'then'] };
    });
  });

const timesOf = (items: readonly { startMs: number | null; endMs: number | null }[]) =>
  items.map(({ startMs, endMs }) => [startMs, endMs]);

describe('what is written is read again', () => {
  test.each<SerialFormat>(['vtt', 'json'])('%s: words, times and speakers', (format) => {
    fc.assert(
      fc.property(saidArb, (said) => {
        const { segments } = read(serializeTranscript(episode(said), format));
        expect(spokenOf(segments)).toEqual(spokenIn(said));
        expect(timesOf(segments)).toEqual(timesOf(said));
      }),
    );
  });

  test('srt: words, times and speakers, each named more than once', () => {
    fc.assert(
      fc.property(saidArb, (any) => {
        // SRT has no way to write a word that looks like one of its tags.
        const said = any.map((item) => ({
          ...item,
          words: item.words.map((text) => (text === '<b>' ? 'b' : text)),
        }));
        const text = serializeTranscript(episode(said), 'srt');
        // Of a name met once no reader can tell whether it is one.
        const met = (name: string) => text.split(`\n${name}: `).length - 1;
        fc.pre(said.every(({ speaker }) => speaker === null || speaker === 'SPEAKER_1' || met(speaker) > 1));
        const { segments } = read(text);
        expect(spokenOf(segments)).toEqual(spokenIn(said));
        expect(timesOf(segments)).toEqual(timesOf(said));
      }),
    );
  });

  test('txt: words and speakers', () => {
    fc.assert(
      fc.property(saidArb, (said) => {
        const { segments } = read(serializeTranscript(episode(said), 'txt'));
        expect(spokenOf(segments)).toEqual(spokenIn(said));
        expect(segments[0]?.startMs).toBe(Math.floor((said[0]?.startMs ?? 0) / 1000) * 1000);
      }),
    );
  });

  test('word times: in json as they are, in vtt their starts', () => {
    fc.assert(
      fc.property(saidArb, (said) => {
        const timed = said.map((item) => ({
          ...item,
          words: item.words.map((text) => text.replace(/\W+/g, 'x')),
          timed: true,
        }));
        const text = episode(timed);
        const times = text.segments.flatMap((segment) => segment.timedWords ?? []);
        const json = read(serializeTranscript(text, 'json'));
        expect(json.segments.flatMap((segment) => segment.timedWords ?? [])).toEqual(times);
        const vtt = read(serializeTranscript(text, 'vtt'));
        const starts = vtt.segments
          .flatMap((segment) => segment.timedWords ?? [])
          .map((item) => item.startMs);
        expect([vtt.timing, starts]).toEqual(['word', times.map((item) => item.startMs)]);
      }),
    );
  });

  test.each<SerialFormat>(['json', 'txt'])('%s: a text without times', (format) => {
    const said = [
      ['Well', 'now'],
      ['then', 'go'],
    ].map((words): Said => ({ startMs: null, endMs: null, speaker: null, words }));
    const { segments, timing } = read(serializeTranscript(episode(said), format));
    expect([timing, wordsOf(segments)]).toEqual(['none', ['Well', 'now', 'then', 'go']]);
  });
});

describe('speakers', () => {
  const said: Said[] = ['Anna', null].map((speaker, i) => ({
    startMs: i * 1000,
    endMs: i * 1000 + 900,
    speaker,
    words: ['hello', 'there'],
  }));

  test('are printed as the caller names them, and an inferred one is not', () => {
    const text = episode(said);
    const inferred = text.turns.map((turn): Turn => ({ ...turn, source: 'inferred' }));
    expect(serializeTranscript(text, 'vtt', () => 'A & B')).toContain('<v A &amp; B>hello there');
    expect(serializeTranscript({ ...text, turns: inferred }, 'vtt', () => 'Anna')).not.toContain('Anna');
  });

  test.each<SerialFormat>(['vtt', 'srt', 'json'])(
    'are not carried on in %s to one who is not named',
    (format) => {
      expect(
        read(
          serializeTranscript(
            episode([...said, ...said.map((item) => ({ ...item, startMs: 5000, endMs: 6000 }))]),
            format,
          ),
        ).segments.map((segment) => segment.speakerLabel ?? null),
      ).toEqual(['Anna', null, 'Anna', null]);
    },
  );

  test('a segment with two turns is written as two', () => {
    const text = episode([{ startMs: 0, endMs: 1000, speaker: null, words: ['one', 'two'] }]);
    const turns = ['Anna', 'Ben'].map((label, i): Turn => ({
      wordFrom: i,
      wordTo: i + 1,
      label,
      participantId: null,
      source: 'confirmed',
    }));
    expect(serializeTranscript({ ...text, turns }, 'vtt')).toContain(
      '<v Anna>one\n\n00:00:00.000 --> 00:00:01.000\n<v Ben>two',
    );
  });
});

describe('times', () => {
  test.each<SerialFormat>(['vtt', 'srt'])('%s of a text without any is refused', (format) => {
    const text = episode([{ startMs: null, endMs: null, speaker: null, words: ['one'] }]);
    expect(() => serializeTranscript(text, format)).toThrow(
      expect.objectContaining({ code: 'not-acceptable' }),
    );
  });

  test('an end that is not known is where the next begins', () => {
    const text = episode(
      [0, 61_000].map((startMs): Said => ({ startMs, endMs: null, speaker: null, words: ['one', 'two'] })),
    );
    expect(serializeTranscript({ ...text, durationMs: 90_000 }, 'srt')).toBe(
      '1\n00:00:00,000 --> 00:01:01,000\none two\n\n2\n00:01:01,000 --> 00:01:30,000\none two\n',
    );
  });
});
