/** Shaped words, kept: the same word in the same font is shaped once, whatever its size. */
import { Cache } from './cache.ts';
import type { FontStore } from './fonts.ts';
import type { HarfBuzz, ShapedRun } from './harfbuzz.ts';
import type { FontId } from './model.ts';

/** A shaped word. Glyph lengths are font units, `width`, `top` and `bottom` em, y up. */
export interface ShapedWord extends ShapedRun {
  font: FontId;
  unitsPerEm: number;
  width: number;
  /** Number of glyph clusters: the places letter spacing goes to. */
  clusterCount: number;
  /** Highest and lowest ink, 0 where there is none. */
  top: number;
  bottom: number;
}

export interface WordContext {
  font: FontId;
  /** ISO 15924. */
  script: string;
  /** BCP 47. */
  language: string;
  rtl: boolean;
  ligatures: boolean;
}

const keptWords = 4096;
const keptInks = 4096;
const keptContexts = 64;

export class WordShaper {
  readonly #hb: HarfBuzz;
  readonly #fonts: FontStore;
  readonly #words = new Cache<string, ShapedWord>(keptWords);
  readonly #inks = new Cache<number, { top: number; bottom: number }>(keptInks);
  /** Short names of contexts, so that words are not looked up by long keys. */
  readonly #names = new Cache<string, string>(keptContexts);
  #count = 0;
  #last: WordContext | null = null;
  #lastName = '';

  constructor(hb: HarfBuzz, fonts: FontStore) {
    this.#hb = hb;
    this.#fonts = fonts;
  }

  /** Shapes a word of one font, script and direction. Its font's slice must be loaded. */
  shape(word: string, context: WordContext): ShapedWord {
    const key = this.#nameOf(context) + word;
    let shaped = this.#words.get(key);
    if (!shaped) this.#words.set(key, (shaped = this.#shape(word, context)));
    return shaped;
  }

  /** A name no other context ever has, which ends in a space. Mostly the context is that of the word before. */
  #nameOf(context: WordContext): string {
    const { font, script, language, rtl, ligatures } = context;
    const last = this.#last;
    const same =
      last?.font === font &&
      last.script === script &&
      last.language === language &&
      last.rtl === rtl &&
      last.ligatures === ligatures;
    if (same) return this.#lastName;
    this.#last = context;
    const whole = `${font} ${script} ${language} ${rtl} ${ligatures}`;
    return (this.#lastName = this.#names.getOr(whole, () => `${this.#count++} `));
  }

  #shape(word: string, context: WordContext): ShapedWord {
    const { font } = context;
    const hbFont = this.#fonts.font(font);
    const run = this.#hb.shape(hbFont, word, context);
    const unitsPerEm = this.#fonts.unitsPerEm(font);
    let advance = 0;
    let clusterCount = 0;
    let top = 0;
    let bottom = 0;
    for (let i = 0; i < run.glyphs.length; i++) {
      advance += run.advances[i] ?? 0;
      if (i === 0 || run.clusters[i] !== run.clusters[i - 1]) clusterCount++;
      const ink = this.#ink(font, run.glyphs[i] ?? 0);
      const dy = run.dy[i] ?? 0;
      top = Math.max(top, ink.top + dy);
      bottom = Math.min(bottom, ink.bottom + dy);
    }
    return {
      ...run,
      font,
      unitsPerEm,
      width: advance / unitsPerEm,
      clusterCount,
      top: top / unitsPerEm,
      bottom: bottom / unitsPerEm,
    };
  }

  #ink(font: FontId, glyph: number): { top: number; bottom: number } {
    const key = font * 0x10000 + glyph;
    let ink = this.#inks.get(key);
    if (!ink)
      this.#inks.set(key, (ink = this.#hb.ink(this.#fonts.font(font), glyph) ?? { top: 0, bottom: 0 }));
    return ink;
  }
}
