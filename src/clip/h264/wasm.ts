/** The encoder module's functions. Addresses and lengths are bytes in its memory unless said otherwise. */
export interface H264Exports {
  memory: WebAssembly.Memory;
  heapBase(): number;
  tokenTable(): number;
  zerosTable(): number;
  chromaZerosTable(): number;
  runTable(): number;
  roomFor(width: number, height: number): number;
  setUp(width: number, height: number, at: number): void;
  putPixels(rgb: number, x: number, y: number, width: number, height: number): void;
  codeKey(smooth: number, rough: number, idr: number, unit: number): number;
  codeChanges(smooth: number, rough: number, frame: number, unit: number): number;
  reconstruction(): number;
}

const FUNCTIONS = [
  'heapBase',
  'tokenTable',
  'zerosTable',
  'chromaZerosTable',
  'runTable',
  'roomFor',
  'setUp',
  'putPixels',
  'codeKey',
  'codeChanges',
  'reconstruction',
] as const satisfies readonly (keyof H264Exports)[];

function isH264(exports: object): exports is H264Exports {
  const has = (name: string): unknown => Reflect.get(exports, name);
  return (
    has('memory') instanceof WebAssembly.Memory && FUNCTIONS.every((name) => typeof has(name) === 'function')
  );
}

/** An instance of its own, with its own memory. */
export async function instantiate(module: WebAssembly.Module): Promise<H264Exports> {
  const { exports } = await WebAssembly.instantiate(module);
  if (!isH264(exports)) throw new TypeError('Expected the h264 module, built by `npm run build`.');
  return exports;
}
