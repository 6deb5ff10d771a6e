/** How large a text can be in a box, and which of its segments make each line. Lengths are em unless said otherwise. */
import type { Paragraph, Segment } from './paragraph.ts';

/** A line: segments `from` to `to - 1`. */
export interface LineSpan {
  from: number;
  to: number;
}

/** Sizes tried lie this many pixels apart. */
const sizeStep = 0.25;
/** Pixels by which rounding may make a line that fits look too long. */
export const slack = 1e-6;

/** What lines may do at their edges. */
export interface Margin {
  /** How far punctuation may hang out of a line, em. */
  hang: number;
  /** Pixels there are for it. */
  room: number;
  /** True where all lines start at one edge. */
  aligned: boolean;
  /** A letter beside the first lines: how many, and how much of them it takes, em. */
  initial: { lines: number; width: number } | null;
}

/** What segments measure, em, at every size. */
interface Measures {
  /** Where each begins and ends, were all on one line. */
  starts: Float64Array;
  ends: Float64Array;
  /** Those whose ends may hang, and how far. */
  hanging: number[];
  hangStarts: Float64Array;
  hangEnds: Float64Array;
}

function measure(segments: readonly Segment[], hang: number): Measures {
  const count = segments.length;
  const starts = new Float64Array(count);
  const ends = new Float64Array(count);
  const hanging: number[] = [];
  const hangStarts = new Float64Array(count);
  const hangEnds = new Float64Array(count);
  let at = 0;
  for (const [i, segment] of segments.entries()) {
    starts[i] = at;
    ends[i] = at + segment.width;
    at += segment.width + segment.trail;
    if (segment.hangStart === 0 && segment.hangEnd === 0) continue;
    hanging.push(i);
    hangStarts[i] = Math.min(hang, segment.hangStart);
    hangEnds[i] = Math.min(hang, segment.hangEnd);
  }
  return { starts, ends, hanging, hangStarts, hangEnds };
}

/** How far punctuation hangs out of a line at a size, em. */
function hangAt({ hang, room }: Margin, size: number): number {
  return Math.min(hang, room / size);
}

/** Widths of lines made of any stretch of segments, by prefix sums. */
export class LineWidths {
  readonly segments: readonly Segment[];
  readonly #paragraph: Paragraph;
  readonly #margin: Margin;
  readonly #measures: Measures;
  readonly #letterSpacing: number;
  readonly #hang: number;
  readonly #indent: number;
  /** Where lines between their margins may begin and end, were all on one line. */
  readonly #starts: Float64Array;
  readonly #ends: Float64Array;

  /** @param size pixels per em, which decides how much of a mark has room in the margin */
  constructor(
    paragraph: Paragraph,
    margin: Margin,
    size: number,
    measures = measure(paragraph.segments, margin.hang),
  ) {
    const { segments } = paragraph;
    this.#paragraph = paragraph;
    this.segments = segments;
    this.#margin = margin;
    this.#measures = measures;
    this.#letterSpacing = paragraph.letterSpacing;
    this.#hang = hangAt(margin, size);
    this.#indent = margin.aligned && margin.hang > 0 ? (segments[0]?.hangStart ?? 0) - this.hangStart(0) : 0;
    this.#starts = measures.starts.slice();
    this.#ends = measures.ends.slice();
    for (const i of measures.hanging) {
      this.#starts[i] = (measures.starts[i] ?? 0) + this.hangStart(i);
      this.#ends[i] = (measures.ends[i] ?? 0) - this.hangEnd(i + 1);
    }
  }

  /** The same lines at another size, which only decides how far marks hang. */
  at(size: number): LineWidths {
    if (hangAt(this.#margin, size) === this.#hang) return this;
    return new LineWidths(this.#paragraph, this.#margin, size, this.#measures);
  }

  /**
   * How far a line's start lies within the slot, by its number from 0: beside an initial, or under a first line whose opening
   * mark had no room to hang out whole, so that letters stand under letters.
   */
  start(line: number): number {
    const { initial } = this.#margin;
    if (initial !== null) return line < initial.lines ? initial.width : 0;
    return line === 0 ? 0 : this.#indent;
  }

  /** Advance width of a line, hanging marks included. */
  full(from: number, to: number): number {
    if (to < 1 || to > this.segments.length) return 0;
    const { starts, ends } = this.#measures;
    return (ends[to - 1] ?? 0) - (starts[from] ?? 0) - this.#letterSpacing;
  }

  hangStart(from: number): number {
    const start = this.#measures.hangStarts[from] ?? 0;
    return start <= this.#hang || this.segments[from]?.blankStart ? start : this.#hang;
  }

  hangEnd(to: number): number {
    return Math.min(this.#hang, this.#measures.hangEnds[to - 1] ?? 0);
  }

  /** Width of a line between its margins. */
  inner(from: number, to: number): number {
    return (this.#ends[to - 1] ?? 0) - (this.#starts[from] ?? 0) - this.#letterSpacing;
  }

  /** Fills lines one after the other: as many as are allowed and as far as segments are narrow enough. */
  fill(width: number, most: number): LineSpan[] {
    const lines: LineSpan[] = [];
    const count = this.segments.length;
    for (let from = 0; from < count && lines.length < most;) {
      const room = width - this.start(lines.length);
      if (this.inner(from, from + 1) > room) break;
      let to = from + 1;
      while (to < count && !this.segments[to - 1]?.must && this.inner(from, to + 1) <= room) to++;
      lines.push({ from, to });
      from = to;
    }
    return lines;
  }

  /** True where lines hold all segments. */
  holds(lines: readonly LineSpan[]): boolean {
    return (lines.at(-1)?.to ?? 0) === this.segments.length;
  }
}

/** Cost of a line's end, in shares of a squared line width: what good composition avoids. */
export interface LineCosts {
  /** Of ending a line after segment `to - 1`. */
  end(to: number): number;
  /** Of a last line made of segments from `from`. */
  last(from: number, width: number): number;
}

interface Balanced {
  lines: LineSpan[];
  cost: number;
}

/**
 * The breaks into exactly `count` lines no wider than `width` whose lengths differ least from their mean, by a dynamic
 * programme over (segments set, lines used). Null where there are none.
 */
function balance(widths: LineWidths, count: number, width: number, costs: LineCosts): Balanced | null {
  const total = widths.segments.length;
  const goal = widths.full(0, total) / count;
  const stride = total + 1;
  const best = new Float64Array((count + 1) * stride).fill(Infinity);
  const previous = new Int32Array((count + 1) * stride);
  best[0] = 0;
  for (let line = 1; line <= count; line++) {
    const start = widths.start(line - 1);
    for (let from = line - 1; from < total; from++) {
      const sofar = best[(line - 1) * stride + from] ?? Infinity;
      if (sofar === Infinity) continue;
      for (let to = from + 1; to <= total; to++) {
        const inner = widths.inner(from, to) + start;
        if (inner > width) break;
        const off = (inner - goal) / width;
        const cost = sofar + off * off + (to === total ? costs.last(from, inner / width) : costs.end(to));
        const at = line * stride + to;
        if (cost < (best[at] ?? Infinity)) {
          best[at] = cost;
          previous[at] = from;
        }
        if (widths.segments[to - 1]?.must) break;
      }
    }
  }
  const cost = best[count * stride + total] ?? Infinity;
  if (cost === Infinity) return null;
  const lines: LineSpan[] = [];
  for (let line = count, to = total; line > 0; line--) {
    const from = previous[line * stride + to] ?? 0;
    lines.unshift({ from, to });
    to = from;
  }
  return { lines, cost };
}

/** The box a text has to fit, in pixels. */
export interface FitBox {
  width: number;
  height: number;
  maxLines: number;
  minSize: number;
  maxSize: number;
  /** Height of `count` lines at size 1, ink that sticks out included. */
  heightOf(count: number): number;
}

/** Most lines the box's height and limit allow at a size. */
export function mostLines(box: FitBox, size: number): number {
  let count = 0;
  while (count < box.maxLines && box.heightOf(count + 1) * size <= box.height + slack) count++;
  return count;
}

/** A size, in pixels per em, and the lines of it. */
export interface Fit {
  size: number;
  lines: LineSpan[];
}

/** The largest size, a quarter pixel exact, at which the text fits; null where it does not at the smallest. */
export function largestSize(widths: LineWidths, box: FitBox): Fit | null {
  const at = (step: number): number => Math.max(box.minSize, box.maxSize - step * sizeStep);
  const linesAt = (step: number): LineSpan[] | null => {
    const size = at(step);
    const filled = widths.at(size).fill((box.width + slack) / size, mostLines(box, size));
    return widths.holds(filled) ? filled : null;
  };
  let low = 0;
  let high = Math.max(0, Math.ceil((box.maxSize - box.minSize) / sizeStep));
  let lines = linesAt(high);
  if (!lines) return null;
  while (low < high) {
    const middle = (low + high) >> 1;
    const found = linesAt(middle);
    if (found) {
      high = middle;
      lines = found;
    } else {
      low = middle + 1;
    }
  }
  return { size: at(high), lines };
}

/** Costs above which a slightly smaller size is tried for the sake of better lines. */
const goodCost = 0.06;
/** Shares of the largest size that are tried, and what they cost. */
const smaller: readonly [share: number, cost: number][] = [
  [0.96, 0.05],
  [0.92, 0.1],
  [0.88, 0.16],
  // Only where lines tear words, as they can in scripts without spaces.
  [0.82, 0.22],
  [0.76, 0.28],
];

/**
 * The best balanced lines at about the largest size: where that leaves a widow or tears a phrase, one line more or a
 * size up to a quarter smaller is taken if it does not. A size that is the slot's own largest is kept, so that slides
 * set at one size stay so.
 */
export function compose(widths: LineWidths, box: FitBox, fit: Fit, costs: LineCosts): Fit {
  let best = { size: fit.size, lines: fit.lines, cost: Infinity };
  const consider = (size: number, extra: number): void => {
    const width = (box.width + slack) / size;
    const most = mostLines(box, size);
    const sized = widths.at(size);
    const filled = sized.fill(width, most);
    if (!sized.holds(filled)) return;
    for (let count = filled.length; count <= Math.min(most, filled.length + 1); count++) {
      const found = balance(sized, count, width, costs);
      const cost = (found?.cost ?? Infinity) + extra + (count - filled.length) * 0.05;
      if (found && cost < best.cost) best = { size, lines: found.lines, cost };
      if (best.cost <= goodCost) return;
    }
  };
  consider(fit.size, 0);
  if (fit.size === box.maxSize) return best;
  for (const [share, cost] of smaller) {
    if (best.cost <= goodCost + cost) break;
    const size = Math.floor((fit.size * share) / sizeStep) * sizeStep;
    if (size >= box.minSize) consider(size, cost);
  }
  return best;
}
