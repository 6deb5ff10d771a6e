/** Stretches worth quoting, with why. */
import { queryOptions, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { HighlightView } from '../../http/highlights.ts';
import { getJson } from '../api/request.ts';

export interface Suggestion {
  /** Sentences, half-open. */
  sentenceFrom: number;
  sentenceTo: number;
  reason: string;
  /** What of it has room in the margin. */
  short: string;
}

const NONE: readonly Suggestion[] = [];

/** One suggestion for about so many words, within bounds: a page full of marks marks nothing. */
const WORDS_EACH = 150;
const LEAST = 4;
const MOST = 24;

export const highlightsQuery = (episodeId: string, count: number) =>
  queryOptions({
    queryKey: ['highlights', episodeId, count],
    queryFn: ({ signal }) =>
      getJson<{ items: HighlightView[] }>(
        `/v1/episodes/${encodeURIComponent(episodeId)}/highlights?count=${count}`,
        signal,
      ),
    staleTime: 60_000,
  });

/** Best first; none until they are there. */
export function useSuggestions(episodeId: string, words: number): readonly Suggestion[] {
  const count = Math.min(Math.max(Math.round(words / WORDS_EACH), LEAST), MOST);
  const { data } = useQuery(highlightsQuery(episodeId, count));
  return useMemo(() => data?.items.flatMap(suggestionOf) ?? NONE, [data]);
}

function suggestionOf({ range, scores, note }: HighlightView): Suggestion[] {
  const [, from, to = from] = /^s=(\d+)(?:-(\d+))?$/.exec(range) ?? [];
  if (from === undefined) return [];
  const reasons = note === null ? reasonsOf(scores) : ['From the show notes', note];
  const [short = ''] = reasons;
  const reason = reasons.join(note === null ? ', ' : ': ');
  return [{ sentenceFrom: Number(from), sentenceTo: Number(to) + 1, reason, short }];
}

/** What speaks for it, as a person would say it, in the order they are named. */
const REASONS: readonly (readonly [feature: keyof HighlightView['scores'], words: string])[] = [
  ['marked', 'marked by the publisher'],
  ['subject', 'names what is talked about'],
  ['contrast', 'sets one thing against another'],
  ['stance', 'takes a position'],
  ['numbers', 'has a number in it'],
  ['strong', 'a strong claim'],
  ['person', 'speaks of oneself or to the listener'],
  ['substance', 'says what it is about'],
  ['standsAlone', 'stands by itself'],
  ['length', 'a good length'],
];

/** From here on a feature is worth naming. */
const CLEAR = 0.5;

function reasonsOf(scores: HighlightView['scores']): string[] {
  const named = REASONS.filter(([feature]) => scores[feature] >= CLEAR)
    .slice(0, 3)
    .map(([, words]) => words);
  const [first = 'reads well on a card', ...others] = named;
  return [first.charAt(0).toUpperCase() + first.slice(1), ...others];
}
