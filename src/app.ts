/** The app: the only one, whichever runtime serves it. */
import { Hono } from 'hono';
import { PullquoteError } from './errors.ts';
import { scopeOf } from './http/auth.ts';
import { discardBody } from './http/body.ts';
import { brandOperations, brandRoutes } from './http/brands.ts';
import { cardOperations, cardRoutes } from './http/cards.ts';
import type { AppDeps, AppEnv } from './http/context.ts';
import { docsRoutes } from './http/docs.ts';
import { embedRoutes } from './http/embeds.ts';
import { episodeOperations, episodeRoutes } from './http/episodes.ts';
import { healthRoutes } from './http/health.ts';
import { importOperations, importRoutes } from './http/imports.ts';
import { oembedOperations, oembedRoutes } from './http/oembed.ts';
import { pageRoutes } from './http/pages.ts';
import { previewOperations, previewRoutes } from './http/previews.ts';
import { problemResponse } from './http/problem.ts';
import { quoteOperations, quoteRoutes } from './http/quotes.ts';
import { searchOperations, searchRoutes } from './http/search.ts';
import { speakerOperations, speakerRoutes } from './http/speakers.ts';
import { studioRoutes } from './http/studio.ts';
import { transcriptOperations, transcriptRoutes } from './http/transcripts.ts';
import { visibleStore } from './http/visible.ts';
import { wordOperations, wordRoutes } from './http/words.ts';

/** The API as `/openapi.json` and `/docs` list it. */
export const operations = [
  ...cardOperations,
  ...episodeOperations,
  ...importOperations,
  ...transcriptOperations,
  ...wordOperations,
  ...previewOperations,
  ...speakerOperations,
  ...quoteOperations,
  ...brandOperations,
  ...searchOperations,
  ...oembedOperations,
];

/** Puts the routes over the parts a runtime gives. */
export function createApp(deps: AppDeps) {
  const { store, config, log } = deps;
  const app = new Hono<AppEnv>();

  app.onError(async (error, c) => {
    if (!(error instanceof PullquoteError))
      log({ level: 'error', method: c.req.method, path: c.req.path, error });
    await discardBody(c.req.raw);
    return problemResponse(error, config.publicUrl);
  });
  app.notFound((c) => {
    const allow = allowedMethods(app, c.req.path);
    const error =
      allow === ''
        ? new PullquoteError('not-found', `There is nothing at \`${c.req.path}\`.`)
        : new PullquoteError('method-not-allowed', `Expected ${allow} but received ${c.req.method}.`, {
            allow,
          });
    return problemResponse(error, config.publicUrl);
  });
  app.use(async (c, next) => {
    const scope = await scopeOf(c.req.header('Authorization'), store, config.adminToken);
    c.set('scope', scope);
    c.set('visible', visibleStore(store, scope));
    await next();
  });

  return app
    .route('/', healthRoutes())
    .route('/', cardRoutes(deps))
    .route('/', pageRoutes(deps))
    .route('/', embedRoutes(deps))
    .route('/', oembedRoutes(deps))
    .route('/', docsRoutes(deps, operations))
    .route('/', episodeRoutes(deps))
    .route('/', importRoutes(deps))
    .route('/', transcriptRoutes())
    .route('/', wordRoutes(deps))
    .route('/', previewRoutes(deps))
    .route('/', studioRoutes(deps))
    .route('/', speakerRoutes(deps))
    .route('/', quoteRoutes(deps))
    .route('/', brandRoutes(deps))
    .route('/', searchRoutes(deps));
}

/** What `path` can be asked with, as the header `Allow` lists it; empty where nothing is there. */
function allowedMethods({ router }: Hono<AppEnv>, path: string): string {
  const methods = ['GET', 'POST', 'PUT'].filter((method) =>
    router.match(method, path)[0].some(([[, route]]) => route.method === method),
  );
  return methods.join(', ').replace('GET', 'GET, HEAD');
}
