/** LZ77 over filtered rows: greedy with one candidate, or lazy with hash chains. */
import { MAX_MATCH, WINDOW } from './deflate';

/** Last places of four bytes, for the greedy search: small enough for the first cache. */
const RECENT_BITS: i32 = 14;
const long = memory.data(16384 * 4, 16);
const recent = memory.data(16384 * 4, 16);
/** Shortest match taken from a far place. */
const FAR: i32 = 5;

const HASH_BITS: i32 = 15;
const heads = memory.data(32768 * 4, 16);
const chain = memory.data(32768 * 4, 16);

/** Forgets all positions. Positions are kept plus 1, so that 0 is none. */
export function resetMatches(): void {
  memory.fill(heads, 0, 32768 * 4);
  memory.fill(chain, 0, 32768 * 4);
}

// @ts-ignore: decorator
@inline
function slot(at: usize): usize {
  return heads + (((load<u32>(at) * 0x9e3779b1) >> (32 - HASH_BITS)) << 2);
}

/** Bytes two places have in common, at most `limit`. */
// @ts-ignore: decorator
@inline
export function common(a: usize, b: usize, limit: i32): i32 {
  let n = 0;
  while (n + 8 <= limit) {
    const d = load<u64>(a + n) ^ load<u64>(b + n);
    if (d) return n + <i32>(ctz(d) >> 3);
    n += 8;
  }
  while (n < limit && load<u8>(a + n) == load<u8>(b + n)) n++;
  return n;
}

// @ts-ignore: decorator
@inline
function literal(tokens: usize, at: usize): usize {
  store<u32>(tokens, <u32>load<u8>(at));
  return tokens + 4;
}

// @ts-ignore: decorator
@inline
function match(tokens: usize, length: i32, distance: i32): usize {
  store<u32>(tokens, 0x80000000 | (length << 16) | (distance - 1));
  return tokens + 4;
}

/** Forgets the places the greedy search knows. */
export function resetGreedy(): void {
  memory.fill(recent, 0, 4 << RECENT_BITS);
  memory.fill(long, 0, 4 << RECENT_BITS);
}

/**
 * Tokens of [from, to) of the stream at `base`, which begins with its position `start`; `line` is the distance of rows,
 * `pixel` that of pixels. Greedy: the pixel before, the row above, or the last place with the same four bytes.
 * @returns the tokens' end.
 */
export function greedy(base: usize, start: i32, from: i32, to: i32, line: i32, pixel: i32, tokens: usize): usize {
  const origin = base - start;
  const above = line <= WINDOW ? start + line : i32.MAX_VALUE;
  let p = from;
  while (p + 4 <= to) {
    const at = origin + p;
    const four = load<u32>(at);
    const limit = min(MAX_MATCH, to - p);
    let best = 0;
    let distance = 0;
    if (p >= start + pixel && four == load<u32>(at - pixel)) {
      best = common(at, at - pixel, limit);
      distance = pixel;
    }
    if (p >= above && best < limit && four == load<u32>(at - line)) {
      const n = common(at, at - line, limit);
      if (n > best) {
        best = n;
        distance = line;
      }
    }
    if (best < 32) {
      const eight = load<u64>(at);
      const far = long + ((<u32>((eight * 0x9e3779b97f4a7c15) >> (64 - RECENT_BITS))) << 2);
      const place = recent + (((four * 0x9e3779b1) >> (32 - RECENT_BITS)) << 2);
      let earlier = <i32>load<u32>(far) - 1;
      const e2 = <i32>load<u32>(place) - 1;
      store<u32>(far, p + 1);
      store<u32>(place, p + 1);
      if (earlier >= start && p - earlier <= WINDOW && load<u64>(origin + earlier) == eight) {
        const n = common(at, origin + earlier, limit);
        if (n > best) {
          best = n;
          distance = p - earlier;
        }
      } else if (e2 >= start && p - e2 <= WINDOW && load<u32>(origin + e2) == four) {
        const n = common(at, origin + e2, limit);
        if (n > best && n >= FAR) {
          best = n;
          distance = p - e2;
        }
      }
    }
    if (best) {
      tokens = match(tokens, best, distance);
      p += best;
      if (distance != pixel && p + 4 <= to) for (let k = p - min(best - 1, INS); k < p; k++) {
        store<u32>(recent + (((load<u32>(origin + k) * 0x9e3779b1) >> (32 - RECENT_BITS)) << 2), k + 1);
        store<u32>(long + ((<u32>((load<u64>(origin + k) * 0x9e3779b97f4a7c15) >> (64 - RECENT_BITS))) << 2), k + 1);
      }
    } else {
      tokens = literal(tokens, at);
      p++;
    }
  }
  for (; p < to; p++) tokens = literal(tokens, origin + p);
  return tokens;
}
const INS: i32 = 12;

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
    for (let k = 0; k < 17 && best < limit; k++) {
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
