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
      `Expected a time within the episode, 0:00 to ${formatClock(wholeEndMs)}, but received \`${shown}\`.`,
      { extent: { startMs: 0, endMs } },
    );
  }
}

/** Outward to whole stretches: from the first to the last of those given. */
function across(stretches: readonly Stretch[]): Span {
  const [first] = stretches;
  return stretches.reduce<Span>(
    (span, { wordFrom, wordTo }) => ({
      wordFrom: Math.min(span.wordFrom, wordFrom),
      wordTo: Math.max(span.wordTo, wordTo),
    }),
    { wordFrom: first?.wordFrom ?? 0, wordTo: first?.wordTo ?? 0 },
  );
}

/** Those spoken in the range, the last of them for a point in time; in a pause, the nearest. */
function spokenIn(range: TimeRange, stretches: readonly Stretch[]): Stretch[] {
  const endMs = range.endMs ?? range.startMs + 1;
  const spoken = stretches.filter((s) => s.startMs < endMs && s.endMs > range.startMs);
  if (spoken.length > 0) return range.endMs === null ? spoken.slice(-1) : spoken;
  const away = (s: Stretch): number => Math.max(s.startMs - endMs, range.startMs - s.endMs);
  return [stretches.reduce((nearest, s) => (away(s) < away(nearest) ? s : nearest))];
}

/** The whole sentences spoken in the range; in a pause, the nearest one. Throws `range-outside` with the extent. */
export function sentencesAt(range: TimeRange, text: EpisodeText): Span {
  const stretches = stretchesOf(text, text.sentences);
  checkInside(range, text, stretches);
  // A printed time names the second in which a sentence starts: the tail of the one before it is not meant.
  const secondEnds = range.startMs + SECOND;
  const opens =
    range.startMs % SECOND === 0
      ? stretches.find((s) => s.startMs >= range.startMs && s.startMs < secondEnds)
      : undefined;
  if (opens === undefined) return across(spokenIn(range, stretches));
  if (range.endMs === null) return across([opens]);
  const meant = spokenIn(range, stretches).filter((s) => s.startMs >= range.startMs || s.endMs >= secondEnds);
  return across(meant.length > 0 ? meant : [opens]);
}

/** The whole words spoken in the range; in a pause, the nearest one. Throws `range-outside` with the extent. */
export function wordsAt(range: TimeRange, text: EpisodeText): Span {
  const stretches = stretchesOf(
    text,
    text.words.map((_, i) => ({ wordFrom: i, wordTo: i + 1 })),
  );
  checkInside(range, text, stretches);
  return across(spokenIn(range, stretches));
}
