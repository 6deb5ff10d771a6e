import type { Encoders } from '../raster/encode/model.ts';
import type { Area } from '../raster/model.ts';
import type { Size } from '../layer/model.ts';
import type { FilmParts } from './film.ts';
import { type Change, gifOf } from './gif.ts';
import type { ClipOrder } from './model.ts';
import { play, type Playing, union } from './play.ts';
import { stageOf } from './stage.ts';
import { webpOf } from './webp.ts';

/** Formats of silent previews. */
export type PreviewFormat = 'webp' | 'gif';

/** Pictures a second, and how much of a longer clip is shown. */
const RATE = 10;
const MAX_MS = 20_000;

/** Longest side in pixels. */
const MAX_SIDE = 640;

const QUALITY = 82;

/** The size of a clip's preview: its shape, small. */
export function previewSize({ width, height }: Size): Size {
  const share = Math.min(1 / 3, MAX_SIDE / Math.max(width, height));
  return { width: 2 * Math.round((width * share) / 2), height: 2 * Math.round((height * share) / 2) };
}

/**
 * A small silent animation of a clip's first 20 s, for where videos do not play.
 * @param order of the size of a preview
 * @throws PullquoteError as `stageOf` does
 */
export async function previewOf(
  parts: Omit<FilmParts, 'h264'>,
  { webp }: Pick<Encoders, 'webp'>,
  order: ClipOrder,
  format: PreviewFormat,
): Promise<Uint8Array> {
  const { size } = order.look;
  const stage = await stageOf(parts, order);
  const playing = play(parts.raster, stage, order, RATE);
  let changes: Change[];
  try {
    changes = changesOf(playing, size.width);
  } finally {
    playing.release();
  }
  if (format === 'gif') return gifOf(size, changes);
  if (webp === undefined) throw new TypeError('There is no encoder for webp.');
  const stills = [];
  for (const { area, rgba, lastsMs } of changes) {
    const pixels = { width: area.width, height: area.height, rgba: opaque(rgba) };
    stills.push({ area, lastsMs, webp: await webp(pixels, QUALITY) });
  }
  return webpOf(size, stills);
}

/** What changed from picture to picture; where nothing did, the one before lasts longer. */
function changesOf(playing: Playing, width: number): Change[] {
  const frames = Math.min(playing.frames, (MAX_MS * RATE) / 1000);
  const before = new Uint8Array(playing.rgb().length);
  const changes: Change[] = [];
  for (let i = 0; i < frames; i++) {
    const areas = joined(playing.next());
    const found = areas.flatMap((area) => changeOf(playing.rgb(), before, width, area, i === 0) ?? []);
    // Several in one picture follow at once.
    for (const change of found.slice(0, -1)) change.lastsMs = AT_ONCE_MS;
    const last = found.at(-1) ?? changes.at(-1);
    if (last !== undefined) last.lastsMs += 1000 / RATE - AT_ONCE_MS * Math.max(0, found.length - 1);
    changes.push(...found);
  }
  return changes;
}

/** The shortest time that viewers keep to. */
const AT_ONCE_MS = 20;

/** Pixels that may be drawn again for nothing where that saves a change of its own. */
const SPARE = 4096;

/** Areas, those near each other as one; at most three, so that they are shown in time. */
function joined(areas: readonly Area[]): Area[] {
  const out: Area[] = [];
  for (const area of areas) {
    const near = out.findIndex(
      (other) => out.length > 2 || sizeOf(union(other, area)) - sizeOf(other) - sizeOf(area) < SPARE,
    );
    if (near < 0) out.push(area);
    else out[near] = union(out[near] ?? null, area) ?? area;
  }
  return out;
}

function sizeOf(area: Area | null): number {
  return area === null ? 0 : area.width * area.height;
}

/** The pixels of an area's part that is not as before, `null` where none is; in it, those that are as before get an alpha of 0. */
function changeOf(
  rgb: Uint8Array,
  before: Uint8Array,
  width: number,
  area: Area,
  all: boolean,
): Change | null {
  const differs = (x: number, y: number): boolean => {
    const at = (y * width + x) * 3;
    return all || rgb[at] !== before[at] || rgb[at + 1] !== before[at + 1] || rgb[at + 2] !== before[at + 2];
  };
  const part = partOf(area, differs);
  if (part === null) return null;
  const rgba = new Uint8Array(sizeOf(part) * 4);
  for (let row = 0; row < part.height; row++) {
    for (let column = 0; column < part.width; column++) {
      const [x, y] = [part.x + column, part.y + row];
      const [from, to] = [(y * width + x) * 3, (row * part.width + column) * 4];
      rgba[to + 3] = differs(x, y) ? 255 : 0;
      const pixel = rgb.subarray(from, from + 3);
      rgba.set(pixel, to);
      before.set(pixel, from);
    }
  }
  return { area: part, rgba, lastsMs: 0 };
}

/** The least part of an area, on even pixels, that holds all pixels of a kind; `null` without any. */
function partOf(area: Area, isOne: (x: number, y: number) => boolean): Area | null {
  let [left, top, right, bottom] = [Infinity, Infinity, -1, -1];
  for (let y = area.y; y < area.y + area.height; y++) {
    for (let x = area.x; x < area.x + area.width; x++) {
      if (!isOne(x, y)) continue;
      left = Math.min(left, x);
      right = Math.max(right, x);
      top = Math.min(top, y);
      bottom = y;
    }
  }
  if (bottom < 0) return null;
  const [x, y] = [left & ~1, top & ~1];
  return { x, y, width: (right + 2 - x) & ~1, height: (bottom + 2 - y) & ~1 };
}

function opaque(rgba: Uint8Array): Uint8Array {
  const out = rgba.slice();
  for (let at = 3; at < out.length; at += 4) out[at] = 255;
  return out;
}
