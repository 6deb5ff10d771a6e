import { brandOf } from '../card/brand.ts';
import { type CardDeps, type CardResponse, once, redirect } from '../card/create.ts';
import { cardHeaders, isKnown } from '../card/headers.ts';
import { KEY } from '../card/key.ts';
import { resolveCard } from '../card/resolve.ts';
import { type CardAddress, findSubject, type Subject } from '../card/subject.ts';
import { PullquoteError } from '../errors.ts';
import type { Episode } from '../quote/model.ts';
import { quoteText } from '../quote/text.ts';
import type { Store } from '../store/port.ts';
import type { EpisodeText } from '../transcript/model.ts';
import type { ReadRange } from './audio/source.ts';
import { captionsOf } from './captions.ts';
import { clipKey, type ClipDrawer } from './draw.ts';
import { type ClipOrder, lengthMs } from './model.ts';
import { parseClipParams } from './params.ts';
import { type ClipWork, fromQueue, RETRY_SECONDS } from './pending.ts';
import { type PreviewFormat, previewSize } from './preview.ts';
import { scriptOf } from './script.ts';
import { type ClipSound, soundOf } from './sound.ts';
import { subtitles } from './subtitles.ts';
import { clipTemplateNames } from '../../templates/clip-names.ts';

/** The formats of a clip, of its preview and of its captions. */
export const CLIP_FORMATS = ['mp4', 'gif', 'webp', 'vtt', 'srt'] as const;

export type ClipFormat = (typeof CLIP_FORMATS)[number];

const CONTENT_TYPES: Record<ClipFormat, string> = {
  mp4: 'video/mp4',
  webp: 'image/webp',
  gif: 'image/gif',
  vtt: 'text/vtt; charset=utf-8',
  srt: 'application/x-subrip; charset=utf-8',
};

export interface ClipDeps extends Omit<CardDeps, 'drawer'> {
  drawer: CardDeps['drawer'] & ClipDrawer;
  /** Told of a clip that could not be kept: the reader gets it all the same. */
  onError: (error: unknown) => void;
  /** Reads parts of an episode's recording from where it is published. */
  recording: ReadRange;
  /** Where clips are drawn. */
  work: ClipWork;
}

/** The clip is being drawn: a picture of its beginning, and when to ask again. */
export interface Pending {
  status: 'pending';
  poster: Uint8Array;
  retrySeconds: number;
  headers: Record<string, string>;
}

/**
 * The way of a request for a clip, its preview or its captions: parameters, words, script, key; 304 or what is kept where
 * there is something, else draw and keep, or have it drawn.
 * @throws PullquoteError for whatever is wrong with the request
 */
export async function createClip(
  deps: ClipDeps,
  address: CardAddress,
  format: ClipFormat,
  query: URLSearchParams,
  ifNoneMatch: string | null,
): Promise<CardResponse | Pending> {
  const params = parseClipParams(query);
  const subject = await deps.timed('words', () => findSubject(deps.store, address, params.snap));
  if ('supersededBy' in subject)
    return redirect(`/q/${subject.supersededBy}${endingOf(format)}`, query, 'public, max-age=60');
  const order = await orderOf(deps, subject, params, format);
  const source = await sourceOf(deps, subject.episode, params, format);
  const key = await clipKey(order, source?.name ?? null, `${deps.drawer.version} ${format}`);
  const shown = params.v ?? key;
  const permanent = 'quoteId' in address;
  const headers = cardHeaders(order.card, shown, format, params, permanent);
  const contentType = CONTENT_TYPES[format];
  if (shown === key && isKnown(ifNoneMatch, key)) return { status: 'not-modified', headers };
  const kept = KEY.test(shown)
    ? await deps.timed('kept', () => deps.blobs.get(blobName(order, shown, format)))
    : null;
  if (shown !== key) {
    if (kept === null) throw unknownVersion(shown);
    if (!permanent) return redirect(`${stemOf(address)}${endingOf(format)}`, query, 'no-store');
    if (isKnown(ifNoneMatch, shown)) return { status: 'not-modified', headers };
  }
  if (kept !== null) return { status: 'ok', bytes: kept, contentType, headers };
  if (isWritten(format)) return { status: 'ok', bytes: written(order, format), contentType, headers };
  const name = blobName(order, key, format);
  // Those who wait for a clip being drawn cost nothing.
  if (!deps.inFlight.has(name)) await deps.admit();
  if (isForQueue(deps.work, order, format)) {
    const job = { key, address, query: query.toString() };
    const bytes = await fromQueue(deps, job, name, params.wait * 1000);
    if (bytes !== null) return { status: 'ok', bytes, contentType, headers };
    const poster = await posterOf(deps, order, source, `${name}.png`);
    return {
      status: 'pending',
      poster,
      retrySeconds: RETRY_SECONDS,
      headers: { Link: headers['Link'] ?? '' },
    };
  }
  const drawn = await once(deps.inFlight, name, async () => {
    const bytes = await draw(deps, order, source, format);
    await deps.blobs.put(name, bytes, contentType).catch(deps.onError);
    return { bytes, how: '' };
  });
  return { status: 'ok', bytes: drawn.bytes, contentType, headers };
}

/** Where the sound is, and the wave of a preview, which does without where that cannot be read. */
async function sourceOf(
  deps: ClipDeps,
  episode: Episode,
  { audio }: ReturnType<typeof parseClipParams>,
  format: ClipFormat,
): Promise<ClipSound | null> {
  if (isWritten(format) || audio === 'none') return null;
  return format === 'mp4' ? soundOf(deps, episode) : soundOf(deps, episode).catch(() => null);
}

/** How addresses of a format end: `.webp` alone is a card's. */
export function endingOf(format: ClipFormat): string {
  return format === 'webp' ? '.clip.webp' : `.${format}`;
}

function stemOf(address: CardAddress): string {
  return 'quoteId' in address ? `/q/${address.quoteId}` : `/e/${address.episodeId}/${address.range}`;
}

function isWritten(format: ClipFormat): format is 'vtt' | 'srt' {
  return format === 'vtt' || format === 'srt';
}

/** Previews are small whatever they show: only where no clip at all is drawn at once, none of them is. */
function isForQueue({ longestMs }: ClipWork, { script }: ClipOrder, format: ClipFormat): boolean {
  return format === 'mp4' ? lengthMs(script) > longestMs : longestMs === 0;
}

async function orderOf(
  { store, config }: Pick<ClipDeps, 'store' | 'config'>,
  subject: Subject,
  params: ReturnType<typeof parseClipParams>,
  format: ClipFormat,
): Promise<ClipOrder> {
  const card = resolveCard(subject, { publicUrl: config.publicUrl, language: params.lang });
  const text = await wordsOf(store, subject);
  const { style, missing } = params;
  const size = format === 'webp' || format === 'gif' ? previewSize(params.size) : params.size;
  const brand = await brandOf(store, params.brand, subject);
  const template = params.template ?? clipTemplateNames.find((name) => name === brand.template) ?? 'classic';
  return {
    card,
    look: { template, brand, size, style, missing },
    script: scriptOf(text, subject.quote.spans, { spoken: card.spoken, fillers: params.fillers }),
    peaks: null,
  };
}

/** The episode's words, where they are still those of the quote. */
async function wordsOf(store: Store, { quote, episode }: Subject): Promise<EpisodeText> {
  const current = await store.current(episode.id);
  if (current === null || quoteText(current.text, quote.spans) !== quote.text) {
    throw new PullquoteError('conflict', 'This quote is of a transcript that is being replaced; ask again.');
  }
  return current.text;
}

function blobName({ card }: ClipOrder, key: string, format: ClipFormat): string {
  return `clips/${card.quoteId ?? card.episodeId}/${key}.${format}`;
}

async function draw(
  { drawer, timed }: ClipDeps,
  order: ClipOrder,
  source: ClipSound | null,
  format: 'mp4' | PreviewFormat,
): Promise<Uint8Array> {
  const loud = await withPeaks(order, source);
  if (format !== 'mp4') return timed('draw', () => drawer.preview(loud, format));
  const audio = (await source?.cut(order.script.cuts)) ?? null;
  return timed('draw', () => drawer.clip(loud, audio));
}

/** With the wave of its sound, where that is known. */
async function withPeaks(order: ClipOrder, source: ClipSound | null): Promise<ClipOrder> {
  return { ...order, peaks: (await source?.peaks(order.script.cuts)) ?? null };
}

/** The picture shown until the clip is there. */
async function posterOf(
  { blobs, drawer, timed, onError }: ClipDeps,
  order: ClipOrder,
  source: ClipSound | null,
  name: string,
): Promise<Uint8Array> {
  const kept = await blobs.get(name);
  if (kept !== null) return kept;
  const loud = await withPeaks(order, source);
  const poster = await timed('draw', () => drawer.poster(loud));
  await blobs.put(name, poster, 'image/png').catch(onError);
  return poster;
}

function written({ script }: ClipOrder, format: 'vtt' | 'srt'): Uint8Array {
  return new TextEncoder().encode(
    subtitles(
      captionsOf(script, () => true),
      format,
    ),
  );
}

function unknownVersion(v: string): PullquoteError {
  return new PullquoteError('not-found', `This clip never had the version \`${v}\`.`);
}
