/** SBV (SubViewer, as YouTube writes it): `0:00:01.000,0:00:02.500`, then the words, then a blank line. */

import type { Parsed } from '../source/draft.ts';
import { readClock } from '../source/clock.ts';
import type { Findings } from '../source/findings.ts';
import { splitLines } from '../source/lines.ts';
import { draftCues, type TimedText } from './voices.ts';

const TIMES = /^\s*(\d{1,3}:\d\d:\d\d\.\d{1,3})\s*,\s*(\d{1,3}:\d\d:\d\d\.\d{1,3})\s*$/;

export const isSbvTimes = (line: string): boolean => TIMES.test(line);

/** Reads SBV. */
export const parseSbv = (text: string, findings: Findings): Parsed => {
  const cues: TimedText[] = [];
  const outside: number[] = [];
  splitLines(text).forEach((line, i) => {
    const times = TIMES.exec(line);
    const last = cues.at(-1);
    if (times) {
      const [, start = '', end = ''] = times;
      cues.push({ startMs: readClock(start), endMs: readClock(end), text: '', line: i + 1 });
    } else if (last) last.text += `${line.trim().replaceAll('[br]', '\n')}\n`;
    else if (line.trim() !== '') outside.push(i + 1);
  });
  const unread = cues.filter((cue) => cue.startMs === null || cue.endMs === null).map((cue) => cue.line);
  findings.addTogether('bad-time', 'Times that cannot be were left out', unread);
  findings.addTogether('text-outside-cue', 'Text before the first cue was left out', outside);
  return { drafts: draftCues(cues, { markup: 'srt' }, findings), carries: true, mayBeWords: true };
};
