import type { Blobs } from '../blobs/port.ts';
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
import { cutAudio } from './audio/cut.ts';
import { type AudioBytes, heldAudio, type ReadRange, recordingName, remoteAudio } from './audio/source.ts';
import { captionsOf } from './captions.ts';
import { clipKey, type ClipDrawer } from './draw.ts';
import type { ClipOrder } from './model.ts';
import { parseClipParams } from './params.ts';
import { scriptOf } from './script.ts';
import { subtitles } from './subtitles.ts';
import { clipTemplateNames } from '../../templates/clip-names.ts';

export type ClipFormat = 'mp4' | 'vtt' | 'srt';

const CONTENT_TYPES: Record<ClipFormat, string> = {
  mp4: 'video/mp4',
  vtt: 'text/vtt; charset=utf-8',
  srt: 'application/x-subrip; charset=utf-8',
};

export interface ClipDeps extends Omit<CardDeps, 'drawer'> {
  drawer: CardDeps['drawer'] & ClipDrawer;
  /** Reads parts of an episode's recording from where it is published. */
  recording: ReadRange;
}

/**
 * The way of a request for a clip or its captions: parameters, words, script, key; 304 or a kept clip where there is one,
 * else draw and keep.
 * @throws PullquoteError for whatever is wrong with the request
 */
export async function createClip(
  deps: ClipDeps,
  address: CardAddress,
  format: ClipFormat,
  query: URLSearchParams,
  ifNoneMatch: string | null,
): Promise<CardResponse> {
  const params = parseClipParams(query);
  const subject = await deps.timed('words', () => findSubject(deps.store, address, params.snap));
  if ('supersededBy' in subject)
    return redirect(`/q/${subject.supersededBy}.${format}`, query, 'public, max-age=60');
  const order = await orderOf(deps, subject, params);
  const source = params.audio === 'none' || format !== 'mp4' ? null : await soundOf(deps, subject.episode);
  const key = await clipKey(order, source?.name ?? null, `${deps.drawer.version} ${format}`);
  const headers = cardHeaders(order.card, params.v ?? key, format, params, 'quoteId' in address);
  const shown = params.v ?? key;
  if (shown !== key) {
    if (!KEY.test(shown)) throw unknownVersion(shown);
    const kept = await deps.blobs.get(blobName(order, shown, format));
    if (kept === null) throw unknownVersion(shown);
    return { status: 'ok', bytes: kept, contentType: CONTENT_TYPES[format], headers };
  }
  if (isKnown(ifNoneMatch, key)) return { status: 'not-modified', headers };
  const bytes =
    format === 'mp4'
      ? await keptOrDrawn(deps, order, source, blobName(order, key, format))
      : written(order, format);
  return { status: 'ok', bytes, contentType: CONTENT_TYPES[format], headers };
}

async function orderOf(
  { store, config }: Pick<ClipDeps, 'store' | 'config'>,
  subject: Subject,
  params: ReturnType<typeof parseClipParams>,
): Promise<ClipOrder> {
  const card = resolveCard(subject, { publicUrl: config.publicUrl, language: params.lang });
  const text = await wordsOf(store, subject);
  const { size, style, missing } = params;
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

/** The recording of an episode: what names it in keys, and its bytes when they are needed. */
interface Sound {
  name: string;
  open(): Promise<AudioBytes>;
}

/** The recording kept here, else the one published; null where there is neither. */
async function soundOf({ blobs, recording }: ClipDeps, { id, mediaUrl }: Episode): Promise<Sound | null> {
  const name = recordingName(id);
  if (await blobs.has(name)) return { name, open: async () => heldAudio(await bytesOf(blobs, name)) };
  if (mediaUrl === null) return null;
  return { name: mediaUrl, open: async () => remoteAudio(mediaUrl, recording) };
}

async function bytesOf(blobs: Blobs, name: string): Promise<Uint8Array> {
  const bytes = await blobs.get(name);
  if (bytes === null) throw new PullquoteError('conflict', 'The recording was just removed; ask again.');
  return bytes;
}

function blobName({ card }: ClipOrder, key: string, format: ClipFormat): string {
  return `clips/${card.quoteId ?? card.episodeId}/${key}.${format}`;
}

async function keptOrDrawn(
  deps: ClipDeps,
  order: ClipOrder,
  source: Sound | null,
  name: string,
): Promise<Uint8Array> {
  const kept = await deps.timed('kept', () => deps.blobs.get(name));
  if (kept !== null) return kept;
  // Those who wait for a clip being drawn cost nothing.
  if (!deps.inFlight.has(name)) await deps.admit();
  const drawn = await once(deps.inFlight, name, async () => {
    const audio = source === null ? null : await cutAudio(await source.open(), order.script.cut);
    const bytes = await deps.timed('draw', () => deps.drawer.clip(order, audio));
    await keep(deps.blobs, name, bytes).catch(deps.onError);
    return { bytes, how: '' };
  });
  return drawn.bytes;
}

function keep(blobs: Blobs, name: string, bytes: Uint8Array): Promise<void> {
  return blobs.put(name, bytes, CONTENT_TYPES.mp4);
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
