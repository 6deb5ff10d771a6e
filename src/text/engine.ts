import type { SlotBox } from '../layer/model.ts';
import { Cache } from './cache.ts';
import { EmojiSet } from './emoji.ts';
import { balance, type FitBox, largestSize, type LineCosts, LineWidths } from './fit.ts';
import { FontStore } from './fonts.ts';
import { HarfBuzz, type TextModules } from './harfbuzz.ts';
import { itemize, type Itemized, type Setting } from './itemize.ts';
import { lineBreaks } from './linebreak.ts';
import type { Assets, FontId, GlyphOutline, PlacedText, SlotText, TextEngine, TextRequest } from './model.ts';
import { makeParagraph, type Paragraph } from './paragraph.ts';
import { type LineBox, placeLines } from './place.ts';
import { WordShaper } from './words.ts';

/** Changes whenever the same request could come out differently. */
const engineVersion = '1';
const keptParagraphs = 64;
const keptOutlines = 4096;

export async function createTextEngine(assets: Assets, modules: TextModules): Promise<TextEngine> {
  const hb = new HarfBuzz(modules);
  return new Engine(hb, await FontStore.open(assets, hb), new EmojiSet(assets));
}

function settingOf(request: TextRequest): Setting {
  const { slot, families, missing } = request;
  return {
    family: families[slot.font],
    weight: slot.weight,
    italic: slot.italic ?? false,
    size: slot.maxSize,
    missing,
  };
}

class Engine implements TextEngine {
  readonly version: string;
  readonly #hb: HarfBuzz;
  readonly #fonts: FontStore;
  readonly #emoji: EmojiSet;
  readonly #shaper: WordShaper;
  readonly #paragraphs = new Cache<string, Paragraph>(keptParagraphs);
  readonly #outlines = new Cache<number, GlyphOutline>(keptOutlines);

  constructor(hb: HarfBuzz, fonts: FontStore, emoji: EmojiSet) {
    this.#hb = hb;
    this.#fonts = fonts;
    this.#emoji = emoji;
    this.#shaper = new WordShaper(hb, fonts);
    this.version = `${engineVersion}-${fonts.digest}`;
  }

  async prepare(requests: readonly TextRequest[]): Promise<void> {
    this.#fonts.beginUse();
    await Promise.all(requests.map((request) => this.#prepareOne(request)));
  }

  async #prepareOne(request: TextRequest): Promise<void> {
    const setting = settingOf(request);
    await this.#fonts.loadFamily(setting.family);
    const family = this.#fonts.family(setting.family);
    if (family) await this.#fonts.load(this.#fonts.instance(family, 0, setting));
    for (;;) {
      const found = this.#itemize(request.content, setting);
      if ('items' in found) {
        const fonts = new Set(found.items.map((item) => item.font).filter((font) => font >= 0));
        const emoji = new Set(found.items.flatMap((item) => item.emoji ?? []));
        await Promise.all([
          ...Array.from(fonts, (font) => this.#fonts.load(font)),
          ...Array.from(emoji, (key) => this.#emoji.load(key)),
        ]);
        return;
      }
      await Promise.all(Array.from(found.families, (id) => this.#fonts.loadFamily(id)));
      if (found.emojiIndex) await this.#emoji.loadIndex();
    }
  }

  #itemize(content: SlotText, setting: Setting): Itemized {
    return itemize(content, setting, lineBreaks(content.text), this.#fonts, this.#emoji);
  }

  #paragraph(request: TextRequest): Paragraph {
    const { content, slot } = request;
    const setting = settingOf(request);
    const found = this.#itemize(content, setting);
    if (!('items' in found)) throw new Error('The text is not prepared');
    const family = this.#fonts.family(setting.family);
    if (!family) throw new Error(`The family ${setting.family} is not loaded`);
    const own = this.#fonts.instance(family, 0, setting);
    const context = { script: 'Latn', language: content.language, rtl: false, ligatures: true };
    const spaceIn = (font: FontId): number => {
      const space = this.#shaper.shape(' ', { ...context, font: font < 0 ? own : font });
      return space.glyphs[0] === 0 ? this.#shaper.shape(' ', { ...context, font: own }).width : space.width;
    };
    return makeParagraph(content.text, found.items, lineBreaks(content.text), this.#shaper, {
      language: content.language,
      letterSpacing: slot.letterSpacing ?? 0,
      spaceIn,
    });
  }

  place(request: TextRequest): PlacedText {
    const { slot, content } = request;
    const paragraph = this.#paragraph(request);
    const family = this.#fonts.family(request.families[slot.font]);
    if (!family) throw new Error('not prepared');
    const lineBox = lineBoxOf(slot, paragraph, family.index);
    const widths = new LineWidths(paragraph, slot.hang ?? 0);
    const box: FitBox = {
      width: slot.width - 2 * (slot.lineFill?.paddingX ?? 0),
      height: slot.height,
      maxLines: slot.maxLines ?? Infinity,
      minSize: slot.minSize,
      maxSize: slot.maxSize,
      heightOf: (count) => lineBox.first + lineBox.last + (count - 1) * lineBox.height,
    };
    const fit = largestSize(widths, box);
    if (!fit) {
      const lines = widths.fill(box.width / slot.minSize, Infinity) ?? [];
      const placed = placeLines(slot, content, paragraph, widths, lines, slot.minSize, lineBox);
      placed.fits = false;
      return placed;
    }
    const lines = slot.balance
      ? balance(widths, fit.lines.length, (box.width + 1e-6) / fit.size, plainCosts)
      : null;
    return placeLines(slot, content, paragraph, widths, lines ?? fit.lines, fit.size, lineBox);
  }

  outline(font: FontId, glyph: number): GlyphOutline {
    const key = font * 0x10000 + glyph;
    let outline = this.#outlines.get(key);
    if (!outline) {
      const commands = this.#hb.outline(this.#fonts.font(font), glyph);
      this.#outlines.set(key, (outline = { unitsPerEm: this.#fonts.unitsPerEm(font), commands }));
    }
    return outline;
  }

  emojiSvg(emoji: string): string {
    return this.#emoji.svg(emoji);
  }
}

const plainCosts: LineCosts = {
  end: () => 0,
  last: (from, width) => (width < 0.33 ? 0.2 : 0),
};

function lineBoxOf(
  slot: SlotBox,
  paragraph: Paragraph,
  metrics: { ascender: number; descender: number; unitsPerEm: number },
): LineBox {
  const height = Math.max(slot.lineHeight, paragraph.lineHeight);
  const ascender = metrics.ascender / metrics.unitsPerEm;
  const descender = -metrics.descender / metrics.unitsPerEm;
  const first = height / 2 + (ascender - descender) / 2;
  return { height, first: Math.max(first, paragraph.top), last: Math.max(height - first, -paragraph.bottom) };
}
