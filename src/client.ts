/** A client of the HTTP API, typed by the app's own routes. */
import { type ClientRequestOptions, hc } from 'hono/client';
import type { createApp } from './app.ts';

/**
 * @param origin where the service is, `https://quotes.example`
 * @param token with the scope that the calls need
 */
export function createClient(origin: string, token?: string) {
  const options: ClientRequestOptions =
    token === undefined ? {} : { headers: { Authorization: `Bearer ${token}` } };
  return hc<ReturnType<typeof createApp>>(origin, options);
}
