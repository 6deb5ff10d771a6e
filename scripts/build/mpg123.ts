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
  await writeFile(TARGET, inLess(await carried()));
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

/** What it takes to decode, in pages of 64 kB: 1 MB, and as much to spare. Its build gives it 17 MB, much for an isolate. */
const PAGES = 64;

const MEMORY = 5;

/** A module with a memory of fixed size, as one of `PAGES` (WebAssembly core specification, 5.5.8). */
function inLess(module: Uint8Array): Uint8Array {
  for (let at = 8; at < module.length;) {
    const id = module[at];
    const { value: length, next } = numberAt(module, at + 1);
    at = next + length;
    if (id !== MEMORY) continue;
    const body = module.slice(next, at);
    // One memory with a maximum: both numbers take two bytes, and so does the new one.
    const isKnown = body.length === 6 && body[0] === 1 && body[1] === 1;
    if (!isKnown || numberAt(body, 2).next !== 4) break;
    const pages = [(PAGES & 127) | 128, PAGES >> 7];
    const changed = module.slice();
    changed.set([...pages, ...pages], next + 2);
    return changed;
  }
  throw new Error('Expected mpg123 with one memory of fixed size.');
}

/** An unsigned number of 7 bits a byte (LEB128), and where what follows it begins. */
function numberAt(bytes: Uint8Array, from: number): { value: number; next: number } {
  let value = 0;
  for (let at = from, shift = 0; ; at++, shift += 7) {
    const byte = bytes[at] ?? 0;
    value += (byte & 127) << shift;
    if (byte < 128) return { value, next: at + 1 };
  }
}
