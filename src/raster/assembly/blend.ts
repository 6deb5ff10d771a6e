/** Coverage masks and pictures blended over rows of 24-bit RGB, in sRGB values as browsers and resvg do. */
import { blendIndexed, blendIndexedPicture, setIndexedColor, setIndexedTarget } from './indexed';
import { levelAt, loadLevels } from './levels';
import { markDirty } from './tiles';

// The picture being drawn.
let pixels: usize = 0;
let width: i32 = 0;
let height: i32 = 0;
/** Bytes from a row to the next. */
let line: i32 = 0;
/** Whether it is drawn in numbers of colours instead. */
let indexed = false;

// The colour, as the three 16-byte phases of a repeated RGB triple, and its opacity.
let phase0 = i8x16.splat(0);
let phase1 = i8x16.splat(0);
let phase2 = i8x16.splat(0);
let red: u32 = 0;
let green: u32 = 0;
let blue: u32 = 0;
let opacity: u32 = 255;

/** Draws from now on over RGB rows, each after `lead` bytes. */
export function setTarget(rows: usize, w: i32, h: i32, lead: i32): void {
  pixels = rows + lead;
  line = w * 3 + lead;
  width = w;
  height = h;
  indexed = false;
}

/** Draws on a stream of one byte a pixel, adding the colours it needs to `palette`. */
export function setStream(stream: usize, w: i32, h: i32, palette: usize): void {
  setIndexedTarget(stream, w, palette);
  width = w;
  height = h;
  indexed = true;
}

export function setColor(r: u32, g: u32, b: u32, a: u32): void {
  red = r;
  green = g;
  blue = b;
  opacity = a;
  setIndexedColor(r, g, b, a);
  const triple = i8x16.replace_lane(i8x16.replace_lane(i8x16.splat(<i8>r), 1, <i8>g), 2, <i8>b);
  phase0 = v128.swizzle(triple, i8x16(0, 1, 2, 0, 1, 2, 0, 1, 2, 0, 1, 2, 0, 1, 2, 0));
  phase1 = v128.swizzle(triple, i8x16(1, 2, 0, 1, 2, 0, 1, 2, 0, 1, 2, 0, 1, 2, 0, 1));
  phase2 = v128.swizzle(triple, i8x16(2, 0, 1, 2, 0, 1, 2, 0, 1, 2, 0, 1, 2, 0, 1, 2));
}

/** round(v / 255) of eight products. */
@inline
function divide(v: v128): v128 {
  const t = i16x8.add(v, i16x8.splat(128));
  return i16x8.add(t, i16x8.shr_u(t, 8));
}

/** (color * cover + under * (255 - cover)) / 255 for sixteen bytes. */
@inline
function mix(under: v128, color: v128, cover: v128): v128 {
  const rest = v128.not(cover);
  const low = divide(i16x8.add(i16x8.extmul_low_i8x16_u(color, cover), i16x8.extmul_low_i8x16_u(under, rest)));
  const high = divide(i16x8.add(i16x8.extmul_high_i8x16_u(color, cover), i16x8.extmul_high_i8x16_u(under, rest)));
  return v128.shuffle<i8>(low, high, 1, 3, 5, 7, 9, 11, 13, 15, 17, 19, 21, 23, 25, 27, 29, 31);
}

@inline
function scaled(cover: v128, by: v128): v128 {
  const low = divide(i16x8.extmul_low_i8x16_u(cover, by));
  const high = divide(i16x8.extmul_high_i8x16_u(cover, by));
  return v128.shuffle<i8>(low, high, 1, 3, 5, 7, 9, 11, 13, 15, 17, 19, 21, 23, 25, 27, 29, 31);
}

/**
 * Draws a mask of `w` by `h` with its left top at (x, y) in the colour set. Rows of the mask (see `levels.ts`) are `stride` bytes
 * apart and zero beyond `w`. Parts outside the picture are left out.
 */
export function blendMask(mask: usize, stride: i32, w: i32, h: i32, x: i32, y: i32): void {
  if (y < 0) {
    mask -= y * stride;
    h += y;
    y = 0;
  }
  h = min(h, height - y);
  if (h <= 0 || x >= width || x + w <= 0) return;
  markDirty(max(x, 0), y, min(x + w, width), h);
  if (indexed) {
    blendIndexed(mask, stride, w, h, x, y);
    return;
  }
  if (x < 0 || x + ((w + 15) & ~15) > width) {
    blendClipped(mask, stride, w, h, x, y);
    return;
  }
  const c0 = phase0;
  const c1 = phase1;
  const c2 = phase2;
  const spread0 = i8x16(0, 0, 0, 1, 1, 1, 2, 2, 2, 3, 3, 3, 4, 4, 4, 5);
  const spread1 = i8x16(5, 5, 6, 6, 6, 7, 7, 7, 8, 8, 8, 9, 9, 9, 10, 10);
  const spread2 = i8x16(10, 11, 11, 11, 12, 12, 12, 13, 13, 13, 14, 14, 14, 15, 15, 15);
  const opaque = opacity == 255;
  const by = i8x16.splat(<i8>opacity);
  let row = pixels + y * line + x * 3;
  for (let i = 0; i < h; i++) {
    let to = row;
    for (let j = 0; j < w; j += 16) {
      const levels = loadLevels(mask + (j >> 1));
      if (v128.any_true(levels)) {
        // Levels are 17 of 255 apart.
        let cover = v128.or(levels, i16x8.shl(levels, 4));
        if (!opaque) cover = scaled(cover, by);
        v128.store(to, mix(v128.load(to), c0, v128.swizzle(cover, spread0)));
        v128.store(to, mix(v128.load(to, 16), c1, v128.swizzle(cover, spread1)), 16);
        v128.store(to, mix(v128.load(to, 32), c2, v128.swizzle(cover, spread2)), 32);
      }
      to += 48;
    }
    mask += stride;
    row += line;
  }
}

@inline
function mixByte(under: u32, color: u32, cover: u32): u32 {
  const t = color * cover + under * (255 - cover) + 128;
  return (t + (t >> 8)) >> 8;
}

@inline
function mixPixel(at: usize, r: u32, g: u32, b: u32, cover: u32): void {
  store<u8>(at, mixByte(load<u8>(at), r, cover));
  store<u8>(at, mixByte(load<u8>(at, 1), g, cover), 1);
  store<u8>(at, mixByte(load<u8>(at, 2), b, cover), 2);
}

/** The same, pixel by pixel, where the mask crosses or nears the picture's left or right edge. */
function blendClipped(mask: usize, stride: i32, w: i32, h: i32, x: i32, y: i32): void {
  const from = max(0, -x);
  const to = min(w, width - x);
  for (let i = 0; i < h; i++) {
    const row = pixels + (y + i) * line + x * 3;
    for (let j = from; j < to; j++) {
      const cover = mixByte(0, opacity, levelAt(mask, j) * 17);
      if (cover) mixPixel(row + j * 3, red, green, blue, cover);
    }
    mask += stride;
  }
}

/** Draws a straight RGBA picture of `w` by `h` with its left top at (x, y), cut at the edges. */
export function blendPicture(rgba: usize, w: i32, h: i32, x: i32, y: i32): void {
  const left = max(0, -x);
  const right = min(w, width - x);
  const top = max(0, -y);
  const bottom = min(h, height - y);
  if (left >= right || top >= bottom) return;
  markDirty(x + left, y + top, x + right, bottom - top);
  if (indexed) {
    blendIndexedPicture(rgba, w, left, top, right, bottom, x, y);
    return;
  }
  for (let i = top; i < bottom; i++) {
    const row = pixels + (y + i) * line + x * 3;
    const from = rgba + ((i * w) << 2);
    for (let j = left; j < right; j++) {
      const p = from + (j << 2);
      const cover = <u32>load<u8>(p, 3);
      if (cover) mixPixel(row + j * 3, load<u8>(p), load<u8>(p, 1), load<u8>(p, 2), cover);
    }
  }
}

/** Drops the alpha of `count` RGBA pixels. Writes up to 4 bytes beyond the end. */
export function rgbaToRgb(rgba: usize, rgb: usize, count: i32): void {
  const pick = i8x16(0, 1, 2, 4, 5, 6, 8, 9, 10, 12, 13, 14, -1, -1, -1, -1);
  let i = 0;
  for (; i + 4 <= count; i += 4) {
    v128.store(rgb, v128.swizzle(v128.load(rgba), pick));
    rgba += 16;
    rgb += 12;
  }
  for (; i < count; i++) {
    store<u16>(rgb, load<u16>(rgba));
    store<u8>(rgb, load<u8>(rgba, 2), 2);
    rgba += 4;
    rgb += 3;
  }
}

/** Adds an alpha of 255 to `count` RGB pixels. Reads up to 4 bytes beyond the end. */
export function rgbToRgba(rgb: usize, rgba: usize, count: i32): void {
  const spread = i8x16(0, 1, 2, -1, 3, 4, 5, -1, 6, 7, 8, -1, 9, 10, 11, -1);
  const alpha = i32x4.splat(<i32>0xff000000);
  let i = 0;
  for (; i + 4 <= count; i += 4) {
    v128.store(rgba, v128.or(v128.swizzle(v128.load(rgb), spread), alpha));
    rgb += 12;
    rgba += 16;
  }
  for (; i < count; i++) {
    store<u32>(rgba, <u32>load<u16>(rgb) | (<u32>load<u8>(rgb, 2) << 16) | 0xff000000);
    rgb += 3;
    rgba += 4;
  }
}
