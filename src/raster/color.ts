import type { Color } from '../layer/model.ts';

/** Red, green, blue and opacity, 0 to 255, in one number: `0xrrggbbaa`. */
export function parseColor(color: Color): number {
  const digits = color.slice(1);
  if (color[0] !== '#' || !/^[0-9a-f]{6}([0-9a-f]{2})?$/i.test(digits)) {
    throw new RangeError(`Expected a colour like #1a2b3c but received ${color}.`);
  }
  return Number.parseInt(digits.padEnd(8, 'f'), 16);
}
