/** `GET /oembed` (oembed.com, version 1.0): a page of a quote is `rich`, its picture a `photo`, an episode a `link`. */
import { Hono } from 'hono';
import { z } from 'zod';
import { parseImageParams } from '../card/params.ts';
import { resolveCard } from '../card/resolve.ts';
import { findSubject, type CardAddress, type Subject } from '../card/subject.ts';
import { PullquoteError } from '../errors.ts';
import type { Size } from '../layer/model.ts';
import { SIZES } from '../layer/sizes.ts';
import { embedSize } from '../pages/embed.tsx';
import { titleOf } from '../pages/quote.tsx';
import { escapeHtml, iframeCode, plainText } from '../pages/share.ts';
import type { Episode } from '../quote/model.ts';
import type { Store } from '../store/port.ts';
import type { AppDeps, AppEnv } from './context.ts';
import { listCaching, SHARED } from './headers.ts';
import { pathOf, pictureLinks, type PictureLinks } from './links.ts';
import type { Operation } from './openapi.ts';
import { placeOf, type Place } from './place.ts';
import { oembedView } from './schemas.ts';
import { check } from './validate.ts';

const side = z
  .string()
  .regex(/^\d{1,6}$/, 'a whole number of pixels')
  .transform(Number)
  .refine((pixels) => pixels > 0, 'a whole number of pixels')
  .optional();

const oembedQuery = z.object({
  url: z.string().min(1).max(8000).meta({ description: 'Address of a page or picture of this service.' }),
  format: z.string().default('json').meta({ description: 'json or xml.' }),
  maxwidth: side.meta({ description: 'Most pixels across.' }),
  maxheight: side.meta({ description: 'Most pixels down.' }),
});

/** Seconds an answer may be kept. */
const CACHE_AGE = 300;

/** Smallest side of a picture. */
const SMALLEST = 64;

type Answer = Record<string, string | number>;

export function oembedRoutes(deps: AppDeps) {
  const { publicUrl, maxPixels } = deps.config;

  async function answer(store: Store, place: Place, most: Size): Promise<Answer> {
    if (place.kind === 'episode') {
      const episode = await store.episode(place.episodeId);
      if (episode === null) throw notFound();
      const show = await store.show(episode.showId);
      return { ...provider('link'), title: episode.title, author_name: show?.title ?? '' };
    }
    const subject = await subjectOf(store, place.address);
    const card = resolveCard(subject, { publicUrl });
    const names = card.speakers.map(({ name }) => name);
    const about = {
      title: titleOf(card),
      author_name: names.length === 0 ? card.show : names.join(', '),
      author_url: `${publicUrl}/e/${card.episodeId}`,
    };
    const path = pathOf(subject, place.address);
    const links = pictureLinks({ ...deps, store }, subject, place.address);
    if (place.kind === 'image') {
      const params = parseImageParams(place.query, maxPixels);
      const { width, height } = {
        width: params.size.width * params.dpr,
        height: params.size.height * params.dpr,
      };
      const size = fitting({ width: Math.round(width), height: Math.round(height) }, most);
      if (size === null)
        throw new PullquoteError('not-found', `No picture here is smaller than ${SMALLEST} pixels a side.`);
      const { dpr: _dpr, v: _v, dl: _dl, exp: _exp, sig: _sig, ...rest } = Object.fromEntries(place.query);
      const picture = await links.versioned({ ...rest, size: `${size.width}x${size.height}` });
      return { ...provider('photo'), ...about, url: `${publicUrl}${picture}`, ...size };
    }
    const frame = embedSize(card, most);
    const thumbnail = fitting(SIZES.og, most);
    return {
      ...provider('rich'),
      ...about,
      html: iframeCode({ card, embed: { url: `${publicUrl}/embed${path}`, ...frame } }),
      ...frame,
      ...(thumbnail === null ? {} : await thumbnailOf(links, thumbnail)),
    };
  }

  async function thumbnailOf(links: PictureLinks, { width, height }: Size): Promise<Answer> {
    const path = await links.versioned({ size: `${width}x${height}` });
    return { thumbnail_url: `${publicUrl}${path}`, thumbnail_width: width, thumbnail_height: height };
  }

  function provider(type: string): Answer {
    return {
      type,
      version: '1.0',
      provider_name: 'Pullquote',
      provider_url: publicUrl,
      cache_age: CACHE_AGE,
    };
  }

  return new Hono<AppEnv>().get('/oembed', async (c) => {
    // What it does not know of a query it ignores: consumers add what they like.
    const { url, format, maxwidth, maxheight } = check(oembedQuery, c.req.query(), 'bad-parameter');
    if (format !== 'json' && format !== 'xml') {
      throw new PullquoteError(
        'not-implemented',
        `Expected \`format\` to be json or xml but received \`${format}\`.`,
      );
    }
    const place = placeOf(url, publicUrl);
    if (place === null) throw notFound();
    const { store, touchedPrivate } = c.var.visible;
    const most = { width: maxwidth ?? Infinity, height: maxheight ?? Infinity };
    const found = await answer(store, place, most).catch(async (error: unknown) => {
      // The one place that tells a private page from none: the specification asks for it.
      if (isMissing(error) && c.var.scope === null && (await isPrivate(deps.store, place)))
        throw privatePage();
      throw error instanceof PullquoteError && error.code === 'bad-parameter' ? notFound() : error;
    });
    const headers = { ...SHARED, 'Cache-Control': listCaching(touchedPrivate()), Vary: 'Authorization' };
    if (format === 'json') return c.json(found, 200, headers);
    return c.body(xml(found), 200, { ...headers, 'Content-Type': 'text/xml; charset=utf-8' });
  });
}

async function subjectOf(store: Store, address: CardAddress): Promise<Subject> {
  const subject = await findSubject(store, address, 'sentence');
  return 'supersededBy' in subject ? subjectOf(store, { quoteId: subject.supersededBy }) : subject;
}

function isMissing(error: unknown): boolean {
  return error instanceof PullquoteError && error.code === 'not-found';
}

async function isPrivate(store: Store, place: Place): Promise<boolean> {
  const episode = await episodeOf(store, place);
  const show = episode === null ? null : await store.show(episode.showId);
  return show?.visibility === 'private';
}

async function episodeOf(store: Store, place: Place): Promise<Episode | null> {
  if (place.kind === 'episode') return store.episode(place.episodeId);
  if ('episodeId' in place.address) return store.episode(place.address.episodeId);
  const quote = await store.quote(place.address.quoteId);
  return quote === null ? null : store.episode(quote.episodeId);
}

/** The largest size of the same proportions that respects the limits; `null` where no picture is so small. */
function fitting({ width, height }: Size, most: Size): Size | null {
  const scale = Math.min(1, most.width / width, most.height / height);
  if (scale === 1) return { width, height };
  const scaled = { width: Math.floor(width * scale), height: Math.floor(height * scale) };
  return Math.min(scaled.width, scaled.height) < SMALLEST ? null : scaled;
}

function xml(answer: Answer): string {
  const fields = Object.entries(answer).map(
    ([name, value]) => `<${name}>${escapeHtml(xmlText(plainText(String(value))))}</${name}>`,
  );
  return `<?xml version="1.0" encoding="utf-8" standalone="yes"?>\n<oembed>${fields.join('')}</oembed>`;
}

/** Without what no XML 1.0 document may hold. */
function xmlText(text: string): string {
  // oxlint-disable-next-line no-control-regex
  return text.toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '');
}

function notFound(): PullquoteError {
  return new PullquoteError('not-found', 'There is nothing to embed at this address.');
}

function privatePage(): PullquoteError {
  return new PullquoteError('unauthorized', 'This page is private. It needs a token.');
}

export const oembedOperations: Operation[] = [
  {
    method: 'get',
    path: '/oembed',
    summary: 'How to show a page or picture of this service elsewhere (oEmbed 1.0).',
    query: oembedQuery,
    answer: { status: 200, description: 'The embed.', json: oembedView, types: ['text/xml'] },
    errors: ['bad-parameter', 'not-found', 'gone', 'unauthorized', 'not-implemented'],
  },
];
