import type { EpisodeText, Segment, Sentence, SegmentTiming, Turn, Word } from './model.ts';
import { joinWords } from './words.ts';

const VERSION = 1;
const encoder = new TextEncoder();
const decoder = new TextDecoder();

type Column = (number | null)[];
type Rest = Omit<Segment, 'index' | 'startMs' | 'endMs' | 'body'>;

/** Columns instead of objects; times and segments as differences from the one before. Indexes are positions. */
interface Packed {
  v: number;
  timing: SegmentTiming;
  durationMs: number | null;
  /** Start, end, body (0 where it is its words put together), all else. */
  segments: [number | null, number | null, string | 0, Rest | 0][];
  words: string[];
  /** Positions of glued words, as differences. */
  glued: Column;
  segment: Column;
  start: Column;
  end: Column;
  /** `null` where absent. */
  error: Column;
  sentences: [number, number, Sentence['flags'] | 0][];
  turns: [number, number, Turn['label'], Turn['participantId'], Turn['source']][];
}

function differences(values: Column): Column {
  let last = 0;
  return values.map((value) => {
    if (value === null) return null;
    const difference = value - last;
    last = value;
    return difference;
  });
}

function sums(values: Column): Column {
  let last = 0;
  return values.map((value) => (value === null ? null : (last += value)));
}

/** The words of each segment put together, by segment index. */
function bodies(words: readonly Word[]): Map<number, string> {
  const joined = new Map<number, string>();
  for (let from = 0; from < words.length;) {
    const segment = words[from]?.segment ?? 0;
    let to = from;
    while (to < words.length && words[to]?.segment === segment) to++;
    joined.set(segment, joinWords(words, from, to));
    from = to;
  }
  return joined;
}

/** One compact value per revision: the same text always gives the same bytes. */
export function packText(text: EpisodeText): Uint8Array {
  const joined = bodies(text.words);
  const packed: Packed = {
    v: VERSION,
    timing: text.timing,
    durationMs: text.durationMs,
    segments: text.segments.map(({ index, startMs, endMs, body, ...rest }) => [
      startMs,
      endMs,
      body === joined.get(index) ? 0 : body,
      Object.keys(rest).length === 0 ? 0 : rest,
    ]),
    words: text.words.map((word) => word.text),
    glued: differences(text.words.flatMap((word, i) => (word.glued ? [i] : []))),
    segment: differences(text.words.map((word) => word.segment)),
    start: differences(text.words.map((word) => word.startMs)),
    end: differences(text.words.map((word) => word.endMs)),
    error: text.words.map((word) => word.errorMs ?? null),
    sentences: text.sentences.map((s) => [s.wordFrom, s.wordTo, s.flags.length === 0 ? 0 : s.flags]),
    turns: text.turns.map((t) => [t.wordFrom, t.wordTo, t.label, t.participantId, t.source]),
  };
  return encoder.encode(JSON.stringify(packed));
}

/** The text `packText` packed. Throws on bytes of another version: the stored value is not ours to guess at. */
export function unpackText(bytes: Uint8Array): EpisodeText {
  const packed: Packed = JSON.parse(decoder.decode(bytes));
  if (packed.v !== VERSION)
    throw new Error(`Expected a packed text of version ${VERSION} but found ${packed.v}`);
  const glued = new Set(sums(packed.glued));
  const segment = sums(packed.segment);
  const start = sums(packed.start);
  const end = sums(packed.end);
  const words = packed.words.map((word, i): Word => {
    const errorMs = packed.error[i] ?? null;
    return {
      text: word,
      glued: glued.has(i),
      segment: segment[i] ?? 0,
      startMs: start[i] ?? null,
      endMs: end[i] ?? null,
      ...(errorMs === null ? {} : { errorMs }),
    };
  });
  const joined = bodies(words);
  return {
    segments: packed.segments.map(([startMs, endMs, body, rest], index) => ({
      index,
      startMs,
      endMs,
      body: body === 0 ? (joined.get(index) ?? '') : body,
      ...(rest === 0 ? {} : rest),
    })),
    words,
    sentences: packed.sentences.map(([wordFrom, wordTo, flags], index) => ({
      index,
      wordFrom,
      wordTo,
      flags: flags === 0 ? [] : flags,
    })),
    turns: packed.turns.map(([wordFrom, wordTo, label, participantId, source]) => ({
      wordFrom,
      wordTo,
      label,
      participantId,
      source,
    })),
    timing: packed.timing,
    durationMs: packed.durationMs,
  };
}
