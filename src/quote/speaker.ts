import type { Turn } from '../transcript/model.ts';
import type { Participant } from './model.ts';

/** The speaker's name where a source states one, else `null`: an inferred speaker is no fact. */
export function speakerName(turn: Turn, participants: readonly Participant[]): string | null {
  if (turn.source === 'inferred' || turn.source === 'none') return null;
  return participants.find(({ id }) => id === turn.participantId)?.name ?? turn.label;
}
