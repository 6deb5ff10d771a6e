/** Cuts a text into pieces of one font, script, direction and line-break unit: what can be shaped as a whole. */
import { fallbackFamiliesFor, isCjk } from '../../fonts/registry.ts';
import { PullquoteError } from '../errors.ts';
import { bidiLevels } from './bidi.ts';
import { type EmojiSet, emojiWish } from './emoji.ts';
import { type Family, type FontLook, FontStore } from './fonts.ts';
import { graphemeBounds } from './graphemes.ts';
import type { FontId, SlotText } from './model.ts';
import { resolveScripts } from './scripts.ts';
import { isWide, scriptOf } from './unicode/properties.ts';

/** What the words look like and what to do where a character has no glyph. */
export interface Setting extends FontLook {
  /** Family of the registry. */
  family: string;
  missing: 'refuse' | 'replace';
}

/** A piece of text. `space` pieces have no glyphs, `ignored` ones (controls, joiners alone) no width either. */
export interface Item {
  from: number;
  to: number;
  kind: 'word' | 'space' | 'emoji' | 'ignored';
  level: number;
  script: string;
  /** Of words, and of the space's neighbour. */
  font: FontId;
  emoji: string | null;
  /** True where U+FFFD stands for a character that no font has. */
  replaced: boolean;
}

const replacement = [0xfffd];

/** Items, or what has to be loaded before the text can be cut into items. */
export type Itemized = { items: Item[] } | { families: Set<string>; emojiIndex: boolean };

/** Characters without ink that the engine measures itself: spaces of all widths. */
const isSpace = (code: number): boolean =>
  code === 0x20 || code === 0xa0 || code === 9 || code === 0x1680 || code === 0x3000 ||
  (code >= 0x2000 && code <= 0x200a) || code === 0x202f || code === 0x205f; // prettier-ignore

/** Characters that say something to the algorithms and show nothing. */
const isIgnored = (code: number): boolean =>
  code < 0x20 || (code >= 0x7f && code < 0xa0) || code === 0xad || code === 0x61c || code === 0x200b ||
  code === 0x200e || code === 0x200f || (code >= 0x2028 && code <= 0x202e) || (code >= 0x2060 && code <= 0x206f) ||
  code === 0xfeff; // prettier-ignore

/** Joiners and variation selectors: a font need not have them. */
const isOptional = (code: number): boolean =>
  isIgnored(code) || code === 0x34f || code === 0x200c || code === 0x200d || (code >= 0xfe00 && code <= 0xfe0f) ||
  (code >= 0xe0000 && code <= 0xe0fff); // prettier-ignore

const isLatinLetter = (code: number): boolean => (code | 32) >= 97 && (code | 32) <= 122;

function neededCodes(cluster: string): number[] {
  const codes: number[] = [];
  for (const character of cluster.length > 1 ? cluster.normalize('NFC') : cluster) {
    const code = character.codePointAt(0) ?? 0;
    if (!isOptional(code)) codes.push(code);
  }
  return codes;
}

function missingGlyph(cluster: string): PullquoteError {
  const points = Array.from(
    cluster,
    (c) => `U+${(c.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`,
  );
  return new PullquoteError(
    'missing-glyph',
    `No bundled font has the character “${cluster}” (${points.join(' ')}). Take it out, or set \`missing=replace\` to draw \uFFFD instead.`,
    { character: cluster, codePoints: points },
  );
}

/** Finds fonts for the clusters of one text. */
class FontFinder {
  readonly families = new Set<string>();
  readonly #fonts: FontStore;
  readonly #setting: Setting;
  readonly #language: string;
  readonly #seen: ReadonlySet<string>;
  readonly #chains = new Map<string, string[]>();
  readonly #instances = new Map<string, FontId[]>();
  #lastFamily = '';
  #lastSlice = -1;
  /** Fonts found for single characters of one script after the slice above: a text asks for the same few again and again. */
  readonly #found = new Map<number, FontId>();
  #foundScript = '';

  constructor(fonts: FontStore, setting: Setting, language: string, seen: ReadonlySet<string>) {
    this.#fonts = fonts;
    this.#setting = setting;
    this.#language = language;
    this.#seen = seen;
  }

  /** Families that are tried, after the text's own unless `square`. */
  #chain(script: string, square: boolean): string[] {
    const key = square ? `${script} square` : script;
    let chain = this.#chains.get(key);
    if (!chain) {
      const own = this.#setting.family;
      const kind = this.#fonts.family(own)?.index.kind ?? 'sans';
      const fallback = fallbackFamiliesFor(script, kind, this.#language, this.#seen);
      chain = square ? [...fallback, own] : fallback;
      this.#chains.set(key, chain);
    }
    return chain;
  }

  /** The same as `find` for a cluster of one character. */
  findOne(code: number, script: string): FontId | null | undefined {
    if (script !== this.#foundScript) {
      this.#found.clear();
      this.#foundScript = script;
    }
    const known = this.#found.get(code);
    if (known !== undefined) return known;
    const font = this.find([code], script);
    if (typeof font === 'number') this.#found.set(code, font);
    return font;
  }

  /** A font that has all of a cluster, null where none has, undefined where a family has to be loaded to know. */
  find(codes: readonly number[], script: string): FontId | null | undefined {
    const [base = 0] = codes;
    // Quotation marks, dashes and dots between Han characters are the Han font's, as wide as they are.
    const square =
      base > 0x7f && isCjk(script) && script !== 'Hang' && isWide(base) && scriptOf(base) === 'Zyyy';
    if (!square) {
      const font = this.#findIn(this.#setting.family, codes);
      if (font !== null) return font;
    }
    for (const id of this.#chain(script, square)) {
      const font = this.#findIn(id, codes);
      if (font !== null) return font;
    }
    return null;
  }

  #findIn(id: string, codes: readonly number[]): FontId | null | undefined {
    const family = this.#fonts.family(id);
    if (!family) {
      this.families.add(id);
      return undefined;
    }
    const coverage = family.coverage[FontStore.style(family, this.#setting)];
    const slice = coverage.sliceOfAll(codes, this.#lastFamily === id ? this.#lastSlice : -1);
    if (slice < 0) return null;
    if (this.#lastFamily !== id || this.#lastSlice !== slice) this.#found.clear();
    this.#lastFamily = id;
    this.#lastSlice = slice;
    return this.#instance(id, family, slice);
  }

  #instance(id: string, family: Family, slice: number): FontId {
    let ofFamily = this.#instances.get(id);
    if (!ofFamily) this.#instances.set(id, (ofFamily = []));
    return (ofFamily[slice] ??= this.#fonts.instance(family, slice, this.#setting));
  }
}

/**
 * Cuts a text into items at changes of direction, script and font, around spaces and emoji, and where a line may end.
 *
 * @param breaks break opportunities by UTF-16 offset
 * @param whole the text this one is cut from, whose scripts say which Han characters are meant
 * @throws PullquoteError `missing-glyph`
 */
export function itemize(
  content: SlotText,
  setting: Setting,
  breaks: Uint8Array,
  fonts: FontStore,
  emoji: EmojiSet,
  whole: string = content.text,
): Itemized {
  const { text } = content;
  const bounds = graphemeBounds(text);
  const scripts = resolveScripts(text, bounds);
  const levels = bidiLevels(text, content.direction);
  const seen = new Set(whole === text ? scripts : resolveScripts(whole, graphemeBounds(whole)));
  const finder = new FontFinder(fonts, setting, content.language, seen);
  const items: Item[] = [];
  let emojiIndex = false;
  let last: Item | null = null;

  for (let i = 0; i + 1 < bounds.length; i++) {
    const from = bounds[i] ?? 0;
    const to = bounds[i + 1] ?? text.length;
    const code = text.codePointAt(from) ?? 0;
    const level = levels?.[from] ?? 0;
    const script = scripts[i] ?? 'Latn';
    // Most characters are plain letters of a word that has begun: what follows would find out no more about them.
    if (
      last?.kind === 'word' &&
      to - from === 1 &&
      isLatinLetter(code) &&
      breaks[from] === 0 &&
      last.script === script &&
      last.level === level &&
      !last.replaced &&
      last.font === finder.findOne(code, script)
    ) {
      last.to = to;
      continue;
    }
    let kind: Item['kind'] = 'word';
    let font: FontId = last?.font ?? -1;
    let picture: string | null = null;
    let replaced = false;
    if (isSpace(code)) kind = 'space';
    else if (isIgnored(code)) kind = 'ignored';
    else {
      const cluster = to - from === 1 ? text.charAt(from) : text.slice(from, to);
      const wish = emojiWish(cluster);
      if (wish !== 'none' && !emoji.loaded) {
        emojiIndex = true;
        continue;
      }
      if (wish !== 'none') picture = emoji.find(cluster);
      let found: FontId | null | undefined = null;
      if (wish !== 'emoji' || picture === null) {
        found = to - from === 1 ? finder.findOne(code, script) : finder.find(neededCodes(cluster), script);
      }
      if (found === null && !picture) {
        if (setting.missing === 'refuse') throw missingGlyph(cluster);
        found = finder.find(replacement, 'Latn');
        replaced = true;
      }
      if (found === undefined) continue;
      if (found === null) kind = 'emoji';
      else {
        font = found;
        picture = null;
      }
    }
    const joins =
      last !== null &&
      kind === 'word' &&
      last.kind === 'word' &&
      !last.replaced &&
      !replaced &&
      breaks[from] === 0 &&
      last.font === font &&
      last.level === level &&
      last.script === script;
    // Most characters go on with the word before them: an item is made only for those that do not.
    if (joins && last) last.to = to;
    else items.push((last = { from, to, kind, level, script, font, emoji: picture, replaced }));
  }
  if (finder.families.size > 0 || emojiIndex) return { families: finder.families, emojiIndex };
  return { items };
}

export function fontsOf(items: readonly Item[]): Set<FontId> {
  const fonts = new Set<FontId>();
  for (const { font } of items) if (font >= 0) fonts.add(font);
  return fonts;
}

export function emojiOf(items: readonly Item[]): Set<string> {
  const pictures = new Set<string>();
  for (const { emoji } of items) if (emoji !== null) pictures.add(emoji);
  return pictures;
}
