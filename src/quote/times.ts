import { PullquoteError } from '../errors.ts';
import type { EpisodeText } from '../transcript/model.ts';
import { formatClock } from './clock.ts';
import type { Span } from './model.ts';

interface TimeRange {
  startMs: number;
  endMs: number | null;
}

interface Stretch extends Span {
  startMs: number;
  endMs: number;
}

/** A printed time is the second in which something starts, so a whole second stands for all of it. */
const SECOND = 1000;

function stretchesOf(text: EpisodeText, spans: readonly Span[]): Stretch[] {
  return spans.flatMap(({ wordFrom, wordTo }) => {
    const startMs = text.words[wordFrom]?.startMs ?? null;
    if (startMs === null) return [];
    const endMs = text.words[wordTo - 1]?.endMs ?? startMs;
    return [{ wordFrom, wordTo, startMs, endMs: Math.max(startMs, endMs) }];
  });
}

function checkInside(range: TimeRange, text: EpisodeText, stretches: readonly Stretch[]): void {
  const lastMs = stretches.reduce((latest, { endMs }) => Math.max(latest, endMs), 0);
  const endMs = Math.max(text.durationMs ?? 0, lastMs);
  if (text.timing === 'none' || stretches.length === 0) {
    throw new PullquoteError(
      'range-outside',
      'This episode has no times; ask for its sentences, as in s=0-3, or its words, as in text=…',
      { extent: null },
    );
  }
  const wholeEndMs = Math.ceil(endMs / SECOND) * SECOND;
  if (range.startMs >= wholeEndMs || (range.endMs ?? 0) > wholeEndMs) {
    const shown = [range.startMs, range.endMs]
      .flatMap((ms) => (ms === null ? [] : [formatClock(ms)]))
      .join('-');
    throw new PullquoteError(
      'range-outside',
      `Expected a time within the episode, 0:00 to ${formatClock(wholeEndMs)}, but received \`${shown}\``,
      { extent: { startMs: 0, endMs } },
    );
  }
}

/** Outward to whole stretches: from the first to the last that is spoken in the range. */
function cover(range: TimeRange, text: EpisodeText, spans: readonly Span[]): Span {
  const stretches = stretchesOf(text, spans);
  checkInside(range, text, stretches);
  const opens = stretches.find((s) => s.startMs >= range.startMs && s.startMs < range.startMs + SECOND);
  const endMs = range.endMs ?? range.startMs + 1;
  const touched = stretches.filter((s) => s.startMs < endMs && s.endMs > range.startMs);
  // Where one begins in the very second asked for, the tail of the one before it is not meant.
  const wholeSecond = range.startMs % SECOND === 0 && opens !== undefined;
  const meant = wholeSecond
    ? touched.filter((s) => s.endMs > range.startMs + SECOND || s.startMs >= range.startMs)
    : touched;
  if (range.endMs === null && wholeSecond) return { wordFrom: opens.wordFrom, wordTo: opens.wordTo };
  if (meant.length > 0) {
    const one = range.endMs === null ? meant.slice(-1) : meant;
    return {
      wordFrom: Math.min(...one.map((s) => s.wordFrom)),
      wordTo: Math.max(...one.map((s) => s.wordTo)),
    };
  }
  const nearest = stretches.reduce((best, s) =>
    distance(s, range.startMs, endMs) < distance(best, range.startMs, endMs) ? s : best,
  );
  return { wordFrom: nearest.wordFrom, wordTo: nearest.wordTo };
}

const distance = (s: Stretch, startMs: number, endMs: number): number =>
  Math.max(s.startMs - endMs, startMs - s.endMs);

/** The whole sentences spoken in the range; in a pause, the nearest one. Throws `range-outside` with the extent. */
export function sentencesAt(range: TimeRange, text: EpisodeText): Span {
  return cover(range, text, text.sentences);
}

/** The whole words spoken in the range. Throws `range-outside` with the extent. */
export function wordsAt(range: TimeRange, text: EpisodeText): Span {
  return cover(
    range,
    text,
    text.words.map((_, i) => ({ wordFrom: i, wordTo: i + 1 })),
  );
}
