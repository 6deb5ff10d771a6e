import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { sha256 as onNode } from '../src/sha256/node.ts';
import { sha256 as elsewhere } from '../src/sha256/web.ts';

test('a digest is the one of FIPS 180-4', async () => {
  const abc = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';
  expect(await onNode('abc')).toBe(abc);
  expect(await elsewhere(new TextEncoder().encode('abc'))).toBe(abc);
});

test('digests are the same on every runtime, also of text that is not well-formed', async () => {
  const unit = fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code));
  const values = fc.oneof(fc.string({ unit }), fc.uint8Array());
  await fc.assert(
    fc.asyncProperty(values, async (value) => {
      expect(await onNode(value)).toBe(await elsewhere(value));
    }),
  );
});
