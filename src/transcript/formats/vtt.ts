/** WebVTT files as they are: read by the specification where that loses no cue, else around their `-->` lines. */

import { PullquoteError } from '../../errors.ts';
import type { Parsed } from '../source/draft.ts';
import type { Findings } from '../source/findings.ts';
import { listLines, splitLines } from '../source/lines.ts';
import { readLooseCues, type LooseCue } from './cues.ts';
import { dropRepeatedLines } from './rolling.ts';
import { draftCues } from './voices.ts';
import { parseWebVtt } from './webvtt.ts';

const SIGNATURE = /^\s*WEBVTT(?=[ \t]|$)/i;

const FURNITURE = /^(?:NOTE(?=\s|$)|STYLE\s*$|REGION\s*$)/;

/** Lines of the file's head (`Language: en`), and comments, styles and regions, blanked so that they are nobody's words. */
const blankFurniture = (lines: readonly string[]): string[] => {
  const kept = [...lines];
  const head = lines.findIndex((line) => line.trim() !== '');
  let skipping = false;
  kept.forEach((line, i) => {
    if (line.trim() === '') skipping = false;
    const opens =
      i === head
        ? SIGNATURE.test(line)
        : FURNITURE.test(line) && (i === 0 || (lines[i - 1] ?? '').trim() === '');
    if (line.includes('-->')) skipping = false;
    else if (opens) skipping = true;
    if (skipping) kept[i] = '';
  });
  return kept;
};

const languageOf = (lines: readonly string[]): string | null => {
  for (const line of lines.slice(1, 20)) {
    if (line.trim() === '' || line.includes('-->')) return null;
    const language = /^language:\s*([a-z]{2,3}(?:-[a-z0-9]{1,8})*)\s*$/i.exec(line)?.[1];
    if (language !== undefined) return language;
  }
  return null;
};

/** Whether a blank line stands above the cue or above its identifier; else what stands there may be words or a number. */
const isSeparated = (lines: readonly string[], line: number): boolean => {
  const above = lines[line - 2] ?? '';
  return (
    above.trim() === '' || (lines[line - 3] ?? '').trim() === '' || SIGNATURE.test(lines[line - 3] ?? '')
  );
};

/** Blocks the specification ignores that are no comment: their words are in no cue, which is said. */
const reportStrayText = (
  lines: readonly string[],
  cueLines: ReadonlySet<number>,
  findings: Findings,
): void => {
  let inBlock = true;
  let belongs = true;
  const stray: number[] = [];
  lines.forEach((line, i) => {
    if (line === '') inBlock = false;
    else {
      if (!inBlock) {
        inBlock = true;
        belongs = cueLines.has(i + 1) || cueLines.has(i + 2);
      } else if (cueLines.has(i + 1)) belongs = true;
      if (!belongs && line.trim() !== '') stray.push(i + 1);
    }
  });
  findings.addTogether('text-outside-cue', 'Text that belongs to no cue was left out, as WebVTT says', stray);
};

/**
 * Reads a WebVTT file: strictly first. Where that loses cues, what real files do is read too, with a warning for each
 * thing repaired.
 * @throws PullquoteError `bad-transcript` where most of its `-->` lines give no cue.
 */
export const parseVtt = (text: string, findings: Findings): Parsed => {
  const lines = splitLines(text.replaceAll('\0', '\ufffd'));
  const arrows = lines.filter((line) => line.includes('-->')).length;
  const signed = /^WEBVTT(?:[ \t\r\n]|$)/.test(text);
  if (!signed)
    findings.add(
      'signature',
      'Expected `WEBVTT` at the start of the file; its cues were read all the same.',
      1,
      1,
    );
  if (text.includes('\0')) findings.add('nul', 'NUL characters were replaced by U+FFFD, as WebVTT says.');
  const strict = signed
    ? parseWebVtt(text).cues.map(({ sourceLine, startMs, endMs, text: said }) => ({
        startMs,
        endMs,
        text: said,
        line: sourceLine,
      }))
    : [];
  const body = blankFurniture(lines);
  const sound = signed && strict.length === arrows && strict.every((cue) => isSeparated(lines, cue.line));
  const cues: LooseCue[] = sound ? strict : readLooseCues(body, 0, findings);
  if (sound) reportStrayText(body, new Set(strict.map((cue) => cue.line)), findings);
  else if (strict.length < arrows) reportRepairs(strict.length, arrows, cues, findings);
  refuseIfLost(arrows, cues, findings);
  return {
    drafts: draftCues(dropRepeatedLines(cues, findings), { markup: 'webvtt' }, findings),
    language: languageOf(lines),
    carries: true,
    mayBeWords: true,
  };
};

const reportRepairs = (
  strictly: number,
  arrows: number,
  cues: readonly LooseCue[],
  findings: Findings,
): void => {
  const read = cues.filter((cue) => cue.startMs !== null && cue.endMs !== null).length;
  findings.add(
    'loose-times',
    `By the letter of WebVTT ${strictly} of ${arrows} cues can be read; read as they are meant, ${read}.`,
  );
};

/** @throws PullquoteError `bad-transcript` where fewer than half of the `-->` lines give a cue with times. */
export const refuseIfLost = (arrows: number, cues: readonly LooseCue[], findings: Findings): void => {
  const lost = cues.filter((cue) => cue.startMs === null || cue.endMs === null).map((cue) => cue.line);
  const read = cues.length - lost.length;
  if (read >= arrows) return;
  const first = lost[0];
  const where = lost.length > 0 ? ` (${listLines(lost)})` : '';
  const message = `${arrows} lines have \`-->\` but only ${read} give a cue with times${where}.`;
  if (read * 2 < arrows || read === 0) {
    throw new PullquoteError(
      'bad-transcript',
      `Expected cues with times like 00:00:01.000 --> 00:00:02.500: ${message}`,
      {
        arrows,
        read,
        ...(first === undefined ? {} : { line: first, column: 1 }),
      },
    );
  }
  findings.add('cues-lost', message, first);
};
