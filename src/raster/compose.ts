import { Kept } from '../kept.ts';
import type { Layer } from '../layer/model.ts';
import type { PlacedEmoji, PlacedFill, PlacedGlyph } from '../text/model.ts';
import { parseColor } from './color.ts';
import type { Arena } from './arena.ts';
import { type Mask, Masks, PHASES } from './masks.ts';
import type { Scene, Sources } from './model.ts';
import { sampleOutline, sampleGlyphs } from './sample.ts';
import { roundedRect } from './shapes.ts';
import type { RasterExports } from './wasm.ts';

/** Emoji pictures kept at most, in bytes. */
const PICTURES = 4 << 20;

/** Draws what stands over a layer: fills, then glyphs, then emoji of each text. */
export class Composer {
  readonly #wasm: RasterExports;
  readonly #arena: Arena;
  readonly #sources: Sources;
  readonly #masks: Masks;
  readonly #pictures: Kept<number>;
  #color = '';

  constructor(wasm: RasterExports, arena: Arena, sources: Sources) {
    this.#wasm = wasm;
    this.#arena = arena;
    this.#sources = sources;
    this.#masks = new Masks(wasm, arena, (font, glyph) => sources.outline(font, glyph));
    this.#pictures = new Kept(PICTURES, (at) => arena.release(at));
  }

  /** Draws over the target set in the module, marking the tiles it touches. */
  draw({ layer, texts }: Scene): void {
    const { dpr } = layer;
    this.#color = '';
    for (const text of texts) {
      for (const fill of text.fills) this.#fill(fill, dpr);
      for (const glyph of text.glyphs) this.#glyph(glyph, dpr);
      for (const emoji of text.emoji) this.#emoji(emoji, dpr);
    }
  }

  /** Draws the sample text of a layer (see `sampleGlyphs`). */
  drawSample(layer: Layer): void {
    this.#color = '';
    for (const glyph of sampleGlyphs(layer)) {
      this.#setColor(glyph.color);
      const { unitsPerEm, commands } = sampleOutline(glyph.glyph);
      const [x, y] = [glyph.x * layer.dpr, glyph.y * layer.dpr];
      const scale = (glyph.size * layer.dpr) / unitsPerEm;
      this.#blend(this.#masks.shape(commands, scale, x - Math.floor(x), 0), Math.floor(x), Math.round(y));
    }
  }

  #blend({ at, stride, width, height, left, top }: Mask, x: number, y: number): void {
    if (width > 0) this.#wasm.blendMask(at, stride, width, height, x + left, y + top);
  }

  #glyph(glyph: PlacedGlyph, dpr: number): void {
    this.#setColor(glyph.color);
    const x = Math.round(glyph.x * dpr * PHASES);
    const y = Math.round(glyph.y * dpr * PHASES);
    const [columns, rows] = [Math.floor(x / PHASES), Math.floor(y / PHASES)];
    const mask = this.#masks.glyph(
      glyph.font,
      glyph.glyph,
      glyph.size * dpr,
      x - columns * PHASES,
      y - rows * PHASES,
    );
    this.#blend(mask, columns, rows);
  }

  #fill(fill: PlacedFill, dpr: number): void {
    this.#setColor(fill.color);
    const [left, top] = [Math.floor(fill.x * dpr), Math.floor(fill.y * dpr)];
    const outline = roundedRect(fill.width, fill.height, fill.radius);
    const mask = this.#masks.shape(outline, dpr, fill.x * dpr - left, fill.y * dpr - top);
    this.#blend(mask, left, top);
  }

  #emoji(placed: PlacedEmoji, dpr: number): void {
    const [width, height] = [Math.round(placed.width * dpr), Math.round(placed.height * dpr)];
    if (width < 1 || height < 1) return;
    const key = `${placed.emoji} ${width} ${height}`;
    let at = this.#pictures.get(key);
    if (at === undefined) {
      const rgba = this.#sources.rasterizeSvg(this.#sources.emojiSvg(placed.emoji), width, height);
      at = this.#arena.allocate(rgba.length);
      this.#arena.bytes(at, rgba.length).set(rgba);
      this.#pictures.set(key, at, rgba.length);
    }
    this.#wasm.blendPicture(at, width, height, Math.round(placed.x * dpr), Math.round(placed.y * dpr));
  }

  #setColor(color: string): void {
    if (color === this.#color) return;
    this.#color = color;
    const value = parseColor(color);
    this.#wasm.setColor((value >>> 24) & 255, (value >>> 16) & 255, (value >>> 8) & 255, value & 255);
  }
}
