/**
 * The one place that says which font serves what. Families come from npm packages as variable WOFF2 slices (OFL-1.1);
 * `scripts/build/fonts.ts` turns them into `dist/assets/fonts/`, and `src/text/` picks from them.
 */

/** Looks a family can stand beside: what a fallback for another script should match. */
export type FontKind = 'sans' | 'serif';

export interface FontFamily {
  /** Name used in brands and in the built assets. */
  id: string;
  name: string;
  kind: FontKind;
  /** npm package the slices come from. */
  package: string;
  /** The file's axes as the package names them: `wght`, `opsz` (with `wght`), or a static weight. */
  axes: 'wght' | 'opsz' | '400';
  italic: boolean;
  /** Slices to keep; absent means every slice. `numbered` are the slices of Han, kana and Hangul. */
  slices?: readonly string[];
  /** Optical sizes for running text and for display, where the family has the axis. */
  optical?: { text: number; display: number };
}

const variable = '@fontsource-variable/';
const latinSlices = ['latin', 'latin-ext', 'vietnamese', 'greek', 'greek-ext', 'cyrillic', 'cyrillic-ext'];

/** Families a brand can choose. */
const brandFamilies: readonly FontFamily[] = [
  {
    id: 'inter',
    name: 'Inter',
    kind: 'sans',
    package: `${variable}inter`,
    axes: 'opsz',
    italic: true,
    slices: latinSlices,
    optical: { text: 14, display: 28 },
  },
  {
    id: 'source-serif',
    name: 'Source Serif 4',
    kind: 'serif',
    package: `${variable}source-serif-4`,
    axes: 'opsz',
    italic: true,
    slices: latinSlices,
    optical: { text: 14, display: 36 },
  },
  {
    id: 'newsreader',
    name: 'Newsreader',
    kind: 'serif',
    package: `${variable}newsreader`,
    axes: 'opsz',
    italic: true,
    slices: latinSlices,
    optical: { text: 14, display: 40 },
  },
  {
    id: 'archivo',
    name: 'Archivo',
    kind: 'sans',
    package: `${variable}archivo`,
    axes: 'wght',
    italic: true,
    slices: latinSlices,
  },
  {
    id: 'bricolage',
    name: 'Bricolage Grotesque',
    kind: 'sans',
    package: `${variable}bricolage-grotesque`,
    axes: 'opsz',
    italic: false,
    slices: latinSlices,
    optical: { text: 14, display: 48 },
  },
];

function noto(kind: FontKind, script: string, slices: readonly string[]): FontFamily {
  const id = `noto-${kind}-${script}`;
  const label =
    script.length === 2 ? script.toUpperCase() : `${script.charAt(0).toUpperCase()}${script.slice(1)}`;
  const name = `Noto ${kind === 'sans' ? 'Sans' : 'Serif'} ${label}`;
  return { id, name, kind, package: `${variable}${id}`, axes: 'wght', italic: false, slices };
}

const cjkSlices = ['numbered', 'latin'];

/** Families that stand in for characters the brand's own do not have. */
const fallbackFamilies: readonly FontFamily[] = [
  // More Latin, Greek and Cyrillic than any of the brand's families, and the replacement character.
  {
    id: 'noto-sans',
    name: 'Noto Sans',
    kind: 'sans',
    package: `${variable}noto-sans`,
    axes: 'wght',
    italic: true,
    slices: latinSlices,
  },
  noto('sans', 'arabic', ['arabic']),
  {
    id: 'noto-serif-arabic',
    name: 'Noto Naskh Arabic',
    kind: 'serif',
    package: `${variable}noto-naskh-arabic`,
    axes: 'wght',
    italic: false,
    slices: ['arabic'],
  },
  noto('sans', 'hebrew', ['hebrew']),
  noto('serif', 'hebrew', ['hebrew']),
  noto('sans', 'devanagari', ['devanagari']),
  noto('serif', 'devanagari', ['devanagari']),
  noto('sans', 'bengali', ['bengali']),
  noto('serif', 'bengali', ['bengali']),
  noto('sans', 'tamil', ['tamil']),
  noto('serif', 'tamil', ['tamil']),
  noto('sans', 'telugu', ['telugu']),
  noto('sans', 'thai', ['thai']),
  noto('serif', 'thai', ['thai']),
  noto('sans', 'gujarati', ['gujarati']),
  noto('serif', 'gujarati', ['gujarati']),
  noto('sans', 'gurmukhi', ['gurmukhi']),
  noto('serif', 'gurmukhi', ['gurmukhi']),
  noto('sans', 'oriya', ['oriya']),
  noto('serif', 'oriya', ['oriya']),
  noto('sans', 'kannada', ['kannada']),
  noto('serif', 'kannada', ['kannada']),
  noto('sans', 'malayalam', ['malayalam']),
  noto('serif', 'malayalam', ['malayalam']),
  noto('sans', 'sinhala', ['sinhala']),
  noto('serif', 'sinhala', ['sinhala']),
  noto('sans', 'lao', ['lao']),
  noto('serif', 'lao', ['lao']),
  noto('sans', 'khmer', ['khmer']),
  noto('serif', 'khmer', ['khmer']),
  noto('sans', 'myanmar', ['myanmar']),
  noto('sans', 'georgian', ['georgian']),
  noto('serif', 'georgian', ['georgian']),
  noto('sans', 'armenian', ['armenian']),
  noto('serif', 'armenian', ['armenian']),
  noto('sans', 'ethiopic', ['ethiopic']),
  noto('serif', 'ethiopic', ['ethiopic']),
  noto('sans', 'jp', cjkSlices),
  noto('serif', 'jp', cjkSlices),
  noto('sans', 'kr', cjkSlices),
  noto('serif', 'kr', cjkSlices),
  noto('sans', 'sc', cjkSlices),
  noto('serif', 'sc', cjkSlices),
  noto('sans', 'tc', cjkSlices),
  noto('serif', 'tc', cjkSlices),
  noto('sans', 'symbols', ['symbols']),
  {
    id: 'noto-sans-math',
    name: 'Noto Sans Math',
    kind: 'sans',
    package: '@fontsource/noto-sans-math',
    axes: '400',
    italic: false,
  },
  {
    id: 'noto-sans-symbols-2',
    name: 'Noto Sans Symbols 2',
    kind: 'sans',
    package: '@fontsource/noto-sans-symbols-2',
    axes: '400',
    italic: false,
    slices: ['symbols', 'math', 'braille'],
  },
];

export const fontFamilies: readonly FontFamily[] = [...brandFamilies, ...fallbackFamilies];

/** Families a brand may name, in the order they are offered. */
export const brandFontIds: readonly string[] = brandFamilies.map((family) => family.id);

/** The end of a Noto family's name by script (ISO 15924). */
const byScript: Readonly<Record<string, string>> = {
  Arab: 'arabic',
  Hebr: 'hebrew',
  Deva: 'devanagari',
  Beng: 'bengali',
  Taml: 'tamil',
  Telu: 'telugu',
  Thai: 'thai',
  Gujr: 'gujarati',
  Guru: 'gurmukhi',
  Orya: 'oriya',
  Knda: 'kannada',
  Mlym: 'malayalam',
  Sinh: 'sinhala',
  Laoo: 'lao',
  Khmr: 'khmer',
  Mymr: 'myanmar',
  Geor: 'georgian',
  Armn: 'armenian',
  Ethi: 'ethiopic',
};
/** Those of which only the sans serif is bundled. */
const sansOnly = new Set(['telugu', 'myanmar']);

/** The Han family of a language; where the language does not say, the scripts seen in the text do. */
function hanFamily(language: string, seen: ReadonlySet<string>): 'jp' | 'kr' | 'sc' | 'tc' {
  const [primary = '', ...subtags] = language.toLowerCase().split('-');
  if (primary === 'ja') return 'jp';
  if (primary === 'ko') return 'kr';
  if (primary === 'zh' || primary === 'yue') {
    const traditional = subtags.some((tag) => ['hant', 'tw', 'hk', 'mo'].includes(tag));
    const simplified = subtags.some((tag) => ['hans', 'cn', 'sg'].includes(tag));
    return traditional || (primary === 'yue' && !simplified) ? 'tc' : 'sc';
  }
  if (seen.has('Hira') || seen.has('Kana')) return 'jp';
  if (seen.has('Hang')) return 'kr';
  return 'sc';
}

/**
 * Families to try after the brand's own for a character of a script (ISO 15924), best first. The list ends with every
 * family there is: a mark of one script may stand in a sentence of another.
 */
export function fallbackFamiliesFor(
  script: string,
  kind: FontKind,
  language: string,
  seen: ReadonlySet<string>,
): string[] {
  const han = hanFamily(language, seen);
  const own = byScript[script];
  const first = script === 'Hang' ? ['kr'] : isCjk(script) ? [han] : own ? [own] : [];
  const serif = kind === 'serif' ? ['source-serif'] : [];
  const others = [han, 'jp', 'sc', 'tc', 'kr', ...Object.values(byScript)];
  const written = (names: readonly string[]): string[] =>
    names.map((name) =>
      kind === 'serif' && !sansOnly.has(name) ? `noto-serif-${name}` : `noto-sans-${name}`,
    );
  const symbols = ['noto-sans-symbols', 'noto-sans-math', 'noto-sans-symbols-2'];
  return [...new Set([...written(first), ...serif, 'inter', 'noto-sans', ...symbols, ...written(others)])];
}

const cjkScripts = new Set(['Hani', 'Hira', 'Kana', 'Bopo', 'Hang']);

/** Scripts set in the square of Han characters. */
export function isCjk(script: string): boolean {
  return cjkScripts.has(script);
}

/**
 * Least distance of baselines in em, for scripts whose letters stack above or below the line, so that a slot's line
 * height made for Latin does not let lines touch.
 */
export function leastLineHeight(script: string): number {
  switch (script) {
    case 'Arab':
      return 1.5;
    case 'Thai':
    case 'Deva':
    case 'Beng':
    case 'Telu':
    case 'Gujr':
    case 'Guru':
    case 'Orya':
    case 'Knda':
    case 'Laoo':
    case 'Sinh':
      return 1.45;
    case 'Khmr':
    case 'Mymr':
      return 1.6;
    case 'Taml':
    case 'Mlym':
      return 1.35;
    case 'Hani':
    case 'Hira':
    case 'Kana':
    case 'Bopo':
    case 'Hang':
      return 1.35;
    default:
      return 0;
  }
}
