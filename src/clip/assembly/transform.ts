/**
 * The 4x4 transforms and quantisation of ITU-T H.264, 8.5: forward with a scaling of our choice, inverse exactly as a
 * decoder does. Coefficients are 32-bit lanes, a row a vector.
 */

/** Forward scaling by QP % 6, for the three classes of positions: what 8.5.9's factors undo. */
const FORWARD: StaticArray<i32> = [
  13107, 5243, 8066, 11916, 4660, 7490, 10082, 4194, 6554, 9362, 3647, 5825, 8192, 3355, 5243, 7282, 2893, 4559,
];

/** normAdjust4x4 of equation 8-315: both indices even, both odd, other. */
const INVERSE: StaticArray<i32> = [10, 16, 13, 11, 18, 14, 13, 20, 16, 14, 23, 18, 16, 25, 20, 18, 29, 23];

let qp: i32 = 0;
let shift: i32 = 0;
let round: i32 = 0;
let forwardEven = i32x4.splat(0);
let forwardOdd = i32x4.splat(0);
let inverseEven = i32x4.splat(0);
let inverseOdd = i32x4.splat(0);
let forwardDc: i32 = 0;
let inverseDc: i32 = 0;

/** The quantiser of the macroblock coded last, which the next is told as a difference to (7.4.5). */
let told: i32 = 0;

/** Begins a slice, whose head tells the quantiser. */
export function startQuantiser(value: i32): void {
  setQuantiser(value);
  told = value;
}

/** mb_qp_delta of a macroblock that is coded now. */
export function quantiserStep(): i32 {
  const step = qp - told;
  told = qp;
  return step;
}

/** Sets the quantiser, 10 to 29: below, a level could be too long for this profile; above, chroma's would differ. */
export function setQuantiser(value: i32): void {
  if (value == qp) return;
  qp = value;
  const row = (qp % 6) * 3;
  shift = 15 + qp / 6;
  round = (1 << shift) / 3;
  forwardDc = FORWARD[row];
  inverseDc = INVERSE[row];
  forwardEven = rowOf(FORWARD[row], FORWARD[row + 2]);
  forwardOdd = rowOf(FORWARD[row + 2], FORWARD[row + 1]);
  inverseEven = i32x4.shl(rowOf(INVERSE[row], INVERSE[row + 2]), qp / 6);
  inverseOdd = i32x4.shl(rowOf(INVERSE[row + 2], INVERSE[row + 1]), qp / 6);
}

function rowOf(even: i32, odd: i32): v128 {
  return i32x4.replace_lane(i32x4.replace_lane(i32x4.splat(even), 1, odd), 3, odd);
}

@inline
function widen(at: usize): v128 {
  return i32x4.extend_low_i16x8_u(i16x8.extend_low_i8x16_u(v128.load32_zero(at)));
}

// A block in flight.
let r0 = i32x4.splat(0);
let r1 = i32x4.splat(0);
let r2 = i32x4.splat(0);
let r3 = i32x4.splat(0);

@inline
function transpose(): void {
  const a = v128.shuffle<i32>(r0, r1, 0, 4, 1, 5);
  const b = v128.shuffle<i32>(r2, r3, 0, 4, 1, 5);
  const c = v128.shuffle<i32>(r0, r1, 2, 6, 3, 7);
  const d = v128.shuffle<i32>(r2, r3, 2, 6, 3, 7);
  r0 = v128.shuffle<i64>(a, b, 0, 2);
  r1 = v128.shuffle<i64>(a, b, 1, 3);
  r2 = v128.shuffle<i64>(c, d, 0, 2);
  r3 = v128.shuffle<i64>(c, d, 1, 3);
}

@inline
function forwardPass(): void {
  const s03 = i32x4.add(r0, r3);
  const d03 = i32x4.sub(r0, r3);
  const s12 = i32x4.add(r1, r2);
  const d12 = i32x4.sub(r1, r2);
  r0 = i32x4.add(s03, s12);
  r1 = i32x4.add(i32x4.shl(d03, 1), d12);
  r2 = i32x4.sub(s03, s12);
  r3 = i32x4.sub(d03, i32x4.shl(d12, 1));
}

@inline
function inversePass(): void {
  const e = i32x4.add(r0, r2);
  const f = i32x4.sub(r0, r2);
  const g = i32x4.sub(i32x4.shr_s(r1, 1), r3);
  const h = i32x4.add(r1, i32x4.shr_s(r3, 1));
  r0 = i32x4.add(e, h);
  r1 = i32x4.add(f, g);
  r2 = i32x4.sub(f, g);
  r3 = i32x4.sub(e, h);
}

@inline
function hadamardPass(): void {
  const s03 = i32x4.add(r0, r3);
  const d03 = i32x4.sub(r0, r3);
  const s12 = i32x4.add(r1, r2);
  const d12 = i32x4.sub(r1, r2);
  r0 = i32x4.add(s03, s12);
  r1 = i32x4.add(d03, d12);
  r2 = i32x4.sub(s03, s12);
  r3 = i32x4.sub(d03, d12);
}

@inline
function quantised(row: v128, by: v128): v128 {
  const size = i32x4.shr_s(i32x4.add(i32x4.mul(i32x4.abs(row), by), i32x4.splat(round)), shift);
  const sign = i32x4.shr_s(row, 31);
  return i32x4.sub(v128.xor(size, sign), sign);
}

/** Stores four rows of levels as 16 words in zig-zag order (6-4, frame). @returns a bit for each that is not zero */
@inline
function storeZigzag(levels: usize, l0: v128, l1: v128, l2: v128, l3: v128): u32 {
  const a = i16x8.narrow_i32x4_s(l0, l1);
  const b = i16x8.narrow_i32x4_s(l2, l3);
  const low = v128.shuffle<i16>(a, b, 0, 1, 4, 8, 5, 2, 3, 6);
  const high = v128.shuffle<i16>(a, b, 9, 12, 13, 10, 7, 11, 14, 15);
  v128.store(levels, low);
  v128.store(levels, high, 16);
  const zero = i16x8.splat(0);
  return <u32>i8x16.bitmask(i8x16.narrow_i16x8_s(i16x8.ne(low, zero), i16x8.ne(high, zero)));
}

/**
 * Transforms and quantises source less prediction. Levels go to `levels` (16 words in zig-zag order), what a decoder makes
 * of them to `scaled` (16 numbers in rows). With `dc` the first coefficient is stored there, not quantised, and its level is 0.
 * @returns a bit for each level that is not zero
 */
export function forwardBlock(
  source: usize, sourceStride: usize, base: usize, baseStride: usize, levels: usize, scaled: usize, dc: usize,
): u32 {
  r0 = i32x4.sub(widen(source), widen(base));
  r1 = i32x4.sub(widen(source + sourceStride), widen(base + baseStride));
  r2 = i32x4.sub(widen(source + 2 * sourceStride), widen(base + 2 * baseStride));
  r3 = i32x4.sub(widen(source + 3 * sourceStride), widen(base + 3 * baseStride));
  forwardPass();
  transpose();
  forwardPass();
  transpose();
  if (dc) {
    store<i32>(dc, i32x4.extract_lane(r0, 0));
    r0 = i32x4.replace_lane(r0, 0, 0);
  }
  const l0 = quantised(r0, forwardEven);
  const l1 = quantised(r1, forwardOdd);
  const l2 = quantised(r2, forwardEven);
  const l3 = quantised(r3, forwardOdd);
  v128.store(scaled, i32x4.mul(l0, inverseEven));
  v128.store(scaled, i32x4.mul(l1, inverseOdd), 16);
  v128.store(scaled, i32x4.mul(l2, inverseEven), 32);
  v128.store(scaled, i32x4.mul(l3, inverseOdd), 48);
  return storeZigzag(levels, l0, l1, l2, l3);
}

/** Adds what `scaled` comes to, to the prediction (8.5.12, 8.5.14). */
export function inverseBlock(scaled: usize, base: usize, baseStride: usize, target: usize, stride: usize): void {
  r0 = v128.load(scaled);
  r1 = v128.load(scaled, 16);
  r2 = v128.load(scaled, 32);
  r3 = v128.load(scaled, 48);
  transpose();
  inversePass();
  transpose();
  inversePass();
  const half = i32x4.splat(32);
  for (let row = 0; row < 4; row++) {
    const sum = row == 0 ? r0 : row == 1 ? r1 : row == 2 ? r2 : r3;
    const value = i32x4.add(i32x4.shr_s(i32x4.add(sum, half), 6), widen(base));
    const words = i16x8.narrow_i32x4_s(value, value);
    v128.store32_lane(target, i8x16.narrow_i16x8_u(words, words), 0);
    base += baseStride;
    target += stride;
  }
}

/** Two bits more than a block's own coefficients are quantised by. */
@inline
function dcLevel(value: i32): i32 {
  const size = (abs(value) * forwardDc + 2 * round) >> (shift + 1);
  return value < 0 ? -size : size;
}

/**
 * The first coefficients of the 16 blocks of an Intra_16x16 macroblock (8.5.10): `dc` holds them in rows of the picture, and
 * gets what a decoder makes of them.
 * @returns a bit for each level that is not zero
 */
export function lumaDc(dc: usize, levels: usize): u32 {
  load4(dc);
  hadamardPass();
  transpose();
  hadamardPass();
  transpose();
  for (let i: usize = 0; i < 4; i++) {
    const row = i == 0 ? r0 : i == 1 ? r1 : i == 2 ? r2 : r3;
    v128.store(dc + 16 * i, i32x4.shr_s(i32x4.add(row, i32x4.splat(1)), 1));
  }
  for (let i: usize = 0; i < 16; i++) store<i32>(dc + 4 * i, dcLevel(load<i32>(dc + 4 * i)));
  load4(dc);
  const mask = storeZigzag(levels, r0, r1, r2, r3);
  hadamardPass();
  transpose();
  hadamardPass();
  transpose();
  const scale = i32x4.splat(inverseDc << 4);
  const half = i32x4.splat(1 << (5 - qp / 6));
  for (let i: usize = 0; i < 4; i++) {
    const row = i == 0 ? r0 : i == 1 ? r1 : i == 2 ? r2 : r3;
    v128.store(dc + 16 * i, i32x4.shr_s(i32x4.add(i32x4.mul(row, scale), half), 6 - qp / 6));
  }
  return mask;
}

@inline
function load4(at: usize): void {
  r0 = v128.load(at);
  r1 = v128.load(at, 16);
  r2 = v128.load(at, 32);
  r3 = v128.load(at, 48);
}

/** The same for the four blocks of a chroma plane (8.5.11). */
export function chromaDc(dc: usize, levels: usize): u32 {
  let mask: u32 = 0;
  hadamard2(dc);
  for (let i: usize = 0; i < 4; i++) {
    const level = dcLevel(load<i32>(dc + 4 * i));
    store<i32>(dc + 4 * i, level);
    store<i16>(levels + 2 * i, <i16>level);
    if (level) mask |= 1 << <u32>i;
  }
  hadamard2(dc);
  for (let i: usize = 0; i < 4; i++) {
    store<i32>(dc + 4 * i, ((load<i32>(dc + 4 * i) * (inverseDc << 4)) << (qp / 6)) >> 5);
  }
  return mask;
}

function hadamard2(at: usize): void {
  const a = load<i32>(at);
  const b = load<i32>(at, 4);
  const c = load<i32>(at, 8);
  const d = load<i32>(at, 12);
  store<i32>(at, a + b + c + d);
  store<i32>(at, a - b + c - d, 4);
  store<i32>(at, a + b - c - d, 8);
  store<i32>(at, a - b - c + d, 12);
}
