import { PullquoteError } from '../errors.ts';
import { passageOf } from '../quote/quote.ts';
import type { EpisodeText } from '../transcript/model.ts';
import { pickByNotes } from './by-notes.ts';
import { lexiconOf } from './lexicon/index.ts';
import type { Highlight, HighlightOptions, Scores } from './model.ts';
import { total } from './quotability.ts';
import { read } from './reading.ts';
import { score, type Scored } from './score.ts';
import { spread } from './spread.ts';
import { atOnce, type Steps } from './steps.ts';

/** Most that may be asked for. */
export const MOST_HIGHLIGHTS = 1000;

/** Words of an episode, which is eleven hours of talk: each costs about 15 µs. */
const MOST_WORDS = 100_000;

/**
 * The best quotes of an episode, best first: sentences or runs of up to three, as the source writes them. Notes come
 * first, each with the best words of the passage that speaks of it; what is left of `count` is filled by quotability,
 * spread over time and chapters. Pure and deterministic.
 * @throws PullquoteError `bad-parameter` where `count` is not from 1 to 1000, `too-large` for more than 100,000 words.
 */
export function highlights(text: EpisodeText, options: HighlightOptions): Highlight[] {
  return atOnce(highlightSteps(text, options));
}

/** The same in steps. */
export function* highlightSteps(text: EpisodeText, options: HighlightOptions): Steps<Highlight[]> {
  const { count } = options;
  if (!Number.isInteger(count) || count < 1 || count > MOST_HIGHLIGHTS) {
    throw new PullquoteError(
      'bad-parameter',
      `Expected a number from 1 to ${MOST_HIGHLIGHTS} for \`count\` but received ${count}.`,
    );
  }
  const { length } = text.words;
  if (length > MOST_WORDS) {
    throw new PullquoteError(
      'too-large',
      `Expected an episode of at most ${MOST_WORDS} words to pick highlights from but it has ${length}: choose quotes or ranges yourself.`,
      { limit: MOST_WORDS },
    );
  }
  const lexicon = lexiconOf(options.language);
  const readings = yield* read(text, lexicon);
  const scored = yield* score(text, readings, lexicon, options);
  const episode = { words: text.words.length, chapters: options.chapters?.length ?? 0 };
  const found = yield* pickByNotes(text, readings, scored, lexicon, options.notes ?? []);
  const byNote = yield* spread(found, count, episode);
  const rest = yield* spread(scored, count - byNote.length, episode, byNote);
  return [...byNote, ...rest].map((choice) => highlightOf(text, choice));
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

/** To three digits, and never -0. */
const round = (value: number): number => Math.round(value * 1000) / 1000 + 0;

function rounded(scores: Scores): Scores {
  return {
    total: round(scores.total),
    length: round(scores.length),
    standsAlone: round(scores.standsAlone),
    substance: round(scores.substance),
    subject: round(scores.subject),
    contrast: round(scores.contrast),
    numbers: round(scores.numbers),
    person: round(scores.person),
    strong: round(scores.strong),
    stance: round(scores.stance),
    noise: round(scores.noise),
    note: round(scores.note),
    marked: round(scores.marked),
  };
}
