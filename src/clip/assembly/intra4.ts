/** Intra_4x4 macroblocks (ITU-T H.264, 7.3.5.1): each block from its own neighbours, as edges and letters want it. */
import { putBits, putSigned, putUnsigned } from './bits';
import {
  BLOCK_X, BLOCK_Y, chooseChroma, chromaLevels, CHROMA, LEVELS, MASKS, putChroma, putChromaMode, putLuma, rebuildChroma, SCALED,
} from './macroblock';
import { across, chromaStride, codedY, sourceY, stride } from './picture';
import { choosePrediction, MEAN, PREDICTED, setDirections } from './predict4';
import { forwardBlock, inverseBlock, quantiserStep } from './transform';

/** codeNum of coded_block_pattern for Intra_4x4 (Table 9-4, chroma 4:2:0), by its value. */
const PATTERN: StaticArray<u8> = [
  3, 29, 30, 17, 31, 18, 37, 8, 32, 38, 19, 9, 20, 10, 11, 2, 16, 33, 34, 21, 35, 22, 39, 4,
  36, 40, 23, 5, 24, 6, 7, 1, 41, 42, 43, 25, 44, 26, 46, 12, 45, 47, 27, 13, 28, 14, 15, 0,
];

/** A bit for each of 16 blocks whose neighbour above to the right is coded before it, in the same macroblock or above (6.4.11.4). */
const BEYOND: u32 = 0b0101_0111_0101_0111;
/** The one whose neighbour is in the macroblock above to the right. */
const CORNER: i32 = 5;

/** Modes of all 4x4 blocks of the picture, that of other macroblocks being `MEAN`; the mode foreseen for each of this one's. */
let modes: usize = 0;
let modesSize: usize = 0;
const FORESEEN: usize = memory.data(16);

export function modesRoom(macroblocks: usize): usize {
  return macroblocks * 16;
}

export function setModes(at: usize, macroblocks: usize): void {
  modes = at;
  modesSize = macroblocks * 16;
  setDirections();
}

export function clearModes(): void {
  memory.fill(modes, <u8>MEAN, modesSize);
}

/** The mode foreseen for a block (8.3.1.1). */
@inline
function foreseenAt(x: i32, y: i32): u32 {
  if (x == 0 || y == 0) return MEAN;
  const at = modes + <usize>(y * (across << 2) + x);
  return min<u32>(load<u8>(at - 1), load<u8>(at - (across << 2)));
}

/** Codes an Intra_4x4 macroblock. `typeBase`: 0 in I slices, 5 in P slices (Tables 7-11, 7-13). */
export function putIntra4(mbX: i32, mbY: i32, typeBase: u32): void {
  const at = (<usize>mbY * stride + mbX) << 4;
  const chromaAt = (<usize>mbY * chromaStride + mbX) << 3;
  let pattern: u32 = 0;
  for (let i = 0; i < 16; i++) {
    const x = (mbX << 2) + BLOCK_X[i];
    const y = (mbY << 2) + BLOCK_Y[i];
    const offset = at + ((<usize>BLOCK_Y[i] * stride + <usize>BLOCK_X[i]) << 2);
    const beyond = i == CORNER ? mbX + 1 < across : ((BEYOND >> i) & 1) != 0;
    const foreseen = foreseenAt(x, y);
    const mode = choosePrediction(sourceY + offset, codedY + offset, stride, x > 0, y > 0, beyond, foreseen);
    store<u8>(FORESEEN + <usize>i, <u8>foreseen);
    store<u8>(modes + <usize>(y * (across << 2) + x), <u8>mode);
    const levels = LEVELS + 32 * <usize>i;
    const scaled = SCALED + 64 * <usize>i;
    const mask = forwardBlock(sourceY + offset, stride, PREDICTED, 4, levels, scaled, 0);
    store<u32>(MASKS + 4 * <usize>i, mask);
    if (mask) pattern |= 1 << <u32>(i >> 2);
    // What comes next is predicted from it.
    inverseBlock(scaled, PREDICTED, 4, codedY + offset, stride);
  }
  chooseChroma(chromaAt, mbX > 0, mbY > 0);
  const chroma = chromaLevels(chromaAt, CHROMA, CHROMA + 128, 16);
  pattern |= chroma << 4;

  putUnsigned(typeBase);
  for (let i = 0; i < 16; i++) {
    const x = (mbX << 2) + BLOCK_X[i];
    const y = (mbY << 2) + BLOCK_Y[i];
    const mode = <u32>load<u8>(modes + <usize>(y * (across << 2) + x));
    const foreseen = <u32>load<u8>(FORESEEN + <usize>i);
    if (mode == foreseen) putBits(1, 1);
    else putBits(mode < foreseen ? mode : mode - 1, 4);
  }
  putChromaMode();
  putUnsigned(PATTERN[pattern]);
  if (pattern) putSigned(quantiserStep());
  putLuma(mbX, mbY, pattern);
  putChroma(mbX, mbY, chroma);
  rebuildChroma(chromaAt, CHROMA, CHROMA + 128, 16);
}
