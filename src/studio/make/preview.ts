/** Pictures of cards not made yet: drawn by the service as it draws those it serves, and kept by nobody. */
import { queryOptions, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { BrandKit } from '../../brand/model.ts';
import type { ColorReport } from '../../brand/report.ts';
import type { ContextWarning } from '../../highlight/context.ts';
import { request } from '../api/request.ts';
import { queryOf, withQuery, type Look } from './look.ts';
import { useNewest } from './newest.ts';
import { ratioShown } from './ratio.ts';
import { hurry, inTurn } from './turns.ts';

export interface Order {
  episodeId: string;
  range: string;
  look: Look;
  /** A kit being edited, in place of the look's brand. */
  kit?: BrandKit;
  /** Digest of a photo to see as the speaker's. */
  photo?: string;
}

export interface PreviewOf {
  blob: Blob;
  alt: string;
  slides: number;
  /** What the cut leaves out that may change its sense. */
  context: ContextWarning[];
  /** Colours of the brand that words could not be read in, with what they are drawn in. */
  adjusted: ColorReport[];
}

/** @param isLater true where nobody looks at it yet */
export const previewQuery = (order: Order, isLater = false) =>
  queryOptions({
    queryKey: ['preview', order],
    queryFn: ({ signal }) =>
      inTurn(JSON.stringify(order), isLater, signal, () => fetchPreview(order, signal)),
    staleTime: Infinity,
    // What was drawn can be seen again without a network; a picture takes tens of kilobytes.
    gcTime: 10 * 60_000,
  });

async function fetchPreview(order: Order, signal: AbortSignal): Promise<PreviewOf> {
  const { episodeId: episode, range, look, kit: brand, photo } = order;
  const query = queryOf(look);
  query.set('effort', 'fast');
  query.set('dpr', ratioShown(look.size).toFixed(1));
  const response = await request(withQuery('/v1/preview', query), {
    method: 'POST',
    signal,
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ episode, range, brand, photo }),
  });
  return {
    blob: await response.blob(),
    alt: decodeURIComponent((response.headers.get('X-Alt-Text') ?? '').replace(/^UTF-8''/, '')),
    slides: Number(response.headers.get('X-Slides') ?? 1),
    context: listIn(response, 'X-Context'),
    adjusted: listIn(response, 'X-Adjusted-Colors'),
  };
}

/** A list that a header holds as JSON; what is empty is not sent. */
function listIn<T>({ headers }: Response, name: string): T[] {
  return JSON.parse(decodeURIComponent(headers.get(name) ?? '[]'));
}

/** The picture of an order; until it is there the one before stays. `null`: nothing is asked for. */
export function usePreview(
  order: Order | null,
  isLater = false,
): {
  preview: PreviewOf | null;
  url: string | null;
  error: unknown;
  isBehind: boolean;
} {
  const { asked, isHeld, whileDrawing } = useNewest(order);
  const { data, error, isPlaceholderData, isFetching } = useQuery({
    ...previewQuery(asked ?? NOTHING, isLater),
    enabled: asked !== null,
    placeholderData: (before) => before,
  });
  useEffect(() => whileDrawing(isFetching), [whileDrawing, isFetching]);
  useEffect(() => {
    if (asked !== null && !isLater) hurry(JSON.stringify(asked));
  }, [asked, isLater]);
  const preview = order === null || error !== null ? null : (data ?? null);
  return {
    preview,
    url: useBlobUrl(preview?.blob ?? null),
    error: order === null ? null : error,
    isBehind: isPlaceholderData || isHeld,
  };
}

const NOTHING: Order = {
  episodeId: '',
  range: '',
  look: { template: null, brand: null, size: 'og', mark: null, slide: 1, language: null },
};

/** An address for a blob while it is shown. */
export function useBlobUrl(blob: Blob | null): string | null {
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => {
    if (blob === null) {
      setUrl(null);
      return;
    }
    const made = URL.createObjectURL(blob);
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [blob]);
  return url;
}
