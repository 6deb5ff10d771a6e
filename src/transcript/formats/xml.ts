/** XML read through fast-xml-parser, as a tree that keeps order. Entities are decoded here, a document's own never. */

import { decodeHTML } from 'entities/decode';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { PullquoteError } from '../../errors.ts';
import { positionAt } from '../source/lines.ts';
import { isRecord, records } from './json.ts';

export interface XmlElement {
  /** Name without its namespace's prefix. */
  name: string;
  attributes: Readonly<Record<string, string>>;
  children: readonly (XmlElement | string)[];
}

/** Deeper nesting than any transcript has. */
const DEEPEST = 64;

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

const readNode = (node: Readonly<Record<string, unknown>>): XmlElement | string | null => {
  const text = node['#text'];
  if (typeof text === 'string') return decodeHTML(text);
  const name = Object.keys(node).find((key) => key !== ':@');
  if (name === undefined || name.startsWith('?')) return null;
  const attributes: Record<string, string> = {};
  const stated = node[':@'];
  for (const [key, value] of Object.entries(isRecord(stated) ? stated : {})) {
    if (typeof value === 'string') attributes[localName(key)] ??= decodeHTML(value);
  }
  return { name: localName(name), attributes, children: readNodes(node[name]) };
};

const readNodes = (nodes: unknown): (XmlElement | string)[] =>
  records(nodes)
    .map(readNode)
    .filter((node) => node !== null);

const refuse = (reason: string, at: { line: number; column: number }): never => {
  throw new PullquoteError(
    'bad-transcript',
    `Expected well-formed XML but at line ${at.line}, column ${at.column}: ${reason}`,
    at,
  );
};

/**
 * Parses an XML document and returns its root.
 * @throws PullquoteError `bad-transcript` naming line and column where it is not well formed or nested over 64 deep.
 */
export const parseXml = (text: string): XmlElement => {
  const valid = XMLValidator.validate(text);
  if (valid !== true) {
    const unclosed = /^Invalid '(\[[^]*\])' found/.exec(valid.err.msg)?.[1];
    if (unclosed === undefined) refuse(valid.err.msg, { line: valid.err.line, column: valid.err.col });
    else
      refuse(
        `elements are not closed: ${unclosed.replace(/\s+/g, '').slice(0, 80)}.`,
        positionAt(text, text.length),
      );
  }
  const parser = new XMLParser({
    preserveOrder: true,
    ignoreAttributes: false,
    attributeNamePrefix: '',
    trimValues: false,
    parseTagValue: false,
    parseAttributeValue: false,
    processEntities: false,
    ignoreDeclaration: true,
    maxNestedTags: DEEPEST,
  });
  try {
    const root = readNodes(parser.parse(text)).find((node) => typeof node !== 'string');
    if (typeof root === 'object') return root;
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : 'it could not be read.';
    refuse(reason, positionAt(text, 0));
  }
  return refuse('there is no element.', { line: 1, column: 1 });
};

/** The elements of a name within an element, at any depth, in order. */
export const elementsOf = (element: XmlElement, name: string): XmlElement[] =>
  element.children.flatMap((child) => {
    if (typeof child === 'string') return [];
    return child.name === name ? [child] : elementsOf(child, name);
  });

/** All text within an element; <br/> is a line end. */
export const textOf = (element: XmlElement): string =>
  element.children
    .map((child) => (typeof child === 'string' ? child : child.name === 'br' ? '\n' : textOf(child)))
    .join('');
