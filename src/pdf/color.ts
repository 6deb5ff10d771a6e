import { Unsupported } from './markup.ts';
import { num } from './writer.ts';

/** Red, green and blue, each 0 to 1, and opacity. */
export interface Ink {
  rgb: readonly [red: number, green: number, blue: number];
  alpha: number;
}

const NAMES: Readonly<Record<string, string>> = { black: '#000000', white: '#ffffff', red: '#ff0000' };

/**
 * `#rgb`, `#rrggbb`, `#rrggbbaa`, `rgb(…)` and the few names pictures here use.
 * @throws Unsupported for any other
 */
export function parseColor(text: string): Ink {
  const color = NAMES[text.trim().toLowerCase()] ?? text.trim();
  const hex = /^#([0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})$/i.exec(color)?.[1];
  if (hex !== undefined) {
    const pairs = hex.length < 6 ? Array.from(hex, (digit) => digit + digit) : (hex.match(/../g) ?? []);
    const [red = 0, green = 0, blue = 0, alpha = 1] = pairs.map((pair) => Number.parseInt(pair, 16) / 255);
    return { rgb: [red, green, blue], alpha };
  }
  const parts = /^rgba?\(([^)]+)\)$/i
    .exec(color)?.[1]
    ?.split(/[\s,/]+/)
    .filter(Boolean)
    .map(Number);
  const [red, green, blue, alpha = 1] = parts ?? [];
  if (
    red === undefined ||
    green === undefined ||
    blue === undefined ||
    Number.isNaN(red + green + blue + alpha)
  )
    throw new Unsupported(`The colour ${text}.`);
  return { rgb: [red / 255, green / 255, blue / 255], alpha };
}

/** A colour as operands. */
export function rgbOperands({ rgb }: Ink): string {
  return rgb.map(num).join(' ');
}
