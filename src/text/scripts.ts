/** Which script each character is set in (UAX #24): common and inherited characters take that of their neighbours. */
import { scriptOf } from './unicode/properties.ts';

const opening = '([{«‹“‘„‚「『（［｛〈《【〔';
const closing = ')]}»›”’“‘」』）］｝〉》】〕';

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
      const pair = open.findLastIndex((bracket) => bracket.closes === character);
      script = pair >= 0 ? (open[pair]?.script ?? before) : before;
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
