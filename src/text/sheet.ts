import type { SlotBox } from '../layer/model.ts';
import { lineCosts } from './costs.ts';
import {
  compose,
  type Fit,
  type FitBox,
  largestSize,
  LineWidths,
  type Margin,
  mostLines,
  slack,
} from './fit.ts';
import type { FamilyIndex } from './font-index.ts';
import type { PlacedText, SlotText } from './model.ts';
import type { Paragraph } from './paragraph.ts';
import { type LineBox, placeLines } from './place.ts';

function lineBoxOf(slot: SlotBox, paragraph: Paragraph, metrics: FamilyIndex): LineBox {
  // A line alone keeps no distance from another.
  const height = slot.maxLines === 1 ? slot.lineHeight : Math.max(slot.lineHeight, paragraph.lineHeight);
  const ascender = metrics.ascender / metrics.unitsPerEm;
  const descender = -metrics.descender / metrics.unitsPerEm;
  const first = height / 2 + (ascender - descender) / 2;
  return {
    height,
    first: Math.max(first, paragraph.top),
    last: Math.max(height - first, -paragraph.bottom),
    ascender,
    // What follows the text keeps clear of letters that go deeper than the slot's own.
    descender: Math.max(descender, -paragraph.bottom),
  };
}

function fitBoxOf(slot: SlotBox, line: LineBox): FitBox {
  const { paddingX = 0, paddingY = 0 } = slot.lineFill ?? slot.bubble ?? {};
  return {
    width: slot.width - 2 * paddingX,
    height: slot.height - 2 * paddingY,
    maxLines: slot.maxLines ?? Infinity,
    minSize: slot.minSize,
    maxSize: slot.maxSize,
    heightOf: (count) => line.first + line.last + (count - 1) * line.height,
  };
}

/** A paragraph in its slot, which finds its size and its lines. */
export class Sheet {
  readonly #slot: SlotBox;
  readonly #content: SlotText;
  readonly #paragraph: Paragraph;
  readonly #widths: LineWidths;
  readonly #line: LineBox;
  readonly #fit: Fit | null;
  readonly box: FitBox;

  constructor(
    slot: SlotBox,
    content: SlotText,
    paragraph: Paragraph,
    metrics: FamilyIndex,
    initial: Margin['initial'] = null,
  ) {
    this.#slot = slot;
    this.#content = content;
    this.#paragraph = paragraph;
    this.#line = lineBoxOf(slot, paragraph, metrics);
    const { hang = 0, hangRoom: room = Infinity, align, maxSize } = slot;
    this.#widths = new LineWidths(paragraph, { hang, room, aligned: align === 'start', initial }, maxSize);
    this.box = fitBoxOf(slot, this.#line);
    this.#fit = largestSize(this.#widths, this.box);
  }

  /** Lines the text fills at its largest size before they are balanced, which may make one more; 0 where it does not fit. */
  get filled(): number {
    return this.#fit?.lines.length ?? 0;
  }

  /** True where a segment is wider than a line of the smallest size. */
  get tooWide(): boolean {
    const { minSize, width } = this.box;
    const widths = this.#widths.at(minSize);
    const widest = (width + slack) / minSize - widths.start(1);
    return this.#paragraph.segments.some((_, i) => widths.inner(i, i + 1) > widest);
  }

  /** The text at its largest size, or null where it does not fit. */
  set(): PlacedText | null {
    const fit = this.#fit;
    if (!fit) return null;
    if (!this.#slot.balance) return this.#place(fit.lines, fit.size);
    const costs = lineCosts(this.#paragraph, this.#widths, this.#content.language);
    const { lines, size } = compose(this.#widths, this.box, fit, costs);
    return this.#place(lines, size);
  }

  /** The lines that fit at the smallest size, of a text that does not. */
  setPart(): PlacedText {
    const { minSize, width } = this.box;
    const lines = this.#widths.at(minSize).fill((width + slack) / minSize, mostLines(this.box, minSize));
    const last = this.#paragraph.segments[(lines.at(-1)?.to ?? 0) - 1];
    return { ...this.#place(lines, minSize), fits: false, fittedTo: last?.to ?? 0 };
  }

  #place(lines: { from: number; to: number }[], size: number): PlacedText {
    const widths = this.#widths.at(size);
    return placeLines(this.#slot, this.#content, this.#paragraph, widths, lines, size, this.#line);
  }
}
