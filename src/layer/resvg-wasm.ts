/**
 * resvg's WebAssembly, driven directly: the package's own loader keeps its one instance for good, and with it the memory that the
 * largest picture took, 24 MB. Names of imports and exports are those its build gave them, so they go with the pinned version.
 */

import type { ResvgRenderOptions } from '@resvg/resvg-wasm';

interface Exports {
  memory: WebAssembly.Memory;
  __wbindgen_malloc(bytes: number, align: number): number;
  __wbindgen_realloc(at: number, from: number, to: number, align: number): number;
  /** Moves the stack, for what a function returns in memory. @returns where it is now */
  __wbindgen_add_to_stack_pointer(bytes: number): number;
  /** Three words at `out`: the tree, or the reference of an error and whether there is one. */
  resvg_new(out: number, svg: number, options: number, length: number, fonts: number): void;
  resvg_render(out: number, tree: number): void;
  __wbg_resvg_free(tree: number): void;
  renderedimage_width(image: number): number;
  renderedimage_height(image: number): number;
  /** @returns a reference to its pixels */
  renderedimage_pixels(image: number): number;
  __wbg_renderedimage_free(image: number): void;
}

/** What an instance has of ours is named by numbers above those it has for `undefined`, `null`, `true` and `false`. */
const FIRST_REFERENCE = 132;

function isResvg(exports: object): exports is Exports {
  return ['resvg_new', 'resvg_render', 'renderedimage_pixels', '__wbindgen_malloc'].every(
    (name) => typeof Reflect.get(exports, name) === 'function',
  );
}

/** The same, by names of ours where theirs are the compiler's. */
function named({
  __wbindgen_malloc: malloc,
  __wbindgen_realloc: realloc,
  __wbindgen_add_to_stack_pointer: moveStack,
  __wbg_resvg_free: freeTree,
  __wbg_renderedimage_free: freeImage,
  ...others
}: Exports) {
  return { malloc, realloc, moveStack, freeTree, freeImage, ...others };
}

function uncalled(name: string): () => never {
  return () => {
    throw new TypeError(`resvg called ${name}, which is for fonts.`);
  };
}

interface Rendered {
  width: number;
  height: number;
  pixels: Uint8Array;
  free(): void;
}

/** An instance of resvg. Nothing outside holds it, so that its memory goes when it is let go. */
export class ResvgInstance {
  readonly #wasm: ReturnType<typeof named>;
  readonly #held = new Map<number, unknown>();
  #next = FIRST_REFERENCE;

  /** @param module `@resvg/resvg-wasm/index_bg.wasm`, compiled */
  constructor(module: WebAssembly.Module) {
    const { exports } = new WebAssembly.Instance(module, { wbg: this.#imports(module) });
    if (!isResvg(exports)) throw new TypeError('This WebAssembly is not the resvg that was expected.');
    this.#wasm = named(exports);
  }

  /** Bytes of its memory, which only grows. */
  get memoryBytes(): number {
    return this.#wasm.memory.buffer.byteLength;
  }

  /**
   * Premultiplied RGBA of an SVG, row by row, in the instance's memory: nothing else is drawn before it is freed.
   * @throws Error when the SVG cannot be parsed
   */
  render(svg: string, options: ResvgRenderOptions): Rendered {
    const wasm = this.#wasm;
    const json = this.#written(JSON.stringify(options));
    const reference = this.#hold(svg);
    const tree = this.#returned((out) => wasm.resvg_new(out, reference, json.at, json.length, 0));
    const image = this.#returned((out) => wasm.resvg_render(out, tree));
    wasm.freeTree(tree);
    const pixels = this.#take(wasm.renderedimage_pixels(image));
    if (!(pixels instanceof Uint8Array)) throw new TypeError('resvg gave no pixels.');
    return {
      width: wasm.renderedimage_width(image),
      height: wasm.renderedimage_height(image),
      pixels,
      free: () => wasm.freeImage(image),
    };
  }

  /** Calls what returns in memory. */
  #returned(call: (out: number) => void): number {
    const out = this.#wasm.moveStack(-16);
    try {
      call(out);
      const words = new Int32Array(this.#wasm.memory.buffer, out, 3);
      if (words[2] !== 0) throw this.#take(words[1] ?? 0);
      return words[0] ?? 0;
    } finally {
      this.#wasm.moveStack(16);
    }
  }

  #hold(value: unknown): number {
    this.#held.set(this.#next, value);
    return this.#next++;
  }

  #take(reference: number): unknown {
    const value = this.#held.get(reference);
    this.#held.delete(reference);
    return value;
  }

  #bytes(at: number, length: number): Uint8Array {
    return new Uint8Array(this.#wasm.memory.buffer, at >>> 0, length);
  }

  #textAt(at: number, length: number): string {
    return new TextDecoder().decode(this.#bytes(at, length));
  }

  /** Text as UTF-8 in its memory, with no copy of it beside: an SVG with photos is of some megabytes, all of them ASCII. */
  #written(text: string): { at: number; length: number } {
    const encoder = new TextEncoder();
    let at = this.#wasm.malloc(text.length, 1) >>> 0;
    const { read, written } = encoder.encodeInto(text, this.#bytes(at, text.length));
    if (read === text.length) return { at, length: written };
    const rest = encoder.encode(text.slice(read));
    const length = written + rest.length;
    at = this.#wasm.realloc(at, text.length, length, 1) >>> 0;
    this.#bytes(at + written, rest.length).set(rest);
    return { at, length };
  }

  /** What drawing a string without fonts asks for; the rest must be there and is not called. */
  #imports(module: WebAssembly.Module): WebAssembly.ModuleImports {
    const held = this.#held;
    const known: Readonly<Record<string, (...words: [number, number, number]) => unknown>> = {
      __wbindgen_object_drop_ref: (reference) => held.delete(reference),
      // An SVG may be given as bytes, too.
      __wbg_instanceof_Uint8Array_2b3bbecd033d19f6: () => 0,
      __wbindgen_string_get: (out, reference) => {
        const text = held.get(reference);
        if (typeof text !== 'string') throw new TypeError('resvg asked for what is no string.');
        const { at, length } = this.#written(text);
        new Uint32Array(this.#wasm.memory.buffer, out, 2).set([at, length]);
      },
      __wbindgen_string_new: (at, length) => this.#hold(this.#textAt(at, length)),
      __wbg_new_28c511d9baebfa89: (at, length) => this.#hold(new Error(this.#textAt(at, length))),
      __wbindgen_throw: (at, length) => {
        throw new Error(this.#textAt(at, length));
      },
      __wbindgen_memory: () => this.#hold(null),
      __wbg_buffer_12d079cc21e14bdb: () => this.#hold(null),
      __wbg_newwithbyteoffsetandlength_aa4a17c33a06e5cb: (_, at, length) =>
        this.#hold(this.#bytes(at, length)),
      // It asks for a copy of its pixels, 8 MB of a story.
      __wbg_new_63b92bc8671ed464: (reference) => this.#hold(held.get(reference)),
    };
    const names = WebAssembly.Module.imports(module).map(({ name }) => name);
    return Object.fromEntries(names.map((name) => [name, known[name] ?? uncalled(name)]));
  }
}
