/** What leads to highlights, as it is said and over what was said before. */
import { notesOf } from '../highlight/notes.ts';
import type { Hints } from '../quote/model.ts';
import type { EpisodeMetadata } from './metadata.ts';

export const NO_HINTS: Hints = { notes: [], notesFrom: 'transcript', soundbites: [] };

/**
 * Hints with what is said of them; what is left out stays as it was before. `null` for the notes says that there are none.
 * @param ofTranscript lines that stand around the words in the transcript's own file: used where nobody gave notes
 */
export function describeHints(
  before: Hints,
  { notes, soundbites }: Pick<EpisodeMetadata, 'notes' | 'soundbites'>,
  ofTranscript: readonly string[] = [],
): Hints {
  return { ...notesSaid(before, notes, ofTranscript), soundbites: soundbites ?? before.soundbites };
}

function notesSaid(
  before: Hints,
  said: string | null | undefined,
  ofTranscript: readonly string[],
): Pick<Hints, 'notes' | 'notesFrom'> {
  if (said !== undefined) return { notes: notesOf(said ?? ''), notesFrom: 'given' };
  const found = before.notesFrom === 'given' ? [] : notesOf(ofTranscript.join('\n'));
  return found.length > 0
    ? { notes: found, notesFrom: 'transcript' }
    : { notes: before.notes, notesFrom: before.notesFrom };
}
