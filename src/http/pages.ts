/** Pages for readers: `/`, `/e/{episode}`, `/e/{episode}/{range}`, `/q/{quote}`. What they do not know of a query they ignore. */
import { Hono } from 'hono';
import { resolveCard } from '../card/resolve.ts';
import { findSubject } from '../card/subject.ts';
import { PullquoteError } from '../errors.ts';
import { SIZES } from '../layer/sizes.ts';
import { embedSize } from '../pages/embed.tsx';
import { episodePage } from '../pages/episode.tsx';
import { featuredQuote } from '../pages/featured.ts';
import type { FeaturedCard } from '../pages/featured-card.tsx';
import { homePage } from '../pages/home.tsx';
import { quotePage } from '../pages/quote.tsx';
import { transcriptTurns } from '../pages/turns.ts';
import type { Store } from '../store/port.ts';
import type { AppContext, AppDeps, AppEnv } from './context.ts';
import { listCaching, rawPath } from './headers.ts';
import { oembedLinks, pathOf, pictureLinks } from './links.ts';
import { altFor, findEpisode, findText } from './views.ts';

/** Episodes the home page lists. */
const HOME_LENGTH = 100;

/** Quotes from the start of an episode of which one stands for it. */
const LOOKED_AT = 80;

export function pageRoutes(deps: AppDeps) {
  const { publicUrl } = deps.config;
  async function quoteOrRange(c: AppContext, address: Parameters<typeof findSubject>[1]): Promise<Response> {
    const { store, touchedPrivate } = c.var.visible;
    const subject = await findSubject(store, address, 'sentence');
    if ('supersededBy' in subject) {
      const was = 'quoteId' in address ? `?was=${encodeURIComponent(address.quoteId)}` : '';
      return c.body(null, 302, {
        Location: `/q/${subject.supersededBy}${was}`,
        'Cache-Control': 'public, max-age=60',
      });
    }
    const { text } = await findText(store, subject.episode.id);
    const note = await noteOn(c, subject.quote.id);
    const path = pathOf(subject, address);
    const links = pictureLinks({ ...deps, store }, subject, address);
    const [once, twice, downloads, formats] = await Promise.all([
      links.versioned(),
      links.versioned({ dpr: '2' }),
      Promise.all(
        Object.entries(SIZES).map(async ([name, size]) => ({
          name,
          size,
          href: await links.download('png', { size: name }),
        })),
      ),
      Promise.all(
        deps.drawer.formats
          .filter((format) => format !== 'png')
          .map(async (format) => ({ format, href: await links.download(format) })),
      ),
    ]);
    return quotePage({
      subject,
      text,
      publicUrl,
      path,
      image: { once, twice, alt: await altFor({ ...deps, store }, subject) },
      downloads,
      formats,
      oembed: oembedLinks(publicUrl, path),
      embed: { url: `${publicUrl}/embed${path}`, ...embedSize(resolveCard(subject, { publicUrl })) },
      note,
      cacheControl: listCaching(touchedPrivate()),
    });
  }

  /** A card that stands for an episode, of the first of its quotes. */
  async function featuredOf(store: Store, episodeId: string): Promise<FeaturedCard | null> {
    const { items } = await store.quotes(episodeId, { limit: LOOKED_AT });
    const quote = featuredQuote(items);
    if (quote === null) return null;
    const address = { quoteId: quote.id };
    const subject = await findSubject(store, address, 'sentence');
    if ('supersededBy' in subject) return null;
    const links = pictureLinks({ ...deps, store }, subject, address);
    const [once, twice] = await Promise.all([links.versioned(), links.versioned({ dpr: '2' })]);
    const alt = await altFor({ ...deps, store }, subject);
    return { href: `/q/${quote.id}`, alt, once, twice };
  }

  return new Hono<AppEnv>()
    .get('/', async (c) => {
      const { store, touchedPrivate } = c.var.visible;
      const { items } = await store.episodes({ limit: HOME_LENGTH });
      const found = await Promise.all(
        items.map(async (episode) => ({ episode, show: await store.show(episode.showId) })),
      );
      const episodes = found.flatMap(({ episode, show }) => (show === null ? [] : [{ episode, show }]));
      const [newest] = episodes;
      const featured = newest === undefined ? null : await featuredOf(store, newest.episode.id);
      return homePage({ episodes, featured, publicUrl, cacheControl: listCaching(touchedPrivate()) });
    })
    .get('/q/:id', (c) => quoteOrRange(c, { quoteId: c.req.param('id') }))
    .get('/e/:episode', async (c) => {
      const { store, touchedPrivate } = c.var.visible;
      const episode = await findEpisode(store, c.req.param('episode'));
      const show = await store.show(episode.showId);
      if (show === null) throw new PullquoteError('not-found', `There is no episode \`${episode.id}\`.`);
      const [{ text }, quotes, featured] = await Promise.all([
        findText(store, episode.id),
        store.allQuotes(episode.id),
        featuredOf(store, episode.id),
      ]);
      const turns = transcriptTurns(text, quotes, episode);
      return episodePage({
        episode,
        show,
        turns,
        featured,
        publicUrl,
        oembed: oembedLinks(publicUrl, `/e/${episode.id}`),
        cacheControl: listCaching(touchedPrivate()),
      });
    })
    .get('/e/:episode/:range', (c) => {
      const range = rawPath(c.req.url).split('/')[3] ?? '';
      return quoteOrRange(c, { episodeId: c.req.param('episode'), range });
    });
}

/** What a reader should know of the address: the words were corrected since, or took the place of others. */
async function noteOn(c: AppContext, quoteId: string | null): Promise<string | null> {
  const { store } = c.var.visible;
  const quote = quoteId === null ? null : await store.quote(quoteId);
  const was = c.req.query('was');
  const before = was === undefined ? null : await store.quote(was);
  if (before !== null && before.supersededBy === quoteId) {
    return `The transcript was corrected. This address named other words before: “${before.text}”`;
  }
  return quote?.status === 'changed'
    ? 'The transcript was corrected since this address was made; these are its words now.'
    : null;
}
