import { describe, expect, test } from 'vitest';
import { createToken, requireScope, sameText, scopeOf } from '../../src/http/auth.ts';
import type { Store, Token } from '../../src/store/port.ts';

/** A store of tokens and nothing else. */
function storeOf(...tokens: Token[]): Pick<Store, 'token'> {
  return { token: async (digest) => tokens.find(({ secretSha256 }) => secretSha256 === digest) ?? null };
}

describe('tokens', () => {
  test('a secret is pq_ and 160 bits, and is not in what is stored', async () => {
    const { secret, token } = await createToken('read', 'laptop');
    expect(secret).toMatch(/^pq_[a-z2-7]{32}$/);
    expect(JSON.stringify(token)).not.toContain(secret.slice(3));
  });

  test('its secret is worth its scope', async () => {
    const { secret, token } = await createToken('import', '');
    expect(await scopeOf(`Bearer ${secret}`, storeOf(token), null)).toBe('import');
  });

  test('no header is no scope', async () => {
    expect(await scopeOf(undefined, storeOf(), null)).toBeNull();
  });

  test('a revoked token is worth nothing', async () => {
    const { secret, token } = await createToken('admin', '');
    const revoked = { ...token, revokedAt: token.createdAt };
    await expect(scopeOf(`Bearer ${secret}`, storeOf(revoked), null)).rejects.toMatchObject({
      code: 'unauthorized',
    });
  });

  test('the admin token of the settings needs no store', async () => {
    const { secret } = await createToken('admin', '');
    expect(await scopeOf(`Bearer ${secret}`, storeOf(), secret)).toBe('admin');
  });

  test.each([
    ['admin', 'import'],
    ['import', 'read'],
    ['read', 'read'],
  ] as const)('%s allows %s', (has, needed) => {
    expect(() => requireScope(has, needed)).not.toThrow();
  });

  test.each([
    ['read', 'import'],
    ['import', 'admin'],
  ] as const)('%s does not allow %s', (has, needed) => {
    expect(() => requireScope(has, needed)).toThrow(expect.objectContaining({ code: 'forbidden' }));
  });
});

test.each([
  ['', '', true],
  ['abc', 'abc', true],
  ['abc', 'abd', false],
  ['abc', 'abcabc', false],
  ['abc', '', false],
])('sameText(%j, %j) is %s', (a, b, same) => {
  expect(sameText(a, b)).toBe(same);
});
