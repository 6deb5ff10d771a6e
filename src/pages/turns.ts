import type { Episode, Quote } from '../quote/model.ts';
import { speakerName } from '../quote/speaker.ts';
import type { EpisodeText } from '../transcript/model.ts';
import { joinWords } from '../transcript/words.ts';

/** A sentence and where it lies. */
interface TranscriptSentence {
  index: number;
  text: string;
  /** Path of its page. */
  href: string;
  startMs: number | null;
}

/** Sentences one after the other of one speaker, named only where a source states who speaks. */
export interface TranscriptTurn {
  speaker: string | null;
  sentences: TranscriptSentence[];
}

/** Sentences a paragraph holds where nobody is named. */
const PARAGRAPH = 6;

/** An episode's sentences by speaker, each under the address of its quote. */
export function transcriptTurns(
  text: EpisodeText,
  quotes: readonly Quote[],
  episode: Episode,
): TranscriptTurn[] {
  const addresses = new Map<string, string>();
  for (const { id, spans, status } of quotes) {
    const [span] = spans;
    if (spans.length === 1 && span && (status === 'live' || status === 'changed')) {
      addresses.set(`${span.wordFrom}-${span.wordTo}`, `/q/${id}`);
    }
  }
  const turns: TranscriptTurn[] = [];
  let at = 0;
  for (const { index, wordFrom, wordTo } of text.sentences) {
    while ((text.turns[at]?.wordTo ?? Infinity) <= wordFrom) at++;
    const turn = text.turns[at];
    const speaker = turn === undefined ? null : speakerName(turn, episode.participants);
    const sentence = {
      index,
      text: joinWords(text.words, wordFrom, wordTo),
      href: addresses.get(`${wordFrom}-${wordTo}`) ?? `/e/${episode.id}/s=${index}`,
      startMs: text.timing === 'none' ? null : (text.words[wordFrom]?.startMs ?? null),
    };
    const last = turns.at(-1);
    const isFull = speaker === null && (last?.sentences.length ?? 0) >= PARAGRAPH;
    if (last !== undefined && last.speaker === speaker && !isFull) last.sentences.push(sentence);
    else turns.push({ speaker, sentences: [sentence] });
  }
  return turns;
}
