/** Headers several resources share. */

/** The address past the host as it was sent, percent-encoding and all: an encoded comma is a comma of the text. */
export function rawPath(url: string): string {
  return new URL(url).pathname;
}

/** Anybody's page may read and show this. */
export const SHARED = {
  'Access-Control-Allow-Origin': '*',
  'Cross-Origin-Resource-Policy': 'cross-origin',
} as const;

/**
 * Answers of the API change when a transcript is corrected: they are kept by no shared cache longer than a minute, and by
 * none at all when a token was needed to see them.
 */
export function listCaching(isPrivate: boolean): string {
  return isPrivate ? 'private, no-cache' : 'public, max-age=60';
}

/** The headers of what differs by what the caller may see. */
export function listHeaders(isPrivate: boolean): { 'Cache-Control': string; Vary: string } {
  return { 'Cache-Control': listCaching(isPrivate), Vary: 'Authorization' };
}
