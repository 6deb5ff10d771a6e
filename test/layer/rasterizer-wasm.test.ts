import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { beforeAll, expect, test } from 'vitest';
import { nativeRasterizer } from '../../src/layer/rasterizer-native.ts';
import { wasmRasterizer } from '../../src/layer/rasterizer-wasm.ts';
import { compiled } from './deps.ts';

let module: WebAssembly.Module;

beforeAll(async () => {
  module = await compiled('@resvg/resvg-wasm/index_bg.wasm');
});

/** As SVG. @param name anything, in any script */
function square(size: number, name: string): string {
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}" id="${name}">` +
    `<circle cx="${size / 2}" cy="${size / 2}" r="${size / 2}" fill="#c2512f"/></svg>`
  );
}

test('small and large pictures in turn are those of the native module', () => {
  const wasm = wasmRasterizer(module);
  for (const [size, name] of [
    [40, 'a'],
    [1400, 'あ'],
    [50, 'ü'],
    [1500, 'b'],
    [40, '🙂'],
  ] as const) {
    const svg = square(size, name);
    const [drawn, native] = [wasm.rasterize(svg, 1), nativeRasterizer.rasterize(svg, 1)];
    expect([drawn.width, drawn.height]).toEqual([size, size]);
    expect(Buffer.compare(drawn.pixels, native.pixels)).toBe(0);
  }
});

test('an SVG that cannot be parsed is an error, and the next is drawn', () => {
  const wasm = wasmRasterizer(module);
  expect(() => wasm.rasterize('<svg', 1)).toThrow(Error);
  expect(wasm.rasterize(square(1, 'a'), 1).pixels).toHaveLength(4);
});

test('the memory that a large picture took goes with its pixels', async () => {
  setFlagsFromString('--expose-gc');
  const collect: () => void = runInNewContext('gc');
  const wasm = wasmRasterizer(module);
  const memory = new WeakRef(wasm.rasterize(square(1400, 'a'), 1).pixels.buffer);
  // What a weak reference leads to stays until the task ends.
  await new Promise((resolve) => setImmediate(resolve));
  collect();
  expect(memory.deref()).toBeUndefined();
  expect(wasm.rasterize(square(1, 'a'), 1).pixels).toHaveLength(4);
});
