/** LZ77 over filtered rows: greedy with few candidates, or lazy with hash chains. */
import { MATCH, MAX_MATCH, WINDOW } from './deflate';

/**
 * What the greedy search remembers. With one byte a pixel, the last place of six bytes, as the low 16 bits of its position;
 * with three, the two last places of eight bytes and the last of four. The less memory, the less of it is out of the
 * processor's nearest cache.
 */
const KEY_BITS: i32 = 12;
const places = memory.data(4096 * 2, 16);
const eights = memory.data(4096 * 8, 16);
const fours = memory.data(4096 * 4, 16);
/** Shortest match taken from a far place. */
const FAR: i32 = 6;
/** Bits of eight bytes beyond these. */
const SPARE: u64 = 64 - 8 * FAR;
/** Matches from this length on are good enough not to look further: of one byte a pixel, and of three. */
const ENOUGH: i32 = 8;
const ENOUGH_FULL: i32 = 32;
/** Bytes at the end of a match whose pixels are remembered as places. */
const REMEMBERED: i32 = 3;

const HASH_BITS: i32 = 15;
const heads = memory.data(32768 * 4, 16);
const chain = memory.data(32768 * 4, 16);

/** Forgets all positions. Positions are kept plus 1, so that 0 is none. */
export function resetMatches(): void {
  memory.fill(heads, 0, 32768 * 4);
  memory.fill(chain, 0, 32768 * 4);
}

@inline
function slot(at: usize): usize {
  return heads + (((load<u32>(at) * 0x9e3779b1) >> (32 - HASH_BITS)) << 2);
}

/** Bytes two places have in common, at most `limit`: 32 at a time, since most matches are shorter. Reads up to 31 beyond. */
@inline
function common(a: usize, b: usize, limit: i32): i32 {
  let n = 0;
  do {
    const first = <u32>i8x16.bitmask(i8x16.eq(v128.load(a + n), v128.load(b + n)));
    const second = <u32>i8x16.bitmask(i8x16.eq(v128.load(a + n, 16), v128.load(b + n, 16)));
    const differ = ~(first | (second << 16));
    if (differ) return min(limit, n + <i32>ctz(differ));
    n += 32;
  } while (n < limit);
  return limit;
}

@inline
function literal(tokens: usize, at: usize): usize {
  store<u32>(tokens, <u32>load<u8>(at));
  return tokens + 4;
}

@inline
function match(tokens: usize, length: i32, distance: i32): usize {
  store<u32>(tokens, MATCH | (length << 16) | (distance - 1));
  return tokens + 4;
}

/** Forgets the places the greedy search knows of pixels of so many bytes. */
export function resetGreedy(pixel: i32): void {
  if (pixel == 1) memory.fill(places, 0, 2 << KEY_BITS);
  else {
    memory.fill(eights, 0, 8 << KEY_BITS);
    memory.fill(fours, 0, 4 << KEY_BITS);
  }
}

@inline
function placeSlot(eight: u64): usize {
  return places + <usize>((((eight << SPARE) * 0x9e3779b97f4a7c15) >> (64 - KEY_BITS)) << 1);
}

@inline
function eightSlot(eight: u64): usize {
  return eights + <usize>(((eight * 0x9e3779b97f4a7c15) >> (64 - KEY_BITS)) << 3);
}

@inline
function fourSlot(four: u32): usize {
  return fours + (((four * 0x9e3779b1) >> (32 - KEY_BITS)) << 2);
}

/** Puts position `p` before the older place of the same eight bytes. Positions are kept plus 1, so that 0 is none. */
@inline
function remember(slot: usize, p: i32): void {
  store<u32>(slot, load<u32>(slot), 4);
  store<u32>(slot, p + 1);
}

/**
 * Whether a row of one byte a pixel begins with one colour: its filter's byte, a pixel and a run then take less than a match
 * with the row above, which is far.
 */
@inline
function beginsPlain(at: usize, bytes: i32): bool {
  return bytes >= 18 && common(at + 2, at + 1, 16) == 16;
}

/**
 * Tokens of [from, to) of the stream at `base`, which begins with its position `start`; `line` is the distance of rows,
 * `pixel` that of pixels. Greedy: the pixel before, the row above, or the last places with the same bytes.
 * @returns the tokens' end.
 */
export function greedy(base: usize, start: i32, from: i32, to: i32, line: i32, pixel: i32, tokens: usize): usize {
  return pixel == 1 ? search(base, start, from, to, line, 1, tokens) : search(base, start, from, to, line, 3, tokens);
}

/** Bytes right before two places that are equal, at most 16. */
@inline
function commonBefore(a: usize, b: usize): i32 {
  const equal = <u32>i8x16.bitmask(i8x16.eq(v128.load(a - 16), v128.load(b - 16)));
  return <i32>clz(~(equal << 16));
}

/**
 * A match from far away: what came before may belong to it as well, `literals` and a `run` before them, where there are `room`
 * bytes before its place.
 */
@inline
function farMatch(tokens: usize, at: usize, length: i32, far: i32, literals: i32, run: i32, room: i32): usize {
  room = min(room, MAX_MATCH - length);
  let back = min(min(commonBefore(at, at - far), literals), room);
  tokens -= back << 2;
  if (run && back == literals && back + run <= room) {
    const there = at - back - run;
    if (common(there, there - far, run) == run) {
      tokens -= 4;
      back += run;
    }
  }
  return match(tokens, length + back, far);
}

@inline
function search(base: usize, start: i32, from: i32, to: i32, line: i32, pixel: i32, tokens: usize): usize {
  const origin = base - start;
  const above = line <= WINDOW ? start + line : i32.MAX_VALUE;
  const plain = pixel == 1 && from % line == 0 && beginsPlain(origin + from, to - from) ? from : -1;
  // Nothing beyond the end decides anything: what lies there must not matter.
  const last = to - 8;
  let p = from;
  // Literals since the last match, and that match's length if it was of a pixel with the one before.
  let literals = 0;
  let run = 0;
  while (p <= last) {
    const at = origin + p;
    const eight = load<u64>(at);
    const four = <u32>eight;
    const limit = min(MAX_MATCH, to - p);
    let best = 0;
    let distance = pixel;
    if (p >= start + pixel && four == load<u32>(at - pixel)) best = common(at, at - pixel, limit);
    if (p >= above && best < limit && p != plain && four == load<u32>(at - line)) {
      const n = common(at, at - line, limit);
      if (n > best) {
        best = n;
        distance = line;
      }
    }
    if (pixel == 1 && best < ENOUGH) {
      // Only the last place: more of them take longer and hardly save a byte.
      // What its low bits lead to, if that is no place of the stream, is still memory: no picture begins below 64 KB.
      const place = placeSlot(eight);
      const far = (p - <i32>load<u16>(place)) & 0xffff;
      store<u16>(place, p);
      if (!((load<u64>(at - far) ^ eight) << SPARE) && <u32>(far - 1) < <u32>min(WINDOW, p - start)) {
        const n = common(at, at - far, limit);
        if (n > best) {
          tokens = farMatch(tokens, at, n, far, literals, run, p - far - start);
          p += n;
          run = literals = 0;
          rememberEnd(origin, p, last, n, 1);
          continue;
        }
      }
    }
    if (pixel == 3 && best < ENOUGH_FULL) {
      const least = max(start, p - WINDOW);
      const slot = eightSlot(eight);
      const single = fourSlot(four);
      const near = <i32>load<u32>(slot) - 1;
      const older = <i32>load<u32>(slot, 4) - 1;
      const short = <i32>load<u32>(single) - 1;
      remember(slot, p);
      store<u32>(single, p + 1);
      let far = 0;
      if (near >= least && load<u64>(origin + near) == eight) {
        const n = common(at, origin + near, limit);
        if (n > best) {
          best = n;
          far = p - near;
        }
        if (older >= least && load<u64>(origin + older) == eight) {
          const m = common(at, origin + older, limit);
          if (m > best) {
            best = m;
            far = p - older;
          }
        }
      } else if (short >= least && load<u32>(origin + short) == four) {
        const n = common(at, origin + short, limit);
        if (n > best && n >= FAR) {
          best = n;
          far = p - short;
        }
      }
      if (far) {
        tokens = farMatch(tokens, at, best, far, literals, run, p - far - start);
        p += best;
        run = literals = 0;
        rememberEnd(origin, p, last, best, 3);
        continue;
      }
    }
    if (!best) {
      tokens = literal(tokens, at);
      p++;
      literals++;
      continue;
    }
    tokens = match(tokens, best, distance);
    p += best;
    literals = 0;
    run = 0;
    if (distance == pixel) run = best;
    else rememberEnd(origin, p, last, best, pixel);
  }
  for (; p < to; p++) tokens = literal(tokens, origin + p);
  return tokens;
}

/**
 * Remembers the last pixels of a match of `length` bytes that ends at `p`, also those that are like the one before: to tell them
 * apart takes longer. Not where so little follows that nothing more is looked up.
 */
@inline
function rememberEnd(origin: usize, p: i32, last: i32, length: i32, pixel: i32): void {
  if (p > last) return;
  const count = min(length / pixel - 1, REMEMBERED / pixel);
  for (let k = p - count * pixel; k < p; k += pixel) {
    const eight = load<u64>(origin + k);
    if (pixel == 1) store<u16>(placeSlot(eight), k);
    else {
      remember(eightSlot(eight), k);
      store<u32>(fourSlot(<u32>eight), k + 1);
    }
  }
}

/** Tokens of [from, to), none of them a match but of a byte with the one before it: for noise, where others cost more. */
export function runs(origin: usize, from: i32, to: i32, tokens: usize): usize {
  let p = from;
  // The first byte begins no run, so that stretches do not depend on what is before them.
  if (p < to) tokens = literal(tokens, origin + p++);
  while (p + 4 <= to) {
    const at = origin + p;
    if (load<u32>(at) == load<u32>(at - 1)) {
      const n = common(at, at - 1, min(MAX_MATCH, to - p));
      tokens = match(tokens, n, 1);
      p += n;
    } else {
      tokens = literal(tokens, at);
      p++;
    }
  }
  for (; p < to; p++) tokens = literal(tokens, origin + p);
  return tokens;
}

/**
 * Tokens of [from, to) that only refer to bytes from `left` on, and to bytes [aboveFrom, aboveTo) of the row above;
 * an empty stretch there means none. Tries every near distance.
 */
export function near(
  origin: usize, from: i32, to: i32, line: i32, pixel: i32, left: i32, aboveFrom: i32, aboveTo: i32, tokens: usize,
): usize {
  let p = from;
  while (p + 3 <= to) {
    const at = origin + p;
    const three = load<u32>(at) & 0xffffff;
    const limit = min(MAX_MATCH, to - p);
    let best = 0;
    let distance = 0;
    for (let d = pixel; d <= 8 * pixel && p - d >= left; d += pixel) {
      if ((load<u32>(at - d) & 0xffffff) != three) continue;
      const n = common(at, at - d, limit);
      if (n > best) {
        best = n;
        distance = d;
      }
    }
    const plain = pixel == 1 && p % line == 0 && beginsPlain(at, to - p);
    for (let k = 0; k < 17 && best < limit && !plain; k++) {
      // From straight above outward, to both sides in turn.
      const d = line + (k & 1 ? -pixel : pixel) * ((k + 1) >> 1);
      const there = p - d;
      if (there < aboveFrom || there + 3 > aboveTo) continue;
      if ((load<u32>(at - d) & 0xffffff) != three) continue;
      const n = common(at, at - d, min(limit, aboveTo - there));
      if (n > best + (distance && distance <= 8 * pixel ? 1 : 0)) {
        best = n;
        distance = d;
      }
    }
    if (best >= (distance > 8 * pixel ? 4 : 3)) {
      tokens = match(tokens, best, distance);
      p += best;
    } else {
      tokens = literal(tokens, at);
      p++;
    }
  }
  for (; p < to; p++) tokens = literal(tokens, origin + p);
  return tokens;
}

/** Tokens like those of `greedy`, trying up to `depth` earlier places and one byte later before a match is taken. */
export function lazy(base: usize, start: i32, from: i32, to: i32, depth: i32, tokens: usize): usize {
  const origin = base - start;
  let p = from;
  let best = 0;
  let distance = 0;
  let waiting = false;
  while (p < to) {
    const at = origin + p;
    const limit = min(MAX_MATCH, to - p);
    let n = 0;
    let d = 0;
    if (limit >= 4) {
      const four = load<u32>(at);
      const head = slot(at);
      let earlier = <i32>load<u32>(head) - 1;
      store<u32>(head, p + 1);
      store<u32>(chain + ((p & 32767) << 2), earlier + 1);
      if (p > start && load<u32>(at - 1) == four) {
        n = common(at, at - 1, limit);
        d = 1;
      }
      for (let k = depth; k > 0 && earlier >= start && p - earlier <= WINDOW && n < limit; k--) {
        const there = origin + earlier;
        if (load<u8>(there + n) == load<u8>(at + n)) {
          const m = common(at, there, limit);
          // A nearer match's distance takes fewer bits; a byte more must pay for a far one.
          if (m > n + (m < 8 && p - earlier > 4096 && n >= 4 ? 1 : 0)) {
            n = m;
            d = p - earlier;
          }
        }
        const next = <i32>load<u32>(chain + ((earlier & 32767) << 2)) - 1;
        if (next >= earlier) break;
        earlier = next;
      }
      if (n < 4) n = 0;
    }
    if (waiting) {
      waiting = false;
      if (n <= best) {
        tokens = match(tokens, best, distance);
        p = insert(origin, p + 1, p - 1 + best, to);
        continue;
      }
      tokens = literal(tokens, at - 1);
    }
    if (!n) {
      tokens = literal(tokens, at);
      p++;
    } else if (n >= 32) {
      tokens = match(tokens, n, d);
      p = insert(origin, p + 1, p + n, to);
    } else {
      best = n;
      distance = d;
      waiting = true;
      p++;
      if (p >= to) tokens = literal(tokens, at);
    }
  }
  return tokens;
}

/** Remembers the places a match covers. */
function insert(origin: usize, from: i32, to: i32, end: i32): i32 {
  const last = min(to, end - 4);
  for (let p = from; p < last; p++) {
    const head = slot(origin + p);
    store<u32>(chain + ((p & 32767) << 2), load<u32>(head));
    store<u32>(head, p + 1);
  }
  return to;
}
