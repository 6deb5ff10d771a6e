/** What the views read, by name, as the API gives it: its types are those of the schemas that answer. */
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { z } from 'zod';
import type { brandList, brandView, quoteView, wordsView } from '../../http/schemas.ts';
import type { EpisodeView } from '../../http/views.ts';
import { getJson } from './request.ts';

export type Words = z.output<typeof wordsView>;
export type QuoteView = z.output<typeof quoteView>;
export type BrandView = z.output<typeof brandView>;
export type { EpisodeView };

export const episodesQuery = infiniteQueryOptions({
  queryKey: ['episodes'],
  queryFn: ({ pageParam, signal }) =>
    getJson<{ items: EpisodeView[]; next: string | null }>(
      `/v1/episodes?limit=50${pageParam === null ? '' : `&after=${encodeURIComponent(pageParam)}`}`,
      signal,
    ),
  initialPageParam: null as string | null,
  getNextPageParam: ({ next }) => next,
});

export const episodeQuery = (id: string) =>
  queryOptions({
    queryKey: ['episode', id],
    queryFn: ({ signal }) => getJson<EpisodeView>(`/v1/episodes/${encodeURIComponent(id)}`, signal),
  });

export const wordsQuery = (id: string) =>
  queryOptions({
    queryKey: ['words', id],
    queryFn: ({ signal }) => getJson<Words>(`/v1/episodes/${encodeURIComponent(id)}/words`, signal),
    staleTime: 60_000,
  });

export const brandsQuery = queryOptions({
  queryKey: ['brands'],
  queryFn: ({ signal }) => getJson<z.output<typeof brandList>>('/v1/brands', signal),
  staleTime: 30_000,
});
