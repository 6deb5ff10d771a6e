/** Reads the SVG that satori, our templates and the emoji set are made of: elements and attributes, and no more. */

/** Thrown for markup that cannot be drawn as vectors; what holds it is drawn as a picture instead. */
export class Unsupported extends Error {
  override readonly name = 'Unsupported';
}

export interface Element {
  name: string;
  attributes: Readonly<Record<string, string>>;
  children: Element[];
  /** The element as it was written. */
  source: string;
}

const TAG = /<(\/?)([A-Za-z][\w:.-]*)((?:\s+[\w:.-]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(\/?)>/y;
const ATTRIBUTE = /([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
const PROLOGUE = /\s*(?:<\?xml[^>]*\?>|<!--[^]*?-->|<!DOCTYPE[^>[]*>|\s)*/y;
const BETWEEN = /(?:\s|<!--[^]*?-->)*/y;
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/**
 * The root element of an SVG document.
 * @throws Unsupported for text, style sheets and anything else that is not elements
 */
export function parseMarkup(source: string): Element {
  PROLOGUE.lastIndex = 0;
  PROLOGUE.exec(source);
  let at = PROLOGUE.lastIndex;
  const open: { element: Element; from: number }[] = [];
  for (;;) {
    TAG.lastIndex = at;
    const [, closing, name = '', attributes = '', empty] = TAG.exec(source) ?? [];
    if (name === '') throw new Unsupported(`Expected a tag at ${at}.`);
    const from = at;
    at = TAG.lastIndex;
    if (closing === '')
      open.push({
        element: { name, attributes: parseAttributes(attributes), children: [], source: '' },
        from,
      });
    if (closing === '/' || empty === '/') {
      const closed = open.pop();
      if (closed === undefined || closed.element.name !== name)
        throw new Unsupported(`${name} is closed but not open.`);
      closed.element.source = source.slice(closed.from, at);
      const parent = open.at(-1);
      if (parent === undefined) return closed.element;
      parent.element.children.push(closed.element);
    }
    BETWEEN.lastIndex = at;
    BETWEEN.exec(source);
    at = BETWEEN.lastIndex;
  }
}

function parseAttributes(text: string): Record<string, string> {
  return Object.fromEntries(
    Array.from(text.matchAll(ATTRIBUTE), ([, name = '', double, single]) => [
      name,
      decode(double ?? single ?? ''),
    ]),
  );
}

function decode(value: string): string {
  return value.replace(/&(#x?)?(\w+);/g, (all, number: string | undefined, name: string) =>
    number === undefined
      ? (ENTITIES[name] ?? all)
      : String.fromCodePoint(Number.parseInt(name, number === '#x' ? 16 : 10)),
  );
}

/** Every element with an ID, at any depth. */
export function byId(root: Element): Map<string, Element> {
  const found = new Map<string, Element>();
  const visit = (element: Element): void => {
    const { id } = element.attributes;
    if (id !== undefined) found.set(id, element);
    element.children.forEach(visit);
  };
  visit(root);
  return found;
}

/** A number of an attribute, in user units. @throws Unsupported for other units */
export function length(element: Element, name: string, missing = 0): number {
  const text = element.attributes[name];
  if (text === undefined) return missing;
  const value = /^\s*([-+.\de]+)(?:px)?\s*$/i.exec(text)?.[1];
  if (value === undefined || Number.isNaN(Number(value))) throw new Unsupported(`${name}="${text}"`);
  return Number(value);
}

/** The ID in `url(#id)`, or null. */
export function reference(value: string | undefined): string | null {
  return /^url\(\s*['"]?#([^'")\s]+)['"]?\s*\)$/.exec(value ?? '')?.[1] ?? null;
}
