/**
 * A font without ink for the text that viewers search and copy: every character is half an em wide and is stretched to
 * where the outlines stand. Codes are given out as clusters come up, and a map says what each stands for.
 */
import type { Resources } from './resources.ts';
import { utf16, type Ref } from './writer.ts';

/** Advance of every character, em. */
export const ADVANCE = 0.5;

const UNITS = 1000;
const MAX_CODES = 0xffff;

export class WordsFont {
  readonly #codes = new Map<string, number>();
  readonly #resources: Resources;
  readonly #ref: Ref;
  /** Name in content streams. */
  readonly name: string;

  constructor(resources: Resources) {
    this.#resources = resources;
    this.#ref = resources.writer.reserve();
    this.name = resources.name('Font', this.#ref);
  }

  /** Four hexadecimal digits that stand for a cluster of characters. */
  code(cluster: string): string {
    const code = this.#codes.get(cluster) ?? Math.min(this.#codes.size + 1, MAX_CODES);
    this.#codes.set(cluster, code);
    return code.toString(16).padStart(4, '0');
  }

  /** Writes the font; no code may be asked for afterwards. */
  finish(): void {
    const { writer } = this.#resources;
    const file = trueType();
    const embedded = writer.stream(`/Length1 ${file.length}`, file);
    const descriptor = writer.add(
      `<< /Type /FontDescriptor /FontName /PullquoteWords /Flags 5 /FontBBox [0 -250 500 1000] /ItalicAngle 0 ` +
        `/Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 /FontFile2 ${embedded} 0 R >>`,
    );
    // Every code draws the one glyph there is.
    const glyphs = writer.stream('', new Uint8Array(2 * (this.#codes.size + 1)));
    const font = writer.add(
      `<< /Type /Font /Subtype /CIDFontType2 /BaseFont /PullquoteWords /DW ${ADVANCE * UNITS} /CIDToGIDMap ${glyphs} 0 R ` +
        `/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor ${descriptor} 0 R >>`,
    );
    const map = writer.stream('', this.#toUnicode());
    writer.set(
      this.#ref,
      `<< /Type /Font /Subtype /Type0 /BaseFont /PullquoteWords /Encoding /Identity-H ` +
        `/DescendantFonts [${font} 0 R] /ToUnicode ${map} 0 R >>`,
    );
  }

  /** What every code stands for (ISO 32000-1, 9.10.3). */
  #toUnicode(): string {
    const rows = Array.from(
      this.#codes,
      ([cluster, code]) => `<${code.toString(16).padStart(4, '0')}> <${utf16(cluster)}>`,
    );
    const blocks: string[] = [];
    for (let from = 0; from < rows.length; from += 100) {
      const block = rows.slice(from, from + 100);
      blocks.push(`${block.length} beginbfchar\n${block.join('\n')}\nendbfchar`);
    }
    return [
      '/CIDInit /ProcSet findresource begin 12 dict begin begincmap',
      '/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def',
      '/CMapName /PullquoteWords def /CMapType 2 def',
      '1 begincodespacerange <0000> <ffff> endcodespacerange',
      ...blocks,
      'endcmap CMapName currentdict /CMap defineresource pop end end',
    ].join('\n');
  }
}

/** A TrueType file of one empty glyph (OpenType 1.9: the tables a PDF needs of a composite font). */
function trueType(): Uint8Array {
  const tables: [tag: string, words: number[]][] = [
    ['glyf', [0, 0]],
    // Version, revision, checksum adjustment, magic, flags, units, dates, box, style, sizes, direction, short offsets, format.
    [
      'head',
      [1, 0, 1, 0, 0, 0, 0x5f0f, 0x3cf5, 0, UNITS, 0, 0, 0, 0, 0, 0, 0, 0, 0, -250, 500, 1000, 0, 8, 2, 0, 0],
    ],
    ['hhea', [1, 0, 800, -200, 0, 500, 0, 0, 500, 1, 0, 0, 0, 0, 0, 0, 0, 1]],
    ['hmtx', [ADVANCE * UNITS, 0]],
    ['loca', [0, 0]],
    ['maxp', [1, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0]],
  ];
  const bodies = tables.map(([, words]) => {
    const body = new DataView(new ArrayBuffer(Math.ceil(words.length / 2) * 4));
    words.forEach((word, i) => body.setInt16(2 * i, word));
    return body;
  });
  let at = 12 + 16 * tables.length;
  const file = new Uint8Array(bodies.reduce((sum, { byteLength }) => sum + byteLength, at));
  const view = new DataView(file.buffer);
  view.setUint32(0, 0x0001_0000);
  // Number of tables, and the search range, entry selector and range shift that follow from it.
  [tables.length, 64, 2, 16 * tables.length - 64].forEach((value, i) => view.setUint16(4 + 2 * i, value));
  for (const [i, [tag, words]] of tables.entries()) {
    const body = bodies[i];
    if (body === undefined) continue;
    const entry = 12 + 16 * i;
    for (let letter = 0; letter < 4; letter++) view.setUint8(entry + letter, tag.charCodeAt(letter));
    view.setUint32(entry + 4, checksum(body));
    view.setUint32(entry + 8, at);
    view.setUint32(entry + 12, 2 * words.length);
    file.set(new Uint8Array(body.buffer), at);
    at += body.byteLength;
  }
  return file;
}

function checksum(table: DataView): number {
  let sum = 0;
  for (let at = 0; at < table.byteLength; at += 4) sum = (sum + table.getUint32(at)) >>> 0;
  return sum;
}
