/** The checks that are the same for all formats: times, empty segments, labels carried on, one word a segment. */

import { PullquoteError } from '../../errors.ts';
import type { Segment, SegmentTiming, Transcript, TranscriptFormat } from '../model.ts';
import { MAX_MS } from './clock.ts';
import type { Draft, Parsed } from './draft.ts';
import type { Findings } from './findings.ts';
import { isOneWordEach, mergeLoneWords } from './merge.ts';

const isTime = (ms: number): boolean => Number.isInteger(ms) && ms >= 0 && ms <= MAX_MS;

const checkTimes = (drafts: readonly Draft[], findings: Findings): Draft[] => {
  const outside: Draft[] = [];
  const reversed: Draft[] = [];
  const backwards: Draft[] = [];
  const overlapping: Draft[] = [];
  const sharing: Draft[] = [];
  let previous: Draft | undefined;
  let latestStart = 0;
  let latestEnd = 0;
  const checked = drafts.map((draft) => {
    let { startMs, endMs } = draft;
    if ((startMs !== null && !isTime(startMs)) || (endMs !== null && !isTime(endMs))) {
      outside.push(draft);
      startMs = startMs !== null && isTime(startMs) ? startMs : null;
      endMs = endMs !== null && isTime(endMs) ? endMs : null;
    }
    if (startMs !== null && endMs !== null && endMs < startMs) {
      reversed.push(draft);
      endMs = null;
    }
    if (startMs !== null) {
      if (startMs < latestStart) backwards.push(draft);
      else if (startMs === previous?.startMs && endMs === previous.endMs) sharing.push(draft);
      else if (startMs < latestEnd) overlapping.push(draft);
      latestStart = Math.max(latestStart, startMs);
    }
    if (endMs !== null) latestEnd = Math.max(latestEnd, endMs);
    previous = { ...draft, startMs, endMs };
    return previous;
  });
  const together = (code: string, said: string, of: readonly Draft[]): void =>
    findings.addTogether(
      code,
      `${of.length} ${of.length === 1 ? 'segment' : 'segments'} ${said}`,
      of.map((draft) => draft.line),
    );
  together('bad-time', 'with a time that cannot be; it was left out', outside);
  together('end-before-start', 'ending before the start; the end was left out', reversed);
  together('time-backwards', 'starting before the one above', backwards);
  together('times-shared', 'given the times of the one above', sharing);
  together('times-overlap', 'starting before the one above has ended', overlapping);
  return checked;
};

const lettersOf = (text: string): string => text.replace(/\s+/g, '');

/** Leaves out empty segments, and timed words that are not the body's. */
const checkBodies = (drafts: readonly Draft[], findings: Findings): Draft[] => {
  const trimmed = drafts.map((draft) => ({ ...draft, body: draft.body.trim() }));
  findings.addTogether(
    'empty-segment',
    'Segments without words were left out',
    trimmed.filter((draft) => draft.body === '').map((draft) => draft.line),
  );
  const differing: Draft[] = [];
  const checked = trimmed
    .filter((draft) => draft.body !== '')
    .map((draft) => {
      if (!draft.timedWords) return draft;
      if (lettersOf(draft.timedWords.map((word) => word.text).join('')) === lettersOf(draft.body))
        return draft;
      differing.push(draft);
      return { ...draft, timedWords: undefined };
    });
  findings.addTogether(
    'words-differ',
    `${differing.length} segments whose timed words are not those of the text; the text was kept, the times of its words were not`,
    differing.map((draft) => draft.line),
  );
  return checked;
};

const toSegments = (drafts: readonly Draft[], carries: boolean): Segment[] => {
  let carried = '';
  return drafts.map((draft, index) => {
    const stated = typeof draft.label === 'string' ? draft.label.trim() : '';
    if (carries && stated !== '') carried = stated;
    else if (draft.label !== undefined || draft.turnMark === true) carried = '';
    const label = stated || carried;
    return {
      index,
      startMs: draft.startMs,
      endMs: draft.endMs,
      body: draft.body,
      ...(draft.line === undefined ? {} : { sourceLine: draft.line }),
      ...(label === '' ? {} : { speakerLabel: label }),
      ...(label !== '' && stated === '' ? { speakerCarried: true } : {}),
      ...(draft.turnMark === true ? { turnMark: true } : {}),
      ...(draft.timedWords ? { timedWords: draft.timedWords } : {}),
    };
  });
};

const timingOf = (segments: readonly Segment[]): SegmentTiming => {
  const worded = segments.filter((segment) =>
    segment.timedWords?.some((word) => word.startMs !== null),
  ).length;
  if (worded > 0 && worded * 2 >= segments.length) return 'word';
  return segments.some((segment) => segment.startMs !== null) ? 'cue' : 'none';
};

/**
 * Checks what a format's parser found and makes it a transcript.
 * @throws PullquoteError `bad-transcript` where no words are left.
 */
export const finishTranscript = (
  format: TranscriptFormat,
  parsed: Parsed,
  findings: Findings,
): Transcript => {
  const bodies = checkBodies(parsed.drafts, findings);
  const timed = checkTimes(bodies, findings);
  const merged = parsed.mayBeWords === true && isOneWordEach(timed) ? mergeLoneWords(timed) : timed;
  const segments = toSegments(merged, parsed.carries ?? false);
  if (segments.length === 0) {
    throw new PullquoteError(
      'bad-transcript',
      `Expected words but this transcript, read as ${format}, has none.`,
      {
        format,
        warnings: findings.list(),
      },
    );
  }
  return {
    format,
    timing: parsed.timing ?? timingOf(segments),
    language: parsed.language ?? null,
    title: parsed.title ?? null,
    segments,
    notes: parsed.notes ?? [],
    warnings: findings.list(),
  };
};
