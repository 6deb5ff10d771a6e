/** What content streams name: pictures, forms, patterns, opacities. One dictionary serves a whole document. */
import type { PdfWriter, Ref } from './writer.ts';
import { num } from './writer.ts';

type Kind = 'XObject' | 'ExtGState' | 'Pattern' | 'Font';

const PREFIX: Record<Kind, string> = { XObject: 'X', ExtGState: 'G', Pattern: 'P', Font: 'F' };

export class Resources {
  readonly writer: PdfWriter;
  /** The dictionary's own number, for pages and forms to speak of. */
  readonly ref: Ref;
  readonly #named: Record<Kind, Ref[]> = { XObject: [], ExtGState: [], Pattern: [], Font: [] };
  readonly #opacities = new Map<string, string>();

  constructor(writer: PdfWriter) {
    this.writer = writer;
    this.ref = writer.reserve();
  }

  /** Gives an object a name, written with its slash. */
  name(kind: Kind, ref: Ref): string {
    return `/${PREFIX[kind]}${this.#named[kind].push(ref)}`;
  }

  /** Name of a state that paints with these opacities, 0 to 1. */
  opacity(fill: number, stroke: number): string {
    const source = `<< /ca ${num(fill)} /CA ${num(stroke)} >>`;
    const known = this.#opacities.get(source);
    if (known !== undefined) return known;
    const name = this.name('ExtGState', this.writer.add(source));
    this.#opacities.set(source, name);
    return name;
  }

  /** A stream drawn by name wherever it is wanted. @param box left, bottom, right, top of what it may paint on */
  form(box: readonly number[], content: string, entries = ''): string {
    const head = `/Type /XObject /Subtype /Form /BBox [${box.map(num).join(' ')}] /Resources ${this.ref} 0 R`;
    return this.name('XObject', this.writer.stream(`${head} ${entries}`.trim(), content));
  }

  /** Writes the dictionary; nothing may be named afterwards. */
  finish(): void {
    const kinds = Object.entries(this.#named).map(([kind, refs]) => {
      const prefix = PREFIX[kind === 'XObject' || kind === 'ExtGState' || kind === 'Pattern' ? kind : 'Font'];
      return `/${kind} << ${refs.map((ref, i) => `/${prefix}${i + 1} ${ref} 0 R`).join(' ')} >>`;
    });
    this.writer.set(this.ref, `<< /ProcSet [/PDF /Text /ImageB /ImageC] ${kinds.join(' ')} >>`);
  }
}
