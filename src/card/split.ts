/**
 * Divides a quote too long for one card over several: the fewest slides on which every part fits, cut at ends of
 * sentences or clauses, parts of about equal length.
 */

/** Most slides a quote may become. */
export const MAX_SLIDES = 10;

interface Cut {
  /** UTF-16 offset just after the cut's white space. */
  offset: number;
  /** How bad it is to cut here, in the unit of squared relative deviations from equal length. */
  penalty: number;
}

const SENTENCE_END = /[.!?…。！？؟۔।]["'”’»」』)\]]*$/u;
const CLAUSE_END = /[,;:—–،；、，：]["'”’»」』)\]]*$/u;

/** Every place a text may be cut: after each word, clauses and sentences preferred. */
function cuts(text: string, language: string): Cut[] {
  const places: Cut[] = [];
  const words = new Intl.Segmenter(language, { granularity: 'word' });
  for (const { index, segment, isWordLike } of words.segment(text)) {
    if (index === 0 || (!isWordLike && !/\s/.test(segment))) continue;
    const before = text.slice(0, index).trimEnd();
    const spaced = /\s$/.test(text.slice(0, index));
    const unspacedScript =
      /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u;
    if (!isWordLike || (!spaced && !unspacedScript.test(segment))) continue;
    const penalty = SENTENCE_END.test(before) ? 0 : CLAUSE_END.test(before) ? 0.05 : 0.6;
    places.push({ offset: index, penalty });
  }
  places.push({ offset: text.length, penalty: 0 });
  return places;
}

/**
 * The best division into `count` parts: a dynamic programme over the cuts that minimises penalties plus squared
 * deviations from equal length, as fractions of a part.
 */
function divide(text: string, places: readonly Cut[], count: number): string[] {
  const ideal = text.length / count;
  const cost = (from: number, to: number): number => ((to - from) / ideal - 1) ** 2;
  let best = places.map(({ offset, penalty }) => ({ total: cost(0, offset) + penalty, path: [offset] }));
  for (let part = 1; part < count; part += 1) {
    const previous = best;
    best = places.map(({ offset, penalty }, index) => {
      let winner = { total: Infinity, path: [offset] };
      for (let from = 0; from < index; from += 1) {
        const before = previous[from];
        const start = places[from]?.offset;
        if (before === undefined || start === undefined || before.path.length !== part) continue;
        const total = before.total + cost(start, offset) + penalty;
        if (total < winner.total) winner = { total, path: [...before.path, offset] };
      }
      return winner;
    });
  }
  const path = best.at(-1)?.path ?? [text.length];
  return path.map((to, index) => text.slice(path[index - 1] ?? 0, to).trim());
}

/**
 * The parts of `text`, in order; joined by a space (or nothing, in scripts without) they are the text again.
 * `fits(part, index, count)` tells whether a part fits its slide at the smallest legible size.
 * Returns `null` where not even `most` slides are enough.
 */
export function split(
  text: string,
  language: string,
  fits: (part: string, index: number, count: number) => boolean,
  most: number = MAX_SLIDES,
): string[] | null {
  const places = cuts(text, language);
  for (let count = 2; count <= Math.min(most, places.length); count += 1) {
    const parts = divide(text, places, count);
    if (parts.length === count && parts.every((part, index) => fits(part, index, count))) return parts;
  }
  return null;
}
