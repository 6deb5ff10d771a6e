/**
 * Writes `src/text/unicode/table.ts` from the Unicode Character Database: `node scripts/unicode.ts [folder]`, where the
 * folder is that of Debian's package unicode-data. Run by hand when a newer Unicode is wanted.
 */
import { readFileSync, writeFileSync } from 'node:fs';

const folder = process.argv[2] ?? '/usr/share/unicode';
const size = 0x110000;

interface Property {
  first: number;
  last: number;
  value: string;
}

function* properties(file: string): Generator<Property> {
  for (const line of readFileSync(`${folder}/${file}`, 'utf8').split('\n')) {
    // `# @missing: 3400..4DBF; ID` gives the defaults of unassigned ranges; they come before what overrides them.
    const data = line
      .replace(/^# @missing: /, '')
      .replace(/#.*/, '')
      .trim();
    const [range = '', value = ''] = data.split(';').map((part) => part.trim());
    const [first = '', last = first] = range.split('..');
    if (/^[0-9A-F]{4,6}$/.test(first)) yield { first: parseInt(first, 16), last: parseInt(last, 16), value };
  }
}

function column(file: string, initial: string, keep: (value: string) => boolean = () => true): string[] {
  const values = Array.from({ length: size }, () => initial);
  for (const { first, last, value } of properties(file)) if (keep(value)) values.fill(value, first, last + 1);
  return values;
}

function version(): string {
  return /LineBreak-([\d.]+)\.txt/.exec(readFileSync(`${folder}/LineBreak.txt`, 'utf8'))?.[1] ?? 'unknown';
}

/** Line_Break after LB1, with the classes that LB30 and LB30b tell apart: `OPW`, `CPW` (wide), `XP` (unassigned pictograph). */
function lineBreakClasses(category: string[], width: string[], pictographic: string[]): string[] {
  return column('LineBreak.txt', 'XX').map((value, code) => {
    const mark = category[code] === 'Mn' || category[code] === 'Mc';
    const wide = /^[FWH]$/.test(width[code] ?? '');
    if (pictographic[code] === 'Extended_Pictographic' && category[code] === 'Cn') return 'XP';
    if (value === 'SA') return mark ? 'CM' : 'SA';
    if (value === 'AI' || value === 'SG' || value === 'XX') return 'AL';
    if (value === 'CJ') return 'NS';
    if ((value === 'OP' || value === 'CP') && wide) return `${value}W`;
    return value;
  });
}

function graphemeClasses(pictographic: string[]): string[] {
  return column('auxiliary/GraphemeBreakProperty.txt', 'Other').map((value, code) =>
    value === 'Other' && pictographic[code] === 'Extended_Pictographic' ? 'ExtPict' : value,
  );
}

/** ISO 15924 codes by the long names of `Scripts.txt`. */
function scriptCodes(): Map<string, string> {
  const codes = new Map<string, string>();
  for (const line of readFileSync(`${folder}/PropertyValueAliases.txt`, 'utf8').split('\n')) {
    const [property, code, name] = line.split(';').map((part) => part.trim());
    if (property === 'sc' && code && name) codes.set(name, code);
  }
  return codes;
}

const category = column('extracted/DerivedGeneralCategory.txt', 'Cn');
const width = column('EastAsianWidth.txt', 'N');
const pictographic = column('emoji/emoji-data.txt', '', (value) => value === 'Extended_Pictographic');
const presentation = column('emoji/emoji-data.txt', '', (value) => value === 'Emoji_Presentation');
const emoji = column('emoji/emoji-data.txt', '', (value) => value === 'Emoji');
const codes = scriptCodes();
const columns = [
  lineBreakClasses(category, width, pictographic),
  graphemeClasses(pictographic),
  column('Scripts.txt', 'Unknown').map((name) => codes.get(name) ?? 'Zzzz'),
  width.map((value) => (/^[FWA]$/.test(value) ? value : 'N')),
  emoji.map((value, code) => (presentation[code] ? 'P' : value ? 'E' : '-')),
];

const kinds = new Map<string, number>();
const runs: string[] = [];
for (let code = 0; code < size;) {
  const key = columns.map((values) => values[code] ?? '').join(' ');
  const first = code;
  while (++code < size && columns.every((values) => values[code] === values[first]));
  let kind = kinds.get(key);
  if (kind === undefined) kinds.set(key, (kind = kinds.size));
  const length = code - first;
  runs.push(kind.toString(36) + (length > 1 ? `+${(length - 1).toString(36)}` : ''));
}

const lines = (parts: string[], separator: string): string => {
  const rows: string[] = [];
  let row = '';
  for (const part of parts) {
    if (row.length + part.length > 100) {
      rows.push(row);
      row = '';
    }
    row += part + separator;
  }
  rows.push(row);
  return rows.map((text) => `  '${text}'`).join(' +\n');
};

writeFileSync(
  new URL('../src/text/unicode/table.ts', import.meta.url),
  `/** Made by scripts/unicode.ts from the Unicode Character Database; do not edit. */
export const unicodeVersion = '${version()}';

/** Line_Break (after LB1), Grapheme_Cluster_Break, Script, East_Asian_Width (A, F, W), Emoji (E, P: presentation). */
export const kinds =
${lines([...kinds.keys()], ';')};

/** Kinds of all code points in order: index, \`+\` and how many more of it follow, base 36. */
export const runs =
${lines(runs, ' ')};
`,
);
