/** Samples of a block, and coefficients. */
export const BLOCK = 1024;

const HALF = BLOCK / 2;

/** Sine window over two blocks (ISO/IEC 14496-3, 4.6.11.3.2). */
const WINDOW = Float64Array.from({ length: 2 * BLOCK }, (_, n) =>
  Math.sin((Math.PI / (2 * BLOCK)) * (n + 0.5)),
);

/** Turns before and after the transform: e^(-iπ(8n+1)/8M), M coefficients. */
const TURN_COS = Float64Array.from({ length: HALF }, (_, n) =>
  Math.cos((Math.PI * (8 * n + 1)) / (8 * BLOCK)),
);
const TURN_SIN = Float64Array.from(
  { length: HALF },
  (_, n) => -Math.sin((Math.PI * (8 * n + 1)) / (8 * BLOCK)),
);

/** e^(-2πik/HALF) */
const ROOT_COS = Float64Array.from({ length: HALF }, (_, k) => Math.cos((2 * Math.PI * k) / HALF));
const ROOT_SIN = Float64Array.from({ length: HALF }, (_, k) => -Math.sin((2 * Math.PI * k) / HALF));

const REVERSED = Uint16Array.from({ length: HALF }, (_, i) => {
  let out = 0;
  for (let bit = 1; bit < HALF; bit *= 2) out = out * 2 + (i & bit ? 1 : 0);
  return out;
});

/** Room for what is between: a minute of sound has thousands of blocks, and an isolate little memory to leave behind. */
const folded = new Float64Array(BLOCK);
const re = new Float64Array(HALF);
const im = new Float64Array(HALF);

/**
 * The coefficients of two blocks, windowed (4.6.11.3.1, from the encoder's side): a cosine transform of the folded
 * halves, by a Fourier transform of half their length.
 */
export function mdct(before: Float32Array, now: Float32Array, out: Float64Array): void {
  const at = (n: number): number => (n < BLOCK ? (before[n] ?? 0) : (now[n - BLOCK] ?? 0)) * (WINDOW[n] ?? 0);
  for (let m = 0; m < HALF; m++) {
    folded[m] = -at(3 * HALF - 1 - m) - at(3 * HALF + m);
    folded[HALF + m] = at(m) - at(BLOCK - 1 - m);
  }
  // Numbers are taken out one by one: pairs of them would be arrays, a gigabyte for a minute of sound.
  for (let n = 0; n < HALF; n++) {
    const a = folded[2 * n] ?? 0;
    const b = folded[BLOCK - 1 - 2 * n] ?? 0;
    const c = TURN_COS[n] ?? 0;
    const s = TURN_SIN[n] ?? 0;
    const to = REVERSED[n] ?? 0;
    re[to] = a * c - b * s;
    im[to] = a * s + b * c;
  }
  fourier();
  for (let k = 0; k < HALF; k++) {
    const a = re[k] ?? 0;
    const b = im[k] ?? 0;
    const c = TURN_COS[k] ?? 0;
    const s = TURN_SIN[k] ?? 0;
    out[2 * k] = 2 * (a * c - b * s);
    out[BLOCK - 1 - 2 * k] = -2 * (a * s + b * c);
  }
}

/** Of the values in `re` and `im`, in place; they are in bit-reversed order. */
function fourier(): void {
  for (let size = 2; size <= HALF; size *= 2) {
    const half = size / 2;
    const step = HALF / size;
    for (let start = 0; start < HALF; start += size) {
      for (let k = 0; k < half; k++) {
        const c = ROOT_COS[k * step] ?? 0;
        const s = ROOT_SIN[k * step] ?? 0;
        const i = start + k;
        const j = i + half;
        const x = re[j] ?? 0;
        const y = im[j] ?? 0;
        const u = x * c - y * s;
        const v = x * s + y * c;
        re[j] = (re[i] ?? 0) - u;
        im[j] = (im[i] ?? 0) - v;
        re[i] = (re[i] ?? 0) + u;
        im[i] = (im[i] ?? 0) + v;
      }
    }
  }
}
