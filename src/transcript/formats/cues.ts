/**
 * Cues as real SRT and VTT files have them, read around their `-->` lines: numbers missing or doubled, blank lines missing
 * or in the middle of the words, decimals after a comma or left out, hours left out.
 */

import { readClock } from '../source/clock.ts';
import type { Findings } from '../source/findings.ts';

export interface LooseCue {
  startMs: number | null;
  endMs: number | null;
  text: string;
  /** Line of the times, from 1. */
  line: number;
}

const ARROW = /^\s*(\S+?)\s*(?:-{2,3}>|->|[–—]>)\s*(\S+)(?:\s|$)/;
const NUMBER = /^\s*\d{1,7}\s*$/;
/** What a line with `-->` must have to be meant as times rather than as words. */
const TIME_LIKE = /\d\s*[:.,]\s*\d[^]*--+>|--+>[^]*\d\s*[:.,]\s*\d/;

interface Times {
  startMs: number | null;
  endMs: number | null;
}

/** Times of an arrow line, nulls where they cannot be read; null where the line is no times at all. */
export const readTimes = (line: string): Times | null => {
  if (!line.includes('>')) return null;
  const match = ARROW.exec(line.length > 400 ? line.slice(0, 400) : line);
  const startMs = readClock(match?.[1] ?? '');
  const endMs = readClock(match?.[2] ?? '');
  if (startMs !== null && endMs !== null) return { startMs, endMs };
  return line.includes('-->') && TIME_LIKE.test(line.slice(0, 400)) ? { startMs, endMs } : null;
};

const isBlank = (lines: readonly string[], from: number, to: number): boolean =>
  lines.slice(from, to).every((line) => line.trim() === '');

/** Where the cue number above the times at `at` stands, or null: right above, or above one blank line if it is the next in count. */
const numberAbove = (
  lines: readonly string[],
  at: number,
  previous: number | null,
  from: number,
): number | null => {
  const above = at - 1;
  if (above >= from && NUMBER.test(lines[above] ?? '')) {
    const opens = above === from || (lines[above - 1] ?? '').trim() === '';
    return opens || previous === null || Number(lines[above]) === previous + 1 ? above : null;
  }
  if (above > from && (lines[above] ?? '').trim() === '' && NUMBER.test(lines[above - 1] ?? '')) {
    const isNext =
      previous === null ? isBlank(lines, from, above - 1) : Number(lines[above - 1]) === previous + 1;
    return isNext ? above - 1 : null;
  }
  return null;
};

/** The words of a cue, its blank ends cut off; blank lines within are reported. */
const wordsOf = (lines: readonly string[], from: number, to: number, findings: Findings): string => {
  let first = from;
  let last = to;
  while (first < last && (lines[first] ?? '').trim() === '') first++;
  while (last > first && (lines[last - 1] ?? '').trim() === '') last--;
  const kept: string[] = [];
  for (let i = first; i < last; i++) {
    const line = (lines[i] ?? '').trim();
    if (line !== '') kept.push(line);
    else if (kept.length > 0 && (lines[i - 1] ?? '').trim() !== '') {
      findings.add(
        'blank-line',
        'A blank line among the words of a cue was left out; the words after it were kept.',
        i + 1,
      );
    }
  }
  return kept.join('\n');
};

/**
 * Reads the cues of `lines`. A cue whose times cannot be read keeps its words and has none.
 * @param from index of the first line that may belong to a cue
 */
export const readLooseCues = (lines: readonly string[], from: number, findings: Findings): LooseCue[] => {
  const starts: { at: number; times: Times; number: number | null }[] = [];
  let count: number | null = null;
  let bodyFrom = from;
  for (let at = from; at < lines.length; at++) {
    const line = lines[at] ?? '';
    const times = readTimes(line);
    if (!times) {
      if (line.includes('-->'))
        findings.add('arrow-in-words', 'A line with `-->` that gives no times was kept as words.', at + 1);
      continue;
    }
    if (times.startMs === null || times.endMs === null) {
      findings.add(
        'bad-time',
        `Expected times like 00:00:01.000 --> 00:00:02.500 but received \`${line.trim().slice(0, 60)}\`; the words were kept without a time that is not known.`,
        at + 1,
      );
    }
    const number = numberAbove(lines, at, count, bodyFrom);
    if (number !== null) {
      count = Number(lines[number]);
      if (number > bodyFrom && (lines[number - 1] ?? '').trim() !== '' && starts.length > 0) {
        findings.add('missing-blank-line', 'A cue begins without a blank line above it.', number + 1);
      }
    } else if (at > bodyFrom && (lines[at - 1] ?? '').trim() !== '' && starts.length > 0) {
      findings.add('missing-blank-line', 'A cue begins without a blank line above it.', at + 1);
    }
    starts.push({ at, times, number });
    bodyFrom = at + 1;
  }
  const before = starts[0]?.number ?? starts[0]?.at ?? from;
  for (let i = from; i < before; i++) {
    if ((lines[i] ?? '').trim() !== '')
      findings.add('text-outside-cue', 'Text before the first cue was left out.', i + 1);
  }
  return starts.map(({ at, times }, i) => {
    const next = starts[i + 1];
    const to = next ? (next.number ?? next.at) : lines.length;
    return { ...times, text: wordsOf(lines, at + 1, to, findings), line: at + 1 };
  });
};
