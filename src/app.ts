/** The app: the only one, whichever runtime serves it. */
import { Hono } from 'hono';
import { cors } from 'hono/cors';
import { TrieRouter } from 'hono/router/trie-router';
import { PullquoteError } from './errors.ts';
import { discardBody } from './http/body.ts';
import { sentAgain } from './http/again.ts';
import { altOperations, altRoutes } from './http/alt.ts';
import { brandOperations, brandRoutes } from './http/brands.ts';
import { cardOperations, cardRoutes } from './http/cards.ts';
import { clipOperations, clipRoutes } from './http/clips.ts';
import type { AppDeps, AppEnv } from './http/context.ts';
import { docsRoutes } from './http/docs.ts';
import { embedRoutes } from './http/embeds.ts';
import { episodeOperations, episodeRoutes } from './http/episodes.ts';
import { feedOperations, feedRoutes } from './http/feeds.ts';
import { highlightOperations, highlightRoutes } from './http/highlights.ts';
import { healthRoutes } from './http/health.ts';
import { importOperations, importRoutes } from './http/imports.ts';
import { noteOperations, noteRoutes } from './http/notes.ts';
import { answerProblem } from './http/notices.ts';
import { oembedOperations, oembedRoutes } from './http/oembed.ts';
import { packOperations, packRoutes } from './http/packs.ts';
import { pageRoutes } from './http/pages.ts';
import { previewOperations, previewRoutes } from './http/previews.ts';
import { problemOf } from './http/problem.ts';
import { limitedWrites } from './http/rate-limit.ts';
import { knownCaller, observed, ownHost } from './http/request.ts';
import { quoteOperations, quoteRoutes } from './http/quotes.ts';
import { recordingOperations, recordingRoutes } from './http/recordings.ts';
import { searchOperations, searchRoutes } from './http/search.ts';
import { sessionOperations, sessionRoutes } from './http/session.ts';
import { speakerOperations, speakerRoutes } from './http/speakers.ts';
import { studioRoutes } from './http/studio.ts';
import { uploadOperations, uploadRoutes } from './http/uploads.ts';
import { verifyOperations, verifyRoutes } from './http/verify.ts';
import { transcriptOperations, transcriptRoutes } from './http/transcripts.ts';
import { wordOperations, wordRoutes } from './http/words.ts';

/** What a page elsewhere may ask. No cookie is ever read: a token has to be sent by who has it. */
const OPEN = {
  origin: '*',
  allowHeaders: ['Authorization', 'Content-Type', 'Idempotency-Key', 'If-Match', 'If-None-Match'],
  allowMethods: ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'],
  exposeHeaders: ['ETag', 'Location', 'Retry-After', 'X-Request-Id'],
  maxAge: 86_400,
};

/** The API as `/openapi.json` and `/docs` list it. */
export const operations = [
  ...cardOperations,
  ...clipOperations,
  ...altOperations,
  ...episodeOperations,
  ...importOperations,
  ...feedOperations,
  ...transcriptOperations,
  ...wordOperations,
  ...recordingOperations,
  ...previewOperations,
  ...sessionOperations,
  ...speakerOperations,
  ...quoteOperations,
  ...brandOperations,
  ...uploadOperations,
  ...searchOperations,
  ...noteOperations,
  ...highlightOperations,
  ...verifyOperations,
  ...packOperations,
  ...oembedOperations,
];

/** Puts the routes over the parts a runtime gives. */
export function createApp(deps: AppDeps) {
  const { config, log } = deps;
  // The one that takes all paths there are here: Hono would try another first.
  const app = new Hono<AppEnv>({ router: new TrieRouter() });

  app.onError(async (error, c) => {
    if (!(error instanceof PullquoteError))
      log({ level: 'error', method: c.req.method, path: c.req.path, error });
    await discardBody(c.req.raw);
    return answerProblem(c, problemOf(error), config.publicUrl);
  });
  app.notFound((c) => {
    const allow = allowedMethods(app, c.req.path);
    const error =
      allow === ''
        ? new PullquoteError('not-found', `There is nothing at \`${c.req.path}\`.`)
        : new PullquoteError('method-not-allowed', `Expected ${allow} but received ${c.req.method}.`, {
            allow,
          });
    return answerProblem(c, problemOf(error), config.publicUrl);
  });
  app.use(observed(deps), ownHost(deps), knownCaller(deps), limitedWrites(deps));
  app.use('/v1/*', cors(OPEN));
  app.use('/openapi.json', cors(OPEN));
  app.use('/oembed', cors(OPEN));

  const routed = app
    .route('/', healthRoutes(deps))
    // Before cards, whose names end in `.webp` too.
    .route('/', clipRoutes(deps))
    .route('/', cardRoutes(deps))
    .route('/', altRoutes(deps))
    .route('/', pageRoutes(deps))
    .route('/', embedRoutes(deps))
    .route('/', oembedRoutes(deps))
    .route('/', docsRoutes(deps, operations))
    .route('/', episodeRoutes(deps))
    .route('/', importRoutes(deps))
    .route('/', feedRoutes(deps))
    .route('/', transcriptRoutes())
    .route('/', wordRoutes(deps))
    .route('/', recordingRoutes(deps))
    .route('/', previewRoutes(deps))
    .route('/', sessionRoutes(deps))
    .route('/', studioRoutes(deps))
    .route('/', speakerRoutes(deps))
    .route('/', quoteRoutes(deps))
    .route('/', brandRoutes(deps))
    .route('/', uploadRoutes(deps))
    .route('/', searchRoutes(deps))
    .route('/', noteRoutes(deps))
    .route('/', highlightRoutes(deps))
    .route('/', verifyRoutes(deps))
    .route('/', packRoutes(deps));
  const again = sentAgain(deps);
  const { fetch } = routed;
  routed.fetch = (request, ...rest) => again(request) ?? fetch(request, ...rest);
  return routed;
}

/** What `path` can be asked with, as the header `Allow` lists it; empty where nothing is there. */
function allowedMethods({ router }: Hono<AppEnv>, path: string): string {
  const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'].filter((method) =>
    router.match(method, path)[0].some(([[, route]]) => route.method === method),
  );
  return methods.join(', ').replace('GET', 'GET, HEAD');
}
