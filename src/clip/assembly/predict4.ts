/** Intra prediction of 4x4 blocks (ITU-T H.264, 8.3.1.2) from reconstructed neighbours. A prediction is a vector of four rows. */

const DOWN: u32 = 0;
const ACROSS: u32 = 1;
export const MEAN: u32 = 2;
const MODES: u32 = 9;

/** What a mode that was not foreseen costs besides its distance, and one that was: its bits, in levels. */
const NEW_COST: u32 = 16;
const KNOWN_COST: u32 = 4;

/** The prediction chosen, four bytes a row. */
export const PREDICTED: usize = memory.data(16, 16);

/**
 * The neighbours in a row, from the left's lowest (twice) up to the corner, lane 5, and on above to the right's last (three times):
 * every direction is a walk along it.
 */
const EDGE: usize = memory.data(16, 16);

/** By mode, for each of 16 samples the lane of what it is: a neighbour smoothed by both beside it, or the mean of one and the next. */
const SMOOTHED: usize = memory.data(9 * 16, 16);
const BETWEEN: usize = memory.data(9 * 16, 16);
const NONE: u8 = 255;

/** Writes the tables: equations 8-46 to 8-66, with the lanes of `EDGE` for p[x, y]. */
export function setDirections(): void {
  memory.fill(SMOOTHED, NONE, 9 * 16);
  memory.fill(BETWEEN, NONE, 9 * 16);
  for (let y = 0; y < 4; y++) {
    for (let x = 0; x < 4; x++) {
      const at = (y << 2) + x;
      put(SMOOTHED, 3, at, 7 + x + y); // down left
      put(SMOOTHED, 4, at, 5 + x - y); // down right
      const right = x - (y >> 1);
      const low = 2 * x - y; // vertical right
      if (low < -1) put(SMOOTHED, 5, at, 6 - y);
      else put(low & 1 ? SMOOTHED : BETWEEN, 5, at, 5 + right);
      const under = y - (x >> 1);
      const high = 2 * y - x; // horizontal down
      if (high < -1) put(SMOOTHED, 6, at, 4 + x);
      else if (high & 1) put(SMOOTHED, 6, at, 5 - under);
      else put(BETWEEN, 6, at, 4 - under);
      const far = x + (y >> 1);
      if (y & 1) put(SMOOTHED, 7, at, 7 + far); // vertical left
      else put(BETWEEN, 7, at, 6 + far);
      const up = x + 2 * y; // horizontal up
      if (up > 5) put(BETWEEN, 8, at, 0);
      else put(up & 1 ? SMOOTHED : BETWEEN, 8, at, 3 - y - (x >> 1));
    }
  }
}

function put(table: usize, mode: usize, at: i32, lane: i32): void {
  store<u8>(table + (mode << 4) + <usize>at, <u8>lane);
}

/** Reads the neighbours of the block at `plane`; those that are not there are never used, but for the ones above to the right. */
function readEdge(plane: usize, stride: usize, left: bool, up: bool, beyond: bool): void {
  if (left) {
    for (let y: usize = 0; y < 4; y++) store<u8>(EDGE + 4 - y, load<u8>(plane + y * stride - 1));
    store<u8>(EDGE, load<u8>(EDGE, 1));
  }
  if (!up) return;
  if (left) store<u8>(EDGE, load<u8>(plane - stride - 1), 5);
  store<u32>(EDGE, load<u32>(plane - stride), 6);
  if (beyond) store<u32>(EDGE, load<u32>(plane - stride + 4), 10);
  else store<u32>(EDGE, <u32>load<u8>(EDGE, 9) * 0x01010101, 10);
  store<u16>(EDGE, <u16>(<u32>load<u8>(EDGE, 13) * 0x0101), 14);
}

function mean(left: bool, up: bool): u32 {
  let sum: u32 = 0;
  if (left) for (let i: usize = 1; i < 5; i++) sum += load<u8>(EDGE + i);
  if (up) for (let i: usize = 6; i < 10; i++) sum += load<u8>(EDGE + i);
  return left && up ? (sum + 4) >> 3 : left || up ? (sum + 2) >> 2 : 128;
}

@inline
function distance(a: v128, b: v128): u32 {
  const difference = v128.or(i8x16.sub_sat_u(a, b), i8x16.sub_sat_u(b, a));
  const sum = i32x4.extadd_pairwise_i16x8_u(i16x8.extadd_pairwise_i8x16_u(difference));
  const pair = i32x4.add(sum, v128.shuffle<i32>(sum, sum, 2, 3, 0, 1));
  return i32x4.extract_lane(pair, 0) + i32x4.extract_lane(pair, 1);
}

/**
 * Chooses the prediction of a block, and leaves it in `PREDICTED`.
 * @param beyond whether the block above to the right is coded already
 * @param foreseen the mode that costs least to say
 * @returns the mode (Table 8-2)
 */
export function choosePrediction(
  source: usize, plane: usize, stride: usize, left: bool, up: bool, beyond: bool, foreseen: u32,
): u32 {
  readEdge(plane, stride, left, up, beyond);
  let wanted = v128.load32_zero(source);
  wanted = v128.load32_lane(source + stride, wanted, 1);
  wanted = v128.load32_lane(source + 2 * stride, wanted, 2);
  wanted = v128.load32_lane(source + 3 * stride, wanted, 3);
  const edge = v128.load(EDGE);
  const before = v128.shuffle<i8>(edge, edge, 0, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14);
  const after = v128.shuffle<i8>(edge, edge, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 15);
  // (before + 2 edge + after + 2) >> 2, within bytes: the mean of both sides is rounded down first.
  const odd = v128.and(v128.xor(before, after), i8x16.splat(1));
  const smoothed = i8x16.avgr_u(edge, i8x16.sub(i8x16.avgr_u(before, after), odd));
  const between = i8x16.avgr_u(edge, after);

  let best = i8x16.splat(<i8>mean(left, up));
  let bestMode = MEAN;
  let bestCost = distance(wanted, best) + (foreseen == MEAN ? KNOWN_COST : NEW_COST);
  for (let mode: u32 = 0; mode < MODES; mode++) {
    const needsUp = mode != ACROSS && mode != 8;
    const needsLeft = mode != DOWN && mode != 3 && mode != 7;
    if (mode == MEAN || (needsUp && !up) || (needsLeft && !left)) continue;
    const tables = <usize>mode << 4;
    const predicted =
      mode == DOWN
        ? v128.shuffle<i8>(edge, edge, 6, 7, 8, 9, 6, 7, 8, 9, 6, 7, 8, 9, 6, 7, 8, 9)
        : mode == ACROSS
          ? v128.shuffle<i8>(edge, edge, 4, 4, 4, 4, 3, 3, 3, 3, 2, 2, 2, 2, 1, 1, 1, 1)
          : v128.or(
              i8x16.swizzle(smoothed, v128.load(SMOOTHED + tables)),
              i8x16.swizzle(between, v128.load(BETWEEN + tables)),
            );
    const cost = distance(wanted, predicted) + (mode == foreseen ? KNOWN_COST : NEW_COST);
    if (cost >= bestCost) continue;
    best = predicted;
    bestMode = mode;
    bestCost = cost;
  }
  v128.store(PREDICTED, best);
  return bestMode;
}
