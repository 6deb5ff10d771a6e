/** Which script each character is set in (UAX #24): common and inherited characters take that of their neighbours. */
import { isCjk } from '../../fonts/registry.ts';
import { scriptOf } from './unicode/properties.ts';

const opening = '([{«‹“‘„‚「『（［｛〈《【〔';
const closing = ')]}»›”’“‘」』）］｝〉》】〕';

/** The script of common characters that only one writing system uses; empty for the others. */
function ownScript(code: number): string {
  if ((code > 0x3000 && code < 0x3040) || code === 0x30fb || (code > 0xff00 && code < 0xfff0)) return 'Hani';
  return code === 0x60c || code === 0x61b || code === 0x61f || code === 0x640 ? 'Arab' : '';
}

const isNeutral = (script: string): boolean => script === 'Zyyy' || script === 'Zinh' || script === 'Zzzz';

/**
 * Scripts of a text's clusters as ISO 15924 codes. A common character takes the script before it, at the start the one
 * after it; a closing bracket or quotation mark takes that of its opening one.
 *
 * @param bounds offsets of the clusters, the text's length last
 */
export function resolveScripts(text: string, bounds: readonly number[]): string[] {
  const scripts: string[] = [];
  const open: { closes: string; script: string }[] = [];
  let before = '';
  for (let i = 0; i + 1 < bounds.length; i++) {
    const at = bounds[i] ?? 0;
    let script = scriptOf(text.codePointAt(at) ?? 0);
    if (isNeutral(script)) {
      const character = text.charAt(at);
      // No mark is open in most of a text.
      const pair = open.length === 0 ? -1 : open.findLastIndex((bracket) => bracket.closes === character);
      const own = ownScript(text.charCodeAt(at));
      const around = own === 'Hani' && isCjk(before) ? before : own || before;
      // An opening mark at the start has no script yet: its closing one goes with the words before it.
      script = (pair >= 0 ? open[pair]?.script : '') || around;
      if (pair >= 0) open.length = pair;
      const opens = opening.indexOf(character);
      if (pair < 0 && opens >= 0) open.push({ closes: closing.charAt(opens), script });
    } else {
      before = script;
    }
    scripts.push(script);
  }
  const first = scripts.find((script) => script !== '') ?? 'Latn';
  for (let i = 0; scripts[i] === ''; i++) scripts[i] = first;
  return scripts;
}
