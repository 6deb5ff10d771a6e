import { expect, test } from 'vitest';
import { createSignInCode } from '../../src/http/session.ts';

test('a sign-in code is good once, and no other is', () => {
  const signIn = createSignInCode();
  expect(signIn.redeem('0'.repeat(40))).toBe(false);
  expect(signIn.redeem(signIn.code)).toBe(true);
  expect(signIn.redeem(signIn.code)).toBe(false);
});
