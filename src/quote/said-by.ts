import type { Turn } from '../transcript/model.ts';
import { turnsWithin } from '../transcript/speakers.ts';
import type { Participant, Span } from './model.ts';

/** Somebody the source states as speaking: the name to show, and every name and label they go by. */
export interface Speaker {
  name: string;
  known: string[];
}

/** Who speaks the words of `spans`, each once, in order; only where the source or a person states it. */
export function speakersOf(
  turns: readonly Turn[],
  spans: readonly Span[],
  participants: readonly Participant[],
): Speaker[] {
  const speakers = new Map<string, Speaker>();
  for (const { participantId, label, source } of turnsWithin(turns, spans)) {
    if (source === 'inferred' || source === 'none') continue;
    const participant = participants.find(({ id }) => id === participantId);
    const known = [participant?.name, participantId, label].filter((name) => typeof name === 'string');
    const name = known[0];
    if (name !== undefined) speakers.set(name, { name, known });
  }
  return [...speakers.values()];
}

const partsOf = (name: string): string[] =>
  name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}+/gu, '')
    .match(/[\p{L}\p{N}]+/gu) ?? [];

/** True where one name's parts are all in the other: `Zuckerberg` is `Mark Zuckerberg`. */
function isName(asked: string, known: string): boolean {
  const [a, b] = [partsOf(asked), partsOf(known)];
  if (a.length === 0 || b.length === 0) return false;
  return a.every((part) => b.includes(part)) || b.every((part) => a.includes(part));
}

/** Whether `asked` is the only one who speaks; `null` where nobody is stated. */
export function agrees(asked: string, speakers: readonly Speaker[]): boolean | null {
  if (speakers.length === 0) return null;
  return speakers.every(({ known }) => known.some((name) => isName(asked, name)));
}
