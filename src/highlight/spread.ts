import type { Steps } from './steps.ts';

/** Something to choose from: where it lies and how good it is. */
export interface Choice {
  /** Half-open range of sentences, and of words. */
  from: number;
  to: number;
  wordFrom: number;
  wordTo: number;
  score: number;
  terms: ReadonlySet<string>;
  /** Number of its chapter; 0 for all where there are none. */
  chapter: number;
}

/** How much of a point lying right beside a picked one costs; it fades with distance. */
const CROWDING = 3;
/** What each one already picked beyond its chapter's share costs. */
const CHAPTER = 0.5;
/** Two of which this much of the shorter one's terms are shared say the same. */
const SAME = 0.6;

/** True where two choices hold a sentence in common or say nearly the same. */
function repeats(a: Choice, b: Choice): boolean {
  if (a.from < b.to && b.from < a.to) return true;
  const [small, large] = a.terms.size < b.terms.size ? [a.terms, b.terms] : [b.terms, a.terms];
  if (small.size < 3) return false;
  let shared = 0;
  for (const term of small) if (large.has(term)) shared++;
  return shared / small.size > SAME;
}

/**
 * Picks up to `count` choices: the best first, each one paid for by how near it lies to those picked before and how full
 * its chapter is. `taken` are picked already. Equal scores go to the earlier one, so that the same input gives the same picks.
 */
export function* spread<T extends Choice>(
  choices: readonly T[],
  count: number,
  episode: { words: number; chapters: number },
  taken: readonly Choice[] = [],
): Steps<T[]> {
  const width = (0.5 * episode.words) / Math.max(count + taken.length, 1);
  const share = (count + taken.length) / Math.max(episode.chapters, 1);
  const inChapter = new Map<number, number>();
  const scores = Float64Array.from(choices, ({ score }) => score);
  const picked: T[] = [];
  const pay = (by: Choice): void => {
    const full = (inChapter.get(by.chapter) ?? 0) + 1;
    inChapter.set(by.chapter, full);
    const middle = (by.wordFrom + by.wordTo) / 2;
    for (const [i, choice] of choices.entries()) {
      if (scores[i] === -Infinity) continue;
      const distance = ((choice.wordFrom + choice.wordTo) / 2 - middle) / width;
      let cost = Math.abs(distance) < 4 ? CROWDING * Math.exp(-distance * distance) : 0;
      if (episode.chapters > 1 && choice.chapter === by.chapter && full > share) cost += CHAPTER;
      if (repeats(choice, by)) cost = Infinity;
      scores[i] = (scores[i] ?? 0) - cost;
    }
  };
  taken.forEach(pay);
  while (picked.length < count) {
    let best = -1;
    for (const [i, score] of scores.entries()) {
      if (score > (best < 0 ? -Infinity : (scores[best] ?? -Infinity))) best = i;
    }
    const choice = choices[best];
    if (choice === undefined) break;
    picked.push(choice);
    pay(choice);
    yield;
  }
  return picked;
}
