/** Which characters a font has, by its `cmap` (OpenType 1.9): the subtables of formats 4 and 12 for Unicode. */
import { Reader } from './bytes.ts';

/** Code points that have a glyph, in no order, without controls. @throws RangeError where the table is cut */
export function charactersOf(cmap: Uint8Array): number[] {
  const head = new Reader(cmap, 2);
  const count = head.u16();
  let best: { rank: number; offset: number } | null = null;
  for (let i = 0; i < count; i++) {
    const kind = head.u16() * 100 + head.u16();
    const offset = head.u32();
    const rank = RANKS[kind] ?? 0;
    if (rank > (best?.rank ?? 0)) best = { rank, offset };
  }
  if (best === null) return [];
  const table = new Reader(cmap, best.offset);
  const format = table.u16();
  const found = format === 4 ? segments(table) : format === 12 ? groups(table) : [];
  return found.filter((code) => code >= 0x20 && !(code >= 0x7f && code < 0xa0));
}

/** Platform times 100 plus encoding: Unicode, all of it before the first plane alone. */
const RANKS: Readonly<Record<number, number>> = { 310: 4, 4: 3, 6: 3, 301: 2, 3: 1, 2: 1, 1: 1, 0: 1 };

/** Segments lie apart from one another, so all of them together have no more characters than the first plane. */
const PLANE = 0x10000;

function segments(table: Reader): number[] {
  const start = table.at - 2;
  table.at = start + 6;
  const doubled = table.u16() & ~1;
  const read = (at: number): number => new Reader(table.bytes, start + at).u16();
  const codes: number[] = [];
  let seen = 0;
  for (let i = 0; i < doubled; i += 2) {
    const [last, first] = [read(14 + i), read(16 + doubled + i)];
    seen += Math.max(last - first + 1, 0);
    if (seen > PLANE) throw new RangeError('Segments lie over one another.');
    const delta = read(16 + 2 * doubled + i);
    const at = 16 + 3 * doubled + i;
    const range = read(at);
    for (let code = first; code <= last && code < 0xffff; code++) {
      const glyph = range === 0 ? code : read(at + range + 2 * (code - first));
      if (glyph !== 0 && ((glyph + delta) & 0xffff) !== 0) codes.push(code);
    }
  }
  return codes;
}

function groups(table: Reader): number[] {
  table.at += 10;
  const count = table.u32();
  const codes: number[] = [];
  for (let i = 0; i < count; i++) {
    const [first, last, glyph] = [table.u32(), table.u32(), table.u32()];
    // No font has more glyphs than this, so a longer group is made up.
    if (last > 0x10ffff || last - first > 0xffff || codes.length > 0x1ffff)
      throw new RangeError('A group is too long.');
    for (let code = first; code <= last; code++) if (glyph + code - first !== 0) codes.push(code);
  }
  return codes;
}
