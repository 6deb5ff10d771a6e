/** Sets a paragraph in a slot: the largest size that fits, balanced, or what to do where none does. */
import type { Analysis } from './analysis.ts';
import { setInitial } from './initial.ts';
import type { PlacedText, SlotText, TextRequest } from './model.ts';
import type { Paragraph } from './paragraph.ts';
import { Sheet } from './sheet.ts';

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
  const initial = setInitial(analysis, request, sheet.filled);
  if (initial !== null) return initial;
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
