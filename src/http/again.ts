/**
 * Pictures sent a moment ago, sent again before any route is looked for: the one place where a request does not go through the app.
 * What it cannot answer at once, and whatever is not plain, it leaves to the routes.
 */
import type { AppDeps } from './context.ts';
import { isOwnHost, noted } from './request.ts';
import { pictureKey } from './pictures.ts';
import { sendKnown, sendWhole } from './send-picture.ts';

export function sentAgain(deps: AppDeps): (request: Request) => Response | null {
  const { config, pictures } = deps;
  return (request) => {
    if (request.method !== 'GET' || config.signedOnly) return null;
    const { url } = request;
    const start = url.indexOf('/', url.indexOf('//') + 2);
    const query = url.indexOf('?', start);
    const path = query < 0 ? url.slice(start) : url.slice(start, query);
    if (!path.startsWith('/q/') && !path.startsWith('/e/')) return null;
    const key = query < 0 ? path : pictureKey(path, new URLSearchParams(url.slice(query)));
    const picture = key === null ? null : pictures.peek(key);
    if (picture === null) return null;
    const { headers } = request;
    const isPlain = !headers.has('Authorization') && !headers.has('Range');
    if (!isPlain || !isOwnHost(config, headers.get('Host'))) return null;
    const started = performance.now();
    const id = crypto.randomUUID();
    const own = { 'X-Request-Id': id };
    const known = sendKnown(picture, headers.get('If-None-Match'), own);
    const response = known ?? (picture.bytes === null ? null : sendWhole(picture, own));
    if (response !== null) {
      noted(deps, { id, method: 'GET', path, route: 'a picture again', status: response.status, started });
    }
    return response;
  };
}
