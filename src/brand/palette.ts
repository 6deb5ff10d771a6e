import { contrast, readable } from './contrast.ts';
import type { BrandColors } from './model.ts';
import { fromOklch, mix, type Oklch, toHex, toOklch } from './oklch.ts';

/** Colours that look alike, as one: their mean and how much of the picture they are, 0 to 1. */
interface Swatch {
  hex: string;
  share: number;
  look: Oklch;
}

/**
 * The four colours of a brand out of a picture: its ground is what covers most of it, the accent its most vivid colour
 * that stands off from the ground, text a near white or near black of the ground's hue.
 * @param rgba straight RGBA of the picture made small; what is transparent does not count
 */
export function paletteOf(rgba: Uint8Array): BrandColors | null {
  const swatches = swatchesOf(rgba);
  const ground = swatches[0];
  if (ground === undefined) return null;
  const background = fromOklch({ ...ground.look, l: awayFromMiddle(ground.look.l) });
  const dark = contrast('#ffffff', background) >= contrast('#000000', background);
  const { c, h } = ground.look;
  const ink = fromOklch({ l: dark ? 0.97 : 0.2, c: Math.min(c, 0.03), h });
  const text = readable(ink, background, 7);
  return {
    background,
    text,
    muted: readable(mix(background, text, 0.68), background),
    accent: accentOf(swatches, text),
  };
}

/** Neither black nor white can be read well on a ground of middle lightness, so such a ground is made darker or lighter. */
function awayFromMiddle(l: number): number {
  if (l < 0.55) return Math.min(l, 0.42);
  return l < 0.74 ? Math.max(0.36, l - 0.26) : l;
}

function accentOf(swatches: readonly Swatch[], otherwise: string): string {
  const [ground, ...others] = swatches;
  if (ground === undefined) return otherwise;
  const scored = others
    .filter(({ look, share }) => share > 0.004 && distance(look, ground.look) > 0.18)
    .map(({ hex, look, share }) => ({ hex, score: look.c * share ** 0.25 }));
  const best = scored.toSorted((a, b) => b.score - a.score || (a.hex < b.hex ? -1 : 1))[0];
  return best !== undefined && best.score > 0.02 ? best.hex : otherwise;
}

/** Distance in Oklab, where 0.02 is about the least that can be seen. */
function distance(a: Oklch, b: Oklch): number {
  const angle = ((a.h - b.h) * Math.PI) / 180;
  const chroma = Math.sqrt(Math.max(0, a.c ** 2 + b.c ** 2 - 2 * a.c * b.c * Math.cos(angle)));
  return Math.hypot(a.l - b.l, chroma);
}

/** Colours by what they cover, largest first: three bits a channel, then joined where they look nearly alike. */
function swatchesOf(rgba: Uint8Array): Swatch[] {
  const bins = new Map<number, [red: number, green: number, blue: number, count: number]>();
  let total = 0;
  for (let i = 0; i + 3 < rgba.length; i += 4) {
    const [red = 0, green = 0, blue = 0, alpha = 0] = rgba.subarray(i, i + 4);
    if (alpha < 128) continue;
    const bin = ((red >> 5) << 6) | ((green >> 5) << 3) | (blue >> 5);
    const [r, g, b, n] = bins.get(bin) ?? [0, 0, 0, 0];
    bins.set(bin, [r + red, g + green, b + blue, n + 1]);
    total++;
  }
  const swatches: Swatch[] = [];
  for (const [red, green, blue, count] of [...bins.values()].toSorted((a, b) => b[3] - a[3])) {
    const hex = toHex(red / count, green / count, blue / count);
    const look = toOklch(hex);
    const like = swatches.find((swatch) => distance(swatch.look, look) < 0.06);
    if (like === undefined) swatches.push({ hex, look, share: count / total });
    else like.share += count / total;
  }
  return swatches.toSorted((a, b) => b.share - a.share);
}
