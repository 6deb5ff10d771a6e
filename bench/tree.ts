/** Templates with their words in them, as plain elements: what engines that draw whole cards are given. */
import type { PlacedText } from '../src/text/model.ts';
import type { SlotProps } from '../src/layer/model.ts';

export type Style = Record<string, string | number>;

export interface Plain {
  type: string;
  props: { style?: Style; children?: Child[]; [name: string]: unknown };
  key: null;
}
export type Child = Plain | string;

interface Raw {
  type: string | ((props: object) => unknown);
  props: Record<string, unknown> & { place?: SlotProps; style?: Style; children?: unknown };
}

const isRaw = (node: unknown): node is Raw => typeof node === 'object' && node !== null && 'type' in node;

/**
 * Calls all components of a JSX tree and fills its slots with the words as they were fitted: the engines need not look for
 * the size.
 * @param families the CSS family of each role
 */
export function plainTree(
  node: unknown,
  texts: readonly PlacedText[],
  families: Record<'body' | 'display', string>,
): Child[] {
  if (Array.isArray(node)) return node.flatMap((child) => plainTree(child, texts, families));
  if (typeof node === 'string' || typeof node === 'number') return [String(node)];
  if (!isRaw(node)) return [];
  const { type, props } = node;
  if (typeof type === 'function') return plainTree(type(props), texts, families);
  const { children, place, ...rest } = props;
  if (place) return [words(place, rest.style ?? {}, texts, families)];
  const inner = plainTree(children, texts, families);
  return [{ type, props: { ...rest, ...(inner.length > 0 ? { children: inner } : {}) }, key: null }];
}

const ENDS = { start: 'flex-start', center: 'center', end: 'flex-end' } as const;
const SIDES = { start: 'left', center: 'center', end: 'right' } as const;
const HEIGHTS = { top: 'flex-start', middle: 'center', bottom: 'flex-end' } as const;

function words(
  place: SlotProps,
  style: Style,
  texts: readonly PlacedText[],
  families: Record<'body' | 'display', string>,
): Plain {
  const placed = texts.find(({ slot }) => slot === place.name);
  const size = placed?.size ?? place.minSize;
  const text = placed?.lines.map((line) => line.text.trim()).join(' ') ?? '';
  return {
    type: 'div',
    key: null,
    props: {
      style: {
        ...style,
        display: 'flex',
        justifyContent: ENDS[place.align],
        alignItems: HEIGHTS[place.verticalAlign],
        textAlign: SIDES[place.align],
        fontFamily: families[place.font],
        fontSize: size,
        fontWeight: place.weight,
        letterSpacing: (place.letterSpacing ?? 0) * size,
        lineHeight: place.lineHeight,
        color: place.color,
      },
      ...(text === '' ? {} : { children: [text] }),
    },
  };
}

const UNITLESS = new Set(['flexGrow', 'flexShrink', 'fontWeight', 'lineHeight', 'opacity', 'zIndex']);

const hyphened = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
const escaped = (text: string): string => text.replace(/[&<>"]/g, (char) => `&#${char.charCodeAt(0)};`);

/** A tree as HTML. */
export function htmlOf(child: Child): string {
  if (typeof child === 'string') return escaped(child);
  const { style = {}, children = [], ...attributes } = child.props;
  const css = Object.entries(style)
    .map(([name, value]) =>
      typeof value === 'number' && !UNITLESS.has(name)
        ? `${hyphened(name)}:${value}px`
        : `${hyphened(name)}:${value}`,
    )
    .join(';');
  const rest = Object.entries(attributes)
    .filter(([, value]) => typeof value === 'string' || typeof value === 'number')
    .map(([name, value]) => ` ${name === 'viewBox' ? name : hyphened(name)}="${escaped(String(value))}"`)
    .join('');
  return `<${child.type}${rest} style="${escaped(css)}">${children.map(htmlOf).join('')}</${child.type}>`;
}
