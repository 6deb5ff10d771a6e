/** Corrects words of a transcript as WebVTT writes it, keeping its times and names. */
import type { Script, Stretch } from '../script/script.ts';

/** Where a word stands in a file; half-open, in characters. */
interface Place {
  from: number;
  to: number;
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/**
 * The file with other words in place of a stretch of them. Only words that differ are touched.
 * @param vtt the whole transcript, as the service writes it
 * @param next the words as they should be
 * @returns `null` where the file does not hold just these words, or nothing would be left of the stretch
 */
export function corrected(vtt: string, script: Script, stretch: Stretch, next: string): string | null {
  const places = placesOf(vtt, script);
  const before = script.words.slice(stretch.from, stretch.to);
  const after = tokensOf(next, script, stretch);
  if (places === null || after.length === 0) return null;
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start++;
  let end = 0;
  const most = Math.min(before.length, after.length) - start;
  while (end < most && before[before.length - 1 - end] === after[after.length - 1 - end]) end++;
  const old = places.slice(stretch.from + start, stretch.to - end);
  const fresh = after.slice(start, after.length - end);
  // As many words as before: each in the place of one, with its time.
  const replaced =
    fresh.length === old.length
      ? old.map((place, at) => [place, fresh[at] ?? ''] as const)
      : old.map((place, at) => [place, at === 0 ? fresh.join(' ') : ''] as const);
  if (old.length === 0 && fresh.length > 0) {
    // Words added between two: with the one before, or the one after at the beginning.
    const beside = Math.max(stretch.from, stretch.from + start - 1);
    const place = places[beside];
    if (place === undefined) return null;
    const own = vtt.slice(place.from, place.to);
    const added = escaped(fresh.join(' '));
    const both = start === 0 ? `${added} ${own}` : `${own} ${added}`;
    return vtt.slice(0, place.from) + both + vtt.slice(place.to);
  }
  let out = vtt;
  for (const [{ from, to }, words] of replaced.toReversed())
    out = out.slice(0, from) + escaped(words) + out.slice(to);
  return out;
}

/** The words as a person wrote them; where words stand without white space between, a character each. */
function tokensOf(text: string, { isGlued }: Script, { from, to }: Stretch): string[] {
  const isSpaceless = to - from > 1 && isGlued.subarray(from + 1, to).every((glued) => glued === 1);
  const plain = text.trim();
  if (plain === '') return [];
  if (!isSpaceless) return plain.split(/\s+/);
  return Array.from(new Intl.Segmenter().segment(plain.replace(/\s+/g, '')), ({ segment }) => segment);
}

function escaped(text: string): string {
  return text.replace(/[&<>]/g, (character) => ESCAPES[character] ?? character);
}

/** Each word found after the one before it, tags and times passed over. */
function placesOf(vtt: string, { words }: Script): Place[] | null {
  const places: Place[] = [];
  let at = 0;
  for (const block of vtt.matchAll(/-->[^\n]*\n((?:[^\n]+\n?)+)/g)) {
    const [whole, payload = ''] = block;
    const base = block.index + whole.length - payload.length;
    let offset = 0;
    while (offset < payload.length) {
      const tag = /^(?:<[^>]*>|\s+)/.exec(payload.slice(offset))?.[0];
      if (tag !== undefined) {
        offset += tag.length;
        continue;
      }
      const word = escaped(words[at] ?? '');
      if (word === '' || !payload.startsWith(word, offset)) return null;
      places.push({ from: base + offset, to: base + offset + word.length });
      offset += word.length;
      at++;
    }
  }
  return at === words.length ? places : null;
}
