/** What a parser noticed. Nothing is hidden, and a file broken throughout does not give a million warnings. */

import type { Warning } from '../model.ts';
import { listLines } from './lines.ts';

/** So many warnings of one code are given one by one; the rest in one closing warning with their lines. */
const SHOWN_PER_CODE = 25;

interface Kind {
  shown: Warning[];
  more: (number | undefined)[];
}

export class Findings {
  readonly #kinds = new Map<string, Kind>();

  /** One thing at one place. */
  add(code: string, message: string, line?: number, column?: number): void {
    const kind = this.#kinds.get(code) ?? { shown: [], more: [] };
    this.#kinds.set(code, kind);
    if (kind.shown.length < SHOWN_PER_CODE) {
      kind.shown.push({
        code,
        message,
        ...(line === undefined ? {} : { line }),
        ...(column === undefined ? {} : { column }),
      });
    } else {
      kind.more.push(line);
    }
  }

  /** One thing at many places, said once: the lines (where known) follow the message. Nothing is added for no places. */
  addTogether(code: string, message: string, lines: readonly (number | undefined)[]): void {
    if (lines.length === 0) return;
    const known = lines.filter((line) => line !== undefined);
    const where = known.length > 0 ? `: ${listLines(known)}.` : '.';
    this.add(code, `${message}${where}`, known[0]);
  }

  /** All warnings, in the order of the source as far as lines are known. */
  list(): Warning[] {
    const warnings: Warning[] = [];
    for (const [code, { shown, more }] of this.#kinds) {
      warnings.push(...shown);
      if (more.length === 0) continue;
      const lines = more.filter((line) => line !== undefined);
      const where = lines.length > 0 ? ` (${listLines(lines)})` : '';
      const line = lines[0];
      warnings.push({
        code,
        message: `The same at ${more.length} more places${where}.`,
        ...(line === undefined ? {} : { line }),
      });
    }
    return warnings.toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0));
  }
}
