/** Cue text with markup and speakers, to drafts: one for each voice or turn of a cue. */

import type { Draft } from '../source/draft.ts';
import type { Findings } from '../source/findings.ts';
import { learnLabels, takeTurnMark, type Labelled } from '../source/labels.ts';
import { timeWords, type Mark } from '../source/pieces.ts';
import { parseCueText, type CueRun } from './webvtt-text.ts';

export interface TimedText {
  startMs: number | null;
  endMs: number | null;
  text: string;
  line: number;
}

interface Part {
  voice: string | null;
  runs: CueRun[];
}

/** Runs of one voice after another; white space between voices belongs to none. */
const partsOf = (runs: readonly CueRun[]): Part[] => {
  const parts: Part[] = [];
  for (const run of runs) {
    if (run.annotation) continue;
    const last = parts.at(-1);
    if (last && (last.voice === run.voice || run.text.trim() === '')) last.runs.push(run);
    else if (run.text.trim() !== '') parts.push({ voice: run.voice, runs: [run] });
  }
  return parts;
};

/** Joins runs, lines trimmed, with a mark wherever the time changes. */
const joinRuns = (runs: readonly CueRun[]): { body: string; marks: Mark[] } => {
  let body = '';
  const marks: Mark[] = [];
  let sinceMs: number | null = null;
  for (const run of runs) {
    if (run.sinceMs !== null && run.sinceMs !== sinceMs) marks.push({ offset: body.length, ms: run.sinceMs });
    sinceMs = run.sinceMs;
    body += run.text;
  }
  return { body, marks };
};

const tidy = (text: string): string =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n');

const timedWordsOf = (
  body: string,
  marks: readonly Mark[],
  cue: TimedText,
  findings: Findings,
): Draft['timedWords'] => {
  if (marks.length === 0 || cue.startMs === null) return undefined;
  const times = [cue.startMs, ...marks.map((mark) => mark.ms)];
  const rises = times.every((ms, i) => i === 0 || ms >= (times[i - 1] ?? 0));
  if (!rises || (cue.endMs !== null && (times.at(-1) ?? 0) > cue.endMs)) {
    findings.add(
      'bad-time',
      'Times within a cue that go backwards or leave the cue were left out.',
      cue.line,
    );
    return undefined;
  }
  return timeWords(body, [{ offset: 0, ms: cue.startMs }, ...marks], cue.endMs);
};

/** Cuts a body without voices at the lines that name a speaker or begin with a turn mark. */
const cutAtLabels = (body: string, readLabel: (line: string) => Labelled | null): Draft[] => {
  const drafts: Draft[] = [];
  for (const line of body.split('\n')) {
    const labelled = readLabel(line);
    const marked = labelled ?? takeTurnMark(line);
    const last = drafts.at(-1);
    if (labelled || marked.turnMark) {
      const turnMark = marked.turnMark ? { turnMark: true } : {};
      drafts.push({
        body: marked.rest,
        startMs: null,
        endMs: null,
        ...(labelled ? { label: labelled.label } : {}),
        ...turnMark,
      });
    } else if (last) last.body += `\n${line}`;
    else drafts.push({ body: line, startMs: null, endMs: null });
  }
  return drafts;
};

export interface VoiceOptions {
  /** Whether `<v Name>` and the other tags of WebVTT have their meaning. */
  markup: 'webvtt' | 'srt';
}

const SRT_TAG = /<\/?(?:[biu]|em|strong)>|<\/?font(?:\s[^<>]{0,200})?>|\{\\[^{}]{1,60}\}/gi;

const readText = (
  text: string,
  markup: VoiceOptions['markup'],
): { runs: CueRun[]; unknownTags: string[] } => {
  if (markup === 'webvtt') return parseCueText(text);
  const plain = text.replace(/<br\s*\/?>/gi, '\n').replace(SRT_TAG, '');
  return /<v[. ]/.test(plain)
    ? parseCueText(plain)
    : { runs: [{ text: plain, voice: null, annotation: false, sinceMs: null }], unknownTags: [] };
};

/** Drafts of cues: markup removed, voices and `Name:` labels read, a cue with two speakers made two segments of its time. */
export const draftCues = (cues: readonly TimedText[], options: VoiceOptions, findings: Findings): Draft[] => {
  const read = cues.map((cue) => ({ cue, ...readText(cue.text, options.markup) }));
  const unknown = new Map<string, number[]>();
  const annotated: number[] = [];
  for (const { cue, runs, unknownTags } of read) {
    for (const tag of unknownTags) {
      const lines = unknown.get(tag) ?? [];
      lines.push(cue.line);
      unknown.set(tag, lines);
    }
    if (runs.some((run) => run.annotation)) annotated.push(cue.line);
  }
  for (const [tag, lines] of [...unknown].slice(0, 10)) {
    findings.addTogether(
      'unknown-tag',
      `<${tag.slice(0, 40)}> is no tag of captions and was left out`,
      lines,
    );
  }
  findings.addTogether('ruby', 'Reading aids (<rt>) were left out', annotated);
  const parts = read.flatMap(({ cue, runs }) => {
    const found = partsOf(runs);
    return (found.length > 0 ? found : [{ voice: null, runs: [] }]).map((part) => ({
      cue,
      voice: part.voice,
      ...joinRuns(part.runs),
    }));
  });
  const hasVoices = parts.some((part) => part.voice !== null);
  const readLabel = hasVoices
    ? () => null
    : learnLabels(parts.flatMap((part) => tidy(part.body).split('\n')));
  const unsure: number[] = [];
  const drafts = parts.flatMap(({ cue, voice, body, marks }): Draft[] => {
    const times = { startMs: cue.startMs, endMs: cue.endMs, line: cue.line };
    const cut = cutAtLabels(tidy(body), readLabel);
    if (cut.some((draft) => draft.label === null)) unsure.push(cue.line);
    const timedWords =
      cut.length === 1 && cut[0]?.body === tidy(body) ? timedWordsOf(body, marks, cue, findings) : undefined;
    return cut.map((draft) => ({
      ...draft,
      ...times,
      ...(voice === null ? {} : { label: voice === '' ? null : voice }),
      ...(timedWords ? { timedWords } : {}),
    }));
  });
  findings.addTogether(
    'unsure-speaker',
    'Words before a colon that may name a speaker were kept as words, and nobody was named for what follows',
    unsure,
  );
  return drafts;
};
