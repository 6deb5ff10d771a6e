/**
 * Pictures of at most 256 colours as one byte a pixel. A palette's table is a hash of colours (open addressing: colour + 1,
 * then its number), its count, and the colours in order, three bytes each.
 */

const SLOTS: u32 = 1024;
const COUNT: usize = 8192;
const COLORS: usize = 8196;
/** Bytes of a table. */
export const PALETTE: i32 = 8196 + 768 + 4;

export function paletteSize(): i32 {
  return PALETTE;
}

export function clearPalette(table: usize): void {
  memory.fill(table, 0, PALETTE);
}

export function paletteCount(table: usize): i32 {
  return load<i32>(table, COUNT);
}

/** Where a table's colours are. */
export function paletteColors(table: usize): usize {
  return table + COLORS;
}

@inline
function pixelAt(rgb: usize): u32 {
  return <u32>load<u16>(rgb) | (<u32>load<u8>(rgb, 2) << 16);
}

/** A colour by its number, as 0xbbggrr. */
@inline
export function paletteColor(table: usize, index: u32): u32 {
  return pixelAt(table + COLORS + index * 3);
}

/** Number of a colour, which is added if it is new; 256 when there is no room. */
export function colorNumber(table: usize, color: u32): i32 {
  let place = (color * 0x9e3779b1) >> 22;
  let known = load<u32>(table + (place << 3));
  while (known && known != color + 1) {
    place = (place + 1) & (SLOTS - 1);
    known = load<u32>(table + (place << 3));
  }
  if (known) return load<i32>(table + (place << 3), 4);
  const next = load<i32>(table, COUNT);
  if (next == 256) return 256;
  store<u32>(table + (place << 3), color + 1);
  store<i32>(table + (place << 3), next, 4);
  store<i32>(table, next + 1, COUNT);
  const at = table + COLORS + next * 3;
  store<u16>(at, color);
  store<u8>(at, color >> 16, 2);
  return next;
}

/**
 * Writes the numbers of `count` RGB pixels, a byte each, adding new colours. Reads up to 15 bytes beyond the pixels.
 * @returns false when the colours are more than 256.
 */
export function indexPixels(table: usize, rgb: usize, count: i32, out: usize): bool {
  const end = out + count;
  const wide = i8x16(0, 1, 2, 0, 1, 2, 0, 1, 2, 0, 1, 2, 0, 1, 2, 0);
  while (out < end) {
    const color = pixelAt(rgb);
    const index = colorNumber(table, color);
    if (index > 255) return false;
    // Most pixels are like the one before: five at a time.
    const same = v128.swizzle(i32x4.splat(color), wide);
    const numbers = <u64>index * 0x0101010101010101;
    rgb += 3;
    store<u8>(out++, index);
    while (out + 8 <= end && (i8x16.bitmask(i8x16.eq(v128.load(rgb), same)) & 0x7fff) == 0x7fff) {
      store<u64>(out, numbers);
      rgb += 15;
      out += 5;
    }
    while (out < end && pixelAt(rgb) == color) {
      store<u8>(out++, index);
      rgb += 3;
    }
  }
  return true;
}
