/** A drop cap: the first letter of a text as high as its first lines, which stand beside it. */
import type { Analysis } from './analysis.ts';
import type { PlacedPiece, PlacedText, TextRequest } from './model.ts';
import { Sheet } from './sheet.ts';
import type { ShapedWord } from './words.ts';

/** Scripts in which a capital is set so. Where letters join, stack or hang from a line it would be torn or wrong. */
const scripts = new Set(['Latn', 'Grek', 'Cyrl']);
/** An opening mark, a capital, and words after it. */
const beginning = /^([“„«‘‹"'][\u00a0\u202f]?)?(\p{Lu}\p{M}*)(?=[\p{L}\s’'])/u;
/** Between the capital and the lines, em. */
const GAP = 0.16;
/** Ink below the baseline, in em, from which a capital would touch the line under it, as `Q` does. */
const DEEP = 0.04;

/**
 * The text with such a capital, its opening mark hung before it. Null where the slot wants none, the script has none, the
 * letter does not stand on its line, a phrase is marked, or the text has less than twice as many lines.
 * @param filled lines of the text without one
 */
export function setInitial(analysis: Analysis, request: TextRequest, filled: number): PlacedText | null {
  const { slot, content } = request;
  if (slot.dropCap === undefined || filled < 2 * slot.dropCap.lines) return null;
  const found = beginning.exec(content.text);
  if (found === null || content.direction === 'rtl' || (content.marks ?? []).length > 0) return null;
  const { lines } = slot.dropCap;
  const [whole, mark = '', letter = ''] = found;
  const after = content.text.slice(whole.length);
  const rest = { ...content, text: after.trimStart() };
  const capital = shaped(analysis, request, mark.length, letter);
  if (capital === null || capital.bottom < -DEEP) return null;

  const paragraph = analysis.paragraphFrom(request, content.text.length - rest.text.length);
  const leading = Math.max(slot.lineHeight, paragraph.lineHeight);
  const scale = ((lines - 1) * leading + capital.top) / capital.top;
  const width = scale * (capital.width - capital.left) + capital.left + GAP;
  const metrics = analysis.family(request).index;
  const placed = new Sheet(slot, rest, paragraph, metrics, { lines, width }).set();
  const open = mark === '' ? null : shaped(analysis, request, 0, mark.charAt(0));
  const first = placed?.lines[0];
  const foot = placed?.lines[lines - 1];
  if (!placed || !first || !foot || placed.lines.length < 2 * lines) return null;
  const { size } = placed;
  const out = (open?.width ?? 0) * size;
  if (out > (slot.hangRoom ?? Infinity)) return null;

  put(placed, open, slot.left - out, first.baseline, size, slot.color);
  // Ink on the margin: the white at the side of a letter grows with it.
  const left = slot.left - (scale - 1) * capital.left * size;
  put(placed, capital, left, foot.baseline, scale * size, slot.dropCap.color);
  const joined = after === rest.text;
  const apart = joined ? [] : [pieceAt(' ', first.left - GAP * size, GAP * size)];
  first.pieces.unshift(
    ...(mark === '' ? [] : [pieceAt(mark, slot.left - out, out)]),
    pieceAt(letter, slot.left, first.left - slot.left - (joined ? 0 : GAP * size)),
    ...apart,
  );
  first.text = `${whole}${joined ? '' : ' '}${first.text}`;
  first.width += first.left - slot.left + out;
  first.left = slot.left - out;
  return placed;
}

/** A letter or mark at an offset of a request's text, shaped alone; null where its script has no such capitals or no font it. */
function shaped(analysis: Analysis, request: TextRequest, offset: number, letter: string): ShapedWord | null {
  const piece = analysis.paragraph(request).pieces.find(({ to }) => to > offset);
  if (piece?.kind !== 'word' || piece.replaced || !scripts.has(piece.script)) return null;
  return analysis.shapeAs(piece, letter, request.content.language);
}

function pieceAt(text: string, x: number, width: number): PlacedPiece {
  return { text, x, width, rightToLeft: false };
}

function put(
  placed: PlacedText,
  word: ShapedWord | null,
  left: number,
  baseline: number,
  size: number,
  color: string,
): void {
  if (word === null) return;
  const scale = size / word.unitsPerEm;
  let x = Math.round(left);
  for (const [i, glyph] of word.glyphs.entries()) {
    const y = baseline - (word.dy[i] ?? 0) * scale;
    placed.glyphs.push({ font: word.font, glyph, x: x + (word.dx[i] ?? 0) * scale, y, size, color });
    x += (word.advances[i] ?? 0) * scale;
  }
}
