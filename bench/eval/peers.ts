/** What the picks are compared with. Each returns indices of sentences, best first. */
import type { EpisodeText } from '../../src/transcript/model.ts';
import { joinWords } from '../../src/transcript/words.ts';

const SHORTEST = 8;
const LONGEST = 40;

const lengthOf = (text: EpisodeText, i: number): number => {
  const sentence = text.sentences[i];
  return sentence === undefined ? 0 : sentence.wordTo - sentence.wordFrom;
};

/** Mulberry32: a small seeded generator of numbers in [0, 1). */
function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let value = Math.imul(state ^ (state >>> 15), 1 | state);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Sentences of 8 to 40 words in a random order. */
export function random(text: EpisodeText, seed: number): number[] {
  const next = randomOf(seed);
  return text.sentences
    .map((_, i) => ({ i, key: next() }))
    .filter(({ i }) => lengthOf(text, i) >= SHORTEST && lengthOf(text, i) <= LONGEST)
    .toSorted((a, b) => a.key - b.key)
    .map(({ i }) => i);
}

/** The first of a random order that falls into each of `count` equal slices of the episode. */
export function firstOfSlices(text: EpisodeText, order: readonly number[], count: number): number[] {
  const first = new Map<number, number>();
  for (const i of order) {
    const slice = Math.floor(((text.sentences[i]?.wordFrom ?? 0) / text.words.length) * count);
    if (!first.has(slice)) first.set(slice, i);
  }
  return [...first.values()];
}

/** The longest sentences of the episode. */
export function longest(text: EpisodeText): number[] {
  return text.sentences.map((_, i) => i).toSorted((a, b) => lengthOf(text, b) - lengthOf(text, a) || a - b);
}

/** The longest sentence of up to 40 words in each of `count` equal slices of the episode. */
export function longestOfSlices(text: EpisodeText, count: number): number[] {
  const best = Array.from({ length: count }, () => -1);
  for (const [i, sentence] of text.sentences.entries()) {
    const slice = Math.min(Math.floor((sentence.wordFrom / text.words.length) * count), count - 1);
    const length = lengthOf(text, i);
    if (length <= LONGEST && length > lengthOf(text, best[slice] ?? -1)) best[slice] = i;
  }
  return best.filter((i) => i >= 0);
}

/** TextRank (Mihalcea and Tarau, 2004): PageRank over sentences joined by the words they share. */
export function textRank(text: EpisodeText): number[] {
  const bags = text.sentences.map(({ wordFrom, wordTo }) => {
    const words =
      joinWords(text.words, wordFrom, wordTo)
        .toLowerCase()
        .match(/[\p{L}\p{N}']{4,}/gu) ?? [];
    return new Set(words);
  });
  const edges = bags.map((bag, i) =>
    bags.flatMap((other, j) => {
      if (i === j || bag.size < 2 || other.size < 2) return [];
      let shared = 0;
      for (const word of bag) if (other.has(word)) shared++;
      return shared === 0 ? [] : [{ to: j, weight: shared / (Math.log(bag.size) + Math.log(other.size)) }];
    }),
  );
  const out = edges.map((list) => list.reduce((sum, { weight }) => sum + weight, 0));
  let ranks = bags.map(() => 1);
  for (let round = 0; round < 40; round++) {
    const next = bags.map(() => 0.15);
    for (const [i, list] of edges.entries()) {
      for (const { to, weight } of list) {
        next[to] = (next[to] ?? 0) + (0.85 * (ranks[i] ?? 0) * weight) / (out[i] ?? 1);
      }
    }
    ranks = next;
  }
  return ranks.map((_, i) => i).toSorted((a, b) => (ranks[b] ?? 0) - (ranks[a] ?? 0));
}
