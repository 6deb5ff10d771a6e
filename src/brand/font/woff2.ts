/** WOFF2 (W3C Recommendation): tables packed by Brotli, outlines and advances transformed before. */
import { Reader, Writer } from './bytes.ts';
import { type Glyphs, unpackGlyphs } from './glyphs.ts';
import { packTables } from './tables.ts';

/** Unpacks Brotli (RFC 7932). @throws Error where the bytes are none or make more than `limit` */
export type Brotli = (bytes: Uint8Array, limit: number) => Promise<Uint8Array>;

export function isWoff2(bytes: Uint8Array): boolean {
  return bytes[0] === 0x77 && bytes[1] === 0x4f && bytes[2] === 0x46 && bytes[3] === 0x32;
}

/** The tags that are written as their place in this list (4.1). */
const KNOWN =
  'cmap head hhea hmtx maxp name OS/2 post cvt_ fpgm glyf loca prep CFF_ VORG EBDT EBLC gasp hdmx kern LTSH PCLT VDMX vhea vmtx BASE GDEF GPOS GSUB EBSC JSTF MATH CBDT CBLC COLR CPAL SVG_ sbix acnt avar bdat bloc bsln cvar fdsc feat fmtx fvar gvar hsty just lcar mort morx opbd prop trak Zapf Silf Glat Gloc Feat Sill'
    .split(' ')
    .map((tag) => tag.replace('_', ' '));

interface Entry {
  tag: string;
  /** Bytes in the packed stream. */
  length: number;
  transformed: boolean;
}

/**
 * The font as TrueType or OpenType has it.
 * @param limit most bytes of all tables together
 * @throws Error where the bytes are no whole font or make more than the limit
 */
export async function unpackWoff2(bytes: Uint8Array, brotli: Brotli, limit: number): Promise<Uint8Array> {
  const head = new Reader(bytes, 4);
  const flavor = head.u32();
  head.u32();
  const count = head.u16();
  head.at += 6;
  const packedLength = head.u32();
  head.at = 48;
  const entries = Array.from({ length: count }, () => readEntry(head));
  const total = entries.reduce((sum, { length }) => sum + length, 0);
  if (total > limit) throw new RangeError('The tables come to more than the limit.');
  const stream = new Reader(await brotli(head.take(packedLength), total));
  const tables = new Map<string, Uint8Array>();
  const transformed = new Map<string, Uint8Array>();
  for (const { tag, length, transformed: packed } of entries) {
    (packed ? transformed : tables).set(tag, stream.take(length));
  }
  const glyf = transformed.get('glyf');
  const hmtx = transformed.get('hmtx');
  if (glyf === undefined && hmtx !== undefined) throw new RangeError('Advances without their outlines.');
  if (glyf !== undefined) {
    const glyphs = unpackGlyphs(glyf, limit);
    tables.set('glyf', glyphs.glyf);
    tables.set('loca', glyphs.loca);
    if (hmtx !== undefined) tables.set('hmtx', unpackAdvances(hmtx, tables.get('hhea'), glyphs));
    tables.set('head', withLongOffsets(tables.get('head')));
  }
  return packTables(flavor, tables, limit);
}

function readEntry(head: Reader): Entry {
  const flags = head.u8();
  const tag = (flags & 63) === 63 ? head.tag() : KNOWN[flags & 63];
  if (tag === undefined) throw new RangeError('A table has no name.');
  const original = base128(head);
  const version = flags >> 6;
  const transformed = tag === 'glyf' || tag === 'loca' ? version !== 3 : version !== 0;
  return { tag, transformed, length: transformed ? base128(head) : original };
}

/** UIntBase128 (4.1). */
function base128(head: Reader): number {
  let value = 0;
  for (let i = 0; i < 5; i++) {
    const byte = head.u8();
    value = value * 128 + (byte & 0x7f);
    if (byte < 0x80) return value;
  }
  throw new RangeError('A length takes more than five bytes.');
}

/** `hmtx` without the bearings that glyphs tell themselves (5.4). */
function unpackAdvances(table: Uint8Array, hhea: Uint8Array | undefined, { lefts }: Glyphs): Uint8Array {
  if (hhea === undefined) throw new RangeError('There is no hhea table.');
  const advances = new Reader(hhea, 34).u16();
  const data = new Reader(table);
  const flags = data.u8();
  const widths = new Reader(data.take(2 * advances));
  const out = new Writer(4 * advances + 2 * lefts.length);
  for (let glyph = 0; glyph < lefts.length; glyph++) {
    const isProportional = glyph < advances;
    if (isProportional) out.u16(widths.u16());
    const isLeftOut = (flags & (isProportional ? 1 : 2)) !== 0;
    out.u16((isLeftOut ? (lefts[glyph] ?? 0) : data.i16()) & 0xffff);
  }
  return out.done();
}

function withLongOffsets(head: Uint8Array | undefined): Uint8Array {
  if (head === undefined || head.length < 54) throw new RangeError('There is no head table.');
  const long = head.slice();
  // indexToLocFormat
  long.set([0, 1], 50);
  return long;
}
