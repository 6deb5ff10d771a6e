/** The WebVTT parser algorithm of the W3C (WebVTT, sections 6.1 to 6.3), to the letter; leniency is in `vtt.ts`. */

import { PullquoteError } from '../../errors.ts';
import {
  parseCueSettings,
  parseRegionSettings,
  type WebVttRegion,
  type WebVttSettings,
} from './webvtt-settings.ts';

interface WebVttCue extends WebVttSettings {
  id: string;
  startMs: number;
  endMs: number;
  /** The cue's text as it stands in the file, markup and all. */
  text: string;
  /** Line of the cue's times in the file, from 1. */
  sourceLine: number;
}

export interface WebVtt {
  cues: WebVttCue[];
  regions: WebVttRegion[];
  /** The texts of the STYLE blocks. */
  styles: string[];
}

const SPACE = /[ \t\n\f\r]*/y;
const TIMESTAMP = /(\d+):(\d\d)(?::(\d\d))?\.(\d{3})(?!\d)/y;

/** "Collect a WebVTT timestamp" at an offset: milliseconds and the offset after it. */
export const readTimestamp = (text: string, at: number): { ms: number; end: number } | null => {
  TIMESTAMP.lastIndex = at;
  const match = TIMESTAMP.exec(text);
  if (!match) return null;
  const [all, first = '', second = '', third, fraction = ''] = match;
  // The first number counts minutes only where it has two digits, is below 60, and no third number follows.
  if (third === undefined && (first.length !== 2 || Number(first) > 59)) return null;
  const [hours, minutes, seconds] =
    third === undefined ? [0, Number(first), Number(second)] : [Number(first), Number(second), Number(third)];
  if (minutes > 59 || seconds > 59) return null;
  return { ms: ((hours * 60 + minutes) * 60 + seconds) * 1000 + Number(fraction), end: at + all.length };
};

const skipSpace = (text: string, at: number): number => {
  SPACE.lastIndex = at;
  return at + (SPACE.exec(text)?.[0].length ?? 0);
};

/** "Collect WebVTT cue timings and settings". */
const parseTimings = (
  line: string,
  regions: readonly WebVttRegion[],
): ({ startMs: number; endMs: number } & WebVttSettings) | null => {
  const start = readTimestamp(line, skipSpace(line, 0));
  if (!start) return null;
  const arrow = skipSpace(line, start.end);
  if (!line.startsWith('-->', arrow)) return null;
  const end = readTimestamp(line, skipSpace(line, arrow + 3));
  if (!end) return null;
  return { startMs: start.ms, endMs: end.ms, ...parseCueSettings(line.slice(end.end), regions) };
};

const hasSignature = (text: string): boolean => /^WEBVTT(?:[ \t\n]|$)/.test(text);

type Block = { cue: WebVttCue } | { style: string } | { region: string } | null;

/**
 * Parses a WebVTT file as the specification says: what it drops is dropped without a word. A byte order mark may stand first.
 * @throws PullquoteError `bad-transcript` where the signature is missing.
 */
export const parseWebVtt = (source: string): WebVtt => {
  const text = source
    .replace(/^\ufeff/, '')
    .replaceAll('\0', '\ufffd')
    .replace(/\r\n?/g, '\n');
  if (!hasSignature(text)) {
    throw new PullquoteError(
      'bad-transcript',
      'Expected `WEBVTT` at the start of the file, on a line of its own or before a space.',
      { line: 1, column: 1 },
    );
  }
  const lines = text.split('\n');
  const file: WebVtt = { cues: [], regions: [], styles: [] };
  let at = 1;

  /** "Collect a WebVTT block", from the line `at`; it leaves `at` after the block. */
  const collectBlock = (inHeader: boolean): Block => {
    const first = at;
    let buffer: string[] = [];
    let cue: WebVttCue | null = null;
    let special: 'STYLE' | 'REGION' | null = null;
    let seenArrow = false;
    for (let line = lines[at]; line !== undefined; line = lines[at]) {
      const count = at - first + 1;
      if (line.includes('-->')) {
        if (inHeader || count > 2 || (count === 2 && seenArrow)) break;
        seenArrow = true;
        at++;
        const timings = parseTimings(line, file.regions);
        if (!timings) continue;
        cue = { id: buffer.join('\n'), text: '', sourceLine: at, ...timings };
        buffer = [];
        continue;
      }
      at++;
      if (line === '') break;
      if (!inHeader && count === 2 && !cue && file.cues.length === 0) {
        special = buffer[0] === undefined ? null : specialOf(buffer[0]);
        if (special) buffer = [];
      }
      buffer.push(line);
    }
    if (cue) return { cue: { ...cue, text: buffer.join('\n') } };
    if (special === 'STYLE') return { style: buffer.join('\n') };
    return special === 'REGION' ? { region: buffer.join('\n') } : null;
  };

  if (lines[at] === '') at++;
  else collectBlock(true);
  while (at < lines.length) {
    if (lines[at] === '') {
      at++;
      continue;
    }
    const block = collectBlock(false);
    if (!block) continue;
    if ('cue' in block) file.cues.push(block.cue);
    else if ('style' in block) file.styles.push(block.style);
    else file.regions.push(parseRegionSettings(block.region));
  }
  return file;
};

const specialOf = (line: string): 'STYLE' | 'REGION' | null => {
  const word = /^(STYLE|REGION)[ \t\f]*$/.exec(line)?.[1];
  return word === 'STYLE' || word === 'REGION' ? word : null;
};
