/**
 * Speakers written into the words, as `Name: words`. The rule, which would rather miss a speaker than invent one:
 *
 * 1. A label stands at the start of a cue's line (after a dash or `>>`), has at most five words and 40 characters, then a
 *    colon and a space. Each of its words begins with a capital, a digit or a letter of a script without case, small
 *    particles of names apart (`Ludwig van Beethoven`), and it contains no punctuation but that of names (`Dr. O'Neil-Smith`).
 * 2. What programs write for people they cannot name (`SPEAKER_1`, `Speaker 2`, `[S1]:`) is a label wherever it stands so.
 * 3. Any other counts once it was met twice in a file, unless it is a word that opens sentences (`Note`, `Question`).
 * 4. One met once, in a file that has labels, may be a speaker or not: its words stay in the text, and the speaker before
 *    is not carried past it.
 */

export interface Labelled {
  /** The name; `null` where the line may name a speaker but that is not sure. */
  label: string | null;
  /** The words after the label; the whole line where the label is not sure. */
  rest: string;
  turnMark: boolean;
}

const TURN_MARK = /^(?:[-–—]\s+|[-–—](?=[\p{Lu}\p{Lo}"“'‘¿¡([])|>{2,}\s*)/u;
const MACHINE =
  /^(?:speaker|spk|spkr|s|host|guest|sprecher|orador|hablante|locuteur|intervenant)[ _-]?[a-z]?\d{1,3}$/i;
const UNKNOWN = /^unknown(?: speaker)?$/i;
const BRACKETED = /^[[(]([^\])\n]{1,40})[\])]\s?:\s+(?=\S)/u;
const NAMED = /^([^:：\n]{1,40}?)\s?(?::\s+|：\s*)(?=\S)/u;
const ANY_WORD = /^(?:[\p{Lu}\p{Lt}\p{Lo}][\p{L}\p{M}\p{N}.'’-]*|\d{1,3}|#\d{1,3}|&)$/u;
const PARTICLE =
  /^(?:a|al|and|bin|da|das|de|del|den|der|di|do|dos|du|el|ibn|la|le|of|ten|ter|the|und|van|von|y|zu)$/u;

/** What stands before a colon without being anyone. */
const OPENERS = new Set(
  (
    'note notes question questions answer answers warning caution attention remember example examples tip tips rule step chapter part ' +
    'section episode fact facts myth summary conclusion update spoiler reminder disclaimer translation subtitle subtitles lyrics music ' +
    'source sources credits title topic today tomorrow yesterday first second third fourth fifth finally also so and but because or ' +
    'yes no ok okay well now then here there this that these those it he she we they you i what who when where why how one two ' +
    'three four five plus minus result results problem solution point lesson reason number option quote breaking news ps https http ' +
    'frage antwort achtung hinweis beispiel fazit pregunta respuesta ejemplo nota question réponse exemple attention'
  ).split(' '),
);

const isNameShaped = (label: string): boolean => {
  const words = label.split(/\s+/);
  if (words.length > 5 || !/[\p{L}]/u.test(label)) return false;
  return words.every(
    (word, i) => ANY_WORD.test(word) || (i > 0 && i < words.length - 1 && PARTICLE.test(word)),
  );
};

const isMachine = (label: string): boolean => MACHINE.test(label) || UNKNOWN.test(label);

/** Whether a text is written as speakers are: as programs number them, or as a name (rule 1). */
export const isSpeakerShaped = (label: string): boolean => isMachine(label) || isNameShaped(label);

interface Candidate {
  label: string;
  rest: string;
}

const candidateOf = (line: string): Candidate | null => {
  const match = BRACKETED.exec(line) ?? NAMED.exec(line);
  const label = match?.[1]?.trim();
  if (!match || !label) return null;
  if (!isSpeakerShaped(label)) return null;
  return { label, rest: line.slice(match[0].length) };
};

/** Takes a turn mark (`- `, `>> `) off the start of a line. */
export const takeTurnMark = (line: string): { rest: string; turnMark: boolean } => {
  const mark = TURN_MARK.exec(line);
  return mark && mark[0].length < line.length
    ? { rest: line.slice(mark[0].length), turnMark: true }
    : { rest: line, turnMark: false };
};

/**
 * Learns from all lines of a file which labels it uses, and returns what reads the label of one line.
 * @param lines the lines where a speaker may be named
 */
export const learnLabels = (lines: Iterable<string>): ((line: string) => Labelled | null) => {
  const met = new Map<string, number>();
  for (const line of lines) {
    const label = candidateOf(takeTurnMark(line).rest)?.label;
    if (label !== undefined) met.set(label, (met.get(label) ?? 0) + 1);
  }
  const sure = new Set(
    [...met]
      .filter(([label, times]) => isMachine(label) || (times > 1 && !OPENERS.has(label.toLowerCase())))
      .map(([label]) => label),
  );
  return (line) => {
    const { rest, turnMark } = takeTurnMark(line);
    const candidate = candidateOf(rest);
    if (candidate && sure.has(candidate.label)) return { ...candidate, turnMark };
    const unsure = candidate !== null && sure.size > 0 && !OPENERS.has(candidate.label.toLowerCase());
    return unsure ? { label: null, rest, turnMark } : null;
  };
};
