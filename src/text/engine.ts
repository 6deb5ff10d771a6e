import { Analysis } from './analysis.ts';
import { Cache } from './cache.ts';
import { PullquoteError } from '../errors.ts';
import { EmojiSet } from './emoji.ts';
import { FontStore } from './fonts.ts';
import { HarfBuzz, type TextModules } from './harfbuzz.ts';
import type { Assets, FontId, GlyphOutline, PlacedText, TextEngine, TextRequest } from './model.ts';
import { setText } from './setting.ts';
import { type ShortText, ShortTexts } from './short-texts.ts';
import { WordShaper } from './words.ts';

/** Changes whenever the same request could come out differently. */
const engineVersion = '5';
const keptOutlines = 1024;

/**
 * Opens the text engine.
 *
 * @param assets the built `dist/assets/`
 * @param modules `harfbuzz.wasm` and `outline.wasm` of `dist/wasm/`, compiled
 */
export async function createTextEngine(assets: Assets, modules: TextModules): Promise<TextEngine> {
  const hb = new HarfBuzz(modules);
  const emoji = await EmojiSet.open(assets);
  return new Engine(hb, await FontStore.open(assets, hb), emoji);
}

class Engine implements TextEngine {
  readonly version: string;
  readonly #hb: HarfBuzz;
  readonly #fonts: FontStore;
  readonly #emoji: EmojiSet;
  readonly #analysis: Analysis;
  readonly #short = new ShortTexts();
  readonly #outlines = new Cache<number, GlyphOutline>(keptOutlines);

  constructor(hb: HarfBuzz, fonts: FontStore, emoji: EmojiSet) {
    this.#hb = hb;
    this.#fonts = fonts;
    this.#emoji = emoji;
    this.#analysis = new Analysis(fonts, emoji, new WordShaper(hb, fonts));
    this.version = `${engineVersion}-${fonts.digest}-${emoji.digest}`;
  }

  async prepare(requests: readonly TextRequest[]): Promise<void> {
    this.#fonts.beginUse();
    await Promise.all(
      requests.map(async (request) => {
        const placed = this.#short.get(request);
        if (!placed || !this.#holds(placed)) await this.#analysis.prepare(request);
      }),
    );
  }

  /** Whether the shapes of a text are in memory. */
  #holds({ fonts, emoji }: ShortText): boolean {
    return this.#fonts.keep(fonts) && this.#emoji.has(emoji);
  }

  place(request: TextRequest): PlacedText {
    return this.#short.get(request)?.placed ?? this.#short.keep(request, setText(this.#analysis, request));
  }

  outline(font: FontId, glyph: number): GlyphOutline {
    const key = font * 0x10000 + glyph;
    let outline = this.#outlines.get(key);
    if (!outline) {
      const unitsPerEm = this.#fonts.unitsPerEm(font);
      const commands = sane(() => this.#hb.outline(this.#fonts.font(font), glyph), unitsPerEm);
      this.#outlines.set(key, (outline = { unitsPerEm, commands }));
    }
    return outline;
  }

  emojiSvg(emoji: string): string {
    return this.#emoji.svg(emoji);
  }
}

/** How far a glyph may reach from its origin, em. The widest ligature of a bundled font takes 9. */
const FARTHEST = 16;

/** An outline that can be drawn. An uploaded font may have any. @throws PullquoteError `bad-font` */
function sane(read: () => Float32Array, unitsPerEm: number): Float32Array {
  let commands: Float32Array;
  try {
    commands = read();
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new PullquoteError(
      'bad-font',
      'A glyph of the brand’s font has too many points to be drawn.',
      {},
      { cause: error },
    );
  }
  if (commands.every((value) => Math.abs(value) <= FARTHEST * unitsPerEm)) return commands;
  throw new PullquoteError('bad-font', `A glyph of the brand’s font reaches further than ${FARTHEST} em.`);
}
