/**
 * Text with a name and a time over each paragraph, as Otter (`Name  0:03`), Rev (`Name (00:03):`) and Descript
 * (`[00:00:03] Name: words`) export it.
 */

import type { Draft, Parsed } from '../source/draft.ts';
import { readClock } from '../source/clock.ts';
import type { Findings } from '../source/findings.ts';
import { isSpeakerShaped } from '../source/labels.ts';
import { splitLines } from '../source/lines.ts';

const CLOCK = String.raw`\d{1,3}:\d{2}(?::\d{2})?(?:\.\d{1,3})?`;
const NAME = String.raw`\p{L}[^\n:.!?[\]()]{0,50}?|\p{L}[^\n:!?[\]()]{0,20}\.[^\n:!?[\]()]{0,25}?`;
/** Name, then time, at the end of the line or before the words. */
const NAME_FIRST = new RegExp(
  String.raw`^(${NAME}),?:?\s{1,8}(?:(${CLOCK})|[[(](${CLOCK})[\])]):?(?:$|(?<=[\])]:?)\s+(\S.*)$)`,
  'u',
);
/** Time, then name; the words follow a colon or stand on the next line. */
const TIME_FIRST = new RegExp(
  String.raw`^(?:[[(](${CLOCK})[\])]|(${CLOCK}))\s{0,8}(?:[-–—|]\s)?\s{0,8}(${NAME})(?::\s+(\S.*)|:)$`,
  'u',
);
/** A time alone over a paragraph. */
const TIME_ALONE = new RegExp(String.raw`^(?:[[(](${CLOCK})[\])]|(${CLOCK}))(?:\s+(\S.*))?$`, 'u');
const FOOTER = /^(?:Transcribed by|Transcript(?:ion)? by|Powered by)\b/i;
const LONGEST_HEADING = 120;

export interface Heading {
  label: string | null;
  startMs: number | null;
  rest: string;
}

/** What a line says of the speaker and time of the words that follow, or null where it is words. */
export const readHeading = (source: string): Heading | null => {
  const line = source.trim();
  if (!/\d:\d\d/.test(line.slice(0, LONGEST_HEADING))) return null;
  const named = NAME_FIRST.exec(line);
  if (named && (isSpeakerShaped(named[1]?.trim() ?? '') || /\S\s{2,8}\d/.test(named[0]))) {
    return headingOf(named[1], named[2] ?? named[3], named[4]);
  }
  const timed = TIME_FIRST.exec(line);
  if (timed && isSpeakerShaped(timed[3]?.trim() ?? ''))
    return headingOf(timed[3], timed[1] ?? timed[2], timed[4]);
  const alone = TIME_ALONE.exec(line);
  return alone ? headingOf(undefined, alone[1] ?? alone[2], alone[3]) : null;
};

const headingOf = (name: string | undefined, time = '', rest = ''): Heading => ({
  label: name?.trim() ?? null,
  startMs: readClock(time),
  rest,
});

/**
 * The headings of a file by line. A name and a time without brackets or words after them are known by the blank line
 * above, where most have one: people do say "See you Monday 3:15".
 */
const headingsOf = (lines: readonly string[]): Map<number, Heading> => {
  const found = lines.flatMap((line, i): [number, Heading][] => {
    const heading = readHeading(line);
    return heading ? [[i, heading]] : [];
  });
  const isSpaced = ([i]: [number, Heading]): boolean => i === 0 || (lines[i - 1] ?? '').trim() === '';
  const isWeak = ([i, heading]: [number, Heading]): boolean =>
    !/[\])]/.test(lines[i] ?? '') && (heading.label === null || heading.rest === '');
  const weak = found.filter(isWeak);
  const needsSpace = weak.filter(isSpaced).length * 2 > weak.length;
  return new Map(needsSpace ? found.filter((heading) => !isWeak(heading) || isSpaced(heading)) : found);
};

/** Reads text with a heading (name, time) over each paragraph; a paragraph more under a heading is still that speaker's. */
export const parseSpeakerText = (text: string, findings: Findings): Parsed => {
  const drafts: Draft[] = [];
  const before: string[] = [];
  let heading: (Heading & { line: number }) | null = null;
  let paragraph: Draft | null = null;
  const footer: number[] = [];
  const lines = splitLines(text);
  const headings = headingsOf(lines);
  lines.forEach((source, i) => {
    const line = source.trim();
    const found = headings.get(i);
    if (found) {
      if (heading)
        findings.add('empty-segment', 'A heading without words under it was left out.', heading.line);
      if (found.startMs === null)
        findings.add(
          'bad-time',
          `Expected a time like 1:02:03 but received \`${line.slice(0, 40)}\`.`,
          i + 1,
        );
      heading = { ...found, line: i + 1 };
      paragraph = null;
      if (found.rest === '') return;
    }
    if (line === '') {
      paragraph = null;
      return;
    }
    if (!heading && drafts.length === 0) {
      before.push(line);
      return;
    }
    if (FOOTER.test(line) && /https?:|\.\w{2,3}$|\.(?:com|ai|io)\b/.test(line)) {
      footer.push(i + 1);
      return;
    }
    const words = found ? found.rest : line;
    if (paragraph) {
      paragraph.body += `\n${words}`;
      return;
    }
    paragraph = {
      body: words,
      startMs: heading?.startMs ?? null,
      endMs: null,
      line: i + 1,
      ...(heading ? { label: heading.label } : {}),
    };
    drafts.push(paragraph);
    heading = null;
  });
  const title = before[0] !== undefined && before[0].length <= LONGEST_HEADING ? before[0] : null;
  if (before.length > 0)
    findings.add(
      'page-furniture',
      `${before.length} lines before the first name and time were left out of the words.`,
      1,
    );
  findings.addTogether('page-furniture', 'A line that names the program was left out of the words', footer);
  return { drafts, title, notes: before.slice(title === null ? 0 : 1), carries: true };
};
