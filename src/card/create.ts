import { PullquoteError } from '../errors.ts';
import type { Blobs } from '../blobs/port.ts';
import { defaultBrand } from '../brand/model.ts';
import { LAYER_VERSION } from '../layer/key.ts';
import { cardSvg } from '../layer/svg.ts';
import { templateNames, templates } from '../../templates/index.ts';
import { RASTER_VERSION, type Raster } from '../raster/raster.ts';
import type { Store } from '../store/port.ts';
import { altText } from './alt.ts';
import { CONTENT_TYPES, type CardFormat } from './format.ts';
import { placeCard, type Drawers, type Look, type PlacedCard } from './draw.ts';
import { cardHeaders, isKnown } from './headers.ts';
import { cardKey, KEY } from './key.ts';
import type { Card } from './model.ts';
import { parseImageParams, type ImageParams } from './params.ts';
import { resolveCard } from './resolve.ts';
import { findSubject, type CardAddress } from './subject.ts';

export interface CardDeps extends Drawers {
  store: Store;
  blobs: Blobs;
  raster: Raster;
  config: {
    /** Origin of every link, without a slash at the end. */
    publicUrl: string;
    /** Most pixels of a picture. */
    maxPixels: number;
  };
  /** Told of a card that could not be kept: the reader gets it all the same. */
  onError: (error: unknown) => void;
  /** Cards being drawn, by key, so that equal requests at once draw once. */
  inFlight: Map<string, Promise<Uint8Array>>;
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
  const subject = await findSubject(deps.store, address, params.snap);
  if ('supersededBy' in subject)
    return redirect(`/q/${subject.supersededBy}.${format}`, query, 'public, max-age=60');
  const card = resolveCard(subject.quote, subject.episode, subject.show, {
    publicUrl: deps.config.publicUrl,
    language: params.lang,
  });
  const look = lookOf(params);
  const key = await keyOf(deps, card, look, format, params);
  const shown = params.v ?? key;
  const permanent = 'quoteId' in address;
  const headers = cardHeaders(card, shown, format, params, permanent);
  if (shown === key && isKnown(ifNoneMatch, key)) return { status: 'not-modified', headers };
  const name = (of: string): string => `cards/${card.quoteId ?? card.episodeId}/${of}.${format}`;
  const kept = KEY.test(shown) ? await deps.blobs.get(name(shown)) : null;
  if (shown !== key) {
    if (kept === null) throw new PullquoteError('not-found', `This card never had the version \`${shown}\`.`);
    if (!permanent) return redirect(pathOf(address, format), query, 'no-store');
    if (isKnown(ifNoneMatch, shown)) return { status: 'not-modified', headers };
  }
  const bytes =
    kept ??
    (await once(deps.inFlight, name(key), () => drawAndKeep(deps, card, look, format, params, name(key))));
  return { status: 'ok', bytes, contentType: CONTENT_TYPES[format], headers };
}

function lookOf(params: ImageParams): Look {
  const brand = defaultBrand;
  const wanted = params.template ?? templateNames.find((name) => name === brand.template) ?? 'classic';
  const { size, dpr, missing } = params;
  return {
    template: templates[wanted],
    brand,
    size,
    dpr,
    missing,
    mark: params.mark ?? null,
    slide: params.slide ?? 1,
  };
}

/** Everything the bytes depend on, and nothing else. */
function keyOf(
  deps: CardDeps,
  card: Card,
  look: Look,
  format: CardFormat,
  params: ImageParams,
): Promise<string> {
  const { template, ...rest } = look;
  return cardKey({
    card,
    look: { ...rest, template: [template.name, template.revision] },
    format,
    effort: params.effort,
    renderer: [LAYER_VERSION, RASTER_VERSION, deps.text.version],
  });
}

async function drawAndKeep(
  deps: CardDeps,
  card: Card,
  look: Look,
  format: CardFormat,
  params: ImageParams,
  name: string,
): Promise<Uint8Array> {
  const placed = await placeCard(deps, card, look);
  const bytes = format === 'svg' ? drawSvg(deps, card, placed) : drawPng(deps, card, placed, params);
  await deps.blobs.put(name, bytes, CONTENT_TYPES[format]).catch(deps.onError);
  return bytes;
}

function drawSvg(deps: CardDeps, card: Card, placed: PlacedCard): Uint8Array {
  return new TextEncoder().encode(cardSvg(placed.layer, placed.texts, deps.text, altText(card)));
}

function drawPng(deps: CardDeps, card: Card, placed: PlacedCard, params: ImageParams): Uint8Array {
  return deps.raster.png(placed, {
    effort: params.effort,
    dpr: placed.layer.dpr,
    text: { Description: altText(card), Source: card.url },
  });
}

async function once<T>(inFlight: Map<string, Promise<T>>, key: string, make: () => Promise<T>): Promise<T> {
  const pending = inFlight.get(key);
  if (pending !== undefined) return pending;
  const made = make().finally(() => inFlight.delete(key));
  inFlight.set(key, made);
  return made;
}

function pathOf(address: { episodeId: string; range: string }, format: CardFormat): string {
  return `/e/${address.episodeId}/${address.range}.${format}`;
}

/** To the current picture, with what was asked for but the version. */
function redirect(path: string, query: URLSearchParams, cacheControl: string): CardResponse {
  const rest = new URLSearchParams(query);
  rest.delete('v');
  const search = rest.size === 0 ? '' : `?${rest.toString()}`;
  return { status: 'redirect', location: `${path}${search}`, headers: { 'Cache-Control': cacheControl } };
}
