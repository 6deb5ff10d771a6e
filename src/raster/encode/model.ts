import type { Pixels } from '../model.ts';

/** The lossy formats. */
export type LossyFormat = 'jpeg' | 'webp' | 'avif';

/** Encodes opaque pixels. `quality` is 1 to 100. */
export type Encode = (pixels: Pixels, quality: number) => Promise<Uint8Array>;

/** The formats a runtime has encoders for. */
export type Encoders = Readonly<Partial<Record<LossyFormat, Encode>>>;
