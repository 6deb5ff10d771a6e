/**
 * mpg123's WebAssembly, driven directly: the package's own loader compiles it at run time, which workerd refuses. Exports
 * have the names its build gave them.
 */
import type { Sound } from './model.ts';

interface Exports {
  /** memory */
  k: WebAssembly.Memory;
  /** Runs constructors. */
  l(): void;
  /** malloc */
  m(bytes: number): number;
  /** free */
  n(at: number): void;
  /** Creates a decoder at an address. */
  p(at: number, gapless: number): number;
  /** Feeds it. */
  q(decoder: number, bytes: number, length: number): number;
  /** Reads floats, one channel after the other, and says how many of each and of what rate. */
  r(decoder: number, out: number, length: number, samples: number, rate: number, error: number): number;
  /** Destroys it. */
  s(decoder: number): void;
}

const NEW_FORMAT = -11;
const NEED_MORE = -10;

/** Bytes fed at once, and floats read at once: 16 frames of the longest, of two channels, as the package has it. */
const IN_BYTES = 1 << 16;
const OUT_FLOATS = 2889 * 16 * 2;

/** A stream of frames being decoded. */
interface Mp3Stream {
  /**
   * The samples that come out when these bytes go in: frames that are not whole yet come out later. Each piece lasts until the
   * next is asked for.
   */
  decode(bytes: Uint8Array): Iterable<Sound>;
  end(): void;
}

export interface Mp3Decoder {
  begin(): Mp3Stream;
}

function isMpg123(exports: object): exports is Exports {
  const has = (name: string): unknown => Reflect.get(exports, name);
  return (
    has('k') instanceof WebAssembly.Memory && [...'lmnpqrs'].every((name) => typeof has(name) === 'function')
  );
}

/**
 * Takes its 4 MB of memory when it is first used.
 * @param module `dist/wasm/mpg123.wasm`
 */
export function mp3Decoder(module: WebAssembly.Module): Mp3Decoder {
  let wasm: Exports | null = null;
  return { begin: () => new Stream((wasm ??= start(module))) };
}

function start(module: WebAssembly.Module): Exports {
  // What it asks of a system is to print and to close: nothing is there (ENOTSUP).
  const system = WebAssembly.Module.imports(module).map(({ name }) => [name, () => 52] as const);
  const { exports } = new WebAssembly.Instance(module, { a: Object.fromEntries(system) });
  if (!isMpg123(exports))
    throw new TypeError('Expected mpg123, as `npm run build` takes it from its package.');
  exports.l();
  return exports;
}

class Stream implements Mp3Stream {
  readonly #wasm: Exports;
  readonly #input: number;
  readonly #output: number;
  /** Addresses of the decoder's handle, a count, a rate and a message. */
  readonly #words: number;
  readonly #decoder: number;

  constructor(wasm: Exports) {
    this.#wasm = wasm;
    this.#input = wasm.m(IN_BYTES);
    this.#output = wasm.m(4 * OUT_FLOATS);
    this.#words = wasm.m(16);
    // What players leave out at the start is counted here, not by the decoder: it often begins in the middle.
    const failed = wasm.p(this.#words, 0);
    if (failed !== 0) throw new Error(`mpg123 does not start: ${failed}.`);
    this.#decoder = this.#word(0);
  }

  *decode(bytes: Uint8Array): Generator<Sound, void, void> {
    const { q: feed, r: read, k: memory } = this.#wasm;
    for (let at = 0; at < bytes.length; at += IN_BYTES) {
      const piece = bytes.subarray(at, at + IN_BYTES);
      new Uint8Array(memory.buffer).set(piece, this.#input);
      if (feed(this.#decoder, this.#input, piece.length) === NEED_MORE) continue;
      for (let result = 0, broken = 0; result !== NEED_MORE && broken < 100;) {
        new DataView(memory.buffer).setUint32(this.#words + 4, 0, true);
        const [samples, hertz, message] = [4, 8, 12].map((offset) => this.#words + offset);
        result = read(this.#decoder, this.#output, OUT_FLOATS, samples ?? 0, hertz ?? 0, message ?? 0);
        const count = this.#word(4);
        const channel = (from: number) => new Float32Array(memory.buffer, this.#output + 4 * from, count);
        if (count > 0) yield { rate: this.#word(8), channels: [channel(0), channel(count)] };
        // A frame that cannot be read: the decoder goes on with the next.
        broken = result === 0 || result === NEW_FORMAT ? 0 : broken + 1;
      }
    }
  }

  end(): void {
    this.#wasm.s(this.#decoder);
    for (const at of [this.#input, this.#output, this.#words]) this.#wasm.n(at);
  }

  #word(offset: number): number {
    return new DataView(this.#wasm.k.buffer).getUint32(this.#words + offset, true);
  }
}
