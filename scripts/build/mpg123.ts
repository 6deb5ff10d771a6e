/** Takes mpg123's WebAssembly out of its package, which carries it as text, into `dist/wasm/`: workerd compiles none at run time. */
import { mkdir, stat, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';

const TARGET = 'dist/wasm/mpg123.wasm';

export async function build(): Promise<void> {
  const source = createRequire(import.meta.url).resolve('mpg123-decoder');
  const [made, given] = await Promise.all([stat(TARGET).catch(() => null), stat(source)]);
  if (made !== null && made.mtimeMs >= given.mtimeMs) return;
  await mkdir(dirname(TARGET), { recursive: true });
  await writeFile(TARGET, await carried());
}

/** What the package compiles when it starts: a small module that unpacks, and what that unpacks. */
async function carried(): Promise<Uint8Array> {
  const { compile } = WebAssembly;
  let largest = new Uint8Array();
  WebAssembly.compile = (bytes) => {
    const copy = ArrayBuffer.isView(bytes)
      ? new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength)
      : new Uint8Array(bytes);
    if (copy.length > largest.length) largest = copy.slice();
    return compile(bytes);
  };
  try {
    const { MPEGDecoder } = await import('mpg123-decoder');
    const decoder = new MPEGDecoder();
    await decoder.ready;
    decoder.free();
  } finally {
    WebAssembly.compile = compile;
  }
  return largest;
}
