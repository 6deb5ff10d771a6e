import type { Episode, Quote, Show } from '../quote/model.ts';
import type { Revision } from '../store/port.ts';
import type { EpisodeText, Transcript, TurnSource, Warning } from '../transcript/model.ts';
import { joinWords } from '../transcript/words.ts';

/** What an import found and did, or would do. */
export interface ImportReport {
  /** True where nothing was kept. */
  dryRun: boolean;
  /**
   * `created`: the episode's first revision. `revised`: a new one. `updated`: the words are those stored, what is said
   * about the episode is not. `unchanged`: nothing differs from what is stored.
   */
  status: 'created' | 'revised' | 'updated' | 'unchanged';
  show: Show;
  /** A dry run of an episode given neither ID nor guid names it by a random ID that another run will not use. */
  episode: Episode;
  revision: Revision;
  segments: number;
  words: number;
  sentences: number;
  durationMs: number | null;
  speakers: SpeakerCount[];
  /** What became of quotes; all zero where the words are those stored. */
  quotes: { added: number; kept: number; changed: number; superseded: number; withdrawn: number };
  /** The first sentences, to see whether the words begin where they should. */
  opening: string[];
  warnings: Warning[];
}

/** How much of the transcript one speaker has, and how that is known. */
export interface SpeakerCount {
  label: string | null;
  participantId: string | null;
  source: TurnSource;
  words: number;
}

/** Quotes before and after an import. */
export interface Addresses {
  before: readonly Quote[];
  after: readonly Quote[];
}

const OPENING = 3;

export function makeReport({
  transcript,
  text,
  addresses,
  ...rest
}: Pick<ImportReport, 'dryRun' | 'status' | 'show' | 'episode' | 'revision'> & {
  transcript: Transcript;
  text: EpisodeText;
  addresses: Addresses | null;
}): ImportReport {
  return {
    ...rest,
    segments: transcript.segments.length,
    words: text.words.length,
    sentences: text.sentences.length,
    durationMs: rest.episode.durationMs,
    speakers: countSpeakers(text),
    quotes: countQuotes(addresses ?? { before: [], after: [] }),
    opening: text.sentences
      .slice(0, OPENING)
      .map(({ wordFrom, wordTo }) => joinWords(text.words, wordFrom, wordTo)),
    warnings: rest.revision.warnings,
  };
}

export function countSpeakers(text: EpisodeText): SpeakerCount[] {
  const counts = new Map<string, SpeakerCount>();
  for (const { label, participantId, source, wordFrom, wordTo } of text.turns) {
    const key = JSON.stringify([label, participantId, source]);
    const count = counts.get(key) ?? { label, participantId, source, words: 0 };
    count.words += wordTo - wordFrom;
    counts.set(key, count);
  }
  return [...counts.values()];
}

function countQuotes({ before, after }: Addresses): ImportReport['quotes'] {
  const old = new Map(before.map((quote) => [quote.id, quote]));
  const counts = { added: 0, kept: 0, changed: 0, superseded: 0, withdrawn: 0 };
  for (const quote of after) {
    const was = old.get(quote.id);
    if (!was) counts.added++;
    else if (quote.status === 'superseded' && was.status !== 'superseded') counts.superseded++;
    else if (quote.status === 'withdrawn' && was.status !== 'withdrawn') counts.withdrawn++;
    else if (quote.normHash !== was.normHash || quote.text !== was.text) counts.changed++;
    else if (quote.status === 'live' || quote.status === 'changed') counts.kept++;
  }
  return counts;
}
