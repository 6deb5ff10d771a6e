/** Bits to bytes, least significant first (RFC 1951, 3.1.1). */

let out: usize = 0;
let pending: u64 = 0;
let held: u64 = 0;

export function startBits(at: usize): void {
  out = at;
  pending = 0;
  held = 0;
}

/** Appends the low `count` (at most 56) bits of `value`, which has none above them. */
@inline
export function put(value: u64, count: u64): void {
  pending |= value << held;
  held += count;
  store<u64>(out, pending);
  const whole = held >> 3;
  out += <usize>whole;
  pending >>= whole << 3;
  held &= 7;
}

/** Fills the last byte with zeros. */
export function alignBits(): void {
  if (held) put(0, 8 - held);
}

/** Where the next whole byte goes. */
export function bitsEnd(): usize {
  return out;
}

/** Bits written since `base`, where the writing began. */
export function bitsAt(base: usize): u64 {
  return ((out - base) << 3) + held;
}

/** State for loops that keep it in locals. */
@inline
export function pendingBits(): u64 {
  return pending;
}
@inline
export function heldBits(): u64 {
  return held;
}
@inline
export function resumeBits(at: usize, bits: u64, count: u64): void {
  out = at;
  pending = bits;
  held = count;
}

/** Appends bits [from, to) of the bytes at `source`. Reads up to 7 bytes beyond. */
export function copyBits(source: usize, from: u64, to: u64): void {
  while (from < to) {
    const take = min<u64>(to - from, 56);
    const value = load<u64>(source + <usize>(from >> 3)) >> (from & 7);
    // Where the bits begin inside a byte, a word holds only 57 of them.
    put(value & ((<u64>1 << take) - 1), take);
    from += take;
  }
}
