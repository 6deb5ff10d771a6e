import type { Chapter, Soundbite } from '../quote/model.ts';
import type { EpisodeText } from '../transcript/model.ts';
import type { Lexicon } from './lexicon/model.ts';
import { marksOf } from './marks.ts';
import type { HighlightOptions, Scores } from './model.ts';
import { candidatesOf, quotability, total, type Candidate } from './quotability.ts';
import type { Reading } from './reading.ts';
import type { Choice } from './spread.ts';
import { mapped, type Steps } from './steps.ts';
import { subjectOf } from './subject.ts';
import { termsOf } from './terms.ts';

/** A candidate with all that speaks for and against it. */
export interface Scored extends Choice {
  candidate: Candidate;
  features: Omit<Scores, 'total'>;
  note: string | null;
}

/** Scores everything of an episode that could be a quote, notes not counted. */
export function* score(
  text: EpisodeText,
  readings: readonly Reading[],
  lexicon: Lexicon,
  { chapters = [], soundbites = [] }: HighlightOptions,
): Steps<Scored[]> {
  const marks = yield* mapped(readings, (reading, i) => marksOf(readings, i, reading, lexicon));
  const subject = subjectOf(readings);
  const ordered = chapters.toSorted((a, b) => a.startMs - b.startMs);
  const titles = ordered.map(({ title }) => new Set(termsOf(title, lexicon)));
  return yield* mapped(candidatesOf(readings), (candidate) => {
    const { from, to } = candidate;
    const wordFrom = readings[from]?.sentence.wordFrom ?? 0;
    const wordTo = readings[to - 1]?.sentence.wordTo ?? wordFrom;
    const terms = new Set(readings.slice(from, to).flatMap((reading) => reading.terms));
    const startMs = text.words[wordFrom]?.startMs ?? null;
    const chapter = chapterAt(ordered, startMs);
    const features = quotability(candidate, readings, marks);
    features.subject = subject(from, to, terms);
    features.marked = Math.max(
      inSoundbite(soundbites, startMs, text.words[wordTo - 1]?.endMs ?? startMs),
      0.5 * share(titles[chapter], terms),
    );
    return {
      candidate,
      features,
      from,
      to,
      wordFrom,
      wordTo,
      terms,
      chapter,
      score: total(features),
      note: null,
    };
  });
}

/** The number of the chapter a time lies in; what stands before the first belongs to it. */
function chapterAt(chapters: readonly Chapter[], startMs: number | null): number {
  if (startMs === null) return 0;
  return Math.max(
    chapters.findLastIndex((chapter) => chapter.startMs <= startMs),
    0,
  );
}

/** The part of a stretch of time that lies in a soundbite, 0 to 1. */
function inSoundbite(soundbites: readonly Soundbite[], startMs: number | null, endMs: number | null): number {
  if (startMs === null || endMs === null || endMs <= startMs) return 0;
  const parts = soundbites.map((bite) => {
    const shared = Math.min(endMs, bite.endMs) - Math.max(startMs, bite.startMs);
    return Math.max(shared, 0) / (endMs - startMs);
  });
  return Math.max(0, ...parts);
}

function share(wanted: ReadonlySet<string> | undefined, terms: ReadonlySet<string>): number {
  if (wanted === undefined || wanted.size === 0) return 0;
  return [...wanted].filter((term) => terms.has(term)).length / wanted.size;
}
