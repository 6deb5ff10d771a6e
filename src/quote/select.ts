import { PullquoteError } from '../errors.ts';
import type { EpisodeText } from '../transcript/model.ts';
import { formatClock } from './clock.ts';
import { findText } from './find.ts';
import type { Quote, Span } from './model.ts';
import { passageOf, type Passage } from './quote.ts';
import type { Range } from './range.ts';
import { mergeSpans, quoteText, sentenceAt } from './text.ts';
import { sentencesAt, wordsAt } from './times.ts';

/** The episode a range is looked up in: its current words, and its quotes by ID or alias. */
export interface Source {
  episodeId: string;
  text: EpisodeText;
  quote(id: string): Promise<Quote | null>;
}

export interface SelectOptions {
  /** A time range snaps outward to whole sentences, or only to whole words. */
  snap?: 'sentence' | 'word';
}

/** The words a range stands for. `author` only where quotes were asked for by ID and all agree on it. */
export interface Selection extends Passage {
  /** First and last sentence touched, both included. */
  sentences: { from: number; to: number };
  /** The quotes asked for by ID, in that order; none for other ranges. */
  quotes: Quote[];
  author: string | null;
}

const MOST_CANDIDATES = 20;

function sentenceSpans(range: { from: number; to: number }, text: EpisodeText): Span[] {
  const first = text.sentences[range.from];
  const last = text.sentences[range.to];
  if (first === undefined || last === undefined) {
    const extent = { from: 0, to: text.sentences.length - 1 };
    throw new PullquoteError(
      'range-outside',
      `Expected sentences from s=0 to s=${extent.to}, as many as the episode has, but received \`s=${range.from}-${range.to}\`.`,
      { extent },
    );
  }
  return [{ wordFrom: first.wordFrom, wordTo: last.wordTo }];
}

function textSpans(range: Extract<Range, { kind: 'text' }>, text: EpisodeText): Span[] {
  const spans = findText(text, range);
  const shown = range.end === null ? range.start : `${range.start} … ${range.end}`;
  if (spans.length === 0)
    throw new PullquoteError('not-found', `This episode does not say "${shown}"`, { text: shown });
  if (spans.length === 1) return spans;
  const candidates = spans.slice(0, MOST_CANDIDATES).map((span) => {
    const sentence = sentenceAt(text.sentences, span.wordFrom);
    const startMs = text.words[span.wordFrom]?.startMs ?? null;
    return {
      sentence: sentence?.index ?? 0,
      startMs,
      time: startMs === null ? null : formatClock(Math.floor(startMs / 1000) * 1000),
      snippet: quoteText(text, [sentence ?? span]),
    };
  });
  throw new PullquoteError(
    'ambiguous-text',
    `This episode says "${shown}" ${spans.length} times; add words before or after it, as in text=before-,${encodeURIComponent(range.start)}, or name a sentence`,
    { count: spans.length, candidates },
  );
}

async function quotesOf(ids: readonly string[], source: Source): Promise<Quote[]> {
  return Promise.all(
    ids.map(async (id) => {
      const quote = await source.quote(id);
      if (quote === null || quote.episodeId !== source.episodeId) {
        throw new PullquoteError('not-found', `This episode has no quote \`${id}\``, { id });
      }
      if (quote.status === 'withdrawn') {
        throw new PullquoteError(
          'gone',
          `The quote \`${id}\` was withdrawn: the transcript no longer says it`,
          { id },
        );
      }
      if (quote.status === 'superseded') {
        const message = `The quote \`${id}\` was superseded by \`${quote.supersededBy}\`: the transcript was corrected`;
        throw new PullquoteError('gone', message, { id, supersededBy: quote.supersededBy });
      }
      return quote;
    }),
  );
}

function timeSpans(
  range: Extract<Range, { kind: 'time' }>,
  text: EpisodeText,
  snap: 'sentence' | 'word',
): Span[] {
  return [snap === 'word' ? wordsAt(range, text) : sentencesAt(range, text)];
}

/**
 * Finds the words a range stands for. Throws `range-outside` (with the extent), `ambiguous-text` (with candidates),
 * `not-found`, or `gone` (with `supersededBy` where another quote took its place).
 */
export async function select(range: Range, source: Source, options: SelectOptions = {}): Promise<Selection> {
  const { text } = source;
  const quotes = range.kind === 'quotes' ? await quotesOf(range.ids, source) : [];
  const spans =
    range.kind === 'time'
      ? timeSpans(range, text, options.snap ?? 'sentence')
      : range.kind === 'sentences'
        ? sentenceSpans(range, text)
        : range.kind === 'text'
          ? textSpans(range, text)
          : mergeSpans(quotes.flatMap((quote) => quote.spans));
  const authors = new Set(quotes.map((quote) => quote.author));
  const [author] = authors.size === 1 ? authors : [null];
  return {
    ...passageOf(text, spans),
    sentences: {
      from: sentenceAt(text.sentences, spans[0]?.wordFrom ?? 0)?.index ?? 0,
      to: sentenceAt(text.sentences, (spans.at(-1)?.wordTo ?? 1) - 1)?.index ?? 0,
    },
    quotes,
    author: author ?? null,
  };
}
