/** Signed addresses of images: HMAC-SHA-256 over the path and all of the query, with keys that can be rotated. */
import { PullquoteError } from '../errors.ts';

/** Signs with the first key, takes signatures of any. */
export interface Signer {
  /** `query` with `exp` (Unix time in seconds), where given, and `sig`. */
  sign(path: string, query: URLSearchParams, expires: number | null): Promise<URLSearchParams>;
  /** False without a signature. @throws PullquoteError `forbidden` for a wrong or expired one */
  verify(path: string, query: URLSearchParams): Promise<boolean>;
}

const ALGORITHM = { name: 'HMAC', hash: 'SHA-256' };

/** @param secrets of which the first signs */
export function createSigner(secrets: readonly string[], now: () => number = Date.now): Signer {
  const encoder = new TextEncoder();
  let imported: Promise<CryptoKey[]> | undefined;
  const keys = (): Promise<CryptoKey[]> =>
    (imported ??= Promise.all(
      secrets.map((secret) =>
        crypto.subtle.importKey('raw', encoder.encode(secret), ALGORITHM, false, ['sign', 'verify']),
      ),
    ));

  return {
    async sign(path, query, expires) {
      const signed = new URLSearchParams(query);
      signed.delete('sig');
      if (expires !== null) signed.set('exp', String(expires));
      const [key] = await keys();
      if (key === undefined) throw new Error('There is no key to sign with.');
      const signature = await crypto.subtle.sign(ALGORITHM, key, encoder.encode(message(path, signed)));
      signed.set('sig', base64url(new Uint8Array(signature)));
      return signed;
    },
    async verify(path, query) {
      const [sig, ...more] = query.getAll('sig');
      if (sig === undefined && !query.has('exp')) return false;
      const signature = more.length === 0 && sig !== undefined ? fromBase64url(sig) : null;
      const data = encoder.encode(message(path, query));
      // Every key is tried, and each compares in constant time.
      const matches =
        signature !== null &&
        (
          await Promise.all(
            (await keys()).map((key) => crypto.subtle.verify(ALGORITHM, key, signature, data)),
          )
        ).some(Boolean);
      if (!matches)
        throw new PullquoteError('forbidden', 'The signature of this address is not valid.', {
          scope: 'read',
        });
      const expires = query.get('exp');
      if (expires !== null && Number(expires) * 1000 <= now()) {
        throw new PullquoteError('forbidden', 'This address has expired.', { scope: 'read' });
      }
      return true;
    },
  };
}

/** Path and query without the signature, parameters in order: however an address was put together, it has one message. */
function message(path: string, query: URLSearchParams): string {
  const rest = new URLSearchParams(query);
  rest.delete('sig');
  rest.sort();
  return `${path}?${rest.toString()}`;
}

function base64url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '');
}

/** @returns `null` for what is no SHA-256 in this form */
function fromBase64url(text: string): Uint8Array<ArrayBuffer> | null {
  if (!/^[\w-]{43}$/.test(text)) return null;
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(binary, (character) => character.charCodeAt(0));
}
