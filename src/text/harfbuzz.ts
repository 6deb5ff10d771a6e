/**
 * HarfBuzz's WebAssembly module, driven directly: no code is compiled at run time (workerd refuses that), memory is
 * freed when it is said, and a shaped run comes out as typed arrays.
 */

/** The two modules of `dist/wasm/`: `harfbuzz.wasm` and `outline.wasm`. */
export interface TextModules {
  harfbuzz: WebAssembly.Module;
  outline: WebAssembly.Module;
}

/** A font file in HarfBuzz's memory. */
export interface HbFace {
  readonly face: number;
  readonly blob: number;
}

/** A face at one point of its variation axes. Its scale is the face's units per em. */
export interface HbFont {
  readonly font: number;
}

/** Glyphs of a run in visual order, left to right. Lengths are font units, y up. */
export interface ShapedRun {
  glyphs: Uint16Array;
  /** UTF-16 offset in the run's text of the cluster a glyph belongs to. */
  clusters: Uint16Array;
  advances: Int16Array;
  dx: Int16Array;
  dy: Int16Array;
}

export interface ShapeOptions {
  rtl: boolean;
  /** ISO 15924. */
  script: string;
  /** BCP 47. */
  language: string;
  /** False switches off the ligatures a font applies by taste, as tracked text needs. */
  ligatures: boolean;
}

type Call = (...args: number[]) => number;

const outlineBytes = 1 << 18;
const removeDefaultIgnorables = 8;
const directionLtr = 4;
const directionRtl = 5;

function tag(name: string): number {
  let value = 0;
  for (let i = 0; i < 4; i++) value = (value << 8) | name.charCodeAt(i);
  return value >>> 0;
}

function callable(exports: WebAssembly.Exports, name: string): Call {
  const value = exports[name];
  if (typeof value !== 'function') throw new TypeError(`The WebAssembly module has no function ${name}`);
  return (...args) => value(...args);
}

function stop(): never {
  throw new Error('HarfBuzz gave up');
}

/** Where a glyph's ink begins and how high and low it reaches, font units, y up. */
export interface Ink {
  left: number;
  top: number;
  bottom: number;
}

export class HarfBuzz {
  readonly #exports: WebAssembly.Exports;
  readonly #memory: WebAssembly.Memory;
  readonly #calls = new Map<string, Call>();
  readonly #languages = new Map<string, number>();
  readonly #drawFuncs: number;
  readonly #outlineAt: number;
  readonly #beginOutline: Call;
  readonly #endOutline: Call;
  readonly #buffer: number;
  readonly #noLigatures: number;
  readonly #shape: Call;
  readonly #faceData = new Map<number, number>();

  constructor(modules: TextModules) {
    const instance = new WebAssembly.Instance(modules.harfbuzz, {
      env: {
        _abort_js: stop,
        _emscripten_runtime_keepalive_clear: () => {},
        _setitimer_js: () => 0,
        emscripten_resize_heap: (size: number) => (this.#grow(size >>> 0) ? 1 : 0),
      },
      wasi_snapshot_preview1: { proc_exit: stop },
    });
    this.#exports = instance.exports;
    const { memory, __indirect_function_table: table } = instance.exports;
    if (!(memory instanceof WebAssembly.Memory) || !(table instanceof WebAssembly.Table)) {
      throw new TypeError('The HarfBuzz module exports no memory or table');
    }
    this.#memory = memory;
    this.#call('__wasm_call_ctors')();

    const outline = new WebAssembly.Instance(modules.outline, { env: { memory } }).exports;
    this.#beginOutline = callable(outline, 'begin');
    this.#endOutline = callable(outline, 'end');
    this.#outlineAt = this.#call('malloc')(outlineBytes);
    this.#drawFuncs = this.#call('hb_draw_funcs_create')();
    const setters = {
      move_to: 'moveTo',
      line_to: 'lineTo',
      quadratic_to: 'quadraticTo',
      cubic_to: 'cubicTo',
      close_path: 'closePath',
    };
    for (const [setter, name] of Object.entries(setters)) {
      const slot = table.grow(1);
      table.set(slot, outline[name]);
      this.#call(`hb_draw_funcs_set_${setter}_func`)(this.#drawFuncs, slot, 0, 0);
    }

    this.#buffer = this.#call('hb_buffer_create')();
    this.#noLigatures = this.#call('malloc')(32);
    this.#words(this.#noLigatures, 8).set([tag('liga'), 0, 0, 0xffffffff, tag('clig'), 0, 0, 0xffffffff]);
    this.#shape = this.#call('hb_shape');
  }

  /** Size of the module's memory, which only ever grows. */
  get memoryBytes(): number {
    return this.#memory.buffer.byteLength;
  }

  #grow(size: number): boolean {
    const pages = Math.ceil(
      (Math.max(size, this.#memory.buffer.byteLength * 1.2) - this.#memory.buffer.byteLength) / 65536,
    );
    try {
      this.#memory.grow(Math.max(0, pages));
      return true;
    } catch {
      return false;
    }
  }

  #call(name: string): Call {
    let call = this.#calls.get(name);
    if (!call) this.#calls.set(name, (call = callable(this.#exports, name)));
    return call;
  }

  /** Unsigned 32-bit words at an address; made anew each time, since growing memory detaches old views. */
  #words(at: number, length: number): Uint32Array {
    return new Uint32Array(this.#memory.buffer, at, length);
  }

  /** Copies a font file in. Free it with `closeFace`. */
  openFace(bytes: Uint8Array): HbFace {
    const at = this.#call('malloc')(bytes.length);
    new Uint8Array(this.#memory.buffer, at, bytes.length).set(bytes);
    // Mode 2 is writable memory that HarfBuzz may keep; it is freed by closeFace.
    const blob = this.#call('hb_blob_create')(at, bytes.length, 2, 0, 0);
    const face = this.#call('hb_face_create')(blob, 0);
    this.#faceData.set(face, at);
    return { face, blob };
  }

  closeFace(face: HbFace): void {
    this.#call('hb_face_destroy')(face.face);
    this.#call('hb_blob_destroy')(face.blob);
    this.#call('free')(this.#faceData.get(face.face) ?? 0);
    this.#faceData.delete(face.face);
  }

  /** A font of a face at the given axes' values. Free it with `closeFont` before its face. */
  openFont(face: HbFace, axes: Readonly<Record<string, number>>): HbFont {
    const font = this.#call('hb_font_create')(face.face);
    const entries = Object.entries(axes);
    if (entries.length > 0) {
      const at = this.#call('malloc')(entries.length * 8);
      const view = new DataView(this.#memory.buffer, at);
      for (const [i, [name, value]] of entries.entries()) {
        view.setUint32(i * 8, tag(name), true);
        view.setFloat32(i * 8 + 4, value, true);
      }
      this.#call('hb_font_set_variations')(font, at, entries.length);
      this.#call('free')(at);
    }
    return { font };
  }

  closeFont(font: HbFont): void {
    this.#call('hb_font_destroy')(font.font);
  }

  #language(language: string): number {
    let value = this.#languages.get(language);
    if (value === undefined) {
      const bytes = new TextEncoder().encode(language);
      const at = this.#call('malloc')(bytes.length);
      new Uint8Array(this.#memory.buffer, at, bytes.length).set(bytes);
      value = this.#call('hb_language_from_string')(at, bytes.length);
      this.#call('free')(at);
      this.#languages.set(language, value);
    }
    return value;
  }

  /** Shapes one run: one font, one direction, one script. */
  shape(font: HbFont, text: string, options: ShapeOptions): ShapedRun {
    const buffer = this.#buffer;
    this.#call('hb_buffer_clear_contents')(buffer);
    const at = this.#call('malloc')(text.length * 2);
    const units = new Uint16Array(this.#memory.buffer, at, text.length);
    for (let i = 0; i < text.length; i++) units[i] = text.charCodeAt(i);
    this.#call('hb_buffer_add_utf16')(buffer, at, text.length, 0, text.length);
    this.#call('free')(at);
    this.#call('hb_buffer_set_flags')(buffer, removeDefaultIgnorables);
    this.#call('hb_buffer_set_direction')(buffer, options.rtl ? directionRtl : directionLtr);
    this.#call('hb_buffer_set_script')(buffer, tag(options.script));
    this.#call('hb_buffer_set_language')(buffer, this.#language(options.language));
    this.#shape(font.font, buffer, options.ligatures ? 0 : this.#noLigatures, options.ligatures ? 0 : 2);

    const count = this.#call('hb_buffer_get_length')(buffer);
    const infos = this.#words(this.#call('hb_buffer_get_glyph_infos')(buffer, 0), count * 5);
    const places = new Int32Array(
      this.#memory.buffer,
      this.#call('hb_buffer_get_glyph_positions')(buffer, 0),
      count * 5,
    );
    const run: ShapedRun = {
      glyphs: new Uint16Array(count),
      clusters: new Uint16Array(count),
      advances: new Int16Array(count),
      dx: new Int16Array(count),
      dy: new Int16Array(count),
    };
    for (let i = 0; i < count; i++) {
      run.glyphs[i] = infos[i * 5] ?? 0;
      run.clusters[i] = infos[i * 5 + 2] ?? 0;
      run.advances[i] = places[i * 5] ?? 0;
      run.dx[i] = places[i * 5 + 2] ?? 0;
      run.dy[i] = places[i * 5 + 3] ?? 0;
    }
    return run;
  }

  /** Top and bottom of a glyph's ink, y up; null where it has none. */
  ink(font: HbFont, glyph: number): Ink | null {
    const at = this.#outlineAt;
    if (!this.#call('hb_font_get_glyph_extents')(font.font, glyph, at)) return null;
    const [left = 0, top = 0, , height = 0] = new Int32Array(this.#memory.buffer, at, 4);
    return height === 0 ? null : { left, top, bottom: top + height };
  }

  /** A glyph's outline as opcodes and coordinates (see `GlyphOutline`), in font units, y up. */
  outline(font: HbFont, glyph: number): Float32Array {
    this.#beginOutline(this.#outlineAt, outlineBytes);
    this.#call('hb_font_draw_glyph')(font.font, glyph, this.#drawFuncs, 0);
    const end = this.#endOutline();
    if (end === 0) throw new RangeError(`The outline of glyph ${glyph} is over ${outlineBytes} bytes`);
    return new Float32Array(this.#memory.buffer, this.#outlineAt, (end - this.#outlineAt) / 4).slice();
  }
}
