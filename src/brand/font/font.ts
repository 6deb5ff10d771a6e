/** What is kept of a font somebody uploads: its tables as they are, unpacked, and what the text engine has to know of them. */
import { PullquoteError } from '../../errors.ts';
import { encodeRanges, type FamilyIndex } from '../../text/font-index.ts';
import { Reader } from './bytes.ts';
import { charactersOf } from './cmap.ts';
import { readTables, type Tables } from './tables.ts';
import { type Brotli, isWoff2, unpackWoff2 } from './woff2.ts';

/** Most bytes of an uploaded font, as sent and unpacked: a Workers isolate has room for one beside everything else. */
export const FONT_LIMITS = { bytes: 10_000_000, unpacked: 20_000_000 } as const;

/** A font fit to be kept. */
export interface CleanFont {
  /** TrueType or OpenType. */
  bytes: Uint8Array;
  /** Its description, without the ID it is kept under. */
  index: Omit<FamilyIndex, 'id'>;
}

/** What HarfBuzz needs to find, place and draw glyphs. */
const NEEDED = ['cmap', 'head', 'hhea', 'hmtx', 'maxp'] as const;

/** A font of fewer letters, of whatever script, is one of symbols. */
const FEWEST_LETTERS = 20;

/**
 * Takes a TrueType, OpenType or WOFF2 font apart far enough to know that cards can be set in it.
 * @throws PullquoteError `bad-font`, saying what is wrong; sizes are looked at before anything is unpacked
 */
export async function cleanFont(bytes: Uint8Array, brotli: Brotli): Promise<CleanFont> {
  if (bytes.length > FONT_LIMITS.bytes)
    throw bad(`a font of at most ${FONT_LIMITS.bytes} bytes but received ${bytes.length}`);
  const other = OTHERS.find(({ signature }) => signature.every((byte, i) => bytes[i] === byte));
  if (other !== undefined) throw bad(`a font in TTF, OTF or WOFF2 but received ${other.name}`);
  const sfnt = await unpacked(bytes, brotli);
  try {
    const tables = readTables(sfnt);
    check(tables);
    return { bytes: sfnt, index: describe(tables) };
  } catch (error) {
    if (error instanceof RangeError)
      throw bad('a font in TTF, OTF or WOFF2 but these bytes are none, or were cut', error);
    throw error;
  }
}

const OTHERS = [
  {
    signature: [0x77, 0x4f, 0x46, 0x46],
    name: 'WOFF of version 1; send the TTF, OTF or WOFF2 it was made from',
  },
  { signature: [0x74, 0x74, 0x63, 0x66], name: 'a collection of fonts; send one of them' },
] as const;

async function unpacked(bytes: Uint8Array, brotli: Brotli): Promise<Uint8Array> {
  if (!isWoff2(bytes)) return bytes;
  try {
    return await unpackWoff2(bytes, brotli, FONT_LIMITS.unpacked);
  } catch (error) {
    throw bad(
      `a whole WOFF2 font of at most ${FONT_LIMITS.unpacked} bytes unpacked but this one cannot be unpacked`,
      error,
    );
  }
}

function check(tables: Tables): void {
  const missing = NEEDED.filter((tag) => !tables.has(tag));
  if (missing.length > 0)
    throw bad(`a font with the tables ${NEEDED.join(', ')} but this one has no ${missing[0]}`);
  const hasOutlines = (tables.has('glyf') && tables.has('loca')) || tables.has('CFF ') || tables.has('CFF2');
  if (!hasOutlines)
    throw bad('a font with outlines (glyf, CFF or CFF2) but this one has only pictures or none');
  const letters = charactersOf(table(tables, 'cmap')).filter((code) =>
    /\p{L}/u.test(String.fromCodePoint(code)),
  );
  if (letters.length < FEWEST_LETTERS)
    throw bad(`a font with at least ${FEWEST_LETTERS} letters but this one has ${letters.length}`);
}

function describe(tables: Tables): CleanFont['index'] {
  const unitsPerEm = new Reader(table(tables, 'head'), 18).u16();
  if (unitsPerEm < 16 || unitsPerEm > 16_384)
    throw bad(`a font of 16 to 16384 units per em but this one has ${unitsPerEm}`);
  const hhea = new Reader(table(tables, 'hhea'), 4);
  const [ascender, descender] = [hhea.i16(), hhea.i16()];
  // Heights nobody means would tear lines apart.
  const within = (value: number, least: number, most: number): number =>
    Math.round(Math.min(most * unitsPerEm, Math.max(least * unitsPerEm, value)));
  const axes = axesOf(tables.get('fvar'));
  const optical = axes.find(({ tag }) => tag === 'opsz');
  return {
    kind: isSerif(tables.get('OS/2')) ? 'serif' : 'sans',
    unitsPerEm,
    ascender: within(ascender, 0.6, 1.3),
    descender: within(descender, -0.6, -0.1),
    axes,
    ...(optical === undefined ? {} : { optical: { text: 14, display: 40 } }),
    ...(axes.some(({ tag }) => tag === 'wght') ? {} : { weight: weightOf(tables.get('OS/2')) }),
    styles: { normal: [{ file: FONT_FILE, ranges: encodeRanges(charactersOf(table(tables, 'cmap'))) }] },
  };
}

/** The name of the one file of an uploaded font, beside its description. */
export const FONT_FILE = 'font.ttf';

function table(tables: Tables, tag: (typeof NEEDED)[number]): Uint8Array {
  const found = tables.get(tag);
  if (found === undefined) throw new RangeError(`There is no ${tag} table.`);
  return found;
}

/** Axes of a font: those with most have about twenty. */
const MOST_AXES = 64;

/** `fvar`: the axes of a variable font. */
function axesOf(fvar: Uint8Array | undefined): FamilyIndex['axes'] {
  if (fvar === undefined) return [];
  const head = new Reader(fvar, 4);
  const offset = head.u16();
  head.u16();
  const [count, size] = [head.u16(), head.u16()];
  if (count > MOST_AXES) throw bad(`a font of at most ${MOST_AXES} axes but this one has ${count}`);
  return Array.from({ length: count }, (_, i) => {
    const axis = new Reader(fvar, offset + i * size);
    const tag = axis.tag();
    const [min, , max] = [axis.u32(), axis.u32(), axis.u32()].map((value) => (value | 0) / 65_536);
    return { tag, min: min ?? 0, max: max ?? 0 };
  });
}

/** `OS/2`: the weight, regular where it says none. */
function weightOf(os2: Uint8Array | undefined): number {
  const weight = os2 === undefined || os2.length < 6 ? 0 : new Reader(os2, 4).u16();
  return weight >= 1 && weight <= 1000 ? weight : 400;
}

/** `OS/2`: the class of the family says serif (1 to 7), or PANOSE does (serif styles 2 to 10). */
function isSerif(os2: Uint8Array | undefined): boolean {
  if (os2 === undefined || os2.length < 42) return false;
  const family = os2[30] ?? 0;
  if (family !== 0) return family <= 7;
  return os2[32] === 2 && (os2[33] ?? 0) >= 2 && (os2[33] ?? 0) <= 10;
}

function bad(expected: string, cause?: unknown): PullquoteError {
  return new PullquoteError('bad-font', `Expected ${expected}.`, {}, cause === undefined ? {} : { cause });
}
