/** A placed card as the bytes of a picture, within so many bytes where that is asked for. */
import { PullquoteError } from '../errors.ts';
import { fitBytes } from '../raster/encode/budget.ts';
import { withXmp } from '../raster/encode/jpeg-xmp.ts';
import { withWebpXmp } from '../raster/encode/webp-xmp.ts';
import type { Encode, Encoders, LossyFormat } from '../raster/encode/model.ts';
import { quantize } from '../raster/encode/quantize.ts';
import type { Effort, Raster, Scene } from '../raster/model.ts';
import type { CardFormat } from './format.ts';

/** A picture, and how it was made to be no larger than it may. */
export interface Fitted {
  bytes: Uint8Array;
  /** For a header: `jpeg; quality=72`. */
  how: string;
  /** Of one slide of several: what it says in words, and how many there are. */
  alt?: string;
  slides?: number;
}

export interface EncodeOptions {
  effort: Effort;
  dpr: number;
  /** XMP packet. */
  xmp: string;
  /** Most bytes; undefined where any number will do. */
  maxBytes: number | undefined;
}

/** Quality of those who do not ask for few bytes, and the least that still looks like the card. */
const QUALITY: Record<LossyFormat, { most: number; least: number }> = {
  jpeg: { most: 85, least: 35 },
  webp: { most: 85, least: 35 },
  avif: { most: 60, least: 25 },
};

/** Sizes of the palettes tried where all colours take too many bytes. */
const PALETTES = [256, 128, 64, 32] as const;

/** PNG: as it was asked for, then with all effort, then in fewer colours. @throws PullquoteError `over-budget` */
export function encodePng(raster: Raster, scene: Scene, options: EncodeOptions): Fitted {
  const { effort, dpr, xmp, maxBytes = Infinity } = options;
  const text = { 'XML:com.adobe.xmp': xmp };
  let least = Infinity;
  for (const tried of new Set<Effort>([effort, 'max'])) {
    const bytes = raster.png(scene, { effort: tried, dpr, text });
    if (bytes.length <= maxBytes) return { bytes, how: `png; effort=${tried}` };
    least = bytes.length;
  }
  const pixels = raster.pixels(scene);
  for (const colors of PALETTES) {
    const bytes = raster.encodePng(quantize(pixels, colors), { effort: 'max', dpr, text });
    if (bytes.length <= maxBytes) return { bytes, how: `png; effort=max; colors=${colors}` };
    least = bytes.length;
  }
  throw overBudget('png', least, maxBytes);
}

/** JPEG, WebP and AVIF at the best quality that fits. @throws PullquoteError `over-budget` */
export async function encodeLossy(
  encode: Encode,
  format: LossyFormat,
  raster: Raster,
  scene: Scene,
  { xmp, maxBytes = Infinity }: EncodeOptions,
): Promise<Fitted> {
  const pixels = raster.pixels(scene);
  let least = Infinity;
  const picture = async (quality: number): Promise<Uint8Array> => {
    const bytes = await encode(pixels, quality);
    const whole =
      format === 'jpeg' ? withXmp(bytes, xmp) : format === 'webp' ? withWebpXmp(bytes, xmp, pixels) : bytes;
    least = Math.min(least, whole.length);
    return whole;
  };
  const fitted = await fitBytes(picture, maxBytes, QUALITY[format]);
  if (fitted === null) throw overBudget(format, least, maxBytes);
  return { bytes: fitted.bytes, how: `${format}; quality=${fitted.quality}` };
}

/** Bytes whose number nothing can change. @throws PullquoteError `over-budget` */
export function asIs(bytes: Uint8Array, format: CardFormat, maxBytes = Infinity): Fitted {
  if (bytes.length > maxBytes) throw overBudget(format, bytes.length, maxBytes);
  return { bytes, how: format };
}

/** The encoder of an address's format, null for those that are none's. */
export function encoderOf(
  encoders: Encoders,
  format: CardFormat,
): { encode: Encode; lossy: LossyFormat } | null {
  const lossy = format === 'jpg' ? 'jpeg' : format === 'webp' || format === 'avif' ? format : null;
  const encode = lossy === null ? undefined : encoders[lossy];
  return lossy === null || encode === undefined ? null : { encode, lossy };
}

function overBudget(format: string, least: number, maxBytes: number): PullquoteError {
  return new PullquoteError(
    'over-budget',
    `The card takes at least ${least} bytes as ${format} but may take ${maxBytes}. Ask for a smaller \`size\` or \`dpr\`, or another format.`,
    { least, maxBytes },
  );
}
