/** A contact sheet: cards side by side, small, each with a line under it. */
import type { SlotBox } from '../layer/model.ts';
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

const WIDTH = 1600;
const GAP = 24;
const LABEL = 34;
const BACKGROUND = [0xec, 0xec, 0xe8, 0xff] as const;
const PLACEHOLDER = [0xda, 0xda, 0xd4, 0xff] as const;
const FAMILIES = { body: 'inter', display: 'inter' };

/** Draws a sheet as PNG. A card that cannot be drawn leaves its place empty. */
export async function contactSheet(
  drawers: Drawers,
  raster: Raster,
  cells: readonly SheetCell[],
): Promise<Uint8Array> {
  const tallest = Math.max(
    0.4,
    ...cells.map(({ shown }) => (shown ? shown.look.size.height / shown.look.size.width : 0)),
  );
  const columns = tallest > 0.8 ? 8 : 5;
  const across = Math.floor((WIDTH - GAP) / columns) - GAP;
  const down = Math.round(across * tallest);
  const height = GAP + Math.ceil(cells.length / columns) * (down + LABEL + GAP);
  const sheet = { width: WIDTH, height, rgba: new Uint8Array(WIDTH * height * 4) };
  fill(sheet, 0, 0, WIDTH, height, BACKGROUND);
  const labels: PlacedText[] = [];
  for (const [nth, { shown, label }] of cells.entries()) {
    const left = GAP + (nth % columns) * (across + GAP);
    const top = GAP + Math.floor(nth / columns) * (down + LABEL + GAP);
    const small = shown === null ? null : await picture(drawers, raster, shown, across);
    if (small === null) fill(sheet, left, top, across, down, PLACEHOLDER);
    else paste(sheet, small, left, top);
    labels.push(await placeLabel(drawers, label, left, top + (small?.height ?? down) + 8, across));
  }
  const layer = { key: 'sheet', width: WIDTH, height, dpr: 1, pixels: sheet.rgba, slots: [], svg: '' };
  return raster.encodePng(raster.pixels({ layer, texts: labels }));
}

async function picture(
  drawers: Drawers,
  raster: Raster,
  { card, look }: NonNullable<SheetCell['shown']>,
  width: number,
): Promise<Pixels | null> {
  try {
    return shrink(raster.pixels(await placeCard(drawers, card, look)), width);
  } catch {
    // Why is said where the card itself was asked for.
    return null;
  }
}

async function placeLabel(
  { text }: Drawers,
  label: string,
  left: number,
  top: number,
  width: number,
): Promise<PlacedText> {
  const slot: SlotBox = {
    name: 'time',
    font: 'body',
    weight: 500,
    color: '#3c3f45',
    minSize: 14,
    maxSize: 14,
    lineHeight: 1.3,
    maxLines: 1,
    align: 'start',
    verticalAlign: 'top',
    overflow: 'ellipsis',
    left,
    top,
    width,
    height: LABEL - 8,
  };
  const content = { text: label, language: 'en', direction: 'ltr' as const };
  const request = { slot, content, families: FAMILIES, missing: 'replace' as const };
  await text.prepare([request]);
  return text.place(request);
}

/** A picture at another width: each pixel the mean of those that fall into it. */
function shrink({ width, height, rgba }: Pixels, across: number): Pixels {
  const down = Math.max(1, Math.round((height * across) / width));
  const small = new Uint8Array(across * down * 4);
  for (let y = 0; y < down; y++) {
    const top = Math.floor((y * height) / down);
    const bottom = Math.max(top + 1, Math.floor(((y + 1) * height) / down));
    for (let x = 0; x < across; x++) {
      const left = Math.floor((x * width) / across);
      const right = Math.max(left + 1, Math.floor(((x + 1) * width) / across));
      let red = 0;
      let green = 0;
      let blue = 0;
      for (let row = top; row < bottom; row++) {
        const end = (row * width + right) * 4;
        for (let at = (row * width + left) * 4; at < end; at += 4) {
          red += rgba[at] ?? 0;
          green += rgba[at + 1] ?? 0;
          blue += rgba[at + 2] ?? 0;
        }
      }
      const count = (bottom - top) * (right - left);
      const at = (y * across + x) * 4;
      small[at] = Math.round(red / count);
      small[at + 1] = Math.round(green / count);
      small[at + 2] = Math.round(blue / count);
      small[at + 3] = 255;
    }
  }
  return { width: across, height: down, rgba: small };
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
  color: readonly number[],
): void {
  for (let row = top; row < top + height; row++) {
    for (let column = left; column < left + width; column++)
      onto.rgba.set(color, (row * onto.width + column) * 4);
  }
}
