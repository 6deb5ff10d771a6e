import { expect, test } from 'vitest';
import { createSigner } from '../../src/http/signing.ts';

const OLD = 'the key of last year, long enough';
const NEW = 'the key of this year, long enough';

test('an address signed with an old key is good as long as that key is kept', async () => {
  const signed = await createSigner([OLD]).sign('/q/q_a.png', new URLSearchParams('size=og'), null);
  expect(await createSigner([NEW, OLD]).verify('/q/q_a.png', signed)).toBe(true);
  await expect(createSigner([NEW]).verify('/q/q_a.png', signed)).rejects.toMatchObject({ code: 'forbidden' });
});

test('an address is good up to the second it expires', async () => {
  let now = 1_000_000;
  const signer = createSigner([NEW], () => now);
  const signed = await signer.sign('/q/q_a.png', new URLSearchParams(), 1001);
  expect(await signer.verify('/q/q_a.png', signed)).toBe(true);
  now = 1_001_000;
  await expect(signer.verify('/q/q_a.png', signed)).rejects.toMatchObject({ code: 'forbidden' });
});

test('without keys no signature is good, and none is needed', async () => {
  const signer = createSigner([]);
  expect(await signer.verify('/q/q_a.png', new URLSearchParams('size=og'))).toBe(false);
  const guessed = new URLSearchParams({ sig: 'A'.repeat(43) });
  await expect(signer.verify('/q/q_a.png', guessed)).rejects.toMatchObject({ code: 'forbidden' });
});
