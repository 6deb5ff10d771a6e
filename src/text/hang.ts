/** Optical margins: how much of a mark at a line's edge may hang out, as a share of its advance. */

const shares: readonly [string, number][] = [
  ['“”‘’„‚"\'', 1],
  ['«»‹›', 0.8],
  ['。、，．।', 1],
  ['.,،', 0.7],
  [':;؛：；', 0.6],
  ['-‐‑–', 0.6],
  ['—…', 0.4],
  ['!?؟！？', 0.25],
  ['([{（［｛', 0.3],
  [')]}）］｝', 0.3],
  ['「『《〈【」』》〉】', 0.5],
];

const shareOf = new Map(
  shares.flatMap(([characters, share]) => Array.from(characters, (c) => [c, share] as const)),
);
const opening = new Set('“‘„‚"\'«‹»›([{（［｛「『《〈【');
const closing = new Set('”’“‘"\'»›«‹.,،。、，．।:;؛：；-‐‑–—…!?؟！？)]}）］｝」』》〉】');

/** Share of the advance of a line's first character that may hang, 0 if none. */
export function hangAtStart(character: string): number {
  return opening.has(character) ? (shareOf.get(character) ?? 0) : 0;
}

/** Share of the advance of a line's last character that may hang, 0 if none. */
export function hangAtEnd(character: string): number {
  return closing.has(character) ? (shareOf.get(character) ?? 0) : 0;
}
