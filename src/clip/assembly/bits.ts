/**
 * Bits to a NAL unit (ITU-T H.264, 7.2 and 7.3.1), most significant first, as MP4 files hold it: a length of four bytes, then the
 * unit with its emulation prevention, which is put in as it is written. And the Exp-Golomb codes of 9.1.
 */

let unit: usize = 0;
let out: usize = 0;
let pending: u64 = 0;
let held: u32 = 0;
/** Zero bytes written last, up to two. */
let zeros: u32 = 0;

export function startUnit(head: u32, at: usize): void {
  unit = at;
  store<u8>(at, <u8>head, 4);
  out = at + 5;
  pending = 0;
  held = 0;
  zeros = 0;
}

function putByte(byte: u32): void {
  if (zeros == 2 && byte <= 3) {
    store<u8>(out++, 3);
    zeros = 0;
  }
  store<u8>(out++, <u8>byte);
  zeros = byte == 0 ? zeros + 1 : 0;
}

/** Appends the low `count` (at most 32) bits of `value`, which has none above them. */
export function putBits(value: u32, count: u32): void {
  pending = (pending << count) | value;
  held += count;
  if (held < 32) return;
  held -= 32;
  const word = <u32>(pending >> held);
  // Four bytes without a zero among or before them need no care.
  if (zeros == 0 && ((word - 0x01010101) & ~word & 0x80808080) == 0) {
    store<u32>(out, bswap<u32>(word));
    out += 4;
    return;
  }
  for (let shift = 24; shift >= 0; shift -= 8) putByte((word >> shift) & 255);
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

/** Appends the stop bit, fills the last byte (rbsp_trailing_bits) and says the length. @returns bytes of the unit and its length */
export function finishUnit(): usize {
  putBits(1, 1);
  const open = held & 7;
  if (open) putBits(0, 8 - open);
  while (held > 0) {
    held -= 8;
    putByte(<u32>(pending >> held) & 255);
  }
  store<u32>(unit, bswap<u32>(<u32>(out - unit - 4)));
  return out - unit;
}
