/** Straight RGBA, row by row. */
export interface Pixels {
  width: number;
  height: number;
  pixels: Uint8Array;
}

/** Squares of `times` by `times` pixels as their mean, colours weighed by alpha; squares at the far edges may be smaller. */
export function means({ width, height, pixels }: Pixels, times: number): Pixels {
  const across = Math.ceil(width / times);
  const down = Math.ceil(height / times);
  const out = new Uint8Array(across * down * 4);
  for (let y = 0; y < down; y++) {
    for (let x = 0; x < across; x++) {
      const sum = [0, 0, 0, 0];
      const right = Math.min(width, (x + 1) * times);
      const bottom = Math.min(height, (y + 1) * times);
      for (let row = y * times; row < bottom; row++) {
        for (let column = x * times; column < right; column++) {
          const at = (row * width + column) * 4;
          const alpha = pixels[at + 3] ?? 0;
          for (let channel = 0; channel < 3; channel++) {
            sum[channel] = (sum[channel] ?? 0) + (pixels[at + channel] ?? 0) * alpha;
          }
          sum[3] = (sum[3] ?? 0) + alpha;
        }
      }
      const [red = 0, green = 0, blue = 0, alpha = 0] = sum;
      const count = (right - x * times) * (bottom - y * times);
      const colour = alpha === 0 ? [0, 0, 0] : [red / alpha, green / alpha, blue / alpha];
      out.set([...colour, alpha / count].map(Math.round), (y * across + x) * 4);
    }
  }
  return { width: across, height: down, pixels: out };
}

/**
 * Pixels the way their EXIF orientation (1 to 8, CIPA DC-008, 4.6.5) says they are meant to be seen.
 */
export function upright({ width, height, pixels }: Pixels, orientation: number): Pixels {
  const [fromRight, fromBottom, onSide] = TURNS[orientation - 1] ?? [false, false, false];
  if (!fromRight && !fromBottom && !onSide) return { width, height, pixels };
  const source = new Uint32Array(pixels.slice().buffer);
  const out = new Uint32Array(source.length);
  const across = onSide ? height : width;
  const down = onSide ? width : height;
  for (let y = 0; y < down; y++) {
    for (let x = 0; x < across; x++) {
      const [column, row] = onSide ? [y, x] : [x, y];
      const sourceX = fromRight ? width - 1 - column : column;
      const sourceY = fromBottom ? height - 1 - row : row;
      out[y * across + x] = source[sourceY * width + sourceX] ?? 0;
    }
  }
  return { width: across, height: down, pixels: new Uint8Array(out.buffer) };
}

/** By orientation from 1: the file's columns run from the right, its rows from the bottom, its rows are the columns seen. */
const TURNS: readonly (readonly [fromRight: boolean, fromBottom: boolean, onSide: boolean])[] = [
  [false, false, false],
  [true, false, false],
  [true, true, false],
  [false, true, false],
  [false, false, true],
  [false, true, true],
  [true, true, true],
  [true, false, true],
];

/** True where no pixel lets anything through. */
export function isOpaque({ pixels }: Pixels): boolean {
  for (let at = 3; at < pixels.length; at += 4) if (pixels[at] !== 255) return false;
  return true;
}
