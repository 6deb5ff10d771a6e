/** LZ77 over filtered rows: greedy with one candidate, or lazy with hash chains. */
import { MAX_MATCH, WINDOW, count, distanceCounts, distanceSymbol, lengthSymbol, literalCounts } from './deflate';

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
  const byte = <u32>load<u8>(at);
  store<u32>(tokens, byte);
  count(literalCounts, byte);
  return tokens + 4;
}

// @ts-ignore: decorator
@inline
function match(tokens: usize, length: i32, distance: i32): usize {
  store<u32>(tokens, 0x80000000 | (length << 16) | (distance - 1));
  count(literalCounts, lengthSymbol(length));
  count(distanceCounts, distanceSymbol(distance));
  return tokens + 4;
}

/**
 * Tokens of [from, to), the stream's bytes from `base`, which is its position `start`; `line` is the distance of
 * rows. Greedy: a run, the row above, or the last place with the same four bytes.
 * @returns the tokens' end.
 */
export function greedy(base: usize, start: i32, from: i32, to: i32, line: i32, tokens: usize): usize {
  const origin = base - start;
  let p = from;
  while (p < to) {
    const at = origin + p;
    const limit = min(MAX_MATCH, to - p);
    let best = 0;
    let distance = 0;
    if (limit >= 4) {
      const four = load<u32>(at);
      if (p > start && four == load<u32>(at - 1)) {
        best = common(at, at - 1, limit);
        distance = 1;
      } else {
        const head = slot(at);
        const earlier = <i32>load<u32>(head) - 1;
        store<u32>(head, p + 1);
        if (line <= WINDOW && p - line >= start && four == load<u32>(at - line)) {
          best = common(at, at - line, limit);
          distance = line;
        }
        if (earlier >= start && p - earlier <= WINDOW && load<u32>(origin + earlier) == four) {
          const n = common(at, origin + earlier, limit);
          if (n > best) {
            best = n;
            distance = p - earlier;
          }
        }
      }
    }
    if (best >= 4) {
      tokens = match(tokens, best, distance);
      p += best;
    } else {
      tokens = literal(tokens, at);
      p++;
    }
  }
  return tokens;
}

/** The same, trying up to `depth` earlier places and one byte later before a match is taken. */
export function lazy(base: usize, start: i32, from: i32, to: i32, line: i32, depth: i32, tokens: usize): usize {
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
