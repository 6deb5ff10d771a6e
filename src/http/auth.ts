/** Bearer tokens (RFC 6750): made, found again by their digest, and what they allow. */
import { PullquoteError } from '../errors.ts';
import { sha256 } from '../sha256.ts';
import type { Scope, Store, Token } from '../store/port.ts';

const SCOPES: readonly Scope[] = ['read', 'import', 'admin'];
const ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567';
const SHAPE = /^pq_[a-z2-7]{32}$/;

/** A new token and its secret, `pq_` and 160 random bits in base32. The secret is told once and never stored. */
export async function createToken(scope: Scope, label: string): Promise<{ secret: string; token: Token }> {
  const letters = crypto.getRandomValues(new Uint8Array(32));
  const secret = `pq_${Array.from(letters, (byte) => ALPHABET[byte % 32]).join('')}`;
  const secretSha256 = await sha256(secret);
  const createdAt = new Date().toISOString();
  return {
    secret,
    token: { id: `t_${secretSha256.slice(0, 10)}`, secretSha256, scope, label, createdAt, revokedAt: null },
  };
}

/**
 * What the request's `Authorization` header allows, `null` where it has none.
 * @throws PullquoteError `unauthorized` for a token that is malformed, unknown or revoked.
 */
export async function scopeOf(
  authorization: string | undefined,
  store: Pick<Store, 'token'>,
  adminToken: string | null,
): Promise<Scope | null> {
  if (authorization === undefined) return null;
  const secret = /^Bearer +(\S+)$/i.exec(authorization)?.[1];
  if (secret === undefined || !SHAPE.test(secret)) throw invalid();
  const digest = await sha256(secret);
  if (adminToken !== null && sameText(digest, await sha256(adminToken))) return 'admin';
  const token = await store.token(digest);
  if (token === null || token.revokedAt !== null || !sameText(digest, token.secretSha256)) throw invalid();
  return token.scope;
}

/**
 * A scope includes those before it: read, import, admin.
 * @throws PullquoteError `unauthorized` without a token, `forbidden` with one that allows less.
 */
export function requireScope(scope: Scope | null, needed: Scope): void {
  if (scope === null) {
    throw new PullquoteError(
      'unauthorized',
      `Expected a token with the scope ${needed} in the header \`Authorization: Bearer …\`; make one with \`pullquote token create --scope ${needed}\`.`,
    );
  }
  if (SCOPES.indexOf(scope) < SCOPES.indexOf(needed)) {
    throw new PullquoteError(
      'forbidden',
      `Expected a token with the scope ${needed} but received one with ${scope}.`,
      {
        scope: needed,
      },
    );
  }
}

/** Compares in a time that depends on the length alone. */
export function sameText(a: string, b: string): boolean {
  let difference = a.length ^ b.length;
  for (let i = 0; i < a.length; i++) difference |= a.charCodeAt(i) ^ b.charCodeAt(i % b.length);
  return difference === 0;
}

function invalid(): PullquoteError {
  return new PullquoteError(
    'unauthorized',
    'The token is unknown or was revoked. Expected one like `pq_` and 32 letters and digits.',
    { invalid: true },
  );
}
