import { PEAK_MS } from './index-file.ts';
import type { Sound } from './model.ts';

/** What is drawn as silence, in decibels below full scale. */
const FLOOR_DB = 48;

/** Measures how loud sound is that comes piece by piece. */
export class PeakMeter {
  readonly #levels: number[] = [];
  #rate = 0;
  #sample: number;

  /** @param skip samples at the start that do not count */
  constructor(skip = 0) {
    this.#sample = -skip;
  }

  add({ rate, channels }: Sound): void {
    if (rate !== 0) this.#rate = rate;
    const step = (this.#rate * PEAK_MS) / 1000;
    const count = channels[0]?.length ?? 0;
    for (const channel of channels) {
      for (let i = Math.max(0, -this.#sample); i < count; i++) {
        const at = Math.floor((this.#sample + i) / step);
        const level = Math.abs(channel[i] ?? 0);
        if (level > (this.#levels[at] ?? 0)) this.#levels[at] = level;
        else this.#levels[at] ??= 0;
      }
    }
    this.#sample += count;
  }

  peaks(): number[] {
    return Array.from(this.#levels, (level) => loudness(level ?? 0));
  }
}

/** Keeps how loud stretches are that are said to be. */
export class LevelMeter {
  readonly #levels: number[] = [];

  /** @param level 0 to 1 */
  add(fromMs: number, toMs: number, level: number): void {
    for (let at = Math.max(0, Math.floor(fromMs / PEAK_MS)); at < Math.ceil(toMs / PEAK_MS); at++)
      this.#levels[at] = Math.max(this.#levels[at] ?? 0, level);
  }

  peaks(): number[] {
    return Array.from(this.#levels, (level) => loudness(level ?? 0));
  }
}

/** A level from 0 to 1 as a peak from 0 to 255. */
function loudness(level: number): number {
  const db = 20 * Math.log10(Math.max(level, 1e-9));
  return Math.round(255 * Math.min(1, Math.max(0, 1 + db / FLOOR_DB)));
}
