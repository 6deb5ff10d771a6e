import type { SlotBox } from '../layer/model.ts';
import { Cache } from './cache.ts';
import type { FontId, PlacedText, TextRequest } from './model.ts';

/** Texts no longer than this are kept: names, titles, dates and times, which many cards of a layer share. */
const SHORT = 80;
const KEPT_OF_A_SLOT = 8;

export interface ShortText {
  placed: PlacedText;
  fonts: ReadonlySet<FontId>;
  emoji: ReadonlySet<string>;
}

/** Short texts as they were placed, for as long as their slot's layer is in memory. */
export class ShortTexts {
  readonly #slots = new WeakMap<SlotBox, Cache<string, ShortText>>();

  get(request: TextRequest): ShortText | undefined {
    return this.#slots.get(request.slot)?.get(keyOf(request));
  }

  /** Keeps a text if it is short, and returns it. */
  keep(request: TextRequest, placed: PlacedText): PlacedText {
    if (request.content.text.length > SHORT) return placed;
    let texts = this.#slots.get(request.slot);
    if (!texts) this.#slots.set(request.slot, (texts = new Cache(KEPT_OF_A_SLOT)));
    const fonts = new Set(placed.glyphs.map(({ font }) => font));
    const emoji = new Set(placed.emoji.map(({ emoji: key }) => key));
    texts.set(keyOf(request), { placed, fonts, emoji });
    return placed;
  }
}

function keyOf({ slot, content, families, missing }: TextRequest): string {
  const { language, direction, text, marks = [] } = content;
  const marked = marks.map(({ from, to }) => `${from}-${to}`).join();
  return `${families[slot.font]} ${missing} ${language} ${direction} ${marked}\n${text}`;
}
