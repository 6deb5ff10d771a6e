/** The way of a request for a card or a clip, around what makes it: who may see it, what is sent again, and how it is sent. */
import type { CardDeps, CardResponse } from '../card/create.ts';
import type { Pending } from '../clip/create.ts';
import { CONTENT_TYPES } from '../card/format.ts';
import { PullquoteError } from '../errors.ts';
import { ownBytes } from '../own-bytes.ts';
import type { AppContext, AppDeps } from './context.ts';
import type { Gate } from './gate.ts';
import { SHARED } from './headers.ts';
import { pictureKey, type Pictures } from './pictures.ts';
import { requireRate } from './rate-limit.ts';
import { sendPicture } from './send-picture.ts';
import { createStages } from './timing.ts';
import { visibleStore } from './visible.ts';

/** What of a request the making of a picture is given. */
export type Asked = Pick<CardDeps, 'store' | 'admit' | 'timed'> & {
  query: URLSearchParams;
  ifNoneMatch: string | null;
};

/**
 * Answers with what `create` makes.
 * @param gate lets in those that are drawn
 * @param pictures where it is kept whole for the next who asks, `null` for what is too large for that
 * @throws PullquoteError `forbidden`, `bytes-outside`, and what `create` throws
 */
export async function servePicture(
  deps: Pick<AppDeps, 'config' | 'lobby' | 'metrics' | 'rateLimit' | 'signer' | 'store'>,
  c: AppContext,
  { gate, pictures }: { gate: Gate; pictures: Pictures | null },
  create: (asked: Asked) => Promise<CardResponse | Pending>,
): Promise<Response> {
  const { pathname, searchParams: query } = new URL(c.req.url);
  const isSigned = await deps.signer.verify(pathname, query);
  if (deps.config.signedOnly && !isSigned && c.var.scope === null)
    throw new PullquoteError('forbidden', 'Expected a signed address or a token.', { scope: 'read' });
  // Pictures that anybody may see, asked for by anybody.
  const key = isSigned || c.var.scope !== null ? null : pictureKey(pathname, query);
  const recent = key === null ? null : await pictures?.get(key);
  if (recent?.bytes) return sendPicture(c, recent);

  const stages = createStages(deps.metrics);
  const { store, touchedPrivate } = isSigned ? visibleStore(deps.store, 'read') : c.var.visible;
  const leave = await deps.lobby(gate);
  const made = await create({
    store,
    query,
    ifNoneMatch: c.req.header('If-None-Match') ?? null,
    admit: () => requireRate(deps, c, 'render'),
    timed: (stage, run) => {
      const done = stages.timed(stage, () => (stage === 'draw' ? gate(run) : run()));
      // What is not kept is drawn from there on, or waits for the same being drawn.
      return stage === 'kept' ? done.finally(leave) : done;
    },
  }).finally(leave);
  const caching = cachingOf(touchedPrivate(), isSigned ? query.get('exp') : null);
  const headers = { ...made.headers, ...SHARED, ...caching };
  const timing = { 'Server-Timing': stages.header() };
  const isOpen = key !== null && !touchedPrivate();
  if (made.status === 'not-modified') {
    if (isOpen) await pictures?.put(key, { bytes: null, headers });
    return new Response(null, { status: 304, headers: { ...headers, ...timing } });
  }
  if (made.status === 'pending') {
    const pending = {
      'Cache-Control': 'no-store',
      'Content-Type': CONTENT_TYPES.png,
      'Retry-After': String(made.retrySeconds),
    };
    return new Response(new Uint8Array(made.poster), {
      status: 202,
      headers: { ...headers, ...timing, ...pending },
    });
  }
  if (made.status === 'redirect')
    return new Response(null, { status: 302, headers: { ...headers, Location: made.location } });
  const picture = {
    bytes: ownBytes(made.bytes),
    headers: {
      ...headers,
      'Content-Type': made.contentType,
      'Accept-Ranges': 'bytes',
      'X-Content-Type-Options': 'nosniff',
      ...(made.contentType === CONTENT_TYPES.svg ? SEALED : {}),
    },
  };
  if (isOpen) await pictures?.put(key, picture);
  return sendPicture(c, picture, timing);
}

/** A card opened by itself as SVG is a document: it may run nothing and load nothing. */
const SEALED = {
  'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox",
};

/** What of a private show, or by an address that expires, must not lie in a shared cache for longer than it may be seen. */
function cachingOf(isPrivate: boolean, expires: string | null): Record<string, string> {
  if (isPrivate) return { 'Cache-Control': 'private, no-cache' };
  if (expires === null) return {};
  const left = Math.max(0, Math.min(300, Math.floor(Number(expires) - Date.now() / 1000)));
  return { 'Cache-Control': `public, max-age=${left}` };
}
