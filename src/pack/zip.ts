/**
 * ZIP archives whose every byte is known before any is read: files are STORED (a PNG does not shrink), so sizes and
 * checksums recorded when a file was made give the layout, and any range of bytes can be served. ZIP64 where a size, an
 * offset or the count asks for it (APPNOTE 6.3, sections 4.3 to 4.5).
 */
import { joined } from '../joined.ts';

export interface ZipEntry {
  /** Path in the archive, with `/` between folders. */
  name: string;
  size: number;
  /** CRC-32 of the content, unsigned. */
  crc: number;
  /** The content. It must have the size and checksum given here. */
  read(): Promise<Uint8Array>;
}

export interface Zip {
  size: number;
  /** The bytes from `from` up to `to`, half-open, piece by piece. Only the entries in reach are read. */
  read(from?: number, to?: number): AsyncGenerator<Uint8Array, void, void>;
}

const MAX_16 = 0xffff;
const MAX_32 = 0xffffffff;

const LOCAL = 30;
const CENTRAL = 46;
const END = 22;
/** ZIP64 end of central directory and its locator. */
const END_64 = 56 + 20;

/** 1980-01-01, 00:00: the same files always make the same archive. */
const DOS_DATE = 0x21;

const VERSION_64 = 45;
const VERSION = 20;
/** Names are UTF-8 (general purpose bit 11). */
const UTF_8 = 0x800;

interface Placed extends ZipEntry {
  rawName: Uint8Array;
  /** Of its local header. */
  offset: number;
}

/** A stretch of the archive: where it starts, how long it is, and its bytes when they are asked for. */
interface Segment {
  size: number;
  bytes: () => Uint8Array | Promise<Uint8Array>;
}

/** Lays an archive of these files out, in their order. Names must differ. */
export function zip(entries: readonly ZipEntry[]): Zip {
  const utf8 = new TextEncoder();
  let end = 0;
  const placed = entries.map((entry): Placed => {
    const place = { ...entry, rawName: utf8.encode(entry.name), offset: end };
    end += localSize(place) + entry.size;
    return place;
  });
  const directory = placed.reduce((size, entry) => size + centralSize(entry), 0);
  const closing = closingOf(placed.length, end, directory);
  const size = end + directory + closing.length;
  return {
    size,
    async *read(from = 0, to = size) {
      for (const [start, segment] of segments(placed, closing, from)) {
        if (start >= to) return;
        const bytes = await segment.bytes();
        if (bytes.length !== segment.size)
          throw new Error('A file of the archive has another size than was recorded.');
        yield bytes.subarray(Math.max(0, from - start), Math.min(segment.size, to - start));
      }
    },
  };
}

/** The segments that reach past `from`, each with where it starts. */
function* segments(
  placed: readonly Placed[],
  closing: Uint8Array,
  from: number,
): Generator<[number, Segment]> {
  let start = 0;
  const within = (segment: Segment): [number, Segment][] => {
    const at = start;
    start += segment.size;
    return start > from && segment.size > 0 ? [[at, segment]] : [];
  };
  for (const entry of placed) {
    yield* within({ size: localSize(entry), bytes: () => localHeader(entry) });
    yield* within({ size: entry.size, bytes: entry.read });
  }
  for (const entry of placed) yield* within({ size: centralSize(entry), bytes: () => centralHeader(entry) });
  yield* within({ size: closing.length, bytes: () => closing });
}

const localSize = ({ rawName, size }: Placed): number => LOCAL + rawName.length + (size >= MAX_32 ? 20 : 0);

/** Values too large for their 32 bits, in the order the ZIP64 field has them. */
const large = ({ size, offset }: Placed): number[] => [
  ...(size >= MAX_32 ? [size, size] : []),
  ...(offset >= MAX_32 ? [offset] : []),
];

function centralSize(entry: Placed): number {
  const values = large(entry).length;
  return CENTRAL + entry.rawName.length + (values === 0 ? 0 : 4 + 8 * values);
}

/** Section 4.3.7. */
function localHeader({ rawName, size, crc }: Placed): Uint8Array {
  const values = size >= MAX_32 ? [size, size] : [];
  const bytes = new Writer(LOCAL);
  bytes
    .u32(0x04034b50)
    .u16(values.length > 0 ? VERSION_64 : VERSION)
    .u16(UTF_8)
    .u16(0)
    .u16(0)
    .u16(DOS_DATE);
  bytes.u32(crc).u32(Math.min(size, MAX_32)).u32(Math.min(size, MAX_32)).u16(rawName.length);
  bytes.u16(values.length === 0 ? 0 : 4 + 8 * values.length);
  return joined([bytes.done(), rawName, extra64(values)]);
}

/** Section 4.3.12. Files are plain ones, readable by all. */
function centralHeader(entry: Placed): Uint8Array {
  const { rawName, size, crc, offset } = entry;
  const values = large(entry);
  const version = values.length > 0 ? VERSION_64 : VERSION;
  const bytes = new Writer(CENTRAL);
  bytes
    .u32(0x02014b50)
    .u16(0x300 | version)
    .u16(version)
    .u16(UTF_8)
    .u16(0)
    .u16(0)
    .u16(DOS_DATE);
  bytes.u32(crc).u32(Math.min(size, MAX_32)).u32(Math.min(size, MAX_32)).u16(rawName.length);
  bytes
    .u16(values.length === 0 ? 0 : 4 + 8 * values.length)
    .u16(0)
    .u16(0)
    .u16(0);
  bytes.u32(0o100644 * 0x10000).u32(Math.min(offset, MAX_32));
  return joined([bytes.done(), rawName, extra64(values)]);
}

/** Section 4.5.3. */
function extra64(values: readonly number[]): Uint8Array {
  if (values.length === 0) return new Uint8Array();
  const bytes = new Writer(4 + 8 * values.length).u16(1).u16(8 * values.length);
  for (const value of values) bytes.u64(value);
  return bytes.done();
}

/** Sections 4.3.14 to 4.3.16. */
function closingOf(count: number, offset: number, size: number): Uint8Array {
  const is64 = count >= MAX_16 || offset >= MAX_32 || size >= MAX_32;
  const bytes = new Writer((is64 ? END_64 : 0) + END);
  if (is64) {
    bytes
      .u32(0x06064b50)
      .u64(44)
      .u16(0x300 | VERSION_64)
      .u16(VERSION_64)
      .u32(0)
      .u32(0);
    bytes.u64(count).u64(count).u64(size).u64(offset);
    bytes
      .u32(0x07064b50)
      .u32(0)
      .u64(offset + size)
      .u32(1);
  }
  const shown = Math.min(count, MAX_16);
  bytes.u32(0x06054b50).u16(0).u16(0).u16(shown).u16(shown);
  bytes.u32(Math.min(size, MAX_32)).u32(Math.min(offset, MAX_32)).u16(0);
  return bytes.done();
}

/** Little-endian numbers, one after the other. */
class Writer {
  readonly #view: DataView<ArrayBuffer>;
  #at = 0;

  constructor(size: number) {
    this.#view = new DataView(new ArrayBuffer(size));
  }

  u16(value: number): this {
    this.#view.setUint16(this.#at, value, true);
    this.#at += 2;
    return this;
  }

  u32(value: number): this {
    this.#view.setUint32(this.#at, value, true);
    this.#at += 4;
    return this;
  }

  u64(value: number): this {
    this.#view.setBigUint64(this.#at, BigInt(value), true);
    this.#at += 8;
    return this;
  }

  done(): Uint8Array {
    return new Uint8Array(this.#view.buffer);
  }
}
