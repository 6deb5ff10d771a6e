import type { Layer } from '../layer/model.ts';
import type { PlacedText } from '../text/model.ts';
import type { Arena } from './arena.ts';
import type { Composer } from './compose.ts';
import { tileBytes } from './layered.ts';
import type { Area, Board, Scene } from './model.ts';
import type { RasterExports } from './wasm.ts';

/** A board in the raster module's memory: the still picture, and a copy of it that is drawn on. */
export class WasmBoard implements Board {
  readonly #wasm: RasterExports;
  readonly #arena: Arena;
  readonly #composer: Composer;
  readonly #layer: Layer;
  readonly #still: number;
  readonly #shown: number;

  /** @param still address of the still picture's RGB rows, which the board takes over */
  constructor(wasm: RasterExports, arena: Arena, composer: Composer, layer: Layer, still: number) {
    this.#wasm = wasm;
    this.#arena = arena;
    this.#composer = composer;
    this.#layer = layer;
    this.#still = still;
    this.#shown = arena.allocate(this.#bytes);
    arena.copy(still, this.#shown, this.#bytes);
  }

  get #bytes(): number {
    return this.#layer.width * this.#layer.height * 3;
  }

  draw({ x, y, width, height }: Area, texts: readonly PlacedText[]): void {
    const memory = new Uint8Array(this.#wasm.memory.buffer);
    for (let row = y; row < y + height; row++) {
      const from = (row * this.#layer.width + x) * 3;
      memory.copyWithin(this.#shown + from, this.#still + from, this.#still + from + width * 3);
    }
    drawOn(this.#wasm, this.#composer, this.#shown, { layer: this.#layer, texts });
  }

  rgb(): Uint8Array {
    return this.#arena.bytes(this.#shown, this.#bytes);
  }

  release(): void {
    this.#arena.release(this.#still);
    this.#arena.release(this.#shown);
  }
}

/** Draws a scene's texts over RGB rows at an address. */
export function drawOn(wasm: RasterExports, composer: Composer, rgb: number, scene: Scene): void {
  const { width, height } = scene.layer;
  wasm.setTarget(rgb, width, height, 0);
  wasm.resetTiles(width, height, tileBytes(width, 3), 3);
  composer.draw(scene);
}
