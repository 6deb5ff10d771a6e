/**
 * Glyph outlines to coverage masks by exact signed areas. Every edge adds, to the pixels it crosses, the change of
 * coverage it causes to everything on its right; a running sum along each row gives the winding-weighted area, and
 * its absolute value cut at 1 is the coverage under the nonzero rule (overlapping contours of variable fonts add up
 * beyond 1 and are cut; a hole turns the other way and subtracts).
 */

import { storeLevels } from './levels';

/** Largest distance of a flattened curve from the true one, in pixels. */
const TOLERANCE: f32 = 0.08;
const MAX_PIECES: i32 = 64;
const TWO: f32 = 2;
const THREE: f32 = 3;

/** Box of the last measured outline, in pixels, y down: left, top, width, height. */
let left: i32 = 0;
let top: i32 = 0;
let width: i32 = 0;
let height: i32 = 0;

let drawing = false;
let sums: usize = 0;
let stride: i32 = 0;
let minX: f32 = 0;
let minY: f32 = 0;
let maxX: f32 = 0;
let maxY: f32 = 0;

export function maskLeft(): i32 {
  return left;
}
export function maskTop(): i32 {
  return top;
}
export function maskWidth(): i32 {
  return width;
}
export function maskHeight(): i32 {
  return height;
}

/**
 * Measures an outline of `count` numbers (opcodes and coordinates, font units, y up) drawn at `scale` pixels per unit
 * with its origin at (`dx`, `dy`).
 * @returns floats the running sums need; the mask takes half as many bytes, its rows that much / height apart. 0 when empty.
 */
export function measureMask(commands: usize, count: i32, scale: f32, dx: f32, dy: f32): i32 {
  drawing = false;
  minX = minY = f32.MAX_VALUE;
  maxX = maxY = -f32.MAX_VALUE;
  walk(commands, count, scale, dx, dy);
  width = height = left = top = stride = 0;
  if (!(maxX > minX && maxY > minY) || max(max(abs(minX), abs(maxX)), max(abs(minY), abs(maxY))) > 32000) return 0;
  left = <i32>floor(minX);
  top = <i32>floor(minY);
  width = <i32>ceil(maxX) - left;
  height = <i32>ceil(maxY) - top;
  // An edge may touch two sums beyond the last pixel; rows are whole 16-pixel vectors.
  stride = (width + 2 + 15) & ~15;
  return stride * height;
}

/**
 * Draws the outline just measured, with the same arguments. `space` must hold zeros and is zero again afterwards.
 */
export function drawMask(commands: usize, count: i32, scale: f32, dx: f32, dy: f32, space: usize, mask: usize): void {
  drawing = true;
  sums = space;
  walk(commands, count, scale, dx - <f32>left, dy - <f32>top);
  for (let y = 0; y < height; y++) {
    sumRow(space + ((y * stride) << 2), mask + ((y * stride) >> 1));
  }
}

/** Running sum of one row of changes to levels of coverage; clears the changes behind itself. */
function sumRow(from: usize, to: usize): void {
  const zero = f32x4.splat(0);
  let carry = zero;
  for (let x = 0; x < stride; x += 16) {
    const a = prefix(v128.load(from), carry);
    const b = prefix(v128.load(from, 16), last(a));
    const c = prefix(v128.load(from, 32), last(b));
    const d = prefix(v128.load(from, 48), last(c));
    carry = last(d);
    v128.store(from, zero);
    v128.store(from, zero, 16);
    v128.store(from, zero, 32);
    v128.store(from, zero, 48);
    storeLevels(
      to,
      i8x16.narrow_i16x8_u(
        i16x8.narrow_i32x4_s(level(a), level(b)),
        i16x8.narrow_i32x4_s(level(c), level(d)),
      ),
    );
    from += 64;
    to += 8;
  }
}

@inline
function prefix(v: v128, carry: v128): v128 {
  const zero = i32x4.splat(0);
  let s = f32x4.add(v, v128.shuffle<i32>(zero, v, 0, 4, 5, 6));
  s = f32x4.add(s, v128.shuffle<i32>(zero, s, 0, 1, 4, 5));
  return f32x4.add(s, carry);
}

@inline
function last(v: v128): v128 {
  return v128.shuffle<i32>(v, v, 3, 3, 3, 3);
}

/**
 * Sixteen levels, without the faintest at either end: by eye the same as 256, and the edges of letters then
 * repeat, which packs far better.
 */
@inline
function level(v: v128): v128 {
  const scaled = f32x4.mul(f32x4.min(f32x4.abs(v), f32x4.splat(1)), f32x4.splat(15));
  const steps = i32x4.trunc_sat_f32x4_s(f32x4.add(scaled, f32x4.splat(0.5)));
  // A comparison that holds is -1.
  const faint = i32x4.sub(i32x4.eq(steps, i32x4.splat(1)), i32x4.eq(steps, i32x4.splat(14)));
  return i32x4.add(steps, faint);
}

/** Follows the outline's contours as straight edges, closing each. */
function walk(commands: usize, count: i32, scale: f32, dx: f32, dy: f32): void {
  const end = commands + (count << 2);
  let p = commands;
  let x: f32 = 0;
  let y: f32 = 0;
  let startX: f32 = 0;
  let startY: f32 = 0;
  let open = false;
  while (p < end) {
    const op = <i32>load<f32>(p);
    if (op == 0) {
      if (open) edge(x, y, startX, startY);
      x = startX = dx + load<f32>(p, 4) * scale;
      y = startY = dy - load<f32>(p, 8) * scale;
      open = true;
      p += 12;
    } else if (op == 1) {
      const x1 = dx + load<f32>(p, 4) * scale;
      const y1 = dy - load<f32>(p, 8) * scale;
      edge(x, y, x1, y1);
      x = x1;
      y = y1;
      p += 12;
    } else if (op == 2) {
      const cx = dx + load<f32>(p, 4) * scale;
      const cy = dy - load<f32>(p, 8) * scale;
      const x1 = dx + load<f32>(p, 12) * scale;
      const y1 = dy - load<f32>(p, 16) * scale;
      quadratic(x, y, cx, cy, x1, y1);
      x = x1;
      y = y1;
      p += 20;
    } else if (op == 3) {
      const ax = dx + load<f32>(p, 4) * scale;
      const ay = dy - load<f32>(p, 8) * scale;
      const bx = dx + load<f32>(p, 12) * scale;
      const by = dy - load<f32>(p, 16) * scale;
      const x1 = dx + load<f32>(p, 20) * scale;
      const y1 = dy - load<f32>(p, 24) * scale;
      cubic(x, y, ax, ay, bx, by, x1, y1);
      x = x1;
      y = y1;
      p += 28;
    } else {
      if (open) edge(x, y, startX, startY);
      x = startX;
      y = startY;
      open = false;
      p += 4;
    }
  }
  if (open) edge(x, y, startX, startY);
}

/** Pieces a curve is cut into, from the largest length of its second differences times the degree's factor. */
@inline
function pieces(bend: f32): i32 {
  return min(MAX_PIECES, max(1, <i32>ceil(sqrt(bend / TOLERANCE))));
}

function quadratic(x0: f32, y0: f32, cx: f32, cy: f32, x1: f32, y1: f32): void {
  const bx = x0 - TWO * cx + x1;
  const by = y0 - TWO * cy + y1;
  const n = pieces(<f32>0.25 * sqrt(bx * bx + by * by));
  const step = <f32>1 / <f32>n;
  let px = x0;
  let py = y0;
  for (let i = 1; i < n; i++) {
    const t = <f32>i * step;
    const qx = x0 + t * (TWO * (cx - x0) + t * bx);
    const qy = y0 + t * (TWO * (cy - y0) + t * by);
    edge(px, py, qx, qy);
    px = qx;
    py = qy;
  }
  edge(px, py, x1, y1);
}

function cubic(x0: f32, y0: f32, ax: f32, ay: f32, bx: f32, by: f32, x1: f32, y1: f32): void {
  const ux = x0 - TWO * ax + bx;
  const uy = y0 - TWO * ay + by;
  const vx = ax - TWO * bx + x1;
  const vy = ay - TWO * by + y1;
  const n = pieces(<f32>0.75 * sqrt(max(ux * ux + uy * uy, vx * vx + vy * vy)));
  const step = <f32>1 / <f32>n;
  let px = x0;
  let py = y0;
  for (let i = 1; i < n; i++) {
    const t = <f32>i * step;
    const qx = x0 + t * (THREE * (ax - x0) + t * (THREE * ux + t * (vx - ux)));
    const qy = y0 + t * (THREE * (ay - y0) + t * (THREE * uy + t * (vy - uy)));
    edge(px, py, qx, qy);
    px = qx;
    py = qy;
  }
  edge(px, py, x1, y1);
}

/** Measures or draws one straight edge. */
function edge(x0: f32, y0: f32, x1: f32, y1: f32): void {
  if (!drawing) {
    minX = min(minX, min(x0, x1));
    maxX = max(maxX, max(x0, x1));
    minY = min(minY, min(y0, y1));
    maxY = max(maxY, max(y0, y1));
    return;
  }
  if (y0 == y1) return;
  let turn: f32 = 1;
  if (y0 > y1) {
    let t = y0;
    y0 = y1;
    y1 = t;
    t = x0;
    x0 = x1;
    x1 = t;
    turn = -1;
  }
  const slope = (x1 - x0) / (y1 - y0);
  const right = <f32>width;
  const first = max(0, <i32>y0);
  const end = min(height, <i32>ceil(y1));
  let x = x0;
  for (let row = first; row < end; row++) {
    const from = max(y0, <f32>row);
    const to = min(y1, <f32>(row + 1));
    // Rounding may carry an edge a hair beyond the measured box.
    const next = to == y1 ? x1 : x0 + slope * (to - y0);
    piece(sums + ((row * stride) << 2), max(0, min(right, min(x, next))), max(0, min(right, max(x, next))), turn * (to - from));
    x = next;
  }
}

/** One edge within one row, from `xa` rightward to `xb`, of signed height `h`. */
@inline
function piece(row: usize, xa: f32, xb: f32, h: f32): void {
  let column = <i32>xa;
  let at = row + (column << 2);
  if (xb <= <f32>(column + 1)) {
    const part = h * ((xa + xb) * <f32>0.5 - <f32>column);
    store<f32>(at, load<f32>(at) + h - part);
    store<f32>(at, load<f32>(at, 4) + part, 4);
    return;
  }
  // Area right of the edge, up to a column's border t, is h (t - xa)² / 2 (xb - xa); the sums take its second differences.
  const rate = h / (2 * (xb - xa));
  let before: f32 = 0;
  let cover: f32 = 0;
  while (<f32>column < xb) {
    const t = <f32>(column + 1);
    const area = t >= xb ? h * (t - (xa + xb) * <f32>0.5) : rate * (t - xa) * (t - xa);
    store<f32>(at, load<f32>(at) + (area - before) - cover);
    cover = area - before;
    before = area;
    at += 4;
    column++;
  }
  store<f32>(at, load<f32>(at) + h - cover);
}
