// Receives HarfBuzz's draw callbacks and writes them as float32 into HarfBuzz's own memory, so that reading an outline
// crosses into JavaScript once. Compiled by scripts/build/harfbuzz.ts; the opcodes are those of GlyphOutline.

let cursor: usize = 0;
let limit: usize = 0;
let overflowed: bool = false;

/** Starts recording at an address with room for `bytes`. */
export function begin(at: usize, bytes: usize): void {
  cursor = at;
  limit = at + bytes;
  overflowed = false;
}

/** The address after the last value, or 0 when there was no room for all. */
export function end(): usize {
  return overflowed ? 0 : cursor;
}

function put(value: f32): void {
  if (cursor + 4 > limit) {
    overflowed = true;
    return;
  }
  store<f32>(cursor, value);
  cursor += 4;
}

export function moveTo(funcs: usize, data: usize, state: usize, x: f32, y: f32, _user: usize): void {
  put(0);
  put(x);
  put(y);
}

export function lineTo(funcs: usize, data: usize, state: usize, x: f32, y: f32, _user: usize): void {
  put(1);
  put(x);
  put(y);
}

export function quadraticTo(
  funcs: usize,
  data: usize,
  state: usize,
  cx: f32,
  cy: f32,
  x: f32,
  y: f32,
  _user: usize,
): void {
  put(2);
  put(cx);
  put(cy);
  put(x);
  put(y);
}

export function cubicTo(
  funcs: usize,
  data: usize,
  state: usize,
  c1x: f32,
  c1y: f32,
  c2x: f32,
  c2y: f32,
  x: f32,
  y: f32,
  _user: usize,
): void {
  put(3);
  put(c1x);
  put(c1y);
  put(c2x);
  put(c2y);
  put(x);
  put(y);
}

export function closePath(_funcs: usize, _data: usize, _state: usize, _user: usize): void {
  put(4);
}
