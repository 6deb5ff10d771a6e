/** Plain lines without times: captions, paragraphs; parts under `#` headings may repeat the end of the part before. */

import type { Draft, Parsed } from '../source/draft.ts';
import type { Findings } from '../source/findings.ts';
import { learnLabels, takeTurnMark } from '../source/labels.ts';
import { splitLines } from '../source/lines.ts';

interface Line {
  text: string;
  line: number;
}

/** Fewer lines than this repeated where two parts meet may be the speaker's own. */
const FEWEST_REPEATED = 4;
const HEADING = /^#{1,6}\s+(\S.*)$/;
const NUMBERED_PART = /^(?:chapter|part|section|kapitel|teil|chapitre|partie|capítulo|parte)\b/i;

/** How many lines at the end of `before` are the first of `after`: the longest such run, found in linear time (KMP). */
export const overlapOf = (before: readonly string[], after: readonly string[]): number => {
  const most = Math.min(before.length, after.length);
  const pattern = after.slice(0, most);
  const border: number[] = [0];
  for (let i = 1, k = 0; i < most; i++) {
    while (k > 0 && pattern[i] !== pattern[k]) k = border[k - 1] ?? 0;
    if (pattern[i] === pattern[k]) k++;
    border[i] = k;
  }
  let matched = 0;
  for (const line of before.slice(before.length - most)) {
    while (matched > 0 && (matched === most || line !== pattern[matched])) matched = border[matched - 1] ?? 0;
    if (line === pattern[matched]) matched++;
  }
  return matched;
};

interface Parts {
  headings: Line[];
  parts: Line[][];
}

const partsOf = (text: string): Parts => {
  const headings: Line[] = [];
  const parts: Line[][] = [[]];
  splitLines(text).forEach((raw, i) => {
    const line = { text: raw.trim(), line: i + 1 };
    if (line.text === '') return;
    const heading = HEADING.exec(line.text)?.[1];
    if (heading === undefined) parts.at(-1)?.push(line);
    else {
      headings.push({ ...line, text: heading });
      parts.push([]);
    }
  });
  return { headings, parts };
};

/** The lines of all parts, those a part repeats from the end of the one before taken out once. */
const joinParts = (parts: readonly Line[][], findings: Findings): Line[] => {
  const joined: Line[] = [];
  let before: string[] = [];
  for (const part of parts) {
    const texts = part.map((line) => line.text);
    const repeated = overlapOf(before, texts);
    const dropped = repeated >= FEWEST_REPEATED ? repeated : 0;
    if (dropped > 0) {
      findings.add(
        'overlap-removed',
        `This part begins with the last ${dropped} lines of the part before; they were taken out once.`,
        part[0]?.line,
      );
    }
    for (let i = dropped; i < part.length; i++) {
      const line = part[i];
      if (line) joined.push(line);
    }
    if (texts.length > 0) before = texts;
  }
  return joined;
};

/** Reads plain lines. Dashes at the start of a line are turn marks; `Name:` is read as `source/labels.ts` says. */
export const parseCaptionText = (text: string, findings: Findings): Parsed => {
  const { headings, parts } = partsOf(text);
  findings.addTogether(
    'heading',
    `${headings.length === 1 ? 'A heading was' : 'Headings were'} left out of the words`,
    headings.map((heading) => heading.line),
  );
  const lines = joinParts(parts, findings);
  const readLabel = learnLabels(lines.map((line) => line.text));
  const unsure: number[] = [];
  const drafts = lines.map(({ text: body, line }): Draft => {
    const times = { startMs: null, endMs: null, line };
    const labelled = readLabel(body);
    if (labelled?.label === null) unsure.push(line);
    const { rest, turnMark } = labelled ?? takeTurnMark(body);
    return {
      body: rest,
      ...times,
      ...(labelled ? { label: labelled.label } : {}),
      ...(turnMark ? { turnMark } : {}),
    };
  });
  findings.addTogether(
    'unsure-speaker',
    'Words before a colon that may name a speaker were kept as words, and nobody was named for what follows',
    unsure,
  );
  const title = headings[0] && !NUMBERED_PART.test(headings[0].text) ? headings[0].text : null;
  return { drafts, title, carries: true, timing: 'none' };
};
