/** XML of feeds: elements by their names as written, `podcast:` and `itunes:` with them, attributes with an `@`. */
import { decodeHTML } from 'entities/decode';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { PullquoteError } from '../errors.ts';

export type Node = Readonly<Record<string, unknown>>;

/** The document as a tree. @throws PullquoteError `bad-request` with line and column where it is no XML. */
export function parseXml(text: string): Node {
  const valid = XMLValidator.validate(text);
  if (valid !== true) {
    const { line, col, msg } = valid.err;
    throw new PullquoteError(
      'bad-request',
      `Expected a podcast feed but at line ${line}, column ${col}: ${msg}`,
      {
        line,
        column: col,
      },
    );
  }
  const parsed: unknown = new XMLParser({
    ignoreAttributes: false,
    attributeNamePrefix: '@',
    cdataPropName: '#cdata',
    alwaysCreateTextNode: true,
    trimValues: false,
    parseTagValue: false,
    parseAttributeValue: false,
    // Decoded here, so that a document's own entities never grow.
    processEntities: false,
    isArray: (name, _path, _isLeaf, isAttribute) => !isAttribute && !name.startsWith('#'),
  }).parse(text);
  return isNode(parsed) ? parsed : {};
}

export function languageTag(raw: string | null): string | null {
  try {
    return raw === null ? null : (Intl.getCanonicalLocales(raw.replaceAll('_', '-'))[0] ?? null);
  } catch {
    return null;
  }
}

export function linkOf(raw: string | null): string | null {
  const url = URL.parse(raw ?? '');
  return url && /^https?:$/.test(url.protocol) ? url.href : null;
}

export function children(parent: Node, name: string): Node[] {
  const found = Object.hasOwn(parent, name) ? parent[name] : undefined;
  return Array.isArray(found) ? found.filter(isNode) : [];
}

export function child(parent: Node | undefined, name: string): Node | undefined {
  return parent && children(parent, name)[0];
}

export function textOf(parent: Node, name: string): string | null {
  const node = child(parent, name);
  return node ? ownText(node) : null;
}

/** The text of an element, plain before CDATA, white space run together; `null` where it is empty. */
export function ownText(node: Node): string | null {
  return source(node).replaceAll(/\s+/g, ' ').trim() || null;
}

/** The text of a child as it stands, lines and all; empty where there is none. */
export function sourceOf(parent: Node, name: string): string {
  const node = child(parent, name);
  return node ? source(node).trim() : '';
}

function source(node: Node): string {
  const sections = [node['#cdata']].flat().filter(isNode);
  const kept = sections.map((section) => section['#text']).join('');
  const plain = typeof node['#text'] === 'string' ? decodeHTML(node['#text']) : '';
  return plain + kept;
}

export function attribute(node: Node | undefined, name: string): string | null {
  const value = node?.[`@${name}`];
  return typeof value === 'string' && value.trim() !== '' ? decodeHTML(value).trim() : null;
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
