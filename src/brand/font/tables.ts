/** The tables of a TrueType or OpenType file (OpenType 1.9, "Organization of an OpenType Font"). */
import { Reader, Writer } from './bytes.ts';

export type Tables = Map<string, Uint8Array>;

/** Signatures of a file with `glyf` outlines (two) and of one with `CFF` outlines. */
const SIGNATURES: ReadonlySet<number> = new Set([0x00010000, 0x74727565, 0x4f54544f]);

/** @throws RangeError where the bytes are cut or no font of one face */
export function readTables(bytes: Uint8Array): Tables {
  const head = new Reader(bytes);
  if (!SIGNATURES.has(head.u32())) throw new RangeError('The signature is another.');
  const count = head.u16();
  head.at = 12;
  const tables: Tables = new Map();
  for (let i = 0; i < count; i++) {
    const tag = head.tag();
    head.u32();
    const table = new Reader(bytes, head.u32());
    tables.set(tag, table.take(head.u32()));
  }
  return tables;
}

/** Writes a file of these tables. Checksums are zero: nothing here reads them. */
export function packTables(signature: number, tables: Tables, limit: number): Uint8Array {
  const out = new Writer(limit + 16 * tables.size + 12);
  const entries = [...tables].toSorted(([a], [b]) => (a < b ? -1 : 1));
  out.u32(signature);
  for (const value of [entries.length, 0, 0, 0]) out.u16(value);
  let offset = 12 + 16 * entries.length;
  for (const [tag, { length }] of entries) {
    for (const letter of tag) out.u8(letter.charCodeAt(0));
    for (const value of [0, offset, length]) out.u32(value);
    offset += (length + 3) & ~3;
  }
  for (const [, table] of entries) {
    out.put(table);
    out.align();
  }
  return out.done();
}
