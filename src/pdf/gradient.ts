/** SVG gradients as shading patterns (ISO 32000-1, 8.7.4.5.3 and 8.7.4.5.4). */
import { parseColor, rgbOperands } from './color.ts';
import { length, Unsupported, type Element } from './markup.ts';
import { multiply, parseTransform, type Matrix } from './matrix.ts';
import type { Resources } from './resources.ts';
import { num } from './writer.ts';

interface Stop {
  offset: number;
  color: string;
}

/**
 * Name of the pattern that paints a gradient.
 * @param ctm from the gradient's user space to that of the content stream
 * @throws Unsupported for gradients in the units of a box, half-transparent or repeated
 */
export function gradientPattern(
  resources: Resources,
  gradient: Element,
  elements: ReadonlyMap<string, Element>,
  ctm: Matrix,
): string {
  const { name, attributes } = gradient;
  if (attributes['gradientUnits'] !== 'userSpaceOnUse' || (attributes['spreadMethod'] ?? 'pad') !== 'pad')
    throw new Unsupported('A gradient in the units of a box, or repeated.');
  const own = parseTransform(attributes['gradientTransform'] ?? '');
  if (own === null) throw new Unsupported('The transform of a gradient.');
  const matrix = multiply(ctm, own);
  const at = (key: string, missing?: number): string => num(length(gradient, key, missing));
  const coords =
    name === 'linearGradient'
      ? `/ShadingType 2 /Coords [${at('x1')} ${at('y1')} ${at('x2')} ${at('y2')}]`
      : radial(gradient);
  const shading = `<< ${coords} /ColorSpace /DeviceRGB /Extend [true true] /Function ${ramp(stopsOf(gradient, elements))} >>`;
  const source = `<< /Type /Pattern /PatternType 2 /Matrix [${matrix.map(num).join(' ')}] /Shading ${shading} >>`;
  return resources.name('Pattern', resources.writer.add(source));
}

function radial(gradient: Element): string {
  const [cx, cy] = [length(gradient, 'cx'), length(gradient, 'cy')];
  const [fx, fy] = [length(gradient, 'fx', cx), length(gradient, 'fy', cy)];
  const coords = [fx, fy, length(gradient, 'fr', 0), cx, cy, length(gradient, 'r')];
  return `/ShadingType 3 /Coords [${coords.map(num).join(' ')}]`;
}

/** The stops, the gradient's own or those of the one it refers to. */
function stopsOf(gradient: Element, elements: ReadonlyMap<string, Element>): Stop[] {
  const other = gradient.attributes['href'] ?? gradient.attributes['xlink:href'];
  const own = gradient.children.filter(({ name }) => name === 'stop');
  const from = own.length > 0 || other === undefined ? own : (elements.get(other.slice(1))?.children ?? []);
  let before = 0;
  return from.map(({ attributes }) => {
    const ink = parseColor(attributes['stop-color'] ?? '#000000');
    const opacity = Number(attributes['stop-opacity'] ?? 1) * ink.alpha;
    if (opacity < 1 || attributes['style'] !== undefined)
      throw new Unsupported('A half-transparent gradient.');
    const said = attributes['offset'] ?? '0';
    const offset = Math.min(
      1,
      Math.max(before, said.endsWith('%') ? Number.parseFloat(said) / 100 : Number(said)),
    );
    before = offset;
    return { offset, color: rgbOperands(ink) };
  });
}

/** Colours along a gradient as a function of 0 to 1, stitched of one for each two neighbouring stops. */
function ramp(stops: readonly Stop[]): string {
  const [first] = stops;
  const last = stops.at(-1);
  if (first === undefined || last === undefined) throw new Unsupported('A gradient without stops.');
  const all = [{ ...first, offset: 0 }, ...stops, { ...last, offset: 1 }];
  const spans = all.slice(1).flatMap((to, i) => {
    const from = all[i];
    return from === undefined || to.offset <= from.offset ? [] : [{ from, to }];
  });
  const parts = spans.map(
    ({ from, to }) => `<< /FunctionType 2 /Domain [0 1] /N 1 /C0 [${from.color}] /C1 [${to.color}] >>`,
  );
  const bounds = spans.slice(1).map(({ from }) => num(from.offset));
  return `<< /FunctionType 3 /Domain [0 1] /Functions [${parts.join(' ')}] /Bounds [${bounds.join(' ')}] /Encode [${parts.map(() => '0 1').join(' ')}] >>`;
}
