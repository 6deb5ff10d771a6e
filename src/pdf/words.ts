/** Placed text as operators: outlines for the eye, and the same words without ink for search and copy. */
import { graphemeBounds } from '../text/graphemes.ts';
import type {
  PlacedFill,
  PlacedGlyph,
  PlacedLine,
  PlacedPiece,
  PlacedText,
  TextEngine,
} from '../text/model.ts';
import { parseColor, rgbOperands } from './color.ts';
import { outlineOperators, rectOperators } from './path.ts';
import type { Resources } from './resources.ts';
import { ADVANCE, type WordsFont } from './words-font.ts';
import { num } from './writer.ts';

/** Draws text over a page whose y grows downward. */
export class Lettering {
  readonly #resources: Resources;
  readonly #font: WordsFont;
  readonly #engine: Pick<TextEngine, 'outline'>;
  /** Outlines by font and glyph; a blank has no name. */
  readonly #outlines = new Map<string, string>();

  constructor(resources: Resources, font: WordsFont, engine: Pick<TextEngine, 'outline'>) {
    this.#resources = resources;
    this.#font = font;
    this.#engine = engine;
  }

  /** Everything of a text but its emoji. */
  text({ fills, glyphs, lines, size }: PlacedText): string {
    const marks = fills.map((fill) => this.#fill(fill)).join('');
    const letters = glyphs.map((glyph) => this.#glyph(glyph)).join('');
    return marks + letters + this.#words(lines, size);
  }

  #fill({ x, y, width, height, radius, color }: PlacedFill): string {
    return `q\n${this.#color(color)}${rectOperators(x, y, width, height, radius)}f\nQ\n`;
  }

  #color(color: string): string {
    const ink = parseColor(color);
    return `${ink.alpha < 1 ? `${this.#resources.opacity(ink.alpha, 1)} gs ` : ''}${rgbOperands(ink)} rg\n`;
  }

  #glyph({ font, glyph, x, y, size, color }: PlacedGlyph): string {
    const key = `${font}-${glyph}`;
    const { unitsPerEm, commands } = this.#engine.outline(font, glyph);
    let name = this.#outlines.get(key);
    if (name === undefined) {
      name =
        commands.length === 0
          ? ''
          : this.#resources.form(boxOf(commands), `${outlineOperators(commands)}f\n`);
      this.#outlines.set(key, name);
    }
    if (name === '') return '';
    const scale = size / unitsPerEm;
    // Outlines are in font units: four decimals of the scale would be seen.
    return `q ${this.#color(color).trim()} ${scale.toFixed(7)} 0 0 ${(-scale).toFixed(7)} ${num(x)} ${num(y)} cm ${name} Do Q\n`;
  }

  /** The words in the order they stand, since that is what viewers expect of a page and turn into the order of reading. */
  #words(lines: readonly PlacedLine[], size: number): string {
    const shown = lines.map((line) => this.#line(line, size)).join('');
    return shown === '' ? '' : `BT\n3 Tr ${this.#font.name} 1 Tf\n${shown}ET\n`;
  }

  #line({ pieces, baseline }: PlacedLine, size: number): string {
    return runsOf(pieces)
      .map(({ x, width, clusters }) => {
        const stretch = width / (clusters.length * ADVANCE);
        const codes = clusters.map((cluster) => this.#font.code(cluster)).join('');
        return `${num(stretch)} 0 0 ${num(-size)} ${num(x)} ${num(baseline)} Tm <${codes}> Tj\n`;
      })
      .join('');
  }
}

interface Run {
  x: number;
  width: number;
  /** From left to right. */
  clusters: string[];
}

/** Pieces that touch and run the same way, as one: what does not show stays with the letters beside it. */
function runsOf(pieces: readonly PlacedPiece[]): Run[] {
  const runs: Run[] = [];
  for (let i = 0; i < pieces.length;) {
    const first = pieces[i];
    if (first === undefined) break;
    const group: PlacedPiece[] = [];
    const blank = isBlank(first);
    for (let next: PlacedPiece | undefined = first; next; next = pieces[i]) {
      if (next.rightToLeft !== first.rightToLeft || isBlank(next) !== blank) break;
      group.push(next);
      i++;
    }
    const texts = group.map(({ text }) => text);
    const width = group.reduce((sum, piece) => sum + piece.width, 0);
    // Viewers turn letters that run to the left around one by one, marks included: so these stand one by one.
    const clusters = first.rightToLeft
      ? Array.from(texts.toReversed().join('')).toReversed()
      : clustersOf(texts.join(''));
    if (width > 0 && clusters.length > 0) runs.push({ x: first.x, width, clusters });
  }
  return runs;
}

function isBlank({ text, width }: PlacedPiece): boolean {
  return width > 0 && text.trim() === '';
}

function clustersOf(text: string): string[] {
  const bounds = graphemeBounds(text);
  return bounds.slice(1).map((to, i) => text.slice(bounds[i], to));
}

const NUMBERS = [2, 2, 4, 6, 0] as const;

/** A box around an outline's control points. */
function boxOf(commands: Float32Array): [left: number, bottom: number, right: number, top: number] {
  let [left, bottom, right, top] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i < commands.length;) {
    const count = NUMBERS[commands[i] ?? 4] ?? 0;
    for (let at = i + 1; at < i + count; at += 2) {
      const [x, y] = [commands[at] ?? 0, commands[at + 1] ?? 0];
      [left, right] = [Math.min(left, x), Math.max(right, x)];
      [bottom, top] = [Math.min(bottom, y), Math.max(top, y)];
    }
    i += 1 + count;
  }
  return [left, bottom, right, top];
}
