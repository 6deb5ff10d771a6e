/** The picture being coded: its source, its reconstruction, and what changed, in memory given by the caller. */

export let width: i32 = 0;
export let height: i32 = 0;
/** Macroblocks across and down. */
export let across: i32 = 0;
export let down: i32 = 0;
/** Bytes between rows of luma and of chroma. */
export let stride: usize = 0;
export let chromaStride: usize = 0;
/** Planes of the source, then of the reconstruction: luma, Cb, Cr. */
export let sourceY: usize = 0;
export let sourceU: usize = 0;
export let sourceV: usize = 0;
export let codedY: usize = 0;
export let codedU: usize = 0;
export let codedV: usize = 0;
/** A byte a macroblock: 1 where the source changed since it was coded. */
export let changed: usize = 0;

export function pictureSize(w: i32, h: i32): usize {
  const blocks = <usize>(((w + 15) >> 4) * ((h + 15) >> 4));
  return blocks * 384 * 2 + blocks + 64;
}

/** Sets sides, both even, and memory of `pictureSize` bytes, all zero. */
export function setPicture(w: i32, h: i32, at: usize): void {
  width = w;
  height = h;
  across = (w + 15) >> 4;
  down = (h + 15) >> 4;
  stride = <usize>across << 4;
  chromaStride = stride >> 1;
  const luma = stride * <usize>(down << 4);
  sourceY = at;
  sourceU = sourceY + luma;
  sourceV = sourceU + (luma >> 2);
  codedY = sourceV + (luma >> 2);
  codedU = codedY + luma;
  codedV = codedU + (luma >> 2);
  changed = codedV + (luma >> 2);
}

/** BT.709 in limited range, in 65536ths. */
@inline
function luma(rgb: usize): u32 {
  return (<u32>load<u8>(rgb) * 11966 + <u32>load<u8>(rgb, 1) * 40254 + <u32>load<u8>(rgb, 2) * 4064 + 1081344) >> 16;
}

@inline
function putByte(at: usize, value: u32): u32 {
  const difference = load<u8>(at) ^ value;
  store<u8>(at, <u8>value);
  return difference;
}

/**
 * Takes over `w` by `h` pixels of 24-bit RGB with their left top at (x, y); all four even. Chroma is the mean of four
 * pixels, sited in their middle. Notes the macroblocks in which a byte changed.
 */
export function putPixels(rgb: usize, x: i32, y: i32, w: i32, h: i32): void {
  const line = <usize>w * 3;
  for (let row = 0; row < h; row += 2) {
    const top = y + row;
    let p = rgb + <usize>row * line;
    let toY = sourceY + <usize>top * stride + x;
    let toU = sourceU + <usize>(top >> 1) * chromaStride + (x >> 1);
    let toV = sourceV + <usize>(top >> 1) * chromaStride + (x >> 1);
    const marks = changed + <usize>((top >> 4) * across);
    for (let column = x; column < x + w; column += 2) {
      const q = p + line;
      let difference = putByte(toY, luma(p));
      difference |= putByte(toY + 1, luma(p + 3));
      difference |= putByte(toY + stride, luma(q));
      difference |= putByte(toY + stride + 1, luma(q + 3));
      const r = <i32>load<u8>(p) + <i32>load<u8>(p, 3) + <i32>load<u8>(q) + <i32>load<u8>(q, 3);
      const g = <i32>load<u8>(p, 1) + <i32>load<u8>(p, 4) + <i32>load<u8>(q, 1) + <i32>load<u8>(q, 4);
      const b = <i32>load<u8>(p, 2) + <i32>load<u8>(p, 5) + <i32>load<u8>(q, 2) + <i32>load<u8>(q, 5);
      difference |= putByte(toU, <u32>((33685504 - 6596 * r - 22188 * g + 28784 * b) >> 18));
      difference |= putByte(toV, <u32>((33685504 + 28784 * r - 26145 * g - 2639 * b) >> 18));
      if (difference) store<u8>(marks + (column >> 4), 1);
      p += 6;
      toY += 2;
      toU++;
      toV++;
    }
  }
  if (x + w == width) padRight(y, h);
  if (y + h == height) padBottom();
}

/** Repeats the last column out to whole macroblocks. */
function padRight(y: i32, h: i32): void {
  for (let row = y; row < y + h; row++) repeat(sourceY + <usize>row * stride, width, <i32>stride);
  for (let row = y >> 1; row < (y + h) >> 1; row++) {
    repeat(sourceU + <usize>row * chromaStride, width >> 1, <i32>chromaStride);
    repeat(sourceV + <usize>row * chromaStride, width >> 1, <i32>chromaStride);
  }
}

function repeat(row: usize, from: i32, to: i32): void {
  memory.fill(row + from, load<u8>(row + from - 1), to - from);
}

/** Repeats the last row down to whole macroblocks. */
function padBottom(): void {
  for (let row = height; row < down << 4; row++) {
    memory.copy(sourceY + <usize>row * stride, sourceY + <usize>(height - 1) * stride, stride);
  }
  for (let row = height >> 1; row < down << 3; row++) {
    const last = <usize>((height >> 1) - 1) * chromaStride;
    memory.copy(sourceU + <usize>row * chromaStride, sourceU + last, chromaStride);
    memory.copy(sourceV + <usize>row * chromaStride, sourceV + last, chromaStride);
  }
}
