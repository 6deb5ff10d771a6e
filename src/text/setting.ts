/** Sets a paragraph in a slot: the largest size that fits, balanced, or what to do where none does. */
import type { SlotBox } from '../layer/model.ts';
import type { Analysis } from './analysis.ts';
import { lineCosts } from './costs.ts';
import { compose, type FitBox, largestSize, LineWidths, mostLines, slack } from './fit.ts';
import type { FamilyIndex } from './font-index.ts';
import type { PlacedText, SlotText, TextRequest } from './model.ts';
import type { Paragraph } from './paragraph.ts';
import { type LineBox, placeLines } from './place.ts';

function lineBoxOf(slot: SlotBox, paragraph: Paragraph, metrics: FamilyIndex): LineBox {
  const height = Math.max(slot.lineHeight, paragraph.lineHeight);
  const ascender = metrics.ascender / metrics.unitsPerEm;
  const descender = -metrics.descender / metrics.unitsPerEm;
  const first = height / 2 + (ascender - descender) / 2;
  return {
    height,
    first: Math.max(first, paragraph.top),
    last: Math.max(height - first, -paragraph.bottom),
    ascender,
    descender,
  };
}

function fitBoxOf(slot: SlotBox, line: LineBox): FitBox {
  const { paddingX = 0, paddingY = 0 } = slot.lineFill ?? {};
  return {
    width: slot.width - 2 * paddingX,
    height: slot.height - 2 * paddingY,
    maxLines: slot.maxLines ?? Infinity,
    minSize: slot.minSize,
    maxSize: slot.maxSize,
    heightOf: (count) => line.first + line.last + (count - 1) * line.height,
  };
}

/** A paragraph in its slot. */
class Sheet {
  readonly #slot: SlotBox;
  readonly #content: SlotText;
  readonly #paragraph: Paragraph;
  readonly #line: LineBox;
  readonly #widths: LineWidths;
  readonly box: FitBox;

  constructor(slot: SlotBox, content: SlotText, paragraph: Paragraph, metrics: FamilyIndex) {
    this.#slot = slot;
    this.#content = content;
    this.#paragraph = paragraph;
    this.#line = lineBoxOf(slot, paragraph, metrics);
    this.#widths = new LineWidths(paragraph, slot.hang ?? 0);
    this.box = fitBoxOf(slot, this.#line);
  }

  /** True where a segment is wider than a line of the smallest size. */
  get tooWide(): boolean {
    const widest = (this.box.width + slack) / this.box.minSize;
    return this.#paragraph.segments.some((_, i) => this.#widths.inner(i, i + 1) > widest);
  }

  /** The text at its largest size, or null where it does not fit. */
  set(): PlacedText | null {
    const fit = largestSize(this.#widths, this.box);
    if (!fit) return null;
    if (!this.#slot.balance) return this.#place(fit.lines, fit.size);
    const costs = lineCosts(this.#paragraph, this.#widths, this.#content.language);
    const { lines, size } = compose(this.#widths, this.box, fit, costs);
    return this.#place(lines, size);
  }

  /** The lines that fit at the smallest size, of a text that does not. */
  setPart(): PlacedText {
    const { minSize, width } = this.box;
    const lines = this.#widths.fill((width + slack) / minSize, mostLines(this.box, minSize));
    const last = this.#paragraph.segments[(lines.at(-1)?.to ?? 0) - 1];
    return { ...this.#place(lines, minSize), fits: false, fittedTo: last?.to ?? 0 };
  }

  #place(lines: { from: number; to: number }[], size: number): PlacedText {
    return placeLines(this.#slot, this.#content, this.#paragraph, this.#widths, lines, size, this.#line);
  }
}

/** A text cut at an offset, with the ellipsis that says so. */
function cutAt(content: SlotText, to: number): SlotText {
  return {
    ...content,
    text: `${content.text.slice(0, to).replace(/[\s\p{Pd}\p{Ps}\p{Pi},;:،؛、，]+$/u, '')}…`,
  };
}

/** The longest beginning of a text that fits with an ellipsis: the last offset of `ends` for which `set` succeeds. */
function longestCut(ends: readonly number[], set: (to: number) => PlacedText | null): PlacedText | null {
  let low = 0;
  let high = ends.length - 1;
  let best: PlacedText | null = null;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = set(ends[middle] ?? 0);
    if (found) {
      best = found;
      low = middle + 1;
    } else {
      high = middle - 1;
    }
  }
  return best;
}

/**
 * Sets a prepared request's text. Words wider than the slot at its smallest size are torn. What does not fit even so is
 * cut at a word (`overflow: 'ellipsis'`) or set as far as it goes (`'split'`).
 */
export function setText(analysis: Analysis, request: TextRequest): PlacedText {
  const { slot, content } = request;
  const metrics = analysis.family(request).index;
  const sheetOf = (paragraph: Paragraph, text: SlotText): Sheet => new Sheet(slot, text, paragraph, metrics);

  let paragraph = analysis.paragraph(request);
  let sheet = sheetOf(paragraph, content);
  const whole = sheet.set();
  if (whole) return whole;
  const setCut = (to: number): PlacedText | null => {
    const cut = cutAt(content, to);
    return sheetOf(analysis.paragraph(request, cut), cut).set();
  };
  const segmentEnds = (): number[] => paragraph.segments.map((segment) => segment.to);
  if (slot.overflow === 'ellipsis') {
    const cut = longestCut(segmentEnds(), setCut);
    if (cut) return { ...cut, cut: true };
  }
  if (sheet.tooWide) {
    paragraph = analysis.paragraph(request, content, sheet.box.width / sheet.box.minSize);
    sheet = sheetOf(paragraph, content);
    const torn = slot.overflow === 'split' ? sheet.set() : longestCut(segmentEnds(), setCut);
    if (torn) return { ...torn, cut: slot.overflow === 'ellipsis' };
  }
  return sheet.setPart();
}
