/**
 * The same drawing on rows of colour numbers, each row after a filter's byte. Masks have sixteen levels, so a colour over
 * another gives sixteen colours: for each colour beneath, a table from level to number is made when it is first met.
 */
import { levelAt, loadLevels } from './levels';
import { colorNumber, paletteColor } from './palette';

let rows: usize = 0;
let width: i32 = 0;
let palette: usize = 0;
let full = false;

let red: u32 = 0;
let green: u32 = 0;
let blue: u32 = 0;
let opacity: u32 = 255;

/** For each colour beneath: the numbers of the sixteen levels, and a bit for each that is known. */
const levels = memory.data(256 * 16, 16);
const known = memory.data(256 * 2, 16);
const ALL: u32 = 0xffff;
/** Pixels beneath one vector from which on a colour counts as a ground, for which all levels will be needed. */
const GROUND: i32 = 6;
/** The ground met last, as sixteen pixels of it, and its numbers by level; none is met before the first. */
let grounds = i8x16.splat(0);
let colors = i8x16.splat(0);
let grounded = false;

export function setIndexedTarget(stream: usize, w: i32, table: usize): void {
  rows = stream + 1;
  width = w;
  palette = table;
  full = false;
  forgetLevels();
}

function forgetLevels(): void {
  memory.fill(known, 0, 512);
  grounded = false;
}

/** Whether more than 256 colours were needed: what was drawn is then of no use. */
export function paletteFull(): bool {
  return full;
}

export function setIndexedColor(r: u32, g: u32, b: u32, a: u32): void {
  red = r;
  green = g;
  blue = b;
  opacity = a;
  forgetLevels();
}

@inline
function mixed(under: u32, color: u32, cover: u32): u32 {
  const t = color * cover + under * (255 - cover) + 128;
  return (t + (t >> 8)) >> 8;
}

function numberOf(under: u32, r: u32, g: u32, b: u32, cover: u32): u32 {
  const color =
    mixed(under & 255, r, cover) |
    (mixed((under >> 8) & 255, g, cover) << 8) |
    (mixed(under >> 16, b, cover) << 16);
  const number = colorNumber(palette, color);
  if (number < 256) return number;
  full = true;
  return 0;
}

/** The number of the colour at a level over the colour `under`. */
function levelOver(under: u32, level: u32): u32 {
  const at = levels + (under << 4) + level;
  const bits = <u32>load<u16>(known + (under << 1));
  if (bits & (1 << level)) return load<u8>(at);
  const number = numberOf(paletteColor(palette, under), red, green, blue, mixed(0, opacity, level * 17));
  store<u8>(at, number);
  store<u16>(known + (under << 1), bits | (1 << level));
  return number;
}

/** Makes the colour `under`, beneath `pixels` of a vector, the ground met last, its levels all known; false where it is too few. */
function meetGround(under: u32, pixels: i32): bool {
  const at = levels + (under << 4);
  if (load<u16>(known + (under << 1)) != ALL) {
    if (pixels < GROUND) return false;
    store<u8>(at, under);
    store<u16>(known + (under << 1), load<u16>(known + (under << 1)) | 1);
    for (let level: u32 = 1; level < 16; level++) levelOver(under, level);
  }
  grounds = i8x16.splat(<i8>under);
  colors = v128.load(at);
  grounded = true;
  return true;
}

/** Draws a mask of which at least one column is within the picture; rows are within it. */
export function blendIndexed(mask: usize, stride: i32, w: i32, h: i32, x: i32, y: i32): void {
  const line = width + 1;
  let row = rows + y * line + x;
  if (x < 0 || x + ((w + 15) & ~15) > width) {
    for (let i = 0; i < h; i++) {
      eachPixel(mask, row, max(0, -x), min(w, width - x));
      mask += stride;
      row += line;
    }
    return;
  }
  let ground = grounds;
  let numbers = colors;
  let met = grounded;
  for (let i = 0; i < h; i++) {
    for (let j = 0; j < w; j += 16) {
      const level = loadLevels(mask + (j >> 1));
      const drawn = i8x16.ne(level, i8x16.splat(0));
      const to = row + j;
      const under = v128.load(to);
      // Nearly always the words lie on one colour, and on that of the vector before.
      if (!met || v128.any_true(v128.andnot(drawn, i8x16.eq(under, ground)))) {
        const lanes = i8x16.bitmask(drawn);
        if (!lanes) continue;
        const first = <u32>load<u8>(to + ctz(lanes));
        const one = !v128.any_true(v128.andnot(drawn, i8x16.eq(under, i8x16.splat(<i8>first))));
        if (!one || !meetGround(first, popcnt(lanes))) {
          eachPixel(mask, row, j, min(j + 16, w));
          continue;
        }
        ground = grounds;
        numbers = colors;
        met = true;
      }
      v128.store(to, v128.bitselect(v128.swizzle(numbers, level), under, drawn));
    }
    mask += stride;
    row += line;
  }
}

function eachPixel(mask: usize, row: usize, from: i32, to: i32): void {
  for (let j = from; j < to; j++) {
    const level = levelAt(mask, j);
    if (level) store<u8>(row + j, levelOver(load<u8>(row + j), level));
  }
}

/** Draws columns [left, right) and rows [top, bottom) of a straight RGBA picture `w` wide whose left top is at (x, y). */
export function blendIndexedPicture(
  rgba: usize, w: i32, left: i32, top: i32, right: i32, bottom: i32, x: i32, y: i32,
): void {
  for (let i = top; i < bottom; i++) {
    const row = rows + (y + i) * (width + 1) + x;
    const from = rgba + ((i * w) << 2);
    for (let j = left; j < right; j++) {
      const p = from + (j << 2);
      const cover = <u32>load<u8>(p, 3);
      if (!cover) continue;
      const under = paletteColor(palette, load<u8>(row + j));
      store<u8>(row + j, numberOf(under, load<u8>(p), load<u8>(p, 1), load<u8>(p, 2), cover));
      if (full) return;
    }
  }
}
