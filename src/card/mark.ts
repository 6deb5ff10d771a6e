/** Letter case, quotation marks, dashes and spaces made alike, character by character, so that offsets stay the same. */
function alike(text: string): string {
  return text
    .replace(/[‘’‚‛`]/g, "'")
    .replace(/[“”„‟«»]/g, '"')
    .replace(/[‐-―]/g, '-')
    .replace(/\s/g, ' ')
    .replace(/\p{Lu}/gu, (letter) => {
      const lower = letter.toLowerCase();
      return lower.length === letter.length ? lower : letter;
    });
}

/** Where `phrase` stands in `text`, as UTF-16 offsets, whatever the case and the kind of quotes, dashes and spaces. */
export function findMark(text: string, phrase: string): { from: number; to: number } | null {
  const from = alike(text).indexOf(alike(phrase));
  return from < 0 ? null : { from, to: from + phrase.length };
}
