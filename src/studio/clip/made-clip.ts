/** The clip itself, made by the service: what is seen here is, frame for frame, what is downloaded. */
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { request } from '../api/request.ts';
import { withQuery } from '../make/look.ts';
import { useBlobUrl } from '../make/preview.ts';
import { clipQuery, type ClipLook } from './clip-look.ts';

export interface ClipOrder {
  /** Path of the quote or range, without an ending. */
  path: string;
  clip: ClipLook;
  brand: string | null;
}

interface Cue {
  startMs: number;
  endMs: number;
  text: string;
}

const TIME = /(?:(\d+):)?(\d{2}):(\d{2})\.(\d{3})/g;

/** Asks until it is drawn. A long one answers with a picture of its beginning and when to ask again (202). */
async function fetchClip(
  { path, clip, brand }: ClipOrder,
  signal: AbortSignal,
  onPoster: (poster: Blob) => void,
): Promise<File> {
  const address = withQuery(`${path}.mp4`, clipQuery(clip, brand));
  for (;;) {
    const response = await request(address, { signal });
    const blob = await response.blob();
    if (response.status !== 202) {
      const quote = path.split('/').at(-1) ?? 'clip';
      return new File([blob], `${quote.startsWith('q_') ? quote : 'clip'}_${clip.size}.mp4`, {
        type: 'video/mp4',
      });
    }
    onPoster(blob);
    const seconds = Number(response.headers.get('Retry-After') ?? 2);
    await new Promise((resolve) => setTimeout(resolve, Math.min(Math.max(seconds, 1), 30) * 1000));
    signal.throwIfAborted();
  }
}

async function fetchCues({ path, clip, brand }: ClipOrder, signal: AbortSignal): Promise<Cue[]> {
  const text = await (await request(withQuery(`${path}.vtt`, clipQuery(clip, brand)), { signal })).text();
  return text.split(/\n\n+/).flatMap((block) => {
    const [start, end] = [...block.matchAll(TIME)].map(millisecondsOf);
    const lines = block.split('\n');
    const words = lines.slice(lines.findIndex((line) => line.includes('-->')) + 1).join(' ');
    const said = new DOMParser().parseFromString(words.replace(/<[^>]*>/g, ''), 'text/html').body.textContent;
    return start === undefined || end === undefined ? [] : [{ startMs: start, endMs: end, text: said }];
  });
}

function millisecondsOf([, h = '0', m = '0', s = '0', ms = '0']: RegExpMatchArray): number {
  return ((Number(h) * 60 + Number(m)) * 60 + Number(s)) * 1000 + Number(ms);
}

export interface MadeClip {
  file: File | null;
  url: string | null;
  /** Its first picture, where it takes long. */
  posterUrl: string | null;
  cues: readonly Cue[];
  isMaking: boolean;
  /** Seconds since it was asked for. */
  seconds: number;
  error: unknown;
}

export function useClip(order: ClipOrder): MadeClip {
  const [poster, setPoster] = useState<Blob | null>(null);
  const made = useQuery({
    queryKey: ['clip', order],
    queryFn: ({ signal }) => fetchClip(order, signal, setPoster),
    staleTime: Infinity,
    // Megabytes each.
    gcTime: 60_000,
  });
  const cues = useQuery({
    queryKey: ['cues', order],
    queryFn: ({ signal }) => fetchCues(order, signal),
    staleTime: Infinity,
  });
  return {
    file: made.data ?? null,
    url: useBlobUrl(made.data ?? null),
    posterUrl: useBlobUrl(made.isPending ? poster : null),
    cues: cues.data ?? [],
    isMaking: made.isPending,
    seconds: useSeconds(made.isPending),
    error: made.error,
  };
}

function useSeconds(isRunning: boolean): number {
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    setSeconds(0);
    if (!isRunning) return undefined;
    const timer = setInterval(() => setSeconds((before) => before + 1), 1000);
    return () => clearInterval(timer);
  }, [isRunning]);
  return seconds;
}
