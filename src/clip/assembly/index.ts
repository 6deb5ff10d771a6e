/** What the module offers. Addresses are given by the caller, from `heapBase` on, in memory that is all zero. */
export { chromaZerosTable, runTable, tokenTable, zerosTable } from './residual';
export { pictureSize, putPixels } from './picture';
export { codeChanges, codeKey } from './slice';
import { countsRoom, setCounts } from './macroblock';
import { across, codedY, down, pictureSize, setPicture } from './picture';

/** Where the caller's own memory begins. */
export function heapBase(): usize {
  return __heap_base;
}

/** Bytes `setUp` needs. */
export function roomFor(width: i32, height: i32): usize {
  return pictureSize(width, height) + countsRoom(<usize>(((width + 15) >> 4) * ((height + 15) >> 4)));
}

/** Begins a picture of even sides, in `roomFor` bytes at `at`. */
export function setUp(width: i32, height: i32, at: usize): void {
  setPicture(width, height, at);
  setCounts(at + pictureSize(width, height), <usize>(across * down));
}

/** Where the reconstruction is: luma, Cb, Cr in whole macroblocks. */
export function reconstruction(): usize {
  return codedY;
}
