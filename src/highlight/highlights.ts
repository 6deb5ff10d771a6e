import { PullquoteError } from '../errors.ts';
import { passageOf } from '../quote/quote.ts';
import type { Chapter } from '../quote/model.ts';
import type { EpisodeText } from '../transcript/model.ts';
import { lexiconOf } from './lexicon/index.ts';
import type { Lexicon } from './lexicon/model.ts';
import { marksOf } from './marks.ts';
import type { Highlight, HighlightOptions, Scores, Soundbite } from './model.ts';
import { readNote } from './notes.ts';
import { candidatesOf, quotability, total, type Candidate } from './quotability.ts';
import { read, type Reading } from './reading.ts';
import { answers, finder } from './retrieve.ts';
import { spread, type Choice } from './spread.ts';
import { termsOf } from './terms.ts';
import { topicality } from './topic.ts';

const MOST = 1000;

interface Scored extends Choice {
  candidate: Candidate;
  features: Omit<Scores, 'total'>;
  note: string | null;
}

/**
 * The best quotes of an episode, best first: sentences or runs of up to three, as the source writes them. Notes come
 * first, each with the best words of the passage that speaks of it; what is left of `count` is filled by quotability,
 * spread over time and chapters. Pure and deterministic.
 * @throws PullquoteError `bad-parameter` where `count` is not from 1 to 1000.
 */
export function highlights(text: EpisodeText, options: HighlightOptions): Highlight[] {
  const { count } = options;
  if (!Number.isInteger(count) || count < 1 || count > MOST) {
    throw new PullquoteError(
      'bad-parameter',
      `Expected a number from 1 to ${MOST} for \`count\` but received ${count}.`,
    );
  }
  const lexicon = lexiconOf(options.language);
  const readings = read(text, lexicon);
  const scored = score(text, readings, lexicon, options);
  const episode = { words: text.words.length, chapters: options.chapters?.length ?? 0 };
  const byNote = spread(pickByNotes(text, readings, scored, lexicon, options.notes ?? []), count, episode);
  const rest = spread(scored, count - byNote.length, episode, byNote);
  return [...byNote, ...rest].map((choice) => highlightOf(text, choice));
}

function score(
  text: EpisodeText,
  readings: readonly Reading[],
  lexicon: Lexicon,
  { chapters = [], soundbites = [] }: HighlightOptions,
): Scored[] {
  const marks = readings.map((reading, i) => marksOf(readings, i, reading, lexicon));
  const topic = topicality(readings);
  const ordered = chapters.toSorted((a, b) => a.startMs - b.startMs);
  const titles = ordered.map(({ title }) => new Set(termsOf(title, lexicon)));
  return candidatesOf(readings).map((candidate) => {
    const { from, to } = candidate;
    const wordFrom = readings[from]?.sentence.wordFrom ?? 0;
    const wordTo = readings[to - 1]?.sentence.wordTo ?? wordFrom;
    const terms = new Set(readings.slice(from, to).flatMap((reading) => reading.terms));
    const startMs = text.words[wordFrom]?.startMs ?? null;
    const chapter = chapterAt(ordered, startMs);
    const features = quotability(candidate, readings, marks, topic);
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
    const shared = Math.min(endMs, bite.startMs + bite.durationMs) - Math.max(startMs, bite.startMs);
    return Math.max(shared, 0) / (endMs - startMs);
  });
  return Math.max(0, ...parts);
}

function share(wanted: ReadonlySet<string> | undefined, terms: ReadonlySet<string>): number {
  if (wanted === undefined || wanted.size === 0) return 0;
  return [...wanted].filter((term) => terms.has(term)).length / wanted.size;
}

/** For every note that the episode answers, the best candidate of its passage. */
function pickByNotes(
  text: EpisodeText,
  readings: readonly Reading[],
  scored: readonly Scored[],
  lexicon: Lexicon,
  lines: readonly string[],
): Scored[] {
  if (lines.length === 0) return [];
  const starts = readings.map(({ sentence }) => text.words[sentence.wordFrom]?.startMs ?? null);
  const { find } = finder(readings, starts, lexicon);
  const notes = lines.map(readNote);
  const picks: Scored[] = [];
  for (const [i, note] of notes.entries()) {
    const until = notes.slice(i + 1).find(({ startMs }) => startMs !== null && startMs > (note.startMs ?? 0));
    const passage = find(note, until?.startMs ?? null);
    if (passage === null) continue;
    let best: Scored | undefined;
    for (const choice of scored) {
      if (choice.from >= passage.to || choice.to <= passage.from) continue;
      const features = { ...choice.features, note: answers(passage, choice.terms) };
      const sum = total(features);
      if (best === undefined || sum > best.score) {
        best = { ...choice, features, score: sum, note: lines[i] ?? null };
      }
    }
    if (best !== undefined) picks.push(best);
  }
  return picks;
}

function highlightOf(text: EpisodeText, { candidate, features, wordFrom, wordTo, note }: Scored): Highlight {
  const { spans, text: words, startMs, endMs } = passageOf(text, [{ wordFrom, wordTo }]);
  return {
    sentenceFrom: candidate.from,
    sentenceTo: candidate.to,
    spans,
    text: words,
    startMs,
    endMs,
    scores: rounded({ total: total(features), ...features }),
    note,
  };
}

function rounded(scores: Scores): Scores {
  const round = (value: number): number => Math.round(value * 1000) / 1000 + 0;
  return {
    total: round(scores.total),
    length: round(scores.length),
    standsAlone: round(scores.standsAlone),
    contrast: round(scores.contrast),
    numbers: round(scores.numbers),
    person: round(scores.person),
    strong: round(scores.strong),
    stance: round(scores.stance),
    topic: round(scores.topic),
    noise: round(scores.noise),
    note: round(scores.note),
    marked: round(scores.marked),
  };
}
