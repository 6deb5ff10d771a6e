import { expect, test } from 'vitest';
import { cardKey } from '../../src/card/key.ts';

test('equal inputs written in another order have one key', async () => {
  expect(await cardKey({ a: 1, b: { d: [1, 2], c: null } })).toBe(
    await cardKey({ b: { c: null, d: [1, 2] }, a: 1 }),
  );
});

test('a key is 32 hexadecimal digits and changes with any input', async () => {
  const key = await cardKey({ words: 'a' });
  expect(key).toMatch(/^[0-9a-f]{32}$/);
  expect(await cardKey({ words: 'b' })).not.toBe(key);
});
