/** What the module offers. Addresses are given by the caller, from `heapBase` on, in memory that is all zero. */
export { chromaZerosTable, runTable, tokenTable, zerosTable } from './residual';
export { pictureSize, putPixels } from './picture';
export { codeChanges, codeKey } from './slice';
import { modesRoom, setModes } from './intra4';
import { countsRoom, setCounts } from './macroblock';
import { across, codedY, down, pictureSize, setPicture } from './picture';

/** Where the caller's own memory begins. */
export function heapBase(): usize {
  return __heap_base;
}

/** Bytes `setUp` needs. */
export function roomFor(width: i32, height: i32): usize {
  const macroblocks = <usize>(((width + 15) >> 4) * ((height + 15) >> 4));
  return pictureSize(width, height) + countsRoom(macroblocks) + modesRoom(macroblocks);
}

/** Begins a picture of even sides, in `roomFor` bytes at `at`. */
export function setUp(width: i32, height: i32, at: usize): void {
  setPicture(width, height, at);
  const macroblocks = <usize>(across * down);
  const counts = at + pictureSize(width, height);
  setCounts(counts, macroblocks);
  setModes(counts + countsRoom(macroblocks), macroblocks);
}

/** Where the reconstruction is: luma, Cb, Cr in whole macroblocks. */
export function reconstruction(): usize {
  return codedY;
}
