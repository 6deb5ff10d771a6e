/** SVG as PDF operators: shapes, fills and strokes, gradients, clips, groups; pictures are asked for. */
import { parseColor, rgbOperands } from './color.ts';
import { gradientPattern } from './gradient.ts';
import { byId, length, parseMarkup, reference, Unsupported, type Element } from './markup.ts';
import { IDENTITY, multiply, parseTransform, type Matrix } from './matrix.ts';
import { shapeOperators } from './path.ts';
import type { Resources } from './resources.ts';
import { num } from './writer.ts';

/** A picture of an SVG: what is to be drawn at a place in user space. */
export interface PictureRequest {
  x: number;
  y: number;
  width: number;
  height: number;
  /** The picture's `data:` address. */
  href: string;
  /** SVG that shows a picture alone, its `viewBox` the place. */
  svg: (href: string) => string;
  /** Device pixels of the picture a user unit. */
  scale: number;
}

/** Draws a picture, and gives the operators that paint it on the unit square, y up. */
export type DrawPicture = (request: PictureRequest) => Promise<string>;

/** Properties that children inherit. */
interface State {
  fill: string;
  stroke: string;
  fillOpacity: number;
  strokeOpacity: number;
  strokeWidth: number;
  evenOdd: boolean;
  cap: string;
  join: string;
  color: string;
  /** The filter over the pictures within. */
  filter: Element | null;
  /** From user space to that of the content stream. */
  ctm: Matrix;
}

const INITIAL: State = {
  fill: '#000000',
  stroke: 'none',
  fillOpacity: 1,
  strokeOpacity: 1,
  strokeWidth: 1,
  evenOdd: false,
  cap: 'butt',
  join: 'miter',
  color: '#000000',
  filter: null,
  ctm: IDENTITY,
};

const CAPS: Readonly<Record<string, number>> = { butt: 0, round: 1, square: 2 };
const JOINS: Readonly<Record<string, number>> = { miter: 0, round: 1, bevel: 2 };

/** Elements that draw nothing where they stand. */
const SILENT: ReadonlySet<string> = new Set([
  'defs',
  'mask',
  'clipPath',
  'filter',
  'linearGradient',
  'radialGradient',
  'title',
  'desc',
  'metadata',
]);

/** Attributes that change what is drawn in ways not drawn here. */
const REFUSED = [
  'style',
  'class',
  'stroke-dasharray',
  'marker-start',
  'marker-mid',
  'marker-end',
  'mix-blend-mode',
];

/** Where and how an SVG is drawn. */
export interface Place {
  /** The box its `viewBox` is fitted into, in user space; its own size at the origin where left out. */
  box?: { x: number; y: number; width: number; height: number; align: string };
  ctm: Matrix;
  /** Device pixels a user unit, for pictures. */
  scale: number;
}

/**
 * Operators that draw an SVG document.
 * @throws Unsupported for what cannot be said in operators
 */
export async function drawSvg(
  source: string,
  resources: Resources,
  drawPicture: DrawPicture,
  place: Place,
): Promise<string> {
  const root = parseMarkup(source);
  const fit = place.box === undefined ? IDENTITY : viewBoxMatrix(root, place.box);
  const painter = new Painter(resources, drawPicture, byId(root), place.scale);
  const state = { ...INITIAL, ctm: multiply(place.ctm, fit) };
  const drawn = await painter.children(root, painter.inherit(root, state));
  return `q\n${fit === IDENTITY ? '' : `${fit.map(num).join(' ')} cm\n`}${drawn}Q\n`;
}

class Painter {
  readonly #resources: Resources;
  readonly #drawPicture: DrawPicture;
  readonly #elements: ReadonlyMap<string, Element>;
  readonly #scale: number;

  constructor(
    resources: Resources,
    drawPicture: DrawPicture,
    elements: ReadonlyMap<string, Element>,
    scale: number,
  ) {
    this.#resources = resources;
    this.#drawPicture = drawPicture;
    this.#elements = elements;
    this.#scale = scale;
  }

  async children(parent: Element, state: State): Promise<string> {
    let drawn = '';
    // One after the other: what is drawn names its resources in order.
    // oxlint-disable-next-line no-await-in-loop
    for (const child of parent.children) drawn += await this.#element(child, state);
    return drawn;
  }

  inherit({ attributes }: Element, state: State): State {
    for (const name of REFUSED)
      if (attributes[name] !== undefined) throw new Unsupported(`The attribute ${name}.`);
    const number = (name: string, before: number): number =>
      attributes[name] === undefined ? before : Number.parseFloat(attributes[name]);
    const filter = reference(attributes['filter']);
    return {
      ...state,
      fill: attributes['fill'] ?? state.fill,
      stroke: attributes['stroke'] ?? state.stroke,
      fillOpacity: number('fill-opacity', state.fillOpacity),
      strokeOpacity: number('stroke-opacity', state.strokeOpacity),
      strokeWidth: number('stroke-width', state.strokeWidth),
      evenOdd: attributes['fill-rule'] === undefined ? state.evenOdd : attributes['fill-rule'] === 'evenodd',
      cap: attributes['stroke-linecap'] ?? state.cap,
      join: attributes['stroke-linejoin'] ?? state.join,
      color: attributes['color'] ?? state.color,
      filter: filter === null ? state.filter : this.#find(filter),
    };
  }

  async #element(element: Element, inherited: State): Promise<string> {
    const { name, attributes } = element;
    if (SILENT.has(name)) return '';
    const state = this.inherit(element, inherited);
    const own = attributes['transform'] === undefined ? IDENTITY : parseTransform(attributes['transform']);
    if (own === null) throw new Unsupported(`The transform ${attributes['transform']}.`);
    state.ctm = multiply(state.ctm, own);
    const clips = this.#clips(attributes['clip-path'], 'clipPath') + this.#clips(attributes['mask'], 'mask');
    const drawn = await this.#content(element, state);
    const faded = this.#faded(drawn, Number(attributes['opacity'] ?? 1), state);
    const matrix = own === IDENTITY ? '' : `${own.map(num).join(' ')} cm\n`;
    return faded === '' ? '' : `q\n${matrix}${clips}${faded}Q\n`;
  }

  async #content(element: Element, state: State): Promise<string> {
    switch (element.name) {
      case 'g':
      case 'svg':
        if (element.name === 'svg') throw new Unsupported('An SVG within.');
        return this.children(element, state);
      case 'image':
        return this.#image(element, state);
      default: {
        const path = shapeOperators(element);
        if (path === null) throw new Unsupported(`The element ${element.name}.`);
        if (state.filter !== null) throw new Unsupported('A filter over shapes.');
        return this.#painted(path, state);
      }
    }
  }

  /** A path with its fill and stroke. */
  #painted(path: string, state: State): string {
    const fill = this.#paint(state.fill, state);
    const stroke = state.strokeWidth > 0 ? this.#paint(state.stroke, state) : null;
    if (path === '' || (fill === null && stroke === null)) return '';
    let out = '';
    const [fillAlpha, strokeAlpha] = [
      (fill?.alpha ?? 1) * state.fillOpacity,
      (stroke?.alpha ?? 1) * state.strokeOpacity,
    ];
    if (fillAlpha < 1 || strokeAlpha < 1) out += `${this.#resources.opacity(fillAlpha, strokeAlpha)} gs\n`;
    if (fill !== null) out += fill.pattern ? `/Pattern cs ${fill.operands} scn\n` : `${fill.operands} rg\n`;
    if (stroke !== null) {
      out += stroke.pattern ? `/Pattern CS ${stroke.operands} SCN\n` : `${stroke.operands} RG\n`;
      out += `${num(state.strokeWidth)} w ${CAPS[state.cap] ?? 0} J ${JOINS[state.join] ?? 0} j 4 M\n`;
    }
    const star = state.evenOdd ? '*' : '';
    const operator = fill !== null && stroke !== null ? `B${star}` : fill !== null ? `f${star}` : 'S';
    return `${out}${path}${operator}\n`;
  }

  #paint(value: string, state: State): { operands: string; alpha: number; pattern: boolean } | null {
    if (value === 'none' || value === 'transparent') return null;
    const id = reference(value);
    if (id !== null) {
      const gradient = this.#find(id);
      return {
        operands: gradientPattern(this.#resources, gradient, this.#elements, state.ctm),
        alpha: 1,
        pattern: true,
      };
    }
    const ink = parseColor(value === 'currentColor' ? state.color : value);
    return { operands: rgbOperands(ink), alpha: ink.alpha, pattern: false };
  }

  /** A group that is half-transparent as a whole. */
  #faded(drawn: string, opacity: number, state: State): string {
    if (opacity >= 1 || drawn === '') return drawn;
    const wide = [-16_384, -16_384, 16_384, 16_384];
    // Its patterns would be placed from the group's own origin.
    if (drawn.includes('/Pattern') && state.ctm !== IDENTITY)
      throw new Unsupported('A gradient in a half-transparent group.');
    const form = this.#resources.form(wide, drawn, '/Group << /S /Transparency /CS /DeviceRGB >>');
    return `${this.#resources.opacity(opacity, opacity)} gs\n${form} Do\n`;
  }

  /** Operators that clip to what a `clip-path` or a `mask` of white rectangles lets through. */
  #clips(value: string | undefined, kind: 'clipPath' | 'mask'): string {
    const id = reference(value);
    if (value === undefined || value === 'none') return '';
    if (id === null) throw new Unsupported(`${kind}="${value}"`);
    const clip = this.#find(id);
    const { attributes, children } = clip;
    if (clip.name !== kind || attributes['clipPathUnits'] === 'objectBoundingBox')
      throw new Unsupported('The units of a clip.');
    let path = '';
    let evenOdd = false;
    let outer = this.#clips(attributes['clip-path'], 'clipPath') + this.#clips(attributes['mask'], 'mask');
    for (const child of children) {
      const shape = shapeOperators(child);
      const inner = child.attributes;
      const white =
        kind === 'clipPath' ||
        (/^(?:#fff(?:fff)?|white)$/i.test(inner['fill'] ?? '') && inner['stroke'] === undefined);
      if (shape === null || !white || inner['transform'] !== undefined)
        throw new Unsupported('The shapes of a clip.');
      outer += this.#clips(inner['clip-path'], 'clipPath') + this.#clips(inner['mask'], 'mask');
      evenOdd ||= inner['clip-rule'] === 'evenodd';
      path += shape;
    }
    return `${outer}${path}${evenOdd ? 'W*' : 'W'} n\n`;
  }

  async #image(element: Element, state: State): Promise<string> {
    const { attributes } = element;
    const href = attributes['href'] ?? attributes['xlink:href'] ?? '';
    const box = {
      x: length(element, 'x'),
      y: length(element, 'y'),
      width: length(element, 'width'),
      height: length(element, 'height'),
      align: attributes['preserveAspectRatio'] ?? 'xMidYMid meet',
    };
    if (state.filter === null) {
      const vector = await this.#vectorImage(href, box, state);
      if (vector !== null) return vector;
    }
    const size = `x="${box.x}" y="${box.y}" width="${box.width}" height="${box.height}"`;
    const { filter } = state;
    const [before, after] =
      filter === null
        ? ['', '']
        : [`${filter.source}<g filter="url(#${filter.attributes['id'] ?? ''})">`, '</g>'];
    const svg = (shown: string): string =>
      `<svg xmlns="http://www.w3.org/2000/svg" width="${box.width}" height="${box.height}" ` +
      `viewBox="${box.x} ${box.y} ${box.width} ${box.height}">${before}` +
      `<image ${size} preserveAspectRatio="${box.align}" href="${escape(shown)}"/>${after}</svg>`;
    const drawn = await this.#drawPicture({ ...box, href, svg, scale: this.#scale });
    // A picture's unit square has its top at 1; here y grows downward.
    const { x, y, width, height } = box;
    return `${[width, 0, 0, -height, x, y + height].map(num).join(' ')} cm\n${drawn}`;
  }

  /** A picture that is itself an SVG, drawn as vectors; null for any other, and for one that cannot be. */
  async #vectorImage(href: string, box: NonNullable<Place['box']>, { ctm }: State): Promise<string | null> {
    const markup = svgOf(href);
    if (markup === null) return null;
    try {
      const clip = `${[box.x, box.y, box.width, box.height].map(num).join(' ')} re W n\n`;
      const place = { box, ctm, scale: this.#scale };
      return clip + (await drawSvg(markup, this.#resources, this.#drawPicture, place));
    } catch (error) {
      if (error instanceof Unsupported) return null;
      throw error;
    }
  }

  #find(id: string): Element {
    const found = this.#elements.get(id);
    if (found === undefined) throw new Unsupported(`There is no #${id}.`);
    return found;
  }
}

/** The markup in a `data:` address of an SVG. */
function svgOf(href: string): string | null {
  const [, encoding, data = ''] =
    /^data:image\/svg\+xml(?:;charset=[\w-]+|;utf-?8)*(;base64)?,([^]*)$/i.exec(href) ?? [];
  if (data === '') return null;
  if (encoding === undefined) return decodeURIComponent(data);
  return new TextDecoder().decode(Uint8Array.from(atob(data), (byte) => byte.charCodeAt(0)));
}

const PARTS: Readonly<Record<string, number>> = { Min: 0, Mid: 0.5, Max: 1 };

/** `preserveAspectRatio` (SVG 2, 8.6): the map from an SVG's own units into a box. */
function viewBoxMatrix(root: Element, box: NonNullable<Place['box']>): Matrix {
  const numbers = (root.attributes['viewBox'] ?? '')
    .trim()
    .split(/[\s,]+/)
    .map(Number);
  const [left = 0, top = 0, width = 0, height = 0] =
    numbers.length === 4 ? numbers : [0, 0, length(root, 'width'), length(root, 'height')];
  if (!(width > 0) || !(height > 0)) throw new Unsupported('An SVG without a size.');
  const [wide, high] = [box.width / width, box.height / height];
  const [align = 'xMidYMid', fit = 'meet'] = box.align.trim().split(/\s+/);
  if (align === 'none') return [wide, 0, 0, high, box.x - left * wide, box.y - top * high];
  const scale = fit === 'slice' ? Math.max(wide, high) : Math.min(wide, high);
  const x = box.x + (box.width - width * scale) * (PARTS[align.slice(1, 4)] ?? 0.5) - left * scale;
  const y = box.y + (box.height - height * scale) * (PARTS[align.slice(5, 8)] ?? 0.5) - top * scale;
  return [scale, 0, 0, scale, x, y];
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
