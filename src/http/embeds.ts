/** What other sites load: the page of an iframe, the module of `<pull-quote>`, and the pages' own fonts and emoji. */
import { Hono } from 'hono';
import { findSubject } from '../card/subject.ts';
import { PullquoteError } from '../errors.ts';
import { embedPage } from '../pages/embed.tsx';
import { PAGE_FONTS } from '../pages/fonts.ts';
import { COMPONENT_SCRIPT } from '../pages/script.ts';
import { readEmoji } from '../text/emoji.ts';
import type { AppContext, AppDeps, AppEnv } from './context.ts';
import { listCaching, rawPath, SHARED } from './headers.ts';
import { pathOf } from './links.ts';

export function embedRoutes({ assets, config: { publicUrl } }: AppDeps) {
  async function serve(c: AppContext, address: Parameters<typeof findSubject>[1]): Promise<Response> {
    const { store, touchedPrivate } = c.var.visible;
    const subject = await findSubject(store, address, 'sentence');
    if ('supersededBy' in subject) {
      return c.body(null, 302, {
        Location: `/embed/q/${subject.supersededBy}`,
        'Cache-Control': listCaching(touchedPrivate()),
      });
    }
    return embedPage({
      subject,
      publicUrl,
      path: pathOf(subject, address),
      cacheControl: listCaching(touchedPrivate()),
    });
  }

  return new Hono<AppEnv>()
    .get('/embed/q/:id', (c) => serve(c, { quoteId: c.req.param('id') }))
    .get('/embed/e/:episode/:range', (c) =>
      serve(c, { episodeId: c.req.param('episode'), range: rawPath(c.req.url).split('/')[4] ?? '' }),
    )
    .get('/pull-quote.js', (c) =>
      c.body(COMPONENT_SCRIPT, 200, {
        ...SHARED,
        'Content-Type': 'text/javascript; charset=utf-8',
        'Cache-Control': 'public, max-age=86400',
        'X-Content-Type-Options': 'nosniff',
      }),
    )
    .get('/assets/emoji/:key{[\\da-f-]+\\.svg}', async (c) => {
      const key = c.req.param('key').slice(0, -'.svg'.length);
      const svg = await readEmoji(assets, key);
      if (svg === undefined) throw new PullquoteError('not-found', `There is nothing at \`${c.req.path}\`.`);
      return c.body(svg, 200, {
        ...SHARED,
        'Content-Type': 'image/svg+xml',
        'Cache-Control': 'public, max-age=86400',
        'Content-Security-Policy': "default-src 'none'",
        'X-Content-Type-Options': 'nosniff',
      });
    })
    .get('/assets/:file', async (c) => {
      const font = PAGE_FONTS.find(({ file }) => file === c.req.param('file'));
      if (font === undefined) throw new PullquoteError('not-found', `There is nothing at \`${c.req.path}\`.`);
      return c.body(new Uint8Array(await assets.read(`pages/${font.file}`)), 200, {
        ...SHARED,
        'Content-Type': 'font/woff2',
        'Cache-Control': 'public, max-age=31536000, immutable',
        'X-Content-Type-Options': 'nosniff',
      });
    });
}
