/** From lines of segments to glyphs with places. */
import type { Color, SlotBox } from '../layer/model.ts';
import { visualOrder } from './bidi.ts';
import type { LineSpan, LineWidths } from './fit.ts';
import type { PlacedPiece, PlacedText, SlotText } from './model.ts';
import { emojiBox, type Paragraph, type Piece } from './paragraph.ts';

/** Vertical measures of one line, em, from its top. */
export interface LineBox {
  /** Distance of baselines. */
  height: number;
  /** From the text's top to the first baseline. */
  first: number;
  /** From the last baseline to the text's bottom. */
  last: number;
  ascender: number;
  /** Below the baseline, positive. */
  descender: number;
}

/** Height of a highlighter's stroke over and under the baseline, and what it adds at each end, em. */
export const stroke = { over: 0.94, under: 0.28, side: 0.1, radius: 0.06 };
/** What a stroke covers beyond ink that is higher or deeper, em, as Arabic letters are. */
const COVER = 0.04;

function strokeOf({ top, bottom }: Paragraph): { over: number; under: number } {
  return { over: reach(stroke.over, top), under: reach(stroke.under, -bottom) };
}

function reach(usual: number, ink: number): number {
  return ink > usual ? ink + COVER : usual;
}

/** Sizes from which half a pixel, and then a whole one, is as good as a quarter: letters stand up to 1 % of an em aside. */
const LARGE = 36;
const HUGE = 48;

/** Scripts whose letters stand apart: those that join would show gaps, and marks that stack would come to stand beside their letters. */
const apart = new Set(['Latn', 'Grek', 'Cyrl', 'Hani', 'Hira', 'Kana', 'Hang']);

/** Places in a pixel at one of which a glyph stands. Equal glyphs of a line are then mostly drawn alike, and pack better. */
function stepsOf(size: number, script: string): number {
  if (size < LARGE || !apart.has(script)) return 4;
  return size < HUGE ? 2 : 1;
}

interface Pen {
  slot: SlotBox;
  content: SlotText;
  placed: PlacedText;
  baseline: number;
  /** Of a stroke on this line, over and under the baseline, em. */
  over: number;
  under: number;
}

function isMarked(content: SlotText, at: number): boolean {
  return content.marks?.some((mark) => at >= mark.from && at < mark.to) ?? false;
}

/** Glyphs of a word from `x`; returns where the marked part of it begins and ends, null if none is. */
function placeWord(pen: Pen, piece: Piece, x: number): { from: number; to: number } | null {
  const { shaped } = piece;
  if (!shaped) return null;
  const { placed, slot, baseline } = pen;
  const scale = placed.size / shaped.unitsPerEm;
  const spacing = (piece.width - shaped.width) / Math.max(1, shaped.clusterCount);
  const steps = stepsOf(placed.size, piece.script);
  const markColor: Color = slot.mark?.color ?? slot.color;
  let marked: { from: number; to: number } | null = null;
  for (let i = 0; i < shaped.glyphs.length; i++) {
    const cluster = shaped.clusters[i] ?? 0;
    const opens = i === 0 || cluster !== shaped.clusters[i - 1];
    if (opens && i > 0) x += spacing * placed.size;
    const inMark = isMarked(pen.content, piece.from + cluster);
    const advance = (shaped.advances[i] ?? 0) * scale;
    if (inMark) {
      marked ??= { from: x, to: x };
      marked.to = x + advance;
    }
    placed.glyphs.push({
      font: shaped.font,
      glyph: shaped.glyphs[i] ?? 0,
      x: Math.round((x + (shaped.dx[i] ?? 0) * scale) * steps) / steps,
      y: baseline - (shaped.dy[i] ?? 0) * scale,
      size: placed.size,
      color: inMark ? markColor : slot.color,
    });
    x += advance;
  }
  return marked;
}

function placeEmoji(pen: Pen, key: string, x: number): void {
  const { size } = pen.placed;
  const side = emojiBox.side * size;
  const y = pen.baseline - emojiBox.rise * size;
  pen.placed.emoji.push({
    emoji: key,
    x: x + ((emojiBox.advance - emojiBox.side) / 2) * size,
    y,
    width: side,
    height: side,
  });
}

/** The pieces of a line, left to right, without the spaces at its end. */
function linePieces(paragraph: Paragraph, line: LineSpan): Piece[] {
  const first = paragraph.segments[line.from]?.first ?? 0;
  const end = paragraph.segments[line.to - 1]?.end ?? first;
  const pieces = paragraph.pieces.slice(first, end);
  if (pieces.every((piece) => piece.level === 0)) return pieces;
  return visualOrder(pieces.map((piece) => piece.level)).flatMap((i) => pieces[i] ?? []);
}

/** Adds a stroke under a marked stretch, joined to the one before it where they touch. */
function addStroke(strokes: { from: number; to: number }[], from: number, to: number): void {
  const before = strokes.at(-1);
  if (before && from - before.to < 0.01) before.to = to;
  else strokes.push({ from, to });
}

/** Places a line's pieces, and says where each came to stand. */
function placeLine(pen: Pen, text: string, pieces: readonly Piece[], left: number): PlacedPiece[] {
  const { placed, content } = pen;
  const stood: PlacedPiece[] = [];
  const strokes: { from: number; to: number }[] = [];
  let x = left;
  for (const piece of pieces) {
    const width = piece.width * placed.size;
    stood.push({ text: text.slice(piece.from, piece.to), x, width, rightToLeft: (piece.level & 1) === 1 });
    if (piece.kind === 'word') {
      const marked = placeWord(pen, piece, x);
      if (marked) addStroke(strokes, marked.from, marked.to);
    } else {
      if (piece.emoji !== null) placeEmoji(pen, piece.emoji, x);
      if (isMarked(content, piece.from)) addStroke(strokes, x, x + width);
    }
    x += width;
  }
  const fill = pen.slot.mark?.fill;
  if (!fill) return stood;
  const { size } = placed;
  for (const { from, to } of strokes) {
    placed.fills.push({
      x: from - stroke.side * size,
      y: pen.baseline - pen.over * size,
      width: to - from + 2 * stroke.side * size,
      height: (pen.over + pen.under) * size,
      radius: stroke.radius * size,
      color: fill,
    });
  }
  return stood;
}

/** Places lines in a slot at a size. */
export function placeLines(
  slot: SlotBox,
  content: SlotText,
  paragraph: Paragraph,
  widths: LineWidths,
  lines: readonly LineSpan[],
  size: number,
  box: LineBox,
): PlacedText {
  const placed: PlacedText = {
    slot: slot.name,
    size,
    lines: [],
    fills: [],
    glyphs: [],
    emoji: [],
    top: 0,
    bottom: 0,
    fits: true,
    cut: false,
  };
  const height = (box.first + box.last + (lines.length - 1) * box.height) * size;
  const { paddingX: pad, paddingY } = slot.bubble ?? { paddingX: slot.lineFill?.paddingX ?? 0, paddingY: 0 };
  const free = slot.height - 2 * paddingY - height;
  const down = slot.verticalAlign === 'top' ? 0 : slot.verticalAlign === 'middle' ? free / 2 : free;
  // A line that had to shrink stays, where there is room, on the line of those beside it.
  const shrunk = slot.verticalAlign === 'middle' && slot.maxLines === 1 ? slot.maxSize - size : 0;
  const dropped = Math.min((shrunk * (box.first - box.last)) / 2, Math.max(0, free / 2));
  const top = slot.top + paddingY + down + dropped;
  placed.top = top + (box.first - box.ascender) * size;
  placed.bottom = top + (box.first + Math.max(0, lines.length - 1) * box.height + box.descender) * size;
  const rtl = content.direction === 'rtl';
  const { over, under } = strokeOf(paragraph);
  for (const [i, line] of lines.entries()) {
    // On whole pixels, where the feet of letters are sharp.
    const baseline = Math.round(top + (box.first + i * box.height) * size);
    const full = widths.full(line.from, line.to) * size;
    const inner = widths.inner(line.from, line.to) * size;
    const hangLeft = (rtl ? widths.hangEnd(line.to) : widths.hangStart(line.from)) * size;
    const start = widths.start(i) * size;
    const room = slot.width - 2 * pad - inner - start;
    const toRight = slot.align === 'center' ? room / 2 : (slot.align === 'end') === rtl ? 0 : room;
    const left = slot.left + pad + toRight + (rtl ? 0 : start) - hangLeft;
    const from = paragraph.segments[line.from]?.from ?? 0;
    const to = paragraph.segments[line.to - 1]?.to ?? from;
    if (slot.lineFill) {
      const { color, paddingX, paddingY: beyond, radius } = slot.lineFill;
      const y = baseline - over * size - beyond;
      const fillHeight = (over + under) * size + 2 * beyond;
      placed.fills.push({
        x: left - paddingX,
        y,
        width: full + 2 * paddingX,
        height: fillHeight,
        radius,
        color,
      });
    }
    const pen: Pen = { slot, content, placed, baseline, over, under };
    const pieces = placeLine(pen, paragraph.text, linePieces(paragraph, line), left);
    placed.lines.push({ text: paragraph.text.slice(from, to), left, width: full, baseline, pieces });
  }
  if (slot.bubble) {
    const { color, paddingX, radius } = slot.bubble;
    const left = Math.min(...placed.lines.map((line) => line.left)) - paddingX;
    const right = Math.max(...placed.lines.map((line) => line.left + line.width)) + paddingX;
    const [y, width] = [top - paddingY, right - left];
    placed.fills.unshift({ x: left, y, width, height: height + 2 * paddingY, radius, color });
  }
  return placed;
}
