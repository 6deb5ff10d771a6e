/** One macroblock: its prediction, its residual, its syntax (ITU-T H.264, 7.3.5) and its reconstruction. */
import { putBits, putSigned, putUnsigned } from './bits';
import {
  across, chromaStride, codedU, codedV, codedY, sourceU, sourceV, sourceY, stride,
} from './picture';
import {
  distance16, distance8, predictAcross, predictDown, predictMean16, predictMean8, predictPlane,
} from './predict';
import { putBlock } from './residual';
import { chromaDc, forwardBlock, inverseBlock, lumaDc, quantiserStep } from './transform';

/** Where each of 16 luma blocks lies in its macroblock, in blocks (6.4.3). */
export const BLOCK_X: StaticArray<u8> = [0, 1, 0, 1, 2, 3, 2, 3, 0, 1, 0, 1, 2, 3, 2, 3];
export const BLOCK_Y: StaticArray<u8> = [0, 0, 1, 1, 0, 0, 1, 1, 2, 2, 3, 3, 2, 2, 3, 3];

/** codeNum of coded_block_pattern for inter macroblocks (Table 9-4, chroma 4:2:0), by its value. */
const INTER_PATTERN: StaticArray<u8> = [
  0, 2, 3, 7, 4, 8, 17, 13, 5, 18, 9, 14, 10, 15, 16, 11, 1, 32, 33, 36, 34, 37, 44, 40, 35, 45, 38, 41, 39, 42, 43,
  19, 6, 24, 25, 20, 26, 21, 46, 28, 27, 47, 22, 29, 23, 30, 31, 12,
];

// Intra predictions, each of 16 rows of 16 bytes; chroma's two planes have 8 rows each.
const CANDIDATE: usize = memory.data(256, 16);
const LUMA: usize = memory.data(256, 16);
const CHROMA_CANDIDATE: usize = memory.data(256, 16);
export const CHROMA: usize = memory.data(256, 16);

// 16 luma blocks, then 4 of Cb and 4 of Cr: levels, what they decode to, and which are not zero.
export const LEVELS: usize = memory.data(24 * 32, 16);
export const SCALED: usize = memory.data(24 * 64, 16);
export const MASKS: usize = memory.data(24 * 4);
const DC_LEVELS: usize = memory.data(3 * 32, 16);
const DC: usize = memory.data(3 * 64, 16);
const DC_MASKS: usize = memory.data(8);

/** Levels of each 4x4 block that are not zero: luma 4 rows a macroblock, Cb and Cr 2. */
let counts: usize = 0;
let countsU: usize = 0;
let countsV: usize = 0;
let countsSize: usize = 0;

export function countsRoom(blocks: usize): usize {
  return blocks * 24;
}

export function setCounts(at: usize, blocks: usize): void {
  counts = at;
  countsU = at + blocks * 16;
  countsV = countsU + blocks * 4;
  countsSize = blocks * 24;
}

export function clearCounts(): void {
  memory.fill(counts, 0, countsSize);
}

/** nC of the block at (x, y) in blocks (9.2.1): one slice a picture, so only the picture's edges lack neighbours. */
@inline
function contextAt(table: usize, line: i32, x: i32, y: i32): i32 {
  const at = table + <usize>(y * line + x);
  if (x > 0 && y > 0) return (<i32>load<u8>(at - 1) + <i32>load<u8>(at - line) + 1) >> 1;
  return x > 0 ? <i32>load<u8>(at - 1) : y > 0 ? <i32>load<u8>(at - line) : 0;
}

@inline
function putCounted(table: usize, line: i32, x: i32, y: i32, levels: usize, mask: u32, most: i32): void {
  const count = putBlock(levels, mask, contextAt(table, line, x, y), most);
  store<u8>(table + <usize>(y * line + x), <u8>count);
}

let lumaMode: u32 = 0;
let chromaMode: u32 = 0;
let bestDistance: u32 = 0;

@inline
function tryLuma(source: usize, mode: u32): void {
  const distance = distance16(source, stride, CANDIDATE, 16);
  if (distance >= bestDistance) return;
  bestDistance = distance;
  lumaMode = mode;
  memory.copy(LUMA, CANDIDATE, 256);
}

/** The best Intra_16x16 prediction (Table 8-4), left in `LUMA`. @returns its distance from the source */
function chooseLuma(source: usize, coded: usize, left: bool, up: bool): u32 {
  bestDistance = u32.MAX_VALUE;
  predictMean16(coded, stride, left, up, CANDIDATE);
  tryLuma(source, 2);
  if (bestDistance == 0) return 0;
  if (up) {
    predictDown(coded, stride, 16, CANDIDATE);
    tryLuma(source, 0);
  }
  if (left) {
    predictAcross(coded, stride, 16, CANDIDATE);
    tryLuma(source, 1);
  }
  if (left && up) {
    predictPlane(coded, stride, 16, CANDIDATE);
    tryLuma(source, 3);
  }
  return bestDistance;
}

function tryChroma(u: usize, v: usize, mode: u32): void {
  const distance =
    distance8(u, chromaStride, CHROMA_CANDIDATE, 16) + distance8(v, chromaStride, CHROMA_CANDIDATE + 128, 16);
  if (distance >= bestDistance) return;
  bestDistance = distance;
  chromaMode = mode;
  memory.copy(CHROMA, CHROMA_CANDIDATE, 256);
}

/** The best prediction of both chroma planes (Table 8-5), left in `CHROMA`. */
export function chooseChroma(at: usize, left: bool, up: bool): void {
  const u = sourceU + at;
  const v = sourceV + at;
  bestDistance = u32.MAX_VALUE;
  predictMean8(codedU + at, chromaStride, left, up, CHROMA_CANDIDATE);
  predictMean8(codedV + at, chromaStride, left, up, CHROMA_CANDIDATE + 128);
  tryChroma(u, v, 0);
  if (bestDistance == 0) return;
  if (left) {
    predictAcross(codedU + at, chromaStride, 8, CHROMA_CANDIDATE);
    predictAcross(codedV + at, chromaStride, 8, CHROMA_CANDIDATE + 128);
    tryChroma(u, v, 1);
  }
  if (up) {
    predictDown(codedU + at, chromaStride, 8, CHROMA_CANDIDATE);
    predictDown(codedV + at, chromaStride, 8, CHROMA_CANDIDATE + 128);
    tryChroma(u, v, 2);
  }
  if (left && up) {
    predictPlane(codedU + at, chromaStride, 8, CHROMA_CANDIDATE);
    predictPlane(codedV + at, chromaStride, 8, CHROMA_CANDIDATE + 128);
    tryChroma(u, v, 3);
  }
}

/** Transforms both chroma planes. @returns 0 for no level, 1 for DC only, 2 for more (7.4.5) */
export function chromaLevels(at: usize, baseU: usize, baseV: usize, baseStride: usize): u32 {
  let ac: u32 = 0;
  for (let plane: usize = 0; plane < 2; plane++) {
    const source = (plane ? sourceV : sourceU) + at;
    const base = plane ? baseV : baseU;
    const dc = DC + 64 * (plane + 1);
    for (let i: usize = 0; i < 4; i++) {
      const x = (i & 1) << 2;
      const y = (i >> 1) << 2;
      const block = 16 + 4 * plane + i;
      const mask = forwardBlock(
        source + y * chromaStride + x, chromaStride, base + y * baseStride + x, baseStride,
        LEVELS + 32 * block, SCALED + 64 * block, dc + 4 * i,
      );
      store<u32>(MASKS + 4 * block, mask);
      ac |= mask;
    }
  }
  const maskU = chromaDc(DC + 64, DC_LEVELS + 32);
  const maskV = chromaDc(DC + 128, DC_LEVELS + 64);
  store<u32>(DC_MASKS, maskU);
  store<u32>(DC_MASKS, maskV, 4);
  for (let i: usize = 0; i < 8; i++) {
    store<i32>(SCALED + 64 * (16 + i), load<i32>(DC + 64 + 64 * (i >> 2) + 4 * (i & 3)));
  }
  return ac ? 2 : maskU | maskV ? 1 : 0;
}

/** intra_chroma_pred_mode, as it was chosen. */
export function putChromaMode(): void {
  putUnsigned(chromaMode);
}

/** The luma blocks of a macroblock with a coded_block_pattern. */
export function putLuma(mbX: i32, mbY: i32, pattern: u32): void {
  for (let i: usize = 0; i < 16; i++) {
    if (!(pattern & (1 << <u32>(i >> 2)))) continue;
    const x = (mbX << 2) + BLOCK_X[<i32>i];
    const y = (mbY << 2) + BLOCK_Y[<i32>i];
    putCounted(counts, across << 2, x, y, LEVELS + 32 * i, load<u32>(MASKS + 4 * i), 16);
  }
}

export function putChroma(mbX: i32, mbY: i32, pattern: u32): void {
  if (pattern == 0) return;
  putBlock(DC_LEVELS + 32, load<u32>(DC_MASKS), -1, 4);
  putBlock(DC_LEVELS + 64, load<u32>(DC_MASKS, 4), -1, 4);
  if (pattern == 1) return;
  for (let i: usize = 0; i < 8; i++) {
    const table = i < 4 ? countsU : countsV;
    const x = (mbX << 1) + <i32>(i & 1);
    const y = (mbY << 1) + <i32>((i >> 1) & 1);
    putCounted(table, across << 1, x, y, LEVELS + 32 * (16 + i) + 2, load<u32>(MASKS + 4 * (16 + i)) >> 1, 15);
  }
}

export function rebuildChroma(at: usize, baseU: usize, baseV: usize, baseStride: usize): void {
  for (let i: usize = 0; i < 8; i++) {
    const base = i < 4 ? baseU : baseV;
    const to = (i < 4 ? codedU : codedV) + at;
    const x = (i & 1) << 2;
    const y = ((i >> 1) & 1) << 2;
    inverseBlock(SCALED + 64 * (16 + i), base + y * baseStride + x, baseStride, to + y * chromaStride + x, chromaStride);
  }
}

/** How far the best intra prediction is from the source; it stays chosen for `putIntra`. */
export function intraDistance(mbX: i32, mbY: i32): u32 {
  const at = (<usize>mbY * stride + mbX) << 4;
  return chooseLuma(sourceY + at, codedY + at, mbX > 0, mbY > 0);
}

/** How far the source is from what is shown there already. */
export function interDistance(mbX: i32, mbY: i32): u32 {
  const at = (<usize>mbY * stride + mbX) << 4;
  return distance16(sourceY + at, stride, codedY + at, stride);
}

/** Codes an Intra_16x16 macroblock as `intraDistance` chose it. `typeBase`: 1 in I slices, 6 in P slices (Table 7-11). */
export function putIntra(mbX: i32, mbY: i32, typeBase: u32): void {
  const at = (<usize>mbY * stride + mbX) << 4;
  const chromaAt = (<usize>mbY * chromaStride + mbX) << 3;
  let ac: u32 = 0;
  for (let i: usize = 0; i < 16; i++) {
    const x = <usize>BLOCK_X[<i32>i];
    const y = <usize>BLOCK_Y[<i32>i];
    const mask = forwardBlock(
      sourceY + at + ((y * stride + x) << 2), stride, LUMA + (y << 6) + (x << 2), 16,
      LEVELS + 32 * i, SCALED + 64 * i, DC + 16 * y + 4 * x,
    );
    store<u32>(MASKS + 4 * i, mask);
    ac |= mask;
  }
  const dcMask = lumaDc(DC, DC_LEVELS);
  chooseChroma(chromaAt, mbX > 0, mbY > 0);
  const chroma = chromaLevels(chromaAt, CHROMA, CHROMA + 128, 16);

  putUnsigned(typeBase + lumaMode + 4 * chroma + (ac ? 12 : 0));
  putChromaMode();
  putSigned(quantiserStep());
  putBlock(DC_LEVELS, dcMask, contextAt(counts, across << 2, mbX << 2, mbY << 2), 16);
  if (ac) {
    for (let i: usize = 0; i < 16; i++) {
      const x = (mbX << 2) + BLOCK_X[<i32>i];
      const y = (mbY << 2) + BLOCK_Y[<i32>i];
      putCounted(counts, across << 2, x, y, LEVELS + 32 * i + 2, load<u32>(MASKS + 4 * i) >> 1, 15);
    }
  }
  putChroma(mbX, mbY, chroma);

  for (let i: usize = 0; i < 16; i++) {
    const x = <usize>BLOCK_X[<i32>i];
    const y = <usize>BLOCK_Y[<i32>i];
    store<i32>(SCALED + 64 * i, load<i32>(DC + 16 * y + 4 * x));
    inverseBlock(SCALED + 64 * i, LUMA + (y << 6) + (x << 2), 16, codedY + at + ((y * stride + x) << 2), stride);
  }
  rebuildChroma(chromaAt, CHROMA, CHROMA + 128, 16);
}

/**
 * Codes a P_L0_16x16 macroblock that shows what was there, plus a residual, after `skipped` ones.
 * @returns false, and nothing is written, where no level is left
 */
export function putInter(mbX: i32, mbY: i32, skipped: u32): bool {
  const at = (<usize>mbY * stride + mbX) << 4;
  const chromaAt = (<usize>mbY * chromaStride + mbX) << 3;
  let pattern: u32 = 0;
  for (let i: usize = 0; i < 16; i++) {
    const offset = (<usize>BLOCK_Y[<i32>i] * stride + <usize>BLOCK_X[<i32>i]) << 2;
    const mask = forwardBlock(
      sourceY + at + offset, stride, codedY + at + offset, stride, LEVELS + 32 * i, SCALED + 64 * i, 0,
    );
    store<u32>(MASKS + 4 * i, mask);
    if (mask) pattern |= 1 << <u32>(i >> 2);
  }
  const baseU = codedU + chromaAt;
  const baseV = codedV + chromaAt;
  const chroma = chromaLevels(chromaAt, baseU, baseV, chromaStride);
  pattern |= chroma << 4;
  if (pattern == 0) return false;

  putUnsigned(skipped);
  putUnsigned(0); // P_L0_16x16
  putBits(3, 2); // both mvd_l0 of 0
  putUnsigned(INTER_PATTERN[pattern]);
  putSigned(quantiserStep());
  putLuma(mbX, mbY, pattern);
  putChroma(mbX, mbY, chroma);

  for (let i: usize = 0; i < 16; i++) {
    if (load<u32>(MASKS + 4 * i) == 0) continue;
    const to = codedY + at + ((<usize>BLOCK_Y[<i32>i] * stride + <usize>BLOCK_X[<i32>i]) << 2);
    inverseBlock(SCALED + 64 * i, to, stride, to, stride);
  }
  if (chroma) rebuildChroma(chromaAt, baseU, baseV, chromaStride);
  return true;
}
