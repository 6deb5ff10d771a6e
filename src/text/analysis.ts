/** From requests to paragraphs: loads the fonts a text needs, shapes it, and keeps what it made for a while. */
import { breakAnywhere, breakOpportunities } from './breaks.ts';
import { Cache } from './cache.ts';
import type { EmojiSet } from './emoji.ts';
import type { Family, FontStore } from './fonts.ts';
import { emojiOf, fontsOf, type Item, type Itemized, itemize, type Setting } from './itemize.ts';
import type { FontId, SlotText, TextRequest } from './model.ts';
import { makeParagraph, type Paragraph } from './paragraph.ts';
import { scriptOf } from './unicode/properties.ts';
import type { WordShaper } from './words.ts';

// Few: what outlives its card costs the garbage collector more than shaping again.
const keptParagraphs = 4;

/** Width of a word space where the font has none, em. */
const plainSpace = 0.25;

function settingOf({ slot, families, missing }: TextRequest): Setting {
  return {
    family: families[slot.font],
    weight: slot.weight,
    italic: slot.italic ?? false,
    size: slot.maxSize,
    missing,
  };
}

/** One letter of every script of a text, each with the ellipsis that a cut there would set. */
function ellipsisProbe(text: string): string {
  const letters = new Map(Array.from(text, (letter) => [scriptOf(letter.codePointAt(0) ?? 0), letter]));
  return Array.from(letters.values(), (letter) => `${letter}…`).join(' ');
}

export class Analysis {
  readonly #fonts: FontStore;
  readonly #emoji: EmojiSet;
  readonly #shaper: WordShaper;
  readonly #paragraphs = new Cache<string, Paragraph>(keptParagraphs);
  /** Those of prepared requests, found without looking at the text. */
  readonly #prepared = new WeakMap<TextRequest, Paragraph>();
  /** Fonts of the ellipses prepared last, of which many texts have the same. */
  readonly #ellipses = new Cache<string, ReadonlySet<FontId>>(keptParagraphs);
  readonly #spaces = new Map<FontId, number>();

  constructor(fonts: FontStore, emoji: EmojiSet, shaper: WordShaper) {
    this.#fonts = fonts;
    this.#emoji = emoji;
    this.#shaper = shaper;
  }

  /** Loads what a request needs, so that `paragraph` can be made of its text and of what is cut from it. */
  async prepare(request: TextRequest): Promise<void> {
    const key = this.#key(request, request.content);
    const known = this.#paragraphs.get(key);
    if (known && this.#fonts.keep(known.fonts) && this.#emoji.has(known.emoji)) {
      this.#prepared.set(request, known);
      return;
    }
    const setting = settingOf(request);
    await this.#fonts.loadFamily(setting.family);
    await this.#fonts.load(this.#ownFont(setting));
    if (request.slot.overflow === 'ellipsis') await this.#prepareEllipsis(request, setting);
    const breaks = breakOpportunities(request.content.text, request.content.language);
    const items = await this.#load(request.content, breaks, setting);
    const paragraph = this.#make(request, request.content, breaks, items);
    this.#paragraphs.set(key, paragraph);
    this.#prepared.set(request, paragraph);
  }

  /** Loads what an ellipsis needs that ends any beginning of a text. */
  async #prepareEllipsis(request: TextRequest, setting: Setting): Promise<void> {
    const content = { ...request.content, text: ellipsisProbe(request.content.text) };
    const key = this.#key(request, content);
    const known = this.#ellipses.get(key);
    if (known && this.#fonts.keep(known)) return;
    const items = await this.#load(content, breakOpportunities(content.text, 'en'), setting);
    this.#ellipses.set(key, fontsOf(items));
  }

  /** Cuts a text into items and loads their fonts and pictures. */
  async #load(content: SlotText, breaks: Uint8Array, setting: Setting): Promise<Item[]> {
    for (;;) {
      const found = itemize(content, setting, breaks, this.#fonts, this.#emoji);
      if ('items' in found) {
        const { items } = found;
        const fonts = fontsOf(items);
        const emoji = emojiOf(items);
        const missing = Array.from(fonts).filter((id) => !this.#fonts.keep([id]));
        if (missing.length > 0) await Promise.all(missing.map((id) => this.#fonts.load(id)));
        if (!this.#emoji.has(emoji)) await this.#emoji.load(emoji);
        return items;
      }
      await this.#loadDescriptions(found);
    }
  }

  async #loadDescriptions(needs: Exclude<Itemized, { items: unknown }>): Promise<void> {
    await Promise.all(Array.from(needs.families, (id) => this.#fonts.loadFamily(id)));
    if (needs.emojiIndex) await this.#emoji.loadIndex();
  }

  /** The description of a request's own family. */
  family(request: TextRequest): Family {
    const id = request.families[request.slot.font];
    const family = this.#fonts.family(id);
    if (!family) throw new Error(`The font family ${id} is not loaded: prepare the text first`);
    return family;
  }

  /**
   * The request's text, or another one in its place, shaped.
   *
   * @param widest em; stretches without a break opportunity that are wider may break between any two clusters
   */
  paragraph(request: TextRequest, content: SlotText = request.content, widest = Infinity): Paragraph {
    const prepared = this.#prepared.get(request);
    if (prepared && content === request.content && widest === Infinity) return prepared;
    const key = this.#key(request, content, widest);
    let paragraph = this.#paragraphs.get(key);
    if (!paragraph) {
      const breaks = breakOpportunities(content.text, content.language);
      if (widest < Infinity) {
        for (const { from, to, width } of this.paragraph(request, content).segments) {
          if (width > widest) breakAnywhere(content.text, breaks, from, to);
        }
      }
      const { text: whole } = request.content;
      const found = itemize(content, settingOf(request), breaks, this.#fonts, this.#emoji, whole);
      if (!('items' in found)) throw new Error('The text is not prepared');
      this.#paragraphs.set(key, (paragraph = this.#make(request, content, breaks, found.items)));
    }
    return paragraph;
  }

  /** The request's text from an offset between two clusters, shaped as if nothing stood before it. */
  paragraphFrom(request: TextRequest, offset: number): Paragraph {
    const { content } = request;
    const { pieces, breaks } = this.paragraph(request);
    const items = pieces
      .filter(({ to }) => to > offset)
      .map((piece) => ({ ...piece, from: Math.max(0, piece.from - offset), to: piece.to - offset }));
    const text = content.text.slice(offset);
    return this.#make(request, { ...content, text }, breaks.subarray(offset), items);
  }

  #make(request: TextRequest, content: SlotText, breaks: Uint8Array, items: readonly Item[]): Paragraph {
    const own = this.#ownFont(settingOf(request));
    return makeParagraph(content.text, items, breaks, this.#shaper, {
      language: content.language,
      letterSpacing: request.slot.letterSpacing ?? 0,
      spaceIn: (font) => this.#space(font < 0 ? own : font, own),
    });
  }

  /** The request's own family's first slice, which has its word space. */
  #ownFont(setting: Setting): FontId {
    const family = this.#fonts.family(setting.family);
    if (!family) throw new Error(`The font family ${setting.family} is not loaded: prepare the text first`);
    return this.#fonts.instance(family, 0, setting);
  }

  #space(font: FontId, own: FontId): number {
    let width = this.#spaces.get(font);
    if (width === undefined) {
      const space = this.#shaper.shape(' ', {
        font,
        script: 'Zyyy',
        language: 'en',
        rtl: false,
        ligatures: true,
      });
      width = space.glyphs[0] !== 0 ? space.width : font === own ? plainSpace : this.#space(own, own);
      this.#spaces.set(font, width);
    }
    return width;
  }

  #key(request: TextRequest, content: SlotText, widest = Infinity): string {
    const { family, weight, italic, size, missing } = settingOf(request);
    const { language, direction, text } = content;
    const spacing = request.slot.letterSpacing ?? 0;
    return `${family} ${weight} ${italic} ${size} ${missing} ${spacing} ${language} ${direction} ${widest}\n${text}`;
  }
}
