import { expect, test } from 'vitest';
import { ownBytes } from '../src/own-bytes.ts';

test('bytes that are all of their buffer are not copied', () => {
  const bytes = Uint8Array.of(1, 2, 3);
  expect(ownBytes(bytes)).toBe(bytes);
});

test.each([
  ['a part of a buffer', Uint8Array.of(0, 1, 2, 3, 4).subarray(1, 4)],
  ['memory shared with others', new Uint8Array(new SharedArrayBuffer(3)).fill(1)],
  ['a buffer that may be resized', new Uint8Array(new ArrayBuffer(3, { maxByteLength: 8 })).fill(1)],
])('of %s a copy is made', (_, bytes) => {
  const own = ownBytes(bytes);
  expect(Array.from(own)).toEqual(Array.from(bytes));
  expect(own.buffer).not.toBe(bytes.buffer);
  expect(own.buffer.byteLength).toBe(3);
});
