/** What the module offers. Addresses are given by the caller, from `heapBase` on. */
export { drawMask, maskHeight, maskLeft, maskTop, maskWidth, measureMask } from './mask';
export { blendMask, blendPicture, rgbToRgba, rgbaToRgb, setColor, setStream, setTarget } from './blend';
export { paletteFull } from './indexed';
export { resetTiles } from './tiles';
export { crc32 } from './checks';
export { encodePicture } from './encode';
export { clearPalette, indexPixels, paletteColors, paletteCount, paletteSize } from './palette';
export {
  chooseFilters,
  codesSize,
  copyPicture,
  countSample,
  encodeLayered,
  filterPicture,
  finishCodes,
  indexPicture,
  listTiles,
  packTiles,
  restoreTiles,
  setShape,
  startCodes,
} from './layered';

/** Where the caller's own memory begins. */
export function heapBase(): usize {
  return __heap_base;
}
