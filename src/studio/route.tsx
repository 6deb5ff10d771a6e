/** Addresses of the Studio. Every state has one: what is picked and how it looks stands in it. */
import { useSyncExternalStore, type ComponentProps, type MouseEvent } from 'react';

export type Route =
  | { view: 'start' }
  /** `workId`: the opened file, as this browser keeps it */
  | { view: 'import'; workId: string | null }
  | { view: 'feed'; query: URLSearchParams }
  | { view: 'episode'; episodeId: string; range: string | null; query: URLSearchParams }
  | { view: 'pack'; query: URLSearchParams }
  | { view: 'brands'; brandId: string | null; query: URLSearchParams }
  | { view: 'verify'; query: URLSearchParams }
  | { view: 'nowhere' };

/** @param path as in the address bar, still percent-encoded: an encoded comma of a range is a comma of the text */
function parseRoute(path: string, search: string): Route {
  const [first = '', second, third, ...more] = path
    .replace(/^\/studio\/?/, '')
    .replace(/\/$/, '')
    .split('/');
  const query = new URLSearchParams(search);
  if (more.length > 0) return { view: 'nowhere' };
  if (first === '' && second === undefined) return { view: 'start' };
  if (first === 'import' && third === undefined) return { view: 'import', workId: second ?? null };
  if (first === 'feed' && second === undefined) return { view: 'feed', query };
  if (first === 'pack' && second === undefined) return { view: 'pack', query };
  if (first === 'verify' && second === undefined) return { view: 'verify', query };
  if (first === 'brands' && third === undefined) return { view: 'brands', brandId: second ?? null, query };
  if (first === 'e' && second)
    return { view: 'episode', episodeId: decodeURIComponent(second), range: third ?? null, query };
  return { view: 'nowhere' };
}

const MOVED = 'pullquote:moved';

/** Goes to an address without loading the page. `replace`: the way back does not lead to the one before. */
export function navigate(to: string, { replace = false } = {}): void {
  if (to === location.pathname + location.search) return;
  if (replace) history.replaceState(null, '', to);
  else {
    history.pushState(null, '', to);
    scrollTo(0, 0);
  }
  dispatchEvent(new Event(MOVED));
}

export function useRoute(): Route {
  const address = useSyncExternalStore(subscribe, () => location.pathname + location.search);
  const [path = '', search = ''] = address.split('?');
  return parseRoute(path, search);
}

function subscribe(listener: () => void): () => void {
  addEventListener('popstate', listener);
  addEventListener(MOVED, listener);
  return () => {
    removeEventListener('popstate', listener);
    removeEventListener(MOVED, listener);
  };
}

/** A link within the Studio; with a modifier key it opens like every link. */
export function Link({ href, onClick, ...rest }: ComponentProps<'a'> & { href: string }) {
  const follow = (event: MouseEvent<HTMLAnchorElement>): void => {
    onClick?.(event);
    const isPlain =
      event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
    if (event.defaultPrevented || !isPlain) return;
    event.preventDefault();
    navigate(href);
  };
  return <a href={href} onClick={follow} {...rest} />;
}
