/** Which script each character is set in (UAX #24): common and inherited characters take that of their neighbours. */
import { isCjk } from '../../fonts/registry.ts';
import { isNeutral, scriptOf } from './unicode/properties.ts';

const opening = '([{«‹“‘„‚「『（［｛〈《【〔';
const closing = ')]}»›”’“‘」』）］｝〉》】〕';

/** The script of common characters that only one writing system uses; empty for the others. */
function ownScript(code: number): string {
  if ((code > 0x3000 && code < 0x3040) || code === 0x30fb || (code > 0xff00 && code < 0xfff0)) return 'Hani';
  return code === 0x60c || code === 0x61b || code === 0x61f || code === 0x640 ? 'Arab' : '';
}

const brackets = new Set(Array.from(opening + closing, (character) => character.charCodeAt(0)));

interface Open {
  closes: string;
  script: string;
}

/** The script of a bracket or quotation mark, which opens or closes one of those in `open`. */
function enclosed(open: Open[], character: string, around: string): string {
  const pair = open.findLastIndex((bracket) => bracket.closes === character);
  if (pair >= 0) {
    // An opening mark at the start has no script yet: its closing one goes with the words before it.
    const script = open[pair]?.script || around;
    open.length = pair;
    return script;
  }
  const opens = opening.indexOf(character);
  if (opens >= 0) open.push({ closes: closing.charAt(opens), script: around });
  return around;
}

/**
 * Scripts of a text's clusters as ISO 15924 codes. A common character takes the script before it, at the start the one
 * after it; a closing bracket or quotation mark takes that of its opening one.
 *
 * @param bounds offsets of the clusters, the text's length last
 */
export function resolveScripts(text: string, bounds: readonly number[]): string[] {
  const scripts: string[] = [];
  const open: Open[] = [];
  let before = '';
  for (let i = 0; i + 1 < bounds.length; i++) {
    const at = bounds[i] ?? 0;
    const code = text.codePointAt(at) ?? 0;
    let script = scriptOf(code);
    if (isNeutral(code)) {
      const own = ownScript(code);
      const around = own === 'Hani' && isCjk(before) ? before : own || before;
      script = brackets.has(code) ? enclosed(open, text.charAt(at), around) : around;
    } else {
      before = script;
    }
    scripts.push(script);
  }
  const first = scripts.find((script) => script !== '') ?? 'Latn';
  for (let i = 0; scripts[i] === ''; i++) scripts[i] = first;
  return scripts;
}
