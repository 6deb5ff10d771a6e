import { cutRunOn, load } from './clauses.ts';
import type { Sentence, SentenceFlag, Turn, Word } from './model.ts';
import { sameSpeaker } from './speakers.ts';
import { isUnspaced, joinWords } from './words.ts';

/** Sentences longer than this many words (or as much in unspaced characters) are cut at clauses. */
const RUN_ON = 60;
const TERMINAL = /[.!?…。！？｡։।॥؟۔።၊။៖៕]["'”’»›)\]」』）】]*$/u;
/** Titles that stand before a name; the segmenter ends a sentence after some of them. */
const TITLE =
  /(?:^|[\s("'“‘«])(?:Mr|Mrs|Ms|Mx|Dr|Prof|St|Sr|Sra|Rev|Gen|Sen|Rep|Gov|Capt|Lt|Col|Sgt|Hon|Mme|Mlle|Hr|Fr|vs)\.$/u;
const CLOSED_QUOTE = /[.!?…。！？]["'”’»」』]$/u;
const EMOJI = /\p{RGI_Emoji}/gv;
const LOWER = /^["'“‘«(]*\p{Ll}/u;

interface Stretch {
  wordFrom: number;
  wordTo: number;
  runOn: boolean;
}

function segmenterFor(language: string): Intl.Segmenter {
  try {
    return new Intl.Segmenter(language, { granularity: 'sentence' });
  } catch {
    return new Intl.Segmenter('und', { granularity: 'sentence' });
  }
}

/** Stretches of words between changes of speaker. How an attribution is known is no change of speaker. */
function voices(turns: readonly Turn[]): { wordFrom: number; wordTo: number }[] {
  const stretches: { wordFrom: number; wordTo: number }[] = [];
  let last: Turn | undefined;
  for (const turn of turns) {
    const open = stretches.at(-1);
    if (open !== undefined && last !== undefined && sameSpeaker(last, turn)) open.wordTo = turn.wordTo;
    else stretches.push({ wordFrom: turn.wordFrom, wordTo: turn.wordTo });
    last = turn;
  }
  return stretches;
}

/** The segmenter's boundary stays unless it falls inside a word, after a title, or between quoted words and their `he said`. */
function isBoundary(before: string, after: string): boolean {
  return !TITLE.test(before) && !(CLOSED_QUOTE.test(before) && LOWER.test(after));
}

/** True where a word is of emoji alone. Taken out one by one: a pattern of many could share `👍🏽` out in two ways, `👍🏽👍🏽` in four. */
function isEmoji(text: string): boolean {
  return text !== '' && text.replace(EMOJI, '') === '';
}

/** Emoji after a sentence are its own, not the next one's. */
function afterEmoji(words: readonly Word[], from: number, to: number): number {
  let at = from;
  while (at < to && isEmoji(words[at]?.text ?? '')) at++;
  return at;
}

function cutVoice(words: readonly Word[], from: number, to: number, segmenter: Intl.Segmenter): Stretch[] {
  const starts = new Map<number, number>();
  let joined = '';
  for (let i = from; i < to; i++) {
    const word = words[i];
    if (word === undefined) break;
    if (i > from && !word.glued) joined += ' ';
    starts.set(joined.length, i);
    joined += word.text;
  }
  const stretches: Stretch[] = [];
  let open = from;
  for (const { index } of segmenter.segment(joined)) {
    const start = starts.get(index);
    if (start === undefined || start === open) continue;
    const at = afterEmoji(words, start, to);
    if (at === to || at <= open) continue;
    if (!isBoundary(words[start - 1]?.text ?? '', words[at]?.text ?? '')) continue;
    stretches.push({ wordFrom: open, wordTo: at, runOn: false });
    open = at;
  }
  if (open < to) stretches.push({ wordFrom: open, wordTo: to, runOn: false });
  return stretches;
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

/** Straight and curly marks may pair: sources mix them. */
function quotesUnbalanced(text: string): boolean {
  return (
    count(text, /["“”„]/gu) % 2 === 1 ||
    count(text, /[「『]/gu) !== count(text, /[」』]/gu) ||
    count(text, /«/gu) !== count(text, /»/gu)
  );
}

const letters = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{M}\p{N}]+/gu, '');

/**
 * Sentences of a text: `Intl.Segmenter` over the joined words of each voice (a change of speaker ends a sentence),
 * with run-on sentences cut at clauses. Every word lies in exactly one sentence, in order.
 */
export function sentencesOf(words: readonly Word[], turns: readonly Turn[], language: string): Sentence[] {
  const segmenter = segmenterFor(language);
  const stretches = voices(turns)
    .flatMap((voice) => cutVoice(words, voice.wordFrom, voice.wordTo, segmenter))
    .flatMap((stretch): Stretch[] => {
      if (load(words, stretch.wordFrom, stretch.wordTo) <= RUN_ON) return [stretch];
      return cutRunOn(words, stretch.wordFrom, stretch.wordTo).map((part) => ({ ...part, runOn: true }));
    });
  const texts = stretches.map((stretch) => joinWords(words, stretch.wordFrom, stretch.wordTo));
  // A source without punctuation truncates nothing.
  const punctuated = texts.filter((text) => TERMINAL.test(text)).length * 2 > texts.length;
  const norms = texts.map(letters);
  return stretches.map((stretch, index) => {
    const text = texts[index] ?? '';
    const norm = norms[index] ?? '';
    const flags: SentenceFlag[] = [];
    const size = stretch.wordTo - stretch.wordFrom;
    if (isUnspaced(text) ? norm.length < 8 : size < 4) flags.push('short');
    else if (norm === norms[index - 1] || norm === norms[index - 2]) flags.push('echo');
    if (quotesUnbalanced(text)) flags.push('unbalanced-quotes');
    if (punctuated && !stretch.runOn && !TERMINAL.test(text)) flags.push('truncated');
    if (stretch.runOn) flags.push('run-on');
    return { index, wordFrom: stretch.wordFrom, wordTo: stretch.wordTo, flags };
  });
}
