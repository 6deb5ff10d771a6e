import { PullquoteError } from '../errors.ts';
import type { Brotli } from '../brand/font/woff2.ts';

/** workerd counts whole buffers of its own as output: some that just fit would be refused. */
const SLACK = 1 << 18;

/** Brotli as Node and workerd have it; `DecompressionStream` knows it on Node alone. Loaded when a font asks for it. */
export const brotli: Brotli = async (bytes, limit) => {
  const { brotliDecompressSync } = await import('node:zlib').catch((error: unknown) => {
    throw new PullquoteError(
      'bad-font',
      'WOFF2 cannot be unpacked here. Send the TTF or OTF it was made from.',
      {},
      { cause: error },
    );
  });
  const unpacked = new Uint8Array(brotliDecompressSync(bytes, { maxOutputLength: limit + SLACK }));
  if (unpacked.length > limit) throw new RangeError(`Expected at most ${limit} bytes unpacked.`);
  return unpacked;
};
