/** SVG path data (SVG 2, 9.3) and basic shapes as PDF path operators. */
import { Unsupported, length, type Element } from './markup.ts';
import { num } from './writer.ts';

const COUNTS: Readonly<Record<string, number>> = {
  M: 2,
  L: 2,
  H: 1,
  V: 1,
  C: 6,
  S: 4,
  Q: 4,
  T: 2,
  A: 7,
  Z: 0,
};
const NUMBER = /[\s,]*([-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?)/iy;
/** A flag of an arc may stand right against what follows it. */
const FLAG = /[\s,]*([01])/y;
const COMMAND = /[\s,]*([A-Za-z])/y;

/** Control points of a quarter circle lie this part of the radius from its ends. */
const QUARTER = 0.552_284_749_8;

/** Writes paths as PDF has them: lines and cubic curves. */
class Pen {
  #out = '';
  x = 0;
  y = 0;
  #startX = 0;
  #startY = 0;

  move(x: number, y: number): void {
    this.#out += `${num(x)} ${num(y)} m\n`;
    [this.x, this.y, this.#startX, this.#startY] = [x, y, x, y];
  }

  line(x: number, y: number): void {
    this.#out += `${num(x)} ${num(y)} l\n`;
    [this.x, this.y] = [x, y];
  }

  curve(ax: number, ay: number, bx: number, by: number, x: number, y: number): void {
    this.#out += `${[ax, ay, bx, by, x, y].map(num).join(' ')} c\n`;
    [this.x, this.y] = [x, y];
  }

  quadratic(cx: number, cy: number, x: number, y: number): void {
    this.curve(
      this.x + (2 / 3) * (cx - this.x),
      this.y + (2 / 3) * (cy - this.y),
      x + (2 / 3) * (cx - x),
      y + (2 / 3) * (cy - y),
      x,
      y,
    );
  }

  close(): void {
    this.#out += 'h\n';
    [this.x, this.y] = [this.#startX, this.#startY];
  }

  toString(): string {
    return this.#out;
  }
}

/** An outline as the text engine gives it: opcodes 0 to 4 with their numbers. */
export function outlineOperators(commands: Float32Array): string {
  const pen = new Pen();
  const at = (i: number): number => commands[i] ?? 0;
  for (let i = 0; i < commands.length;) {
    switch (commands[i]) {
      case 0:
        pen.move(at(i + 1), at(i + 2));
        i += 3;
        break;
      case 1:
        pen.line(at(i + 1), at(i + 2));
        i += 3;
        break;
      case 2:
        pen.quadratic(at(i + 1), at(i + 2), at(i + 3), at(i + 4));
        i += 5;
        break;
      case 3:
        pen.curve(at(i + 1), at(i + 2), at(i + 3), at(i + 4), at(i + 5), at(i + 6));
        i += 7;
        break;
      default:
        pen.close();
        i += 1;
    }
  }
  return pen.toString();
}

/** A rectangle with equally round corners. */
export function rectOperators(x: number, y: number, width: number, height: number, rx = 0, ry = rx): string {
  const [a, b] = [Math.min(rx, width / 2), Math.min(ry, height / 2)];
  if (a <= 0 || b <= 0) return `${[x, y, width, height].map(num).join(' ')} re\n`;
  const [p, q] = [a * (1 - QUARTER), b * (1 - QUARTER)];
  const [right, bottom] = [x + width, y + height];
  const pen = new Pen();
  pen.move(x + a, y);
  pen.line(right - a, y);
  pen.curve(right - p, y, right, y + q, right, y + b);
  pen.line(right, bottom - b);
  pen.curve(right, bottom - q, right - p, bottom, right - a, bottom);
  pen.line(x + a, bottom);
  pen.curve(x + p, bottom, x, bottom - q, x, bottom - b);
  pen.line(x, y + b);
  pen.curve(x, y + q, x + p, y, x + a, y);
  pen.close();
  return pen.toString();
}

/** The path of a basic shape or `path`; null for an element that is none. */
export function shapeOperators(element: Element): string | null {
  const at = (name: string, missing?: number): number => length(element, name, missing);
  switch (element.name) {
    case 'rect': {
      const rx = at('rx', at('ry', 0));
      return rectOperators(at('x'), at('y'), at('width'), at('height'), rx, at('ry', rx));
    }
    case 'circle':
      return ellipse(at('cx'), at('cy'), at('r'), at('r'));
    case 'ellipse':
      return ellipse(at('cx'), at('cy'), at('rx'), at('ry'));
    case 'line':
      return `${num(at('x1'))} ${num(at('y1'))} m\n${num(at('x2'))} ${num(at('y2'))} l\n`;
    case 'polygon':
      return polyline(element, true);
    case 'polyline':
      return polyline(element, false);
    case 'path':
      return pathOperators(element.attributes['d'] ?? '');
    default:
      return null;
  }
}

function ellipse(cx: number, cy: number, rx: number, ry: number): string {
  return rectOperators(cx - rx, cy - ry, 2 * rx, 2 * ry, rx, ry);
}

function polyline({ attributes }: Element, close: boolean): string {
  const data = `M${attributes['points'] ?? ''}${close ? 'Z' : ''}`;
  return pathOperators(data);
}

interface Control {
  x: number;
  y: number;
  of: 'cubic' | 'quadratic';
}

/** @throws Unsupported for data that breaks the grammar */
export function pathOperators(data: string): string {
  const pen = new Pen();
  /** The last control point, which `S` and `T` mirror. */
  let control: Control | null = null;
  for (const { command, values, relative } of commandsOf(data)) {
    const [ox, oy] = relative ? [pen.x, pen.y] : [0, 0];
    const x = (i: number): number => (values[i] ?? 0) + ox;
    const y = (i: number): number => (values[i] ?? 0) + oy;
    const mirror = (of: 'cubic' | 'quadratic'): [number, number] =>
      control?.of === of ? [2 * pen.x - control.x, 2 * pen.y - control.y] : [pen.x, pen.y];
    let next: Control | null = null;
    switch (command) {
      case 'M':
        pen.move(x(0), y(1));
        break;
      case 'L':
        pen.line(x(0), y(1));
        break;
      case 'H':
        pen.line(x(0), pen.y);
        break;
      case 'V':
        pen.line(pen.x, y(0));
        break;
      case 'C':
        next = { x: x(2), y: y(3), of: 'cubic' };
        pen.curve(x(0), y(1), x(2), y(3), x(4), y(5));
        break;
      case 'S': {
        const [ax, ay] = mirror('cubic');
        next = { x: x(0), y: y(1), of: 'cubic' };
        pen.curve(ax, ay, x(0), y(1), x(2), y(3));
        break;
      }
      case 'Q':
        next = { x: x(0), y: y(1), of: 'quadratic' };
        pen.quadratic(x(0), y(1), x(2), y(3));
        break;
      case 'T': {
        const [cx, cy] = mirror('quadratic');
        next = { x: cx, y: cy, of: 'quadratic' };
        pen.quadratic(cx, cy, x(0), y(1));
        break;
      }
      case 'A':
        arc(pen, values, x(5), y(6));
        break;
      default:
        pen.close();
    }
    control = next;
  }
  return pen.toString();
}

/** Reads path data from left to right. */
class Scanner {
  readonly #data: string;
  #at = 0;

  constructor(data: string) {
    this.#data = data.trimEnd();
  }

  get done(): boolean {
    return this.#at >= this.#data.length;
  }

  take(pattern: RegExp): string | null {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#data)?.[1];
    if (found === undefined) return null;
    this.#at = pattern.lastIndex;
    return found;
  }

  /** @throws Unsupported where `pattern` does not come next */
  need(pattern: RegExp): number {
    const found = this.take(pattern);
    if (found === null) throw new Unsupported(`Path data at ${this.#at}.`);
    return Number(found);
  }
}

function* commandsOf(data: string): Generator<{ command: string; values: number[]; relative: boolean }> {
  const scanner = new Scanner(data);
  let letter = '';
  while (!scanner.done) {
    const said = scanner.take(COMMAND);
    // Further numbers repeat the command; after a move they are lines.
    letter = said ?? (letter === 'M' ? 'L' : letter === 'm' ? 'l' : letter);
    const command = letter.toUpperCase();
    const count = COUNTS[command];
    if (count === undefined || (said === null && count === 0))
      throw new Unsupported(`The command ${letter}.`);
    const values = Array.from({ length: count }, (_, i) =>
      scanner.need(command === 'A' && (i === 3 || i === 4) ? FLAG : NUMBER),
    );
    yield { command, values, relative: letter !== command };
  }
}

/** An elliptical arc as cubic curves of at most a quarter each (SVG 2, appendix B.2). */
function arc(pen: Pen, values: readonly number[], x: number, y: number): void {
  const [rxGiven = 0, ryGiven = 0, rotation = 0, large, sweep] = values;
  if (rxGiven === 0 || ryGiven === 0) return pen.line(x, y);
  if (pen.x === x && pen.y === y) return;
  const [sin, cos] = [Math.sin((rotation * Math.PI) / 180), Math.cos((rotation * Math.PI) / 180)];
  const [dx, dy] = [(pen.x - x) / 2, (pen.y - y) / 2];
  const [px, py] = [cos * dx + sin * dy, -sin * dx + cos * dy];
  const grow = Math.sqrt(Math.max(1, (px / rxGiven) ** 2 + (py / ryGiven) ** 2));
  const [rx, ry] = [Math.abs(rxGiven) * grow, Math.abs(ryGiven) * grow];
  const under = (rx * py) ** 2 + (ry * px) ** 2;
  const root = Math.sqrt(Math.max(0, (rx * ry) ** 2 / under - 1)) * (large === sweep ? -1 : 1);
  const [cpx, cpy] = [(root * rx * py) / ry, (-root * ry * px) / rx];
  const [cx, cy] = [cos * cpx - sin * cpy + (pen.x + x) / 2, sin * cpx + cos * cpy + (pen.y + y) / 2];
  const from = Math.atan2((py - cpy) / ry, (px - cpx) / rx);
  let turn = Math.atan2((-py - cpy) / ry, (-px - cpx) / rx) - from;
  if (sweep === 0 && turn > 0) turn -= 2 * Math.PI;
  if (sweep === 1 && turn < 0) turn += 2 * Math.PI;
  const parts = Math.max(1, Math.ceil(Math.abs(turn) / (Math.PI / 2) - 1e-6));
  const step = turn / parts;
  const k = (4 / 3) * Math.tan(step / 4);
  const point = (u: number, v: number): [number, number] => [
    cx + cos * rx * u - sin * ry * v,
    cy + sin * rx * u + cos * ry * v,
  ];
  for (let i = 1; i <= parts; i++) {
    const [a, b] = [from + (i - 1) * step, from + i * step];
    const [ca, sa, cb, sb] = [Math.cos(a), Math.sin(a), Math.cos(b), Math.sin(b)];
    const end = i === parts ? ([x, y] as const) : point(cb, sb);
    pen.curve(...point(ca - k * sa, sa + k * ca), ...point(cb + k * sb, sb - k * cb), ...end);
  }
}
