import type { Token } from '../transcript/tokens.ts';

const ONES =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const LARGE = ['hundred', 'thousand', 'million', 'billion', 'trillion'];
const NUMBER_WORDS = new Set([...ONES, ...TENS, ...LARGE]);
/** What large numbers are counted in, the largest first. */
const GROUPS: readonly (readonly [size: number, name: string])[] = [
  [1e9, 'billion'],
  [1e6, 'million'],
  [1e3, 'thousand'],
  [100, 'hundred'],
];
/** Up to twelve digits: a longer number is nobody's to read aloud. */
const WRITTEN = /^([$€£])?(\d{1,12})(?:\.(\d{1,4}))?(%)?$/u;
const CURRENCIES = new Map([
  ['$', 'dollars'],
  ['€', 'euros'],
  ['£', 'pounds'],
]);
const PERCENT = new Map([
  ['prozent', 'percent'],
  ['pourcent', 'percent'],
]);

function inWords(number: number): string[] {
  for (const [size, name] of GROUPS) {
    if (number < size) continue;
    const rest = number % size;
    return [...inWords(Math.floor(number / size)), name, ...(rest === 0 ? [] : inWords(rest))];
  }
  if (number < ONES.length) return [ONES[number] ?? ''];
  const tens = TENS[Math.floor(number / 10) - 2] ?? '';
  return number % 10 === 0 ? [tens] : [tens, ONES[number % 10] ?? ''];
}

const isNumber = (token: Token | undefined): boolean =>
  token !== undefined && (NUMBER_WORDS.has(token.key) || /\p{N}/u.test(token.key));

/**
 * True for a token, among those that `spoken` gives, that counts: an English word for a number, digits of any script, and a
 * `point` between two of them. (Elsewhere a point is what somebody makes.)
 */
export function counts(tokens: readonly Token[], at: number): boolean {
  const isPoint = tokens[at]?.key === 'point';
  return isPoint ? isNumber(tokens[at - 1]) && isNumber(tokens[at + 1]) : isNumber(tokens[at]);
}

/**
 * Tokens as English says them aloud, so that `$400`, `400 dollars` and `four hundred dollars` are the same, as are `95%` and
 * `95 per cent`, `3.5` and `three and a half`. A token in digits becomes several of the same word; everything else stays.
 */
export function spoken(tokens: readonly Token[]): Token[] {
  const said: Token[] = [];
  const keyAt = (at: number): string => tokens[at]?.key ?? '';
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at];
    if (token === undefined) break;
    const { key, word } = token;
    const say = (...keys: string[]): void => {
      for (const one of keys) said.push({ key: one, word });
    };
    const [, currency, whole, fraction, percent] = WRITTEN.exec(key) ?? [];
    const last = said.at(-1);
    const isAfterNumber = isNumber(last);
    if (whole !== undefined) {
      say(...inWords(Number(whole)));
      if (fraction !== undefined) say('point', ...Array.from(fraction, (digit) => ONES[Number(digit)] ?? ''));
      if (percent !== undefined) say('percent');
      const large = tokens[at + 1];
      if (currency !== undefined && large !== undefined && LARGE.includes(large.key)) {
        said.push({ ...large }, { key: CURRENCIES.get(currency) ?? '', word: large.word });
        at++;
      } else if (currency !== undefined) say(CURRENCIES.get(currency) ?? '');
    } else if (isAfterNumber && key === 'and' && keyAt(at + 1) === 'a' && keyAt(at + 2) === 'half') {
      say('point');
      said.push({ key: 'five', word: tokens[at + 2]?.word ?? word });
      at += 2;
    } else if (key === 'and' && last?.key === 'hundred' && NUMBER_WORDS.has(spokenFirst(keyAt(at + 1)))) {
      continue;
    } else if (key === 'per' && keyAt(at + 1) === 'cent') {
      said.push({ key: 'percent', word: tokens[at + 1]?.word ?? word });
      at++;
    } else if (key === 'a' && LARGE.includes(keyAt(at + 1))) say('one');
    else say(PERCENT.get(key) ?? key);
  }
  return said;
}

/** The first word of a number in digits. */
function spokenFirst(key: string): string {
  return /^\d{1,2}$/u.test(key) ? (inWords(Number(key))[0] ?? key) : key;
}
