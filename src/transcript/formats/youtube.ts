/** What YouTube's two timed-text formats share: events of timed pieces, which roll on over one another. */

import type { Draft } from '../source/draft.ts';
import { takeTurnMark } from '../source/labels.ts';
import { timeWords, type Mark } from '../source/pieces.ts';

interface Piece {
  text: string;
  /** Milliseconds after the event's start; null where the piece has no time of its own. */
  offsetMs: number | null;
}

export interface TimedEvent {
  startMs: number | null;
  durationMs: number | null;
  pieces: Piece[];
  line?: number;
}

const draftOf = (
  { startMs, durationMs, pieces, line }: TimedEvent,
  next: TimedEvent | undefined,
): Draft | null => {
  let body = '';
  const marks: Mark[] = [];
  for (const piece of pieces) {
    const isTimed = startMs !== null && (piece.offsetMs !== null || marks.length === 0);
    if (isTimed) marks.push({ offset: body.length, ms: startMs + (piece.offsetMs ?? 0) });
    body += piece.text;
  }
  if (body.trim() === '') return null;
  const stated = startMs !== null && durationMs !== null ? startMs + durationMs : null;
  // An event stays on the screen while the next is already spoken.
  const nextStart = next?.startMs ?? null;
  const endMs =
    stated !== null && nextStart !== null && startMs !== null && nextStart > startMs
      ? Math.min(stated, nextStart)
      : stated;
  const timedWords = pieces.length > 1 ? timeWords(body, marks, endMs) : undefined;
  const marked = takeTurnMark(body.trim());
  return {
    body: timedWords ? body : marked.rest,
    startMs,
    endMs,
    line,
    turnMark: marked.turnMark && !timedWords ? true : undefined,
    timedWords,
  };
};

/** Drafts of events; those without words (line breaks, window settings) are none. */
export const draftEvents = (events: readonly TimedEvent[]): Draft[] => {
  const spoken = events.filter((event) => event.pieces.some((piece) => piece.text.trim() !== ''));
  return spoken.map((event, i) => draftOf(event, spoken[i + 1])).filter((draft) => draft !== null);
};
