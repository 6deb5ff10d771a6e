import { align } from '../transcript/align.ts';
import type { EpisodeText } from '../transcript/model.ts';
import { confirmSpeakers } from '../transcript/speakers.ts';
import { tokensOf } from '../transcript/tokens.ts';

/** So many corrected words between words of one confirmed speaker are that speaker's too. */
const CORRECTION = 4;

/**
 * The new text with the speakers people confirmed in the old one: a confirmation goes where its words go, and not with
 * words that are gone. Of confirmed speakers only `participants` are carried.
 */
export function carryConfirmed(
  old: EpisodeText,
  next: EpisodeText,
  participants: ReadonlySet<string>,
): EpisodeText {
  const confirmed = old.turns.flatMap(({ source, participantId, wordFrom, wordTo }) =>
    source === 'confirmed' && participantId !== null && participants.has(participantId)
      ? [{ participantId, wordFrom, wordTo }]
      : [],
  );
  if (confirmed.length === 0) return next;
  const oldTokens = tokensOf(old.words);
  const nextTokens = tokensOf(next.words);
  const { forward } = align(oldTokens, nextTokens);
  const speakers = Array<string | null>(next.words.length).fill(null);
  let turn = 0;
  for (const [i, { word }] of oldTokens.entries()) {
    while (turn < confirmed.length && (confirmed[turn]?.wordTo ?? 0) <= word) turn++;
    const { participantId = null, wordFrom = 0 } = confirmed[turn] ?? {};
    const to = nextTokens[forward[i] ?? -1];
    if (to && participantId !== null && wordFrom <= word) speakers[to.word] = participantId;
  }
  fillCorrections(speakers, next);
  return [...participants].reduce(
    (text, participantId) => confirmSpeakers(text, spansOf(speakers, participantId), participantId),
    next,
  );
}

/** Gives short gaps to the speaker on both sides, where the source names nobody else there. */
function fillCorrections(speakers: (string | null)[], text: EpisodeText): void {
  const stated = new Set(
    text.turns.flatMap(({ participantId, wordFrom, wordTo }) =>
      participantId === null ? [] : Array.from({ length: wordTo - wordFrom }, (_, i) => wordFrom + i),
    ),
  );
  let last = -1;
  for (const [word, speaker] of speakers.entries()) {
    if (speaker === null) continue;
    const gap = Array.from({ length: word - last - 1 }, (_, i) => last + 1 + i);
    const isShort = last >= 0 && gap.length <= CORRECTION && speakers[last] === speaker;
    if (isShort && gap.every((inside) => !stated.has(inside))) speakers.fill(speaker, last + 1, word);
    last = word;
  }
}

function spansOf(
  speakers: readonly (string | null)[],
  participantId: string,
): { wordFrom: number; wordTo: number }[] {
  const spans: { wordFrom: number; wordTo: number }[] = [];
  for (const [word, speaker] of speakers.entries()) {
    if (speaker !== participantId) continue;
    const last = spans.at(-1);
    if (last?.wordTo === word) last.wordTo = word + 1;
    else spans.push({ wordFrom: word, wordTo: word + 1 });
  }
  return spans;
}
