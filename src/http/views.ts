/** What the API shows of the things in the store. */
import type { z } from 'zod';
import { shortAltText } from '../card/alt.ts';
import { orderOf } from '../card/create.ts';
import { parseImageParams } from '../card/params.ts';
import { resolveCard } from '../card/resolve.ts';
import { altOf } from '../card/shown.ts';
import type { Subject } from '../card/subject.ts';
import { PullquoteError } from '../errors.ts';
import type { ImportReport } from '../ingest/report.ts';
import type { Episode, Quote, Show } from '../quote/model.ts';
import type { Revision, SearchHit, Store } from '../store/port.ts';
import type { EpisodeText } from '../transcript/model.ts';
import type { AppDeps } from './context.ts';
import type { episodeView, hitView, importView, quoteView } from './schemas.ts';

export type EpisodeView = z.output<typeof episodeView>;
export type QuoteView = z.output<typeof quoteView>;
export type HitView = z.output<typeof hitView>;
export type ImportView = z.output<typeof importView>;

export function viewEpisode(episode: Episode, show: Show | null, publicUrl: string): EpisodeView {
  const { id, title, publishedAt, guid, url, mediaUrl, durationMs, language } = episode;
  return {
    id,
    show: { id: episode.showId, title: show?.title ?? episode.showId },
    title,
    publishedAt,
    guid,
    url,
    mediaUrl,
    durationMs,
    language,
    participants: episode.participants.map((person) => ({
      id: person.id,
      name: person.name,
      role: person.role,
    })),
    cover: episode.cover === null ? null : `${publicUrl}/v1/episodes/${id}/cover`,
    page: `${publicUrl}/e/${id}`,
  };
}

/** What a quote is from. */
export interface QuoteSource {
  episode: Episode;
  show: Show;
}

/** @throws PullquoteError `not-found` */
export async function findSource(store: Store, episodeId: string): Promise<QuoteSource> {
  const episode = await findEpisode(store, episodeId);
  const show = await store.show(episode.showId);
  if (show === null) throw new PullquoteError('not-found', `There is no show \`${episode.showId}\`.`);
  return { episode, show };
}

/** The picture at the address of a quote or range, in words. */
export async function altFor(
  deps: Pick<AppDeps, 'store' | 'config' | 'drawer'>,
  subject: Subject,
): Promise<string> {
  // Nothing is drawn, whatever its size.
  const params = parseImageParams(new URLSearchParams(), Infinity);
  return altOf(deps.drawer, await orderOf(deps, subject, params, 'png'));
}

/** A quote of an episode and show, as the API shows it. */
export async function describeQuote(
  deps: Pick<AppDeps, 'store' | 'config' | 'drawer'>,
  quote: Quote,
  source: QuoteSource,
): Promise<QuoteView> {
  const alt = await altFor(deps, { quote, exchange: null, ...source });
  return { ...viewQuote(quote, source, deps.config.publicUrl), alt };
}

/** The same where the picture is not laid out: of a quote of several slides `alt` says all. */
function viewQuote(quote: Quote, { episode, show }: QuoteSource, publicUrl: string): QuoteView {
  const { id, episodeId, revisionId, text, startMs, endMs, timing, status, supersededBy, author } = quote;
  return {
    id,
    episodeId,
    revisionId,
    text,
    startMs,
    endMs,
    timing,
    status,
    supersededBy,
    turns: quote.turns.map(({ label, participantId, source }) => ({ label, participantId, source })),
    author,
    page: `${publicUrl}/q/${id}`,
    image: `${publicUrl}/q/${id}.png`,
    alt: shortAltText(resolveCard({ quote, exchange: null, episode, show }, { publicUrl })),
  };
}

export function viewImport(report: ImportReport, publicUrl: string): ImportView {
  const { show, episode, revision, ...rest } = report;
  const { id, format, createdAt } = revision;
  return { ...rest, episode: viewEpisode(episode, show, publicUrl), revision: { id, format, createdAt } };
}

export function viewHit(hit: SearchHit, publicUrl: string): HitView {
  const { episodeId, sentence, quoteId, startMs } = hit;
  return {
    episodeId,
    sentence,
    quoteId,
    snippet: snippetParts(hit.snippet),
    startMs,
    page: `${publicUrl}/q/${quoteId}`,
  };
}

/** Cuts a snippet at the U+0002 and U+0003 the store puts around matches. */
function snippetParts(snippet: string): { text: string; match: boolean }[] {
  return snippet
    .replaceAll('\u0003', '\u0002')
    .split('\u0002')
    .map((text, index) => ({ text, match: index % 2 === 1 }))
    .filter(({ text }) => text !== '');
}

/** @throws PullquoteError `not-found` */
export async function findEpisode(store: Store, id: string): Promise<Episode> {
  const episode = await store.episode(id);
  if (episode === null) throw new PullquoteError('not-found', `There is no episode \`${id}\`.`);
  return episode;
}

/** @throws PullquoteError `not-found` */
export async function findQuote(store: Store, id: string): Promise<Quote> {
  const quote = await store.quote(id);
  if (quote === null) throw new PullquoteError('not-found', `There is no quote \`${id}\`.`);
  return quote;
}

/**
 * The words of an episode and the revision they are of.
 * @throws PullquoteError `not-found`
 */
export async function findText(
  store: Store,
  episodeId: string,
): Promise<{ revision: Revision; text: EpisodeText }> {
  const current = await store.current(episodeId);
  if (current === null)
    throw new PullquoteError('not-found', `The episode \`${episodeId}\` has no transcript.`);
  return current;
}
