/**
 * The service worker: the Studio opens without a network, with what was looked at before. It keeps the Studio's own files and
 * answers of the API that anybody may see; what took a token to read is never written down, and signing out clears the rest.
 */
import { CLEAR, DATA } from './names.ts';

/** What the build adds: a digest of all files, and their addresses. */
declare const STUDIO_VERSION: string;
declare const STUDIO_FILES: readonly string[];

interface Extendable extends Event {
  waitUntil(done: Promise<unknown>): void;
}

interface Fetching extends Extendable {
  readonly request: Request;
  respondWith(response: Promise<Response>): void;
}

/** As far as it is used: the library of types for workers does not go with that for pages. */
declare const self: {
  readonly location: Location;
  readonly clients: { claim(): Promise<void> };
  addEventListener(type: 'install' | 'activate', listener: (event: Extendable) => void): void;
  addEventListener(type: 'fetch', listener: (event: Fetching) => void): void;
  addEventListener(type: 'message', listener: (event: Extendable & MessageEvent) => void): void;
};

const PAGE = '/studio';
const FILES = `studio-files-${STUDIO_VERSION}`;
/** Most answers of the API kept; the oldest go first. */
const MOST = 80;
/** What is read of episodes: lists, words, suggestions, covers. */
const READ = /^\/v1\/episodes(?:$|\/[^/]+(?:$|\/(?:words|cover|highlights)$))/;
const OWN = /^\/(?:studio\/assets\/|assets\/|icon\.svg$)/;

self.addEventListener('install', (event) => {
  event.waitUntil(caches.open(FILES).then((files) => files.addAll([PAGE, ...STUDIO_FILES])));
});

self.addEventListener('activate', (event) => {
  event.waitUntil(takeOver());
});

self.addEventListener('message', (event) => {
  if (event.data === CLEAR) event.waitUntil(caches.delete(DATA));
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== self.location.origin) return;
  if (request.mode === 'navigate') event.respondWith(page(request));
  else if (OWN.test(pathname)) event.respondWith(file(request));
  else if (READ.test(pathname)) event.respondWith(answer(event));
});

/** Files of versions before this one are of no more use. */
async function takeOver(): Promise<void> {
  const names = await caches.keys();
  const old = names.filter((name) => name.startsWith('studio-') && name !== FILES && name !== DATA);
  await Promise.all(old.map((name) => caches.delete(name)));
  await self.clients.claim();
}

/** Every view is the same page: the newest, or without a network the one kept. */
async function page(request: Request): Promise<Response> {
  try {
    return await fetch(request);
  } catch (error) {
    const kept = await caches.match(PAGE, { cacheName: FILES });
    if (kept === undefined) throw error;
    return kept;
  }
}

/** Their names have the digest of what is in them, so what is kept is right. */
async function file(request: Request): Promise<Response> {
  const kept = await caches.match(request, { ignoreVary: true });
  if (kept !== undefined) return kept;
  const response = await fetch(request);
  if (response.ok) await (await caches.open(FILES)).put(request, response.clone());
  return response;
}

/** The service first; what it said last where it cannot be reached. */
async function answer(event: Fetching): Promise<Response> {
  const { request } = event;
  try {
    const response = await fetch(request);
    const isPublic = /\bpublic\b/.test(response.headers.get('Cache-Control') ?? '');
    if (response.ok && isPublic) event.waitUntil(keep(request.url, response.clone()));
    return response;
  } catch (error) {
    // By address alone: a public answer is the same for everybody.
    const kept = await caches.match(request.url, { cacheName: DATA, ignoreVary: true });
    if (kept === undefined) throw error;
    return kept;
  }
}

async function keep(address: string, response: Response): Promise<void> {
  const data = await caches.open(DATA);
  await data.delete(address, { ignoreVary: true });
  await data.put(address, response);
  const kept = await data.keys();
  await Promise.all(kept.slice(0, Math.max(0, kept.length - MOST)).map((request) => data.delete(request)));
}
