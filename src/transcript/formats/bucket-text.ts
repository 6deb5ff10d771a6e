/** Plain text cut into equal stretches of time (`12:30 - 13:00 words`), usually with a web page's furniture before it. */

import type { Draft, Parsed } from '../source/draft.ts';
import { readClock } from '../source/clock.ts';
import type { Findings } from '../source/findings.ts';
import { listLines, splitLines } from '../source/lines.ts';

const BUCKET = /^\s*(\d{1,3}:\d{2}(?::\d{2})?)\s*[-–—]\s*(\d{1,3}:\d{2}(?::\d{2})?)(?:\s+(.*))?$/;
/** The line over the words, with the title or alone. */
const OPENING = /^(.*?)\s*\btranscri(?:ption|pt)\s*:?$/i;
const LONGEST_OPENING = 400;
/** Parts of the page worth keeping as notes, and the parts that end them. */
const NOTED = /^(?:summary|highlights?|key takeaways?|takeaways)\s*:?$/i;
const OTHER_PART = /^(?:overview|chapters|description|about|introduction|outline|topics|faqs?)\s*:?$/i;

export const isBucketLine = (line: string): boolean => BUCKET.test(line);

/** Where the words begin: after the last line that says so above the first bucket, else at the first bucket. */
const findWords = (lines: readonly string[]): { from: number; opening: number | null } => {
  const opening = lines.findIndex(
    (line, i) =>
      line.length <= LONGEST_OPENING &&
      OPENING.test(line.trim()) &&
      lines.slice(i + 1, i + 4).some(isBucketLine),
  );
  if (opening >= 0) return { from: opening + 1, opening };
  return { from: lines.findIndex(isBucketLine), opening: null };
};

const notesOf = (lines: readonly string[]): string[] => {
  const notes: string[] = [];
  let noted = false;
  for (const line of lines) {
    const text = line.trim();
    if (NOTED.test(text)) noted = true;
    else if (OTHER_PART.test(text)) noted = false;
    else if (noted && text !== '') notes.push(text);
  }
  return notes;
};

const titleOf = (lines: readonly string[], opening: string | undefined): string | null => {
  const named = OPENING.exec(opening?.trim() ?? '')?.[1]?.trim();
  return named || lines.map((line) => line.trim()).find((line) => line !== '') || null;
};

/** Reads bucket text. What stands before the words gives title and notes, and is said to be left out. */
export const parseBucketText = (text: string, findings: Findings): Parsed => {
  const lines = splitLines(text);
  const { from, opening } = findWords(lines);
  const before = lines.slice(0, opening ?? from);
  const furniture = before.flatMap((line, i) => (line.trim() === '' ? [] : [i + 1]));
  findings.addTogether(
    'page-furniture',
    `${furniture.length} lines of the page before the words were left out of them`,
    furniture,
  );
  const drafts: Draft[] = [];
  const empty: number[] = [];
  const outside: number[] = [];
  for (let i = from; i < lines.length; i++) {
    const line = (lines[i] ?? '').trim();
    const match = BUCKET.exec(line);
    const last = drafts.at(-1);
    if (match) {
      const [, start = '', end = '', words = ''] = match;
      if (last?.body === '') empty.push(last.line ?? 0);
      const times = { startMs: readClock(start), endMs: readClock(end) };
      if (times.startMs === null || times.endMs === null)
        findings.add(
          'bad-time',
          `Expected times like 12:30 - 13:00 but received \`${line.slice(0, 30)}\`.`,
          i + 1,
        );
      drafts.push({ body: words, ...times, line: i + 1 });
    } else if (line === '') continue;
    else if (last) last.body += last.body === '' ? line : `\n${line}`;
    else outside.push(i + 1);
  }
  const last = drafts.at(-1);
  if (last?.body === '') empty.push(last.line ?? 0);
  if (empty.length > 0)
    findings.add('empty-bucket', `Stretches of time without words: ${listLines(empty)}.`, empty[0]);
  findings.addTogether(
    'text-outside-cue',
    'Text between the opening line and the first time was left out',
    outside,
  );
  return {
    drafts: drafts.filter((draft) => draft.body !== ''),
    title:
      furniture.length > 0 || opening !== null
        ? titleOf(before, opening === null ? undefined : lines[opening])
        : null,
    notes: notesOf(before),
    timing: 'bucket',
  };
};
