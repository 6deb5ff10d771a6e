/**
 * Display typography: the marks and spaces a typesetter of the language would use. Letters, digits and their order stay
 * as they are.
 */
import { quoteMarks } from './quotes.ts';

/** The marks to set around a quote in a language (BCP 47), with the spaces they take inside. */
export function quotationMarks(language: string): readonly [open: string, close: string] {
  return quoteMarks(language).outer;
}

const isFrench = (language: string): boolean => /^fr(?!-ch)(?:-|$)/i.test(language);

/** `...` becomes one character; twice that where Chinese sets six dots. */
function ellipses(text: string, language: string): string {
  const dots = /^(?:zh|yue)(?:-|$)/i.test(language) ? '……' : '…';
  return text.replace(/(?<!\.)\.(?: ?\.){2}(?!\.)/g, dots);
}

/** `--` and a hyphen between spaces become dashes: long in English and Slavic languages, else short between spaces. */
function dashes(text: string, language: string): string {
  const long = /^(?:en|ru|uk|be|bg|es|zh|ja)(?:-|$)/i.test(language);
  return text
    .replace(/(?<!-)---?(?!-)/g, long ? '—' : '–')
    .replace(/(?<=\S) -(?= \S)/g, /^(?:ru|uk|be|bg)(?:-|$)/i.test(language) ? ' —' : ' –');
}

/** Apostrophes, and the geresh and gershayim that Hebrew types as quotation marks. */
function apostrophes(text: string): string {
  return text
    .replace(/(?<=\p{sc=Hebrew})"(?=\p{sc=Hebrew})/gu, '״')
    .replace(/(?<=\p{sc=Hebrew})'(?=\p{sc=Hebrew}|[\s.,!?:;]|$)/gu, '׳')
    .replace(/(?<=[\p{L}\p{M}\p{N}])'(?=\p{L})/gu, '’')
    .replace(/(?<![\p{L}\p{N}])'(?=(?:\d\ds?|tis|twas|til|em|cause|bout|round|n)(?!\p{L}))/giu, '’');
}

const opensAfter = /[\s([{«„“‘‚「『—–/]/;
const closesBefore = /[\s.,!?;:)\]}…]/;
const unspaced = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/u;

/** Straight quotation marks become those of the language, opening or closing by what stands beside them. */
function quotes(text: string, language: string, within: boolean): string {
  const { outer, inner } = quoteMarks(language);
  const open: string[] = [];
  let opened = -2;
  const pair = (): readonly [string, string] => ((open.length + (within ? 1 : 0)) % 2 === 1 ? outer : inner);
  return text.replace(/["']/g, (mark, at: number) => {
    const before = at === 0 ? ' ' : text.charAt(at - 1);
    const after = text.charAt(at + 1) || ' ';
    const mayOpen =
      opensAfter.test(before) || opened === at - 1 || (unspaced.test(before) && open.at(-1) !== mark);
    if (mayOpen && !closesBefore.test(after)) {
      open.push(mark);
      opened = at;
      return pair()[0];
    }
    if (open.at(-1) === mark) {
      const [, close] = pair();
      open.pop();
      return close;
    }
    if (/\d/.test(before)) return mark === '"' ? '″' : '′';
    return mark === "'" ? '’' : (within ? inner : outer)[1];
  });
}

/** French spaces: narrow before `; ! ?`, wide before `:` and inside guillemets. */
function frenchSpaces(text: string, language: string): string {
  const canadian = /^fr-ca/i.test(language);
  const inside = text.replace(/«[ \u00a0\u202f]*/g, '«\u00a0').replace(/[ \u00a0\u202f]*»/g, '\u00a0»');
  const colons = inside.replace(/(?<=[\p{L}\p{N}»”)%€…])[ \u00a0\u202f]*:(?=\s|$)/gu, '\u00a0:');
  if (canadian) return colons;
  return colons.replace(
    /(?<=[\p{L}\p{N}»”)%€…])[ \u00a0\u202f]*([;!?])(?=[\s;!?»”)…\u00a0]|$)/gu,
    '\u202f$1',
  );
}

/** Outer marks that a source has set itself become inner ones, unless it uses both. */
function nested(text: string, language: string): string {
  const { outer, inner } = quoteMarks(language);
  if (outer[0] === outer[1] || text.includes(inner[0])) return text;
  return text.replaceAll(outer[0], inner[0]).replaceAll(outer[1], inner[1]);
}

/**
 * Sets a text as the language (BCP 47) is set: quotation marks, apostrophes, dashes, ellipses and spaces.
 *
 * @param options.within the text will stand between quotation marks, so that those in it are the inner ones
 */
export function smarten(text: string, language: string, options: { within?: boolean } = {}): string {
  let set = text.replace(/[ \t]+/g, ' ');
  set = ellipses(set, language);
  set = dashes(set, language);
  set = apostrophes(set);
  set = quotes(set, language, options.within ?? false);
  if (isFrench(language)) set = frenchSpaces(set, language);
  return options.within ? nested(set, language) : set;
}
