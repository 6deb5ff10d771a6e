/** Pictures of at most 256 colours as one byte a pixel. */

/** Open addressing: colour + 1, then its number. */
const places = memory.data(1024 * 8, 16);
const SLOTS: u32 = 1024;

/**
 * Numbers the colours of `count` RGB pixels in order of appearance: `indices` gets a byte a pixel, `palette` the colours,
 * three bytes each.
 * @returns how many colours there are, or 0 when more than 256.
 */
export function indexColors(rgb: usize, count: i32, indices: usize, palette: usize): i32 {
  memory.fill(places, 0, SLOTS << 3);
  let colors = 0;
  let last: u32 = 0xffffffff;
  let index = 0;
  for (let i = 0; i < count; i++) {
    const color = <u32>load<u16>(rgb) | (<u32>load<u8>(rgb, 2) << 16);
    if (color != last) {
      index = find(color);
      if (index < 0) {
        if (colors == 256) return 0;
        index = colors++;
        keep(color, index);
        store<u16>(palette, color);
        store<u8>(palette, color >> 16, 2);
        palette += 3;
      }
      last = color;
    }
    store<u8>(indices + i, index);
    rgb += 3;
  }
  return colors;
}

// @ts-ignore: decorator
@inline
function first(color: u32): u32 {
  return (color * 0x9e3779b1) >> 22;
}

function find(color: u32): i32 {
  let place = first(color);
  let known = load<u32>(places + (place << 3));
  while (known && known != color + 1) {
    place = (place + 1) & (SLOTS - 1);
    known = load<u32>(places + (place << 3));
  }
  return known ? load<i32>(places + (place << 3), 4) : -1;
}

function keep(color: u32, index: i32): void {
  let place = first(color);
  while (load<u32>(places + (place << 3))) place = (place + 1) & (SLOTS - 1);
  store<u32>(places + (place << 3), color + 1);
  store<u32>(places + (place << 3), index, 4);
}
