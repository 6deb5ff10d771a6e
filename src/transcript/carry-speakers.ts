import { align } from './align.ts';
import type { EpisodeText, Turn } from './model.ts';
import { confirmSpeakers } from './speakers.ts';
import { tokensOf } from './tokens.ts';

/** New words between two of one confirmed turn are a correction of it if there are no more than these. */
const CORRECTION = 5;

/** The new revision's text with the speakers that persons confirmed in the old one: each stays with the words it was confirmed for. */
export function carrySpeakers(old: EpisodeText, next: EpisodeText): EpisodeText {
  const confirmed = old.turns.filter((turn) => turn.source === 'confirmed');
  if (confirmed.length === 0) return next;
  const tokens = tokensOf(next.words);
  const oldTokens = tokensOf(old.words);
  const { forward } = align(oldTokens, tokens);
  const turnOf = (word: number): Turn | undefined =>
    confirmed.find((turn) => turn.wordFrom <= word && word < turn.wordTo);
  const owner = new Map<number, Turn>();
  for (const [i, token] of oldTokens.entries()) {
    const at = forward[i] ?? -1;
    const turn = at < 0 ? undefined : turnOf(token.word);
    const word = tokens[at]?.word;
    if (turn !== undefined && word !== undefined) owner.set(word, turn);
  }
  let text = next;
  let open: { wordFrom: number; wordTo: number; turn: Turn } | null = null;
  const close = (): void => {
    if (open?.turn.participantId) text = confirmSpeakers(text, [open], open.turn.participantId);
  };
  for (const [word, turn] of [...owner].toSorted((a, b) => a[0] - b[0])) {
    if (open !== null && open.turn === turn && word - open.wordTo <= CORRECTION) {
      open.wordTo = word + 1;
    } else {
      close();
      open = { wordFrom: word, wordTo: word + 1, turn };
    }
  }
  close();
  return text;
}
