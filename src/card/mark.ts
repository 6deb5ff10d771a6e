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

/** A marked stretch of a text, as UTF-16 offsets. */
export interface Marked {
  from: number;
  to: number;
}

/**
 * Where `phrase` stands in `text`, as UTF-16 offsets, whatever the case and the kind of quotes, dashes and spaces. A comma
 * or stop right after it is marked with it, as a hand would.
 */
export function findMark(text: string, phrase: string): Marked | null {
  const from = alike(text).indexOf(alike(phrase));
  if (from < 0) return null;
  const to = from + phrase.length;
  return { from, to: to + (/^[.,;:!?…。、，！？،؛؟।]+/u.exec(text.slice(to))?.[0].length ?? 0) };
}

/** What of a marked stretch of `text` is in each of the parts the text was divided into, as offsets in the part. */
export function markInParts(text: string, parts: readonly string[], mark: Marked | null): (Marked | null)[] {
  let end = 0;
  return parts.map((part) => {
    const start = text.indexOf(part, end);
    end = start + part.length;
    if (mark === null || mark.to <= start || mark.from >= end) return null;
    return { from: Math.max(mark.from, start) - start, to: Math.min(mark.to, end) - start };
  });
}
