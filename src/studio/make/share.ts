/** What leaves the Studio: addresses, pictures, code. */
import { getJson, request, sendJson } from '../api/request.ts';
import { readToken } from '../api/token.ts';
import type { QuoteView } from '../api/queries.ts';
import { queryOf, withQuery, type Look } from './look.ts';

export interface Made {
  /** What links begin with: where readers find the service. */
  origin: string;
  episodeId: string;
  range: string;
  snap: 'sentence' | 'word';
  /** The quote these words are, where they have an address of their own already. */
  quoteId: string | null;
}

/**
 * The path of what is picked: that of its quote, which is minted where a token allows it; without one that of the range,
 * which follows the transcript.
 */
async function pathOf({ episodeId, range, quoteId }: Made): Promise<{ path: string; isPermanent: boolean }> {
  if (quoteId !== null) return { path: `/q/${quoteId}`, isPermanent: true };
  if (readToken() === null)
    return { path: `/e/${encodeURIComponent(episodeId)}/${range}`, isPermanent: false };
  const quote = await sendJson<QuoteView>('POST', '/v1/quotes', { episode: episodeId, range });
  return { path: `/q/${quote.id}`, isPermanent: true };
}

export async function pageAddress(made: Made): Promise<{ address: string; isPermanent: boolean }> {
  const { path, isPermanent } = await pathOf(made);
  return { address: made.origin + path, isPermanent };
}

export async function imageAddress(
  made: Made,
  look: Look,
): Promise<{ address: string; isPermanent: boolean }> {
  const { path, isPermanent } = await pathOf(made);
  return { address: made.origin + withQuery(`${path}.png`, queryOf(look)), isPermanent };
}

/** The code oEmbed gives for the page. */
export async function embedCode(made: Made): Promise<string> {
  const { path } = await pathOf(made);
  const { html } = await getJson<{ html: string }>(`/oembed?url=${encodeURIComponent(made.origin + path)}`);
  return html;
}

/** The card itself, as its address serves it. */
export async function cardFile(made: Made, look: Look, dpr: number): Promise<File> {
  const query = queryOf(look);
  if (dpr !== 1) query.set('dpr', String(dpr));
  query.set('dl', '1');
  const path =
    made.quoteId === null ? `/e/${encodeURIComponent(made.episodeId)}/${made.range}` : `/q/${made.quoteId}`;
  const response = await request(withQuery(`${path}.png`, query));
  const name =
    /filename="([^"]+)"/.exec(response.headers.get('Content-Disposition') ?? '')?.[1] ?? 'card.png';
  const slide = look.slide > 1 ? name.replace(/\.png$/, `_${look.slide}.png`) : name;
  return new File([await response.blob()], slide, { type: 'image/png' });
}

export function download(file: File): void {
  const url = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = url;
  link.download = file.name;
  link.click();
  // The download has begun by then; a second one would need another address anyway.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

export function canShareFiles(): boolean {
  return navigator.canShare?.({ files: [new File([], 'card.png', { type: 'image/png' })] }) ?? false;
}
