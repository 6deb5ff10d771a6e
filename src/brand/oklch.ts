/** OKLCH: lightness 0 to 1, chroma from 0, hue in degrees. Equal steps look equal. */
export interface Oklch {
  l: number;
  c: number;
  h: number;
}

/** Linear-light sRGB, 0 to 1 inside the gamut. */
type LinearRgb = readonly [number, number, number];

/** A `#rrggbb` colour as red, green and blue, 0 to 255. */
export function parseHex(hex: string): readonly [number, number, number] {
  const value = Number.parseInt(hex.slice(1, 7), 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
}

/** Channel values, 0 to 255, as `#rrggbb`. */
export function toHex(red: number, green: number, blue: number): string {
  const value = (Math.round(red) << 16) | (Math.round(green) << 8) | Math.round(blue);
  return `#${value.toString(16).padStart(6, '0')}`;
}

/** One sRGB channel, 0 to 255, as linear light, 0 to 1 (IEC 61966-2-1). */
export function toLinear(channel: number): number {
  const value = channel / 255;
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
}

function fromLinear(value: number): number {
  return 255 * (value <= 0.0031308 ? value * 12.92 : 1.055 * value ** (1 / 2.4) - 0.055);
}

/** CSS Color 4, 9.2 and 9.4: sRGB to Oklab to its polar form. */
export function toOklch(hex: string): Oklch {
  const [red, green, blue] = parseHex(hex);
  const [r, g, b] = [toLinear(red), toLinear(green), toLinear(blue)];
  const long = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const medium = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const short = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  const l = 0.2104542553 * long + 0.793617785 * medium - 0.0040720468 * short;
  const a = 1.9779984951 * long - 2.428592205 * medium + 0.4505937099 * short;
  const bb = 0.0259040371 * long + 0.7827717662 * medium - 0.808675766 * short;
  return { l, c: Math.hypot(a, bb), h: ((Math.atan2(bb, a) * 180) / Math.PI + 360) % 360 };
}

/** The sRGB colour nearest in look: chroma is lowered until the colour can be shown, lightness and hue stay. */
export function fromOklch({ l, c, h }: Oklch): string {
  const lightness = Math.min(1, Math.max(0, l));
  let [low, high] = [0, c];
  let best = linearOf({ l: lightness, c, h });
  if (!shown(best)) {
    for (let step = 0; step < 20; step++) {
      const middle = (low + high) / 2;
      if (shown(linearOf({ l: lightness, c: middle, h }))) low = middle;
      else high = middle;
    }
    best = linearOf({ l: lightness, c: low, h });
  }
  const [r, g, b] = best;
  return toHex(...([clamp(r), clamp(g), clamp(b)] as const));
}

/** `amount` of `over` mixed into `under`, 0 to 1, in linear steps of sRGB. */
export function mix(under: string, over: string, amount: number): string {
  const [a, b] = [parseHex(under), parseHex(over)];
  const channel = (i: 0 | 1 | 2): number => a[i] + (b[i] - a[i]) * amount;
  return toHex(channel(0), channel(1), channel(2));
}

function linearOf({ l, c, h }: Oklch): LinearRgb {
  const angle = (h * Math.PI) / 180;
  const [a, b] = [c * Math.cos(angle), c * Math.sin(angle)];
  const long = (l + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const medium = (l - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const short = (l - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
    -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
    -0.0041960863 * long - 0.7034186147 * medium + 1.707614701 * short,
  ];
}

function shown(rgb: LinearRgb): boolean {
  return rgb.every((value) => value >= -0.0005 && value <= 1.0005);
}

function clamp(linear: number): number {
  return fromLinear(Math.min(1, Math.max(0, linear)));
}
