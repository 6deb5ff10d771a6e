import { fromOklch, parseHex, toLinear, toOklch } from './oklch.ts';

/** WCAG 2.2, 1.4.3: the least contrast of text that is not large. */
export const MIN_CONTRAST = 4.5;

/** APCA-W3 0.1.9, `blkThrs` and `blkClmp`. */
// oxlint-disable-next-line oxc/approx-constant -- the specification says 1.414, not the root of two
const APCA_BLACK = { from: 0.022, power: 1.414 } as const;

/** WCAG 2.2 contrast ratio of two `#rrggbb` colours, 1 to 21. */
export function contrast(a: string, b: string): number {
  const [one, other] = [luminance(a), luminance(b)];
  return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
}

/** WCAG 2.2 relative luminance, 0 to 1. */
function luminance(hex: string): number {
  const [red, green, blue] = parseHex(hex);
  return 0.2126 * toLinear(red) + 0.7152 * toLinear(green) + 0.0722 * toLinear(blue);
}

/**
 * `color` if it can be read on `background`; else the nearest lightness of the same hue that can, towards whichever of
 * black and white gives more contrast there. A ratio above what black or white reach gives black or white.
 */
export function readable(color: string, background: string, ratio: number = MIN_CONTRAST): string {
  if (contrast(color, background) >= ratio) return color;
  const end = contrast('#000000', background) >= contrast('#ffffff', background) ? 0 : 1;
  const { l, c, h } = toOklch(color);
  let [bad, good] = [l, end];
  for (let step = 0; step < 16; step++) {
    const middle = (bad + good) / 2;
    if (contrast(fromOklch({ l: middle, c, h }), background) >= ratio) good = middle;
    else bad = middle;
  }
  return fromOklch({ l: good, c: good === end ? 0 : c, h });
}

/**
 * APCA lightness contrast (APCA-W3 0.1.9), -108 to 106: positive for dark text on light. 60 is enough for large text,
 * 75 for columns of it. Reported beside the WCAG ratio, which is what is enforced.
 */
export function apca(text: string, background: string): number {
  const ink = softBlack(apcaLuminance(text));
  const paper = softBlack(apcaLuminance(background));
  if (Math.abs(paper - ink) < 0.0005) return 0;
  const darkOnLight = paper > ink;
  const raw = darkOnLight ? (paper ** 0.56 - ink ** 0.57) * 1.14 : (paper ** 0.65 - ink ** 0.62) * 1.14;
  if (Math.abs(raw) < 0.1) return 0;
  return (darkOnLight ? raw - 0.027 : raw + 0.027) * 100;
}

function apcaLuminance(hex: string): number {
  const [red, green, blue] = parseHex(hex);
  return 0.2126729 * (red / 255) ** 2.4 + 0.7151522 * (green / 255) ** 2.4 + 0.072175 * (blue / 255) ** 2.4;
}

/** Very dark colours count as a little lighter, for the light a screen's surface gives back. */
function softBlack(light: number): number {
  return light > APCA_BLACK.from ? light : light + (APCA_BLACK.from - light) ** APCA_BLACK.power;
}
