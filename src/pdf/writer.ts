/** PDF's file structure (ISO 32000-1, 7.5): objects, streams, the table of where they begin, and the trailer. */
import { zlibSync } from 'fflate';
import { joined } from '../joined.ts';

/** Number of an indirect object. */
export type Ref = number;

const encoder = new TextEncoder();

/** Collects objects. Nothing in the file depends on anything but what was added, in order. */
export class PdfWriter {
  readonly #objects: Uint8Array[] = [];

  /** An object written as PDF source. */
  add(source: string): Ref {
    return this.#objects.push(encoder.encode(source));
  }

  /** A number for an object that others speak of before it is known. */
  reserve(): Ref {
    return this.#objects.push(new Uint8Array());
  }

  /** Fills a reserved number. */
  set(ref: Ref, source: string): void {
    this.#objects[ref - 1] = encoder.encode(source);
  }

  /** A stream, compressed here. @param entries further entries of its dictionary */
  stream(entries: string, data: Uint8Array | string): Ref {
    const bytes = typeof data === 'string' ? encoder.encode(data) : data;
    return this.plainStream(`${entries} /Filter /FlateDecode`, zlibSync(bytes, { level: 6 }));
  }

  /** A stream whose bytes are written as they are. */
  plainStream(entries: string, data: Uint8Array): Ref {
    const head = encoder.encode(`<< ${entries} /Length ${data.length} >>\nstream\n`);
    return this.#objects.push(joined([head, data, encoder.encode('\nendstream')]));
  }

  /** The file. */
  finish(catalog: Ref, info: Ref): Uint8Array {
    // The second line's bytes tell programs that look that the file is not text.
    const parts: Uint8Array[] = [
      Uint8Array.of(...encoder.encode('%PDF-1.7\n%'), 0xe2, 0xe3, 0xcf, 0xd3, 0x0a),
    ];
    let at = parts[0]?.length ?? 0;
    const offsets: number[] = [];
    for (const [index, object] of this.#objects.entries()) {
      offsets.push(at);
      const part = joined([encoder.encode(`${index + 1} 0 obj\n`), object, encoder.encode('\nendobj\n')]);
      parts.push(part);
      at += part.length;
    }
    const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
    const size = this.#objects.length + 1;
    parts.push(
      encoder.encode(
        `xref\n0 ${size}\n0000000000 65535 f \n${rows}` +
          `trailer\n<< /Size ${size} /Root ${catalog} 0 R /Info ${info} 0 R >>\nstartxref\n${at}\n%%EOF\n`,
      ),
    );
    return joined(parts);
  }
}

/** A number as PDF reads it: no exponent, at most four decimals. */
export function num(value: number): string {
  const text = value.toFixed(4).replace(/\.?0+$/, '');
  return text === '-0' ? '0' : text;
}

/** Text as a string object in UTF-16 (7.9.2.2). */
export function textString(text: string): string {
  return `<feff${utf16(text)}>`;
}

/** UTF-16BE in hexadecimal. */
export function utf16(text: string): string {
  return Array.from({ length: text.length }, (_, i) => text.charCodeAt(i).toString(16).padStart(4, '0')).join(
    '',
  );
}
