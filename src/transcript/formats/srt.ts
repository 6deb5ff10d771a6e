/** SubRip (SRT). */

import { PullquoteError } from '../../errors.ts';
import type { Parsed } from '../source/draft.ts';
import type { Findings } from '../source/findings.ts';
import { splitLines } from '../source/lines.ts';
import { readLooseCues } from './cues.ts';
import { dropRepeatedLines } from './rolling.ts';
import { draftCues } from './voices.ts';
import { refuseIfLost } from './vtt.ts';

/**
 * Reads an SRT file, with `Name:` labels as `source/labels.ts` says, carried on until the next (Podcasting 2.0).
 * @throws PullquoteError `bad-transcript` where there are no cues, or most give no times.
 */
export const parseSrt = (text: string, findings: Findings): Parsed => {
  const lines = splitLines(text);
  const cues = readLooseCues(lines, 0, findings);
  if (cues.length === 0) {
    throw new PullquoteError(
      'bad-transcript',
      'Expected SRT cues with times like 00:00:01,000 --> 00:00:02,500 but found none.',
    );
  }
  refuseIfLost(cues.length, cues, findings);
  return {
    drafts: draftCues(dropRepeatedLines(cues, findings), { markup: 'srt' }, findings),
    carries: true,
    mayBeWords: true,
  };
};
