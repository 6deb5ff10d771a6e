/** Bits to bytes, most significant first (ITU-T H.264, 7.2), and the Exp-Golomb codes of 9.1. */

let out: usize = 0;
let pending: u64 = 0;
let held: u32 = 0;

export function startBits(at: usize): void {
  out = at;
  pending = 0;
  held = 0;
}

/** Appends the low `count` (at most 32) bits of `value`, which has none above them. */
export function putBits(value: u32, count: u32): void {
  pending = (pending << count) | value;
  held += count;
  if (held >= 32) {
    held -= 32;
    store<u32>(out, bswap<u32>(<u32>(pending >> held)));
    out += 4;
  }
}

/** An unsigned Exp-Golomb code, ue(v). */
export function putUnsigned(value: u32): void {
  const length = 32 - clz<u32>(value + 1);
  putBits(0, length - 1);
  putBits(value + 1, length);
}

/** A signed Exp-Golomb code, se(v) (9.1.1). */
export function putSigned(value: i32): void {
  putUnsigned(value > 0 ? <u32>(2 * value - 1) : <u32>(-2 * value));
}

/** Appends the stop bit and fills the last byte (rbsp_trailing_bits). @returns where the bytes end */
export function finishBits(): usize {
  putBits(1, 1);
  const open = held & 7;
  if (open) putBits(0, 8 - open);
  while (held > 0) {
    held -= 8;
    store<u8>(out, <u8>(pending >> held));
    out++;
  }
  return out;
}
