import { PullquoteError } from '../errors.ts';
import type { Blobs } from '../blobs/port.ts';
import type { BrandKit } from '../brand/model.ts';
import { templateNames } from '../../templates/index.ts';
import type { Store } from '../store/port.ts';
import { brandOf } from './brand.ts';
import type { Fitted } from './encode.ts';
import { CONTENT_TYPES, isVector, type CardFormat } from './format.ts';
import { orderKey, type CardDrawer, type CardOrder } from './draw.ts';
import { altHeader, cardHeaders, howHeader, isKnown } from './headers.ts';
import { keptWith } from './keep.ts';
import { KEY } from './key.ts';
import { parseImageParams, type ImageParams } from './params.ts';
import type { Look } from './place.ts';
import { formatFor, maxBytesOf, nextFormat } from './platforms.ts';
import { resolveCard } from './resolve.ts';
import { findSubject, type CardAddress, type Subject } from './subject.ts';
import type { Versions } from './versions.ts';

export interface CardDeps {
  store: Store;
  blobs: Blobs;
  drawer: CardDrawer;
  config: {
    /** Origin of every link, without a slash at the end. */
    publicUrl: string;
    /** Most pixels of a picture. */
    maxPixels: number;
  };
  /** Cards being drawn, by key, so that equal requests at once draw once. */
  inFlight: InFlight<Fitted>;
  /** The keys that pages handed out. */
  versions: Versions;
  /** Asked before a card is drawn. @throws PullquoteError where this caller may not have one drawn now */
  admit: () => Promise<void>;
  /** Runs a stage of the work and notes how long it took. */
  timed: <T>(stage: 'words' | 'kept' | 'draw', run: () => Promise<T>) => Promise<T>;
}

export type CardResponse =
  | { status: 'ok'; bytes: Uint8Array; contentType: string; headers: Record<string, string> }
  | { status: 'not-modified'; headers: Record<string, string> }
  | { status: 'redirect'; location: string; headers: Record<string, string> };

/**
 * The way of a request: parameters, words, card, key; 304 or a kept picture where there is one, else draw and keep.
 * @param ifNoneMatch the request's `If-None-Match`
 * @throws PullquoteError for whatever is wrong with the request
 */
export async function createCard(
  deps: CardDeps,
  address: CardAddress,
  format: CardFormat,
  query: URLSearchParams,
  ifNoneMatch: string | null,
): Promise<CardResponse> {
  const params = parseImageParams(query, deps.config.maxPixels);
  requireFormat(deps.drawer, format);
  const subject = await deps.timed('words', () => findSubject(deps.store, address, params.snap));
  if ('supersededBy' in subject)
    return redirect(`/q/${subject.supersededBy}.${format}`, query, 'public, max-age=60');
  const taken = formatFor(params.for, format);
  if (taken !== format) return redirect(pathOf(address, subject, taken), query, ANOTHER_FORMAT);
  const order = await orderOf(deps, subject, params, format);
  const { card } = order;
  const key = await orderKey(order, deps.drawer.version);
  const shown = params.v ?? key;
  const permanent = 'quoteId' in address;
  const headers = {
    ...cardHeaders(card, shown, format, params, permanent),
    ...missingBrandHeader(subject, params, order),
  };
  if (shown === key && isKnown(ifNoneMatch, key))
    return { status: 'not-modified', headers: toldBefore(headers) };
  const name = (of: string): string => `cards/${card.quoteId ?? card.episodeId}/${of}.${format}`;
  const kept = KEY.test(shown) ? await deps.timed('kept', () => deps.blobs.get(name(shown))) : null;
  if (shown !== key) {
    const isKnownVersion = kept !== null || (await deps.versions.wasIssued(ownerOf(address, subject), shown));
    if (!isKnownVersion)
      throw new PullquoteError('not-found', `This card never had the version \`${shown}\`.`);
    if (!permanent || kept === null) return redirect(pathOf(address, subject, format), query, 'no-store');
    if (isKnown(ifNoneMatch, shown)) return { status: 'not-modified', headers: toldBefore(headers) };
  }
  // Those who wait for a card being drawn cost nothing.
  if (kept === null && !deps.inFlight.has(name(key))) await deps.admit();
  try {
    const { bytes, how, alt } =
      kept === null
        ? await once(deps.inFlight, name(key), () =>
            deps.timed('draw', () => deps.drawer.fit(order, name(key))),
          )
        : { bytes: kept, ...(await keptWith(deps.blobs, order, name(shown))) };
    const decided = {
      ...howHeader(order, bytes.length, how),
      ...(alt === undefined ? {} : { 'X-Alt-Text': altHeader(alt) }),
    };
    return { status: 'ok', bytes, contentType: CONTENT_TYPES[format], headers: { ...headers, ...decided } };
  } catch (error) {
    const next = nextFormat(params.for, format);
    if (next === null || !(error instanceof PullquoteError) || error.code !== 'over-budget') throw error;
    return redirect(pathOf(address, subject, next), query, ANOTHER_FORMAT);
  }
}

/** For how long a redirect to the format a platform takes may be kept. */
const ANOTHER_FORMAT = 'public, max-age=3600';

function requireFormat({ formats }: CardDrawer, format: CardFormat): void {
  if (formats.includes(format)) return;
  throw new PullquoteError(
    'not-acceptable',
    `Expected an address that ends in one of ${formats.map((known) => `.${known}`).join(', ')}, since this server cannot make .${format}.`,
    { formats },
  );
}

/**
 * The key of a card's current picture with the parameters of `query`, for a link with `v`. It is recorded: the link stays good
 * when the card changes.
 */
export async function issueVersion(
  deps: Pick<CardDeps, 'store' | 'config' | 'drawer' | 'versions'>,
  address: CardAddress,
  subject: Subject,
  format: CardFormat,
  query: URLSearchParams,
): Promise<string> {
  const params = parseImageParams(query, deps.config.maxPixels);
  const key = await orderKey(await orderOf(deps, subject, params, format), deps.drawer.version);
  await deps.versions.issue(ownerOf(address, subject), key);
  return key;
}

/** Whose versions are counted: a range's may become those of a quote, so they are its episode's. */
function ownerOf(address: CardAddress, { quote, episode }: Subject): string {
  return 'quoteId' in address && quote.id !== null ? quote.id : episode.id;
}

/** All that a card's picture depends on. */
export async function orderOf(
  deps: Pick<CardDeps, 'store' | 'config'>,
  subject: Subject,
  params: ImageParams,
  format: CardFormat,
): Promise<CardOrder> {
  const brand = await brandOf(deps.store, params.brand, subject);
  const card = resolveCard(subject, { publicUrl: deps.config.publicUrl, language: params.lang });
  const look = lookOf(params, brand);
  const maxBytes = maxBytesOf(params, format);
  return {
    card,
    look: isVector(format) ? { ...look, dpr: 1 } : look,
    format,
    effort: params.effort,
    ...(maxBytes === undefined ? {} : { maxBytes }),
    ...(format === 'pdf' && params.slide === undefined ? { allSlides: true } : {}),
  };
}

function lookOf(params: ImageParams, brand: BrandKit): Look {
  const { size, dpr, missing } = params;
  return {
    template: params.template ?? templateNames.find((name) => name === brand.template) ?? 'classic',
    // No card shows them: one is the same card whatever is posted with it.
    brand: { ...brand, hashtags: [] },
    size,
    dpr,
    missing,
    mark: params.mark ?? null,
    slide: params.slide ?? 1,
    ...(params.max_slides === undefined ? {} : { maxSlides: params.max_slides }),
  };
}

/** Which brand the episode or show names that nobody has made: the card is in another look than was meant, and says so. */
function missingBrandHeader(
  { episode, show }: Subject,
  { brand }: ImageParams,
  { look }: CardOrder,
): Record<string, string> {
  const named = brand ?? episode.brandId ?? show.brandId;
  return named === null || named === look.brand.id ? {} : { 'X-Missing-Brand': named };
}

/** Headers of an answer without a picture: what the picture says was told with it, and which slide it is may not be known. */
function toldBefore(headers: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => name !== 'X-Alt-Text'));
}

/**
 * What runs, by key. Each is taken out of its place when it is done: a table that a map has outgrown still has what was deleted
 * from the map, and keeps it from being collected while it is young.
 */
export type InFlight<T> = Map<string, { running: Promise<T> | null }>;

/** Runs what is not running already under a key. */
export async function once<T>(inFlight: InFlight<T>, key: string, make: () => Promise<T>): Promise<T> {
  const pending = inFlight.get(key)?.running;
  if (pending) return pending;
  const place: { running: Promise<T> | null } = { running: null };
  const running = make().finally(() => {
    inFlight.delete(key);
    place.running = null;
  });
  place.running = running;
  inFlight.set(key, place);
  return running;
}

function pathOf(address: CardAddress, { quote }: Subject, format: CardFormat): string {
  if ('quoteId' in address) return `/q/${quote.id ?? address.quoteId}.${format}`;
  return `/e/${address.episodeId}/${address.range}.${format}`;
}

/** To the current picture, with what was asked for but the version. */
export function redirect(path: string, query: URLSearchParams, cacheControl: string): CardResponse {
  const rest = new URLSearchParams(query);
  rest.delete('v');
  const search = rest.size === 0 ? '' : `?${rest.toString()}`;
  return { status: 'redirect', location: `${path}${search}`, headers: { 'Cache-Control': cacheControl } };
}
