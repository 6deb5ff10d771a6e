import { breakOpportunities } from '../text/breaks.ts';
import { noBreak } from '../text/linebreak.ts';
import type { Caption, ClipScript, ClipWord } from './model.ts';

/** Most words of a caption; a part of a word written without spaces counts less. */
const MOST_WORDS = 7;
const GLUED_SHARE = 0.35;

/** A silence in which a caption ends, whatever is said. */
const PAUSE_MS = 700;

/** A caption stays this long after its last word where nothing follows. */
const LINGER_MS = 800;

/** As a share of a sentence, how much further from its middle a clause's end may be than a word's to be better. */
const CLAUSE_SHARE = 0.3;

const COST = { caption: 6, word: 0.2, single: 5, clause: -3 };

/**
 * Puts words into captions: sentences where only those are timed, else groups of at most seven words which end where a
 * sentence or a long pause does, and rather at a clause than within one. `fits` says whether a text can be shown. A sentence that
 * cannot is halved as often as it takes, by the times its words are thought to have.
 */
export function captionsOf({ words, timed }: ClipScript, fits: (text: string) => boolean): Caption[] {
  const groups = phrases(words, timed).flatMap((phrase) =>
    timed === 'sentences' ? halved(phrase, fits) : grouped(phrase, fits),
  );
  const captions = groups.map(captionOf);
  return captions.map((caption, i) => {
    const next = captions[i + 1];
    const lingers = caption.endMs + LINGER_MS;
    const endMs = next === undefined ? lingers : Math.min(next.startMs, lingers);
    // The first is there from the first picture on, which players show while they wait.
    return { ...caption, startMs: i === 0 ? 0 : caption.startMs, endMs };
  });
}

/** Text of some words as it is read. */
function textOf(words: readonly ClipWord[]): string {
  return words.map(({ text, glued }, i) => (i === 0 || glued ? text : ` ${text}`)).join('');
}

function captionOf(words: readonly ClipWord[]): Caption {
  let text = '';
  const placed = words.map(({ text: word, glued, startMs, endMs }, i) => {
    if (i > 0 && !glued) text += ' ';
    const from = text.length;
    text += word;
    return { from, to: text.length, startMs, endMs };
  });
  return { text, startMs: words[0]?.startMs ?? 0, endMs: words.at(-1)?.endMs ?? 0, words: placed };
}

/** Stretches no caption may cross the end of. */
function phrases(words: readonly ClipWord[], timed: ClipScript['timed']): ClipWord[][] {
  const out: ClipWord[][] = [];
  let open: ClipWord[] = [];
  for (const [i, word] of words.entries()) {
    open.push(word);
    const next = words[i + 1];
    const pauses = timed === 'words' && next !== undefined && next.startMs - word.endMs >= PAUSE_MS;
    if (word.ends === 'sentence' || pauses || next === undefined) {
      out.push(open);
      open = [];
    }
  }
  return out;
}

/** A sentence whole, or in parts that can be shown. */
function halved(sentence: ClipWord[], fits: (text: string) => boolean): ClipWord[][] {
  if (sentence.length === 1 || fits(textOf(sentence))) return [sentence];
  const at = middleOf(sentence);
  return [...halved(sentence.slice(0, at), fits), ...halved(sentence.slice(at), fits)];
}

/** How many words of a sentence make its first half: rather up to the end of a clause that is about as near to the middle. */
function middleOf(sentence: readonly ClipWord[]): number {
  const { text, words } = captionOf(sentence);
  // In scripts without spaces the transcript's words may be less than words are.
  const breaks = breakOpportunities(text, 'und');
  let best = { at: 1, cost: Infinity };
  for (let at = 1; at < words.length; at++) {
    const { from } = words[at] ?? { from: 0 };
    const isClause = sentence[at - 1]?.ends === 'clause';
    const cost =
      Math.abs(from / text.length - 0.5) - (isClause ? CLAUSE_SHARE : 0) + (breaks[from] === noBreak ? 1 : 0);
    if (cost < best.cost) best = { at, cost };
  }
  return best.at;
}

/** The cheapest division of a phrase, tried again without what turns out not to fit. */
function grouped(phrase: ClipWord[], fits: (text: string) => boolean): ClipWord[][] {
  const refused = new Set<string>();
  for (;;) {
    const groups = cheapest(phrase, refused);
    const wide = groups.find(({ from, to }) => to - from > 1 && !fits(textOf(phrase.slice(from, to))));
    if (wide === undefined) return groups.map(({ from, to }) => phrase.slice(from, to));
    refused.add(`${wide.from} ${wide.to}`);
  }
}

interface Stretch {
  from: number;
  to: number;
}

function cheapest(phrase: readonly ClipWord[], refused: ReadonlySet<string>): Stretch[] {
  const best: { cost: number; from: number }[] = [{ cost: 0, from: 0 }];
  for (let to = 1; to <= phrase.length; to++) {
    let found = { cost: Infinity, from: to - 1 };
    let weight = 0;
    for (let from = to - 1; from >= 0; from--) {
      weight += phrase[from]?.glued ? GLUED_SHARE : 1;
      if (weight > MOST_WORDS) break;
      if (refused.has(`${from} ${to}`)) continue;
      const cost = (best[from]?.cost ?? Infinity) + costOf(weight, to - from, phrase[to - 1]?.ends ?? null);
      if (cost < found.cost) found = { cost, from };
    }
    best.push(found);
  }
  const groups: Stretch[] = [];
  for (let to = phrase.length; to > 0;) {
    const from = best[to]?.from ?? 0;
    groups.unshift({ from, to });
    to = from;
  }
  return groups;
}

function costOf(weight: number, words: number, ends: ClipWord['ends']): number {
  return (
    COST.caption +
    COST.word * weight * weight +
    (words === 1 ? COST.single : 0) +
    (ends === null ? 0 : COST.clause)
  );
}
