/** Which tiles of the picture a card's words touch: one bit a tile, at most 64 tiles a row. */

/** Most rows of a picture. */
export const MAX_ROWS: i32 = 16384;
const bits = memory.data(16384 * 8, 16);

// Bytes of a tile and of a pixel.
let tile: i32 = 258;
let pixel: i32 = 3;
let columns: i32 = 0;
let rows: i32 = 0;

/**
 * Starts a picture with nothing touched. A tile is so many bytes of a row of the stream; the first has the filter's byte and
 * one pixel more, so that what follows them is a whole match too.
 */
export function resetTiles(width: i32, height: i32, tileBytes: i32, pixelBytes: i32): void {
  tile = tileBytes;
  pixel = pixelBytes;
  columns = max(1, (width * pixelBytes - pixelBytes + tileBytes - 1) / tileBytes);
  rows = height;
  memory.fill(bits, 0, (height + 1) << 3);
}

/** Tiles of a row whose filtered bytes may differ from the layer's. */
// @ts-ignore: decorator
@inline
export function dirtyTiles(row: i32): u64 {
  return load<u64>(bits + (row << 3));
}

/**
 * Marks pixels [x, right) of `h` rows from `y`. A PNG filter predicts from the left, above and above left, so the
 * pixel to the right and the row below change with them.
 */
export function markDirty(x: i32, y: i32, right: i32, h: i32): void {
  const first = max(0, (x - 1) * pixel) / tile;
  const last = min(max(0, right * pixel - 1) / tile, columns - 1);
  const touched = (~(<u64>0) << first) & (~(<u64>0) >> (63 - last));
  const end = min(y + h, rows - 1);
  for (let row = y; row <= end; row++) {
    const at = bits + (row << 3);
    store<u64>(at, load<u64>(at) | touched);
  }
}
