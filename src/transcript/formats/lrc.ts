/** LRC: `[01:02.34]words`, several times a line, `[offset:]`, and enhanced `<01:02.34>word`. */

import type { Draft, Parsed } from '../source/draft.ts';
import { readClock } from '../source/clock.ts';
import type { Findings } from '../source/findings.ts';
import { splitLines } from '../source/lines.ts';
import { timeWords, type Mark } from '../source/pieces.ts';

const STAMP = /^\s*\[(\d{1,4}:\d{1,2}(?:\.\d{1,3})?)\]/;
const FIELD = /^\s*\[([a-z#]{1,10}):([^\]]*)\]\s*$/i;
const WORD_STAMP = /<(\d{1,4}:\d{1,2}(?:\.\d{1,3})?)>/g;

/** Whether a line is LRC's for sure: `[0:03] words` without decimals may be other text's. */
export const isLrcLine = (line: string): boolean =>
  /^\s*\[\d{1,4}:\d{1,2}\.\d{1,3}\]/.test(line) ||
  /^\s*\[(?:ti|ar|al|au|by|la|re|ve|length|offset|tool):/i.test(line);

/** The times at the start of a line, and what follows them. */
const takeStamps = (line: string): { times: (number | null)[]; rest: string } => {
  const times: (number | null)[] = [];
  let rest = line;
  for (let match = STAMP.exec(rest); match; match = STAMP.exec(rest)) {
    times.push(readClock(match[1] ?? ''));
    rest = rest.slice(match[0].length);
  }
  return { times, rest };
};

const readWords = (rest: string): { body: string; marks: Mark[] } => {
  let body = '';
  let at = 0;
  const marks: Mark[] = [];
  for (const match of rest.matchAll(WORD_STAMP)) {
    body += rest.slice(at, match.index);
    at = match.index + match[0].length;
    const ms = readClock(match[1] ?? '');
    if (ms !== null) marks.push({ offset: body.length, ms });
  }
  return { body: body + rest.slice(at), marks };
};

/** Reads LRC. A line's end is the start of the next; a time without words ends the line before. */
export const parseLrc = (text: string, findings: Findings): Parsed => {
  const fields = new Map<string, string>();
  const drafts: Draft[] = [];
  splitLines(text).forEach((line, i) => {
    const { times, rest } = takeStamps(line);
    const [, name, value = ''] = FIELD.exec(line) ?? [];
    if (times.length === 0 && name !== undefined) fields.set(name.toLowerCase(), value.trim());
    else if (times.length === 0 && line.trim() !== '') {
      const last = drafts.at(-1);
      if (last) last.body += `\n${line.trim()}`;
      else drafts.push({ body: line.trim(), startMs: null, endMs: null, line: i + 1 });
      findings.add('missing-time', 'A line without a time was joined to the one above.', i + 1);
    }
    if (times.length === 0) return;
    const { body, marks } = readWords(rest);
    for (const startMs of times) {
      if (startMs === null)
        findings.add('bad-time', 'Expected a time like [01:02.34]; the words were kept without one.', i + 1);
      const end = marks.at(-1)?.offset === body.length && body !== '' ? (marks.at(-1)?.ms ?? null) : null;
      const timedWords = marks.length > 0 && times.length === 1 ? timeWords(body, marks, end) : undefined;
      drafts.push({ body, startMs, endMs: end, line: i + 1, timedWords });
    }
  });
  // Repeated lines (a chorus) are written once with all their times.
  const repeats =
    drafts.length > 1 &&
    drafts.some((draft, i) => draft.line !== undefined && draft.line === drafts[i - 1]?.line);
  const ordered = repeats ? drafts.toSorted((a, b) => (a.startMs ?? 0) - (b.startMs ?? 0)) : drafts;
  const offset = Number(fields.get('offset') ?? 0) || 0;
  const shift = (ms: number | null): number | null =>
    ms === null ? null : Math.max(0, Math.round(ms - offset));
  return {
    drafts: ordered
      .map((draft, i) => ({
        ...draft,
        endMs: draft.endMs ?? later(draft.startMs, ordered[i + 1]?.startMs ?? null),
      }))
      .filter((draft) => draft.body.trim() !== '')
      .map((draft) => ({
        ...draft,
        startMs: shift(draft.startMs),
        endMs: shift(draft.endMs),
        timedWords: draft.timedWords?.map((word) => ({
          ...word,
          startMs: shift(word.startMs),
          endMs: shift(word.endMs),
        })),
      })),
    language: fields.get('la') ?? null,
    title: fields.get('ti') ?? null,
  };
};

const later = (startMs: number | null, nextMs: number | null): number | null =>
  startMs !== null && nextMs !== null && nextMs > startMs ? nextMs : null;
