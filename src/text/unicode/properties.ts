/** Properties of code points, looked up in the table of `scripts/unicode.ts`: the same on every runtime. */
import { kinds as kindList, runs as runList } from './table.ts';

/** Code points below are looked up directly, those above (ideographs, tags, private use) by their run. */
const direct = 0x20000;

const kinds = kindList
  .split(';')
  .filter((kind) => kind !== '')
  .map((kind) => {
    const [lineBreak = 'AL', grapheme = 'Other', script = 'Zzzz', width = 'N', emoji = '-'] = kind.split(' ');
    return { lineBreak, grapheme, script, width, emoji };
  });

const lineBreakNames = [...new Set(kinds.map((kind) => kind.lineBreak))];
const graphemeNames = [...new Set(kinds.map((kind) => kind.grapheme))];

const kindOf = new Uint16Array(direct);
const tailStarts: number[] = [];
const tailKinds: number[] = [];
readRuns();

function readRuns(): void {
  let code = 0;
  for (const run of runList.split(' ')) {
    if (run === '') continue;
    const plus = run.indexOf('+');
    const kind = parseInt(plus < 0 ? run : run.slice(0, plus), 36);
    const length = plus < 0 ? 1 : parseInt(run.slice(plus + 1), 36) + 1;
    if (code < direct) kindOf.fill(kind, code, Math.min(code + length, direct));
    if (code + length > direct) {
      tailStarts.push(code);
      tailKinds.push(kind);
    }
    code += length;
  }
}

function kindAt(code: number): number {
  if (code < direct) return kindOf[code] ?? 0;
  let low = 0;
  let high = tailStarts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((tailStarts[middle] ?? 0) <= code) low = middle;
    else high = middle - 1;
  }
  return tailKinds[low] ?? 0;
}

const lineBreakByKind = Uint8Array.from(kinds, (kind) => lineBreakNames.indexOf(kind.lineBreak));
const graphemeByKind = Uint8Array.from(kinds, (kind) => graphemeNames.indexOf(kind.grapheme));
// One string for each script, so that to compare two of them is to compare places.
const scriptNames = new Map(kinds.map(({ script }) => [script, script]));
const scriptByKind = kinds.map(({ script }) => scriptNames.get(script) ?? script);
const neutralByKind = kinds.map(({ script }) => script === 'Zyyy' || script === 'Zinh' || script === 'Zzzz');
const wideByKind = kinds.map((kind) => kind.width !== 'N');
const emojiByKind = kinds.map((kind) => kind.emoji);

/** Number of a Line_Break class, to compare with what `lineBreakClass` returns. */
export function lineBreakId(name: string): number {
  return lineBreakNames.indexOf(name);
}

export const lineBreakCount = lineBreakNames.length;

/**
 * Line_Break class (UAX #14) after rule LB1. `SA` stays (it acts as `AL`; a dictionary may break inside), `OPW` and
 * `CPW` are wide `OP` and `CP`, `XP` is an unassigned pictograph.
 */
export function lineBreakClass(code: number): number {
  return lineBreakByKind[kindAt(code)] ?? 0;
}

/** Number of a Grapheme_Cluster_Break class; `ExtPict` is Extended_Pictographic where the class is Other. */
export function graphemeId(name: string): number {
  return graphemeNames.indexOf(name);
}

/** Grapheme_Cluster_Break class (UAX #29). */
export function graphemeClass(code: number): number {
  return graphemeByKind[kindAt(code)] ?? 0;
}

/** Script (UAX #24) as its ISO 15924 code; `Zyyy` is common, `Zinh` inherited. */
export function scriptOf(code: number): string {
  return scriptByKind[kindAt(code)] ?? 'Zzzz';
}

/** True where the script is common, inherited or unknown: such a character is set in that of its neighbours. */
export function isNeutral(code: number): boolean {
  return neutralByKind[kindAt(code)] ?? true;
}

/** True where East Asian fonts give the character a full square: width wide, full or ambiguous (UAX #11). */
export function isWide(code: number): boolean {
  return wideByKind[kindAt(code)] ?? false;
}

/** `P`: shown as emoji unless told otherwise; `E`: may be one; `-`: never. */
export function emojiKind(code: number): string {
  return emojiByKind[kindAt(code)] ?? '-';
}
