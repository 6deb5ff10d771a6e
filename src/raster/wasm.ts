/** The raster module's functions. Addresses and lengths are bytes in its memory unless said otherwise. */
export interface RasterExports {
  memory: WebAssembly.Memory;
  heapBase(): number;
  measureMask(commands: number, count: number, scale: number, dx: number, dy: number): number;
  drawMask(
    commands: number,
    count: number,
    scale: number,
    dx: number,
    dy: number,
    sums: number,
    mask: number,
  ): void;
  maskLeft(): number;
  maskTop(): number;
  maskWidth(): number;
  maskHeight(): number;
  setTarget(rows: number, width: number, height: number, lead: number): void;
  setStream(stream: number, width: number, height: number, palette: number): void;
  paletteFull(): number;
  setColor(red: number, green: number, blue: number, alpha: number): void;
  blendMask(mask: number, stride: number, width: number, height: number, x: number, y: number): void;
  blendPicture(rgba: number, width: number, height: number, x: number, y: number): void;
  rgbaToRgb(rgba: number, rgb: number, pixels: number): void;
  rgbToRgba(rgb: number, rgba: number, pixels: number): void;
  resetTiles(width: number, height: number, tileBytes: number, pixelBytes: number): void;
  crc32(from: number, length: number): number;
  encodePicture(
    pixels: number,
    line: number,
    height: number,
    pixelBytes: number,
    filters: number,
    depth: number,
    out: number,
  ): number;
  paletteSize(): number;
  clearPalette(table: number): void;
  paletteCount(table: number): number;
  paletteColors(table: number): number;
  indexPixels(table: number, rgb: number, count: number, out: number): number;
  setShape(width: number, height: number, tileBytes: number, pixelBytes: number): void;
  codesSize(): number;
  chooseFilters(rgb: number, filters: number): void;
  filterPicture(rgb: number, filters: number, stream: number): void;
  copyPicture(rgb: number, filters: number, canvas: number): void;
  indexPicture(rgb: number, palette: number, stream: number): number;
  startCodes(): void;
  countSample(stream: number): void;
  finishCodes(stream: number, codes: number): number;
  listTiles(stream: number, records: number, rows: number, list: number): void;
  packTiles(stream: number, codes: number, records: number, rows: number, bits: number): number;
  encodeLayered(
    canvas: number,
    codes: number,
    records: number,
    rows: number,
    kept: number,
    asTokens: boolean,
    out: number,
  ): number;
  restoreTiles(from: number, records: number, to: number): void;
}

const FUNCTIONS = [
  'heapBase',
  'measureMask',
  'drawMask',
  'maskLeft',
  'maskTop',
  'maskWidth',
  'maskHeight',
  'setTarget',
  'setStream',
  'paletteFull',
  'setColor',
  'blendMask',
  'blendPicture',
  'rgbaToRgb',
  'rgbToRgba',
  'resetTiles',
  'crc32',
  'encodePicture',
  'paletteSize',
  'clearPalette',
  'paletteCount',
  'paletteColors',
  'indexPixels',
  'setShape',
  'codesSize',
  'chooseFilters',
  'filterPicture',
  'copyPicture',
  'indexPicture',
  'startCodes',
  'countSample',
  'finishCodes',
  'listTiles',
  'packTiles',
  'encodeLayered',
  'restoreTiles',
] as const satisfies readonly (keyof RasterExports)[];

function isRaster(exports: object): exports is RasterExports {
  const has = (name: string): unknown => Reflect.get(exports, name);
  return (
    has('memory') instanceof WebAssembly.Memory && FUNCTIONS.every((name) => typeof has(name) === 'function')
  );
}

/** An instance of its own, with its own memory. */
export async function instantiate(module: WebAssembly.Module): Promise<RasterExports> {
  const { exports } = await WebAssembly.instantiate(module);
  if (!isRaster(exports)) throw new TypeError('Expected the raster module, built by `npm run build`.');
  return exports;
}
