import { PullquoteError } from '../errors.ts';
import type { EpisodeText, Timing } from '../transcript/model.ts';
import { readAttributed } from './attributed.ts';
import { bestMatch, type DiffPart, type Match } from './diff.ts';
import type { Participant, Span } from './model.ts';
import { readPosted, type Posted } from './posted.ts';
import { placesOf, type Place, type Search } from './places.ts';
import { passageOf } from './quote.ts';
import { agrees, speakersOf } from './said-by.ts';
import { sentenceAt } from './text.ts';

/** Longest posted text, in tokens. */
const MOST = 500;
/** Where less of the posted words stands unchanged, or fewer in a row, they are not found. */
const LEAST_SIMILAR = 0.55;
const LEAST_RUN = 3;

/**
 * What became of posted words: `verbatim` (word for word), `elided` (some left out), `altered` (some
 * changed or put in, or a negation or a part of a number left out),
 * `other-speaker` (the words are right, somebody else says them), `not-found`.
 */
type Verdict = 'verbatim' | 'elided' | 'altered' | 'other-speaker' | 'not-found';

/** The passage of an episode that comes nearest. */
interface NearestPassage {
  episodeId: string;
  revisionId: string;
  spans: Span[];
  /** Its address within the episode: a range of sentences, `s=120-124`. */
  range: string;
  /** ID of its quote where it lies in one sentence that was found by search. */
  quoteId: string | null;
  /** The words as the source has them. */
  text: string;
  startMs: number | null;
  endMs: number | null;
  timing: Timing;
  /** Names or labels the source states, in order. */
  speakers: string[];
}

export interface VerifyResult {
  verdict: Verdict;
  /** The part of the posted words that stands there unchanged and in order, 0 to 1. */
  similarity: number;
  /** Whether the asked speaker says it; `null` where none was asked or the source states none. */
  isSpeaker: boolean | null;
  /** True where every place at which words were left out is marked in what was posted. */
  isMarked: boolean;
  /** From the source to what was posted. */
  diff: DiffPart[];
  passage: NearestPassage | null;
}

export interface VerifyDeps {
  search: Search;
  /** The current words of an episode, `null` where there are none (any more) or they are not for this caller. */
  load: (episodeId: string) => Promise<{
    revisionId: string;
    text: EpisodeText;
    /** BCP 47 tag of the language spoken. */
    language: string;
    participants: readonly Participant[];
  } | null>;
}

export interface VerifyOptions {
  /** A name or label the words are said to be by; without it, the name posted beside them. */
  speaker?: string;
  /** Look in this episode only. */
  episodeId?: string;
}

/**
 * Says whether posted words stand in an episode, and how they differ from what was said. Candidates come from search,
 * the verdict from aligning the words.
 * @throws PullquoteError `bad-parameter` without any word, `too-large` for more than 500.
 */
export async function verify(words: string, options: VerifyOptions, deps: VerifyDeps): Promise<VerifyResult> {
  const { words: said, by } = readAttributed(words);
  const wanted = readPosted(said);
  const asked = { ...options, ...(options.speaker === undefined && by !== null ? { speaker: by } : {}) };
  if (wanted.tokens.length === 0) {
    throw new PullquoteError('bad-parameter', 'Expected the words to verify but received none.');
  }
  if (wanted.tokens.length > MOST) {
    throw new PullquoteError(
      'too-large',
      `Expected at most ${MOST} words to verify but received ${wanted.tokens.length}.`,
    );
  }
  let best: VerifyResult | null = null;
  for (const place of await placesOf(wanted, options.episodeId, deps.search)) {
    const result = await compare(wanted, place, asked, deps);
    if (result !== null && (best === null || isBetter(result, best))) best = result;
    if (best?.verdict === 'verbatim') break;
  }
  return best ?? NOTHING;
}

const NOTHING: VerifyResult = {
  verdict: 'not-found',
  similarity: 0,
  isSpeaker: null,
  isMarked: true,
  diff: [],
  passage: null,
};

const ORDER: readonly Verdict[] = ['verbatim', 'elided', 'other-speaker', 'altered', 'not-found'];

function isBetter(a: VerifyResult, b: VerifyResult): boolean {
  const [rankA, rankB] = [ORDER.indexOf(a.verdict), ORDER.indexOf(b.verdict)];
  return rankA < rankB || (rankA === rankB && a.similarity > b.similarity);
}

async function compare(
  wanted: Posted,
  place: Place,
  { speaker }: VerifyOptions,
  { load }: VerifyDeps,
): Promise<VerifyResult | null> {
  const loaded = await load(place.episodeId);
  if (loaded === null) return null;
  const { text, language, participants, revisionId } = loaded;
  // Room on both sides for all of the posted words, twice.
  const room = 2 * wanted.tokens.length + 40;
  const range = {
    wordFrom: Math.max((text.sentences[place.from]?.wordFrom ?? 0) - room, 0),
    wordTo: Math.min((text.sentences[place.to]?.wordTo ?? text.words.length) + room, text.words.length),
  };
  const match = bestMatch(wanted, text, range, language);
  if (match === null) return null;
  const said = speakersOf(text.turns, match.spans, participants);
  const isSpeaker = speaker === undefined ? null : agrees(speaker, said, participants);
  const verdict = verdictOf(match, wanted.tokens.length, isSpeaker);
  const exact = verdict === 'verbatim' || verdict === 'elided' || verdict === 'other-speaker';
  const spans = exact ? match.spans : [whole(match.spans)];
  const { wordFrom, wordTo } = whole(spans);
  const from = sentenceAt(text.sentences, wordFrom)?.index ?? 0;
  const to = sentenceAt(text.sentences, wordTo - 1)?.index ?? from;
  return {
    verdict,
    similarity: match.similarity,
    isSpeaker,
    isMarked: match.gaps === match.markedGaps,
    diff: match.diff,
    passage: {
      episodeId: place.episodeId,
      revisionId,
      ...passage(text, spans),
      range: from === to ? `s=${from}` : `s=${from}-${to}`,
      quoteId: from === to ? (place.quoteIds.get(from) ?? null) : null,
      speakers: said.map(({ name }) => name),
    },
  };
}

function passage(text: EpisodeText, spans: readonly Span[]) {
  const { turns: _, ...rest } = passageOf(text, spans);
  return rest;
}

function whole(spans: readonly Span[]): Span {
  return { wordFrom: spans[0]?.wordFrom ?? 0, wordTo: spans.at(-1)?.wordTo ?? 0 };
}

function verdictOf(match: Match, posted: number, isSpeaker: boolean | null): Verdict {
  if (match.similarity < LEAST_SIMILAR || match.run < Math.min(LEAST_RUN, posted)) return 'not-found';
  if (!match.isExact || match.isTurned) return 'altered';
  if (isSpeaker === false) return 'other-speaker';
  return match.gaps > 0 ? 'elided' : 'verbatim';
}
