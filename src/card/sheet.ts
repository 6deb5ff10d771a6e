/** A contact sheet: cards side by side, small, each with a line under it. */
import type { SlotBox } from '../layer/model.ts';
import { ownPages } from '../layer/own-pages.ts';
import type { Pixels, Raster } from '../raster/model.ts';
import type { PlacedText } from '../text/model.ts';
import type { Card } from './model.ts';
import { placeCard, type Drawers, type Look } from './place.ts';

/** One place of a sheet. */
export interface SheetCell {
  /** The card there, `null` for an empty place. */
  shown: { card: Card; look: Look } | null;
  /** What stands under it; cut where it is too long. */
  label: string;
}

export interface Sheet {
  /** What it is of. */
  title: string;
  /** Which part of it, at the other end of the title's line. */
  note: string;
  cells: readonly SheetCell[];
}

/** Raised with every change of how a sheet looks. */
export const SHEET_VERSION = 2;

const WIDTH = 1800;
const MARGIN = 48;
const GAP = 28;
const HEAD = 96;
const LABEL = 40;
const BACKGROUND = [0xe9, 0xe9, 0xe4, 0xff] as const;
const EDGE = [0xcf, 0xcf, 0xc8, 0xff] as const;
const PLACEHOLDER = [0xdd, 0xdd, 0xd7, 0xff] as const;
const FAMILIES = { body: 'inter', display: 'inter' };

type Line = Pick<SlotBox, 'left' | 'top' | 'width' | 'align' | 'weight' | 'color'> & { size: number };

/** Draws a sheet as PNG, of less than 4 megapixels for 40 cards. One that cannot be drawn leaves its place empty. */
export async function contactSheet(
  drawers: Drawers,
  raster: Raster,
  { title, note, cells }: Sheet,
): Promise<Uint8Array> {
  const tallest = Math.max(
    0.4,
    ...cells.map(({ shown }) => (shown ? shown.look.size.height / shown.look.size.width : 0)),
  );
  const columns = tallest > 1.5 ? 10 : tallest > 0.8 ? 8 : 5;
  const across = Math.floor((WIDTH - 2 * MARGIN + GAP) / columns) - GAP;
  const down = Math.round(across * tallest);
  const rows = Math.ceil(cells.length / columns);
  const height = HEAD + rows * (down + LABEL + GAP) - GAP + MARGIN;
  const bytes = WIDTH * height * 4;
  const sheet = { width: WIDTH, height, rgba: new Uint8Array(ownPages(bytes), 0, bytes) };
  fill(sheet, 0, 0, WIDTH, height, BACKGROUND);
  const half = (WIDTH - 2 * MARGIN) / 2;
  const top = { top: 34, width: half, size: 26, color: '#16181d' };
  const labels = [
    await placeLine(drawers, title, { ...top, left: MARGIN, align: 'start', weight: 650, width: half * 1.4 }),
    await placeLine(drawers, note, {
      ...top,
      left: MARGIN + half * 1.4,
      width: half * 0.6,
      align: 'end',
      size: 20,
      weight: 450,
      color: '#5c6067',
    }),
  ];
  for (const [nth, { shown, label }] of cells.entries()) {
    const left = MARGIN + (nth % columns) * (across + GAP);
    const upper = HEAD + Math.floor(nth / columns) * (down + LABEL + GAP);
    const small = shown === null ? null : await picture(drawers, raster, shown, across);
    const under = upper + (small?.height ?? down);
    fill(sheet, left - 1, upper - 1, across + 2, under - upper + 2, EDGE);
    if (small === null) fill(sheet, left, upper, across, down, PLACEHOLDER);
    else paste(sheet, small, left, upper);
    const line = {
      left,
      top: under + 12,
      width: across,
      size: columns > 5 ? 15 : 17,
      color: '#3c3f45',
      weight: 500,
    };
    labels.push(await placeLine(drawers, label, { ...line, align: 'start' }));
  }
  const layer = { key: 'sheet', width: WIDTH, height, dpr: 1, pixels: sheet.rgba, slots: [], svg: '' };
  return raster.png({ layer, texts: labels }, { once: true });
}

/** A card drawn in the size it has on the sheet. */
async function picture(
  drawers: Drawers,
  raster: Raster,
  { card, look }: NonNullable<SheetCell['shown']>,
  width: number,
): Promise<Pixels | null> {
  try {
    return raster.pixels(await placeCard(drawers, card, { ...look, dpr: width / look.size.width }));
  } catch {
    // Why is said where the card itself was asked for.
    return null;
  }
}

async function placeLine({ text }: Drawers, words: string, { size, ...line }: Line): Promise<PlacedText> {
  const slot: SlotBox = {
    ...line,
    name: 'time',
    font: 'body',
    minSize: size,
    maxSize: size,
    lineHeight: 1.3,
    maxLines: 1,
    verticalAlign: 'top',
    overflow: 'ellipsis',
    height: Math.ceil(size * 1.4),
  };
  const content = { text: words, language: 'en', direction: 'ltr' as const };
  const request = { slot, content, families: FAMILIES, missing: 'replace' as const };
  await text.prepare([request]);
  return text.place(request);
}

function paste(onto: Pixels, part: Pixels, left: number, top: number): void {
  for (let row = 0; row < part.height; row++) {
    const line = part.rgba.subarray(row * part.width * 4, (row + 1) * part.width * 4);
    onto.rgba.set(line, ((top + row) * onto.width + left) * 4);
  }
}

function fill(
  onto: Pixels,
  left: number,
  top: number,
  width: number,
  height: number,
  color: readonly [number, number, number, number],
): void {
  const line = new Uint8Array(width * 4);
  for (let at = 0; at < line.length; at += 4) line.set(color, at);
  for (let row = top; row < top + height; row++) onto.rgba.set(line, (row * onto.width + left) * 4);
}
