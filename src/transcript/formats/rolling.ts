/** Captions that roll: each cue shows the line before it again (as YouTube's automatic ones do). */

import type { Findings } from '../source/findings.ts';
import type { LooseCue } from './cues.ts';

/** So many cues must repeat, in share and in number, before repetition is taken for rolling and not for speech. */
const SHARE = 0.5;
const FEWEST = 4;

const shownLines = (text: string): string[] =>
  text
    .replace(/<[^<>\n]{0,100}>/g, '')
    .split('\n')
    .map((line) => line.trim());

/** How many of the lines of a cue were shown at the end of the one before. */
const repeatedLines = (before: readonly string[], shown: readonly string[]): number => {
  const full = before.filter((line) => line !== '');
  let repeated = 0;
  for (let length = 1; length <= Math.min(full.length, 4); length++) {
    const nonBlank = shown.filter((line) => line !== '').slice(0, length);
    if (nonBlank.length === length && nonBlank.every((line, i) => line === full[full.length - length + i]))
      repeated = length;
  }
  return repeated;
};

/** Takes the repeated lines out of cues that roll, and says how many; other cues are left as they are. Linear. */
export const dropRepeatedLines = (cues: readonly LooseCue[], findings: Findings): LooseCue[] => {
  const shown = cues.map((cue) => shownLines(cue.text));
  const repeated = shown.map((lines, i) => {
    const before = shown[i - 1];
    return before ? repeatedLines(before, lines) : 0;
  });
  const rolling = repeated.filter((count) => count > 0).length;
  // A cue that says the same again is rolling only among cues that add a line to what they repeat.
  const growing = repeated.filter(
    (count, i) => count > 0 && (shown[i] ?? []).filter((line) => line !== '').length > count,
  ).length;
  if (growing < FEWEST || rolling < cues.length * SHARE || growing < cues.length * (SHARE / 2))
    return [...cues];
  findings.addTogether(
    'rolling-captions',
    'These captions roll: lines shown again from the cue before were left out',
    cues.filter((_, i) => (repeated[i] ?? 0) > 0).map((cue) => cue.line),
  );
  return cues
    .map((cue, i) => {
      let left = repeated[i] ?? 0;
      const text = cue.text
        .split('\n')
        .filter((line) => line.trim() === '' || left-- <= 0)
        .join('\n');
      return { ...cue, text };
    })
    .filter((cue, i) => (repeated[i] ?? 0) === 0 || cue.text.trim() !== '');
};
