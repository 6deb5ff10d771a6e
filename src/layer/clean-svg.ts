/** SVG as it may be kept: shapes and paints, nothing that runs, loads or refers to anything outside. */
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { z } from 'zod';
import { PullquoteError } from '../errors.ts';

const ELEMENTS: ReadonlySet<string> = words(`
  svg g defs symbol use path rect circle ellipse line polyline polygon
  linearGradient radialGradient stop clipPath mask style
`);

/** Without these the picture would not be the one that was sent, so they are refused, not left out. */
const REFUSED: Readonly<Record<string, string>> = {
  text: 'outlines instead of text',
  foreignObject: 'no `foreignObject`',
  image: 'no pictures inside',
  script: 'no scripts',
  filter: 'no filters',
  pattern: 'no patterns',
};

/** Presentation attributes, which are also the properties of `style`. */
const PROPERTIES: ReadonlySet<string> = words(`
  fill fill-opacity fill-rule stroke stroke-width stroke-opacity stroke-linecap stroke-linejoin stroke-miterlimit
  stroke-dasharray stroke-dashoffset opacity color display visibility clip-path clip-rule mask mask-type stop-color
  stop-opacity isolation mix-blend-mode paint-order shape-rendering
`);

const ATTRIBUTES: ReadonlySet<string> = new Set([
  ...PROPERTIES,
  ...words(`
  id class style transform d points x y x1 y1 x2 y2 cx cy r rx ry fx fy width height viewBox preserveAspectRatio offset
  gradientUnits gradientTransform spreadMethod clipPathUnits maskUnits maskContentUnits href version
`),
]);

const LIMITS = { characters: 400_000, elements: 5000, uses: 100 } as const;

const node = z.record(z.string(), z.unknown());
const children = z.array(node);
const attributes = z.record(z.string(), z.string());

interface Walk {
  elements: number;
  /** IDs of the elements around every `use`, which no other may refer to: copies of copies grow without bound. */
  holders: Set<string>;
  targets: string[];
}

/**
 * The SVG with only what an allow-list names.
 * @throws PullquoteError `bad-image` when it is no XML, too large, or would not look the same without what is left out
 */
export function cleanSvg(text: string): string {
  if (text.length > LIMITS.characters)
    throw refused(`at most ${LIMITS.characters} characters`, `${text.length}`);
  const valid = XMLValidator.validate(text);
  if (valid !== true) throw refused('well-formed XML', `${valid.err.msg} at line ${valid.err.line}`);
  const parsed: unknown = new XMLParser({
    preserveOrder: true,
    ignoreAttributes: false,
    attributeNamePrefix: '',
    parseTagValue: false,
    parseAttributeValue: false,
    // Entities are never expanded; what uses them is refused.
    processEntities: false,
    ignoreDeclaration: true,
    ignorePiTags: true,
  }).parse(text);
  const root = children.parse(parsed).find((top) => 'svg' in top);
  if (root === undefined) throw refused('an `svg` element', 'none');
  const walk: Walk = { elements: 0, holders: new Set(), targets: [] };
  const markup = element(root, [], walk);
  if (walk.targets.length > LIMITS.uses || walk.targets.some((id) => walk.holders.has(id)))
    throw refused('`use` of shapes alone', 'copies of copies');
  return markup;
}

function element(raw: Readonly<Record<string, unknown>>, around: readonly string[], walk: Walk): string {
  const name = Object.keys(raw).find((key) => key !== ':@');
  if (name === undefined || name.startsWith('#')) return '';
  const local = name.replace(/^svg:/, '');
  const wanted = REFUSED[local];
  if (wanted !== undefined) throw refused(wanted, `\`${local}\``);
  if (!ELEMENTS.has(local)) return '';
  if (++walk.elements > LIMITS.elements) throw refused(`at most ${LIMITS.elements} elements`, 'more');
  const given = attributes.parse(raw[':@'] ?? {});
  const inner = children.parse(raw[name]);
  if (local === 'style') return styleSheet(inner);
  const ids = given['id'] === undefined ? around : [...around, given['id']];
  if (local === 'use') for (const id of ids) walk.holders.add(id);
  const kept = Object.entries(given).flatMap(([key, value]) => attribute(key, value, walk));
  const space = local === 'svg' && around.length === 0 ? ' xmlns="http://www.w3.org/2000/svg"' : '';
  const content = inner.map((child) => element(child, ids, walk)).join('');
  return `<${local}${space}${kept.join('')}>${content}</${local}>`;
}

function attribute(key: string, value: string, walk: Walk): string[] {
  const name = key.replace(/^xlink:/, '');
  if (!ATTRIBUTES.has(name)) return [];
  if (/[<>&"\\]/.test(value)) throw refused('plain values', `\`${name}\``);
  if (name === 'href') {
    const target = /^#([\w.-]+)$/.exec(value)?.[1];
    if (target === undefined) throw refused('references inside the file', `\`${value.slice(0, 60)}\``);
    walk.targets.push(target);
  }
  if (name === 'style') return [` style="${declarations(value)}"`];
  if (PROPERTIES.has(name)) checkValue(value);
  return [` ${name}="${value}"`];
}

/** A style sheet of simple rules: selectors of classes, IDs and elements, and properties of the allow-list. */
function styleSheet(inner: readonly Readonly<Record<string, unknown>>[]): string {
  const css = inner
    .map((child) => child['#text'])
    .filter((part) => typeof part === 'string')
    .join('')
    .replaceAll(/\/\*[^]*?(?:\*\/|$)/g, '');
  const ended = css.split('}').slice(0, -1);
  const rules = ended.flatMap((rule) => {
    // Of rules within another the innermost counts.
    const [selector = '', body] = rule.split('{').slice(-2);
    if (body === undefined) return [];
    const selected = selector.trim();
    if (!/^[\w\s.#,>*-]+$/.test(selected))
      throw refused('simple style rules', `\`${selected.slice(0, 60)}\``);
    return [`${selected}{${declarations(body)}}`];
  });
  return rules.length === 0 ? '' : `<style>${rules.join('')}</style>`;
}

function declarations(body: string): string {
  return body
    .split(';')
    .flatMap((part) => {
      const colon = part.indexOf(':');
      const property = part.slice(0, Math.max(colon, 0)).trim();
      const value = part.slice(colon + 1).trim();
      if (!PROPERTIES.has(property)) return [];
      if (/[<>&"\\@{}]/.test(value)) throw refused('plain values', `\`${property}\``);
      checkValue(value);
      return [`${property}:${value}`];
    })
    .join(';');
}

/** What `url()` names must be inside the file. */
function checkValue(value: string): void {
  const outside = value.replaceAll(/url\(\s*'?#[\w.-]+'?\s*\)/gi, '');
  if (/url|image|src|:/i.test(outside))
    throw refused('references inside the file', `\`${value.slice(0, 60)}\``);
}

function refused(expected: string, received: string): PullquoteError {
  return new PullquoteError('bad-image', `Expected an SVG with ${expected} but received ${received}.`);
}

function words(list: string): Set<string> {
  return new Set(list.trim().split(/\s+/));
}
