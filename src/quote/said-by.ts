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

/** A part that begins another counts from so many letters on: `Zuck`. */
const SHORT_NAME = 3;

/** True where one name's parts are all in the other: `Zuckerberg` is `Mark Zuckerberg`. */
function isName(asked: string, known: string): boolean {
  const [a, b] = [partsOf(asked), partsOf(known)];
  if (a.length === 0 || b.length === 0) return false;
  return a.every((part) => b.includes(part)) || b.every((part) => a.includes(part));
}

/** True where `asked` may be short for a name: an initial, its beginning, a handle of its parts. */
function isShortFor(asked: string, known: string): boolean {
  const [a, b] = [partsOf(asked), partsOf(known)];
  if (a.length === 0 || b.length === 0) return false;
  if (a.join('') === b.join('')) return true;
  const isShort = (part: string): boolean =>
    b.includes(part) ||
    (part.length >= SHORT_NAME && b.some((whole) => whole.startsWith(part))) ||
    (part.length === 1 && a.length > 1 && b.some((whole) => whole.startsWith(part)));
  return a.every(isShort) && a.some((part) => part.length > 1);
}

/**
 * Whether `asked` is the only one who speaks; `null` where nobody is stated. What follows a comma is no part of the name. A
 * short name is theirs unless it is another participant's whole one.
 */
export function agrees(
  asked: string,
  speakers: readonly Speaker[],
  participants: readonly Participant[],
): boolean | null {
  if (speakers.length === 0) return null;
  const bare = /^[^,(]*\p{L}[^,(]*/u.exec(asked)?.[0] ?? asked;
  const isSomebodyElse = participants.some(({ name }) => isName(bare, name));
  return speakers.every(({ known }) =>
    known.some((name) => isName(bare, name) || (!isSomebodyElse && isShortFor(bare, name))),
  );
}
