/** The quotation marks of a language: outer pair, inner pair. Spaces they take inside are part of them. */
export interface QuoteMarks {
  outer: readonly [open: string, close: string];
  inner: readonly [open: string, close: string];
}

const marks = (outer: readonly [string, string], inner: readonly [string, string]): QuoteMarks => ({
  outer,
  inner,
});

const curly = marks(['“', '”'], ['‘', '’']);
const low = marks(['„', '“'], ['‚', '‘']);
const lowHigh = marks(['„', '”'], ['‚', '’']);
const guillemets = marks(['«', '»'], ['“', '”']);
const swiss = marks(['«', '»'], ['‹', '›']);
const corners = marks(['「', '」'], ['『', '』']);

const byLanguage: Readonly<Record<string, QuoteMarks>> = {
  ar: swiss,
  bg: low,
  ca: guillemets,
  cs: low,
  da: marks(['»', '«'], ['›', '‹']),
  de: low,
  'de-ch': swiss,
  el: guillemets,
  es: guillemets,
  'es-419': curly,
  'es-mx': curly,
  'es-us': curly,
  et: low,
  fa: swiss,
  fi: marks(['”', '”'], ['’', '’']),
  fr: marks(['«\u00a0', '\u00a0»'], ['“', '”']),
  'fr-ch': swiss,
  he: marks(['”', '”'], ['’', '’']),
  hr: lowHigh,
  hu: marks(['„', '”'], ['»', '«']),
  hy: swiss,
  is: low,
  it: guillemets,
  ja: corners,
  ka: low,
  lt: low,
  nb: marks(['«', '»'], ['‘', '’']),
  no: marks(['«', '»'], ['‘', '’']),
  pl: lowHigh,
  'pt-pt': guillemets,
  ro: marks(['„', '”'], ['«', '»']),
  ru: marks(['«', '»'], ['„', '“']),
  be: marks(['«', '»'], ['„', '“']),
  sk: low,
  sl: low,
  sr: marks(['„', '”'], ['’', '’']),
  sv: marks(['”', '”'], ['’', '’']),
  uk: marks(['«', '»'], ['„', '“']),
  yue: corners,
  'zh-hant': corners,
  'zh-hk': corners,
  'zh-tw': corners,
};

/** Both pairs of quotation marks of a language (BCP 47); those of English where it is not listed. */
export function quoteMarks(language: string): QuoteMarks {
  const tags = language.toLowerCase().split('-');
  for (let count = tags.length; count > 0; count--) {
    const found = byLanguage[tags.slice(0, count).join('-')];
    if (found) return found;
  }
  return curly;
}
