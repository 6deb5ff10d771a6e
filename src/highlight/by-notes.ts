import type { EpisodeText } from '../transcript/model.ts';
import type { Lexicon } from './lexicon/model.ts';
import { readNote } from './notes.ts';
import { total } from './quotability.ts';
import type { Reading } from './reading.ts';
import { answers, finder } from './retrieve.ts';
import type { Scored } from './score.ts';
import type { Steps } from './steps.ts';

/** Words that hold less than this of what their passage has of a note are not about it. */
const LEAST = 0.3;

/**
 * For every note that the episode answers, the best candidate of its passages. Passages that answer it nearly as well as
 * the best compete by the quotes they hold.
 */
export function* pickByNotes(
  text: EpisodeText,
  readings: readonly Reading[],
  scored: readonly Scored[],
  lexicon: Lexicon,
  lines: readonly string[],
): Steps<Scored[]> {
  if (lines.length === 0) return [];
  const starts = readings.map(({ sentence }) => text.words[sentence.wordFrom]?.startMs ?? null);
  const { find } = finder(readings, starts, lexicon);
  const notes = lines.map(readNote);
  const picks: Scored[] = [];
  for (const [i, note] of notes.entries()) {
    const until = notes.slice(i + 1).find(({ startMs }) => startMs !== null && startMs > (note.startMs ?? 0));
    let best: Scored | undefined;
    for (const passage of find(note, until?.startMs ?? null)) {
      for (const choice of scored) {
        if (choice.from >= passage.to || choice.to <= passage.from) continue;
        const answer = answers(passage, choice.terms);
        if (answer < LEAST) continue;
        const features = { ...choice.features, note: answer };
        const sum = total(features);
        if (sum > (best?.score ?? -Infinity)) {
          best = { ...choice, features, score: sum, note: lines[i] ?? null };
        }
      }
    }
    if (best !== undefined) picks.push(best);
    yield;
  }
  return picks;
}
