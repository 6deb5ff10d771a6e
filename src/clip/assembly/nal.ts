/** NAL units (ITU-T H.264, 7.3.1) as MP4 files hold them: a length of four bytes, then the unit. */

/**
 * Writes the unit of the raw bytes [from, to), with emulation prevention.
 * @returns bytes written at `unit`; at most a half more than the raw ones, and 5
 */
export function wrapUnit(head: u32, from: usize, to: usize, unit: usize): usize {
  let at = unit + 4;
  store<u8>(at++, <u8>head);
  let zeros = 0;
  while (from < to) {
    // Eight bytes without a zero among them need no care.
    if (zeros == 0 && from + 8 <= to) {
      const eight = load<u64>(from);
      if (((eight - 0x0101010101010101) & ~eight & 0x8080808080808080) == 0) {
        store<u64>(at, eight);
        at += 8;
        from += 8;
        continue;
      }
    }
    const byte = load<u8>(from++);
    if (zeros == 2 && byte <= 3) {
      store<u8>(at++, 3);
      zeros = 0;
    }
    store<u8>(at++, byte);
    zeros = byte == 0 ? zeros + 1 : 0;
  }
  store<u32>(unit, bswap<u32>(<u32>(at - unit - 4)));
  return at - unit;
}
