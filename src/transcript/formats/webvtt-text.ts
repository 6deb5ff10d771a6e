/**
 * The text of a WebVTT cue (W3C WebVTT, section 6.4, "WebVTT cue text parsing rules"), as runs of text with what the tags
 * around them say. Only what bears on words is kept: voices, languages, ruby annotations, times.
 */

import { decodeHTML } from 'entities/decode';
import { readTimestamp } from './webvtt.ts';

export interface CueRun {
  text: string;
  /** Annotation of the innermost voice tag; null outside of any. */
  voice: string | null;
  /** True inside <rt>: a reading aid over the words, not words. */
  annotation: boolean;
  /** Time of the timestamp tag last met in the cue, in milliseconds. */
  sinceMs: number | null;
}

export interface CueText {
  runs: CueRun[];
  /** Tags the specification does not know, which it drops. */
  unknownTags: string[];
}

interface Open {
  name: string;
  voice: string | null;
  annotation: boolean;
}

const KNOWN = new Set(['c', 'i', 'b', 'u', 'ruby', 'rt', 'v', 'lang']);
const START_TAG = /^([^ \t\n\f.]*)(?:\.[^ \t\n\f]*)?(?:[ \t\n\f]([^]*))?$/;

/** Whether a source means as a tag what begins so; other uses of `<` are left as text where leniency is asked for. */
const opensTag = (text: string, open: number): boolean => /[a-z\d./]/i.test(text.charAt(open + 1));

const isBetween = (offset: number, end: number): boolean => offset >= 0 && offset < end;

/**
 * Reads the text of a cue.
 * @param strict what the specification loses (`1 < 2`, an unclosed tag) is lost; else it stays text
 */
export const parseCueText = (text: string, strict = false): CueText => {
  const runs: CueRun[] = [];
  const unknownTags: string[] = [];
  const stack: Open[] = [{ name: '', voice: null, annotation: false }];
  let sinceMs: number | null = null;
  const top = (): Open => stack.at(-1) ?? { name: '', voice: null, annotation: false };

  const push = (raw: string): void => {
    if (raw === '') return;
    const { voice, annotation } = top();
    runs.push({ text: decodeHTML(raw), voice, annotation, sinceMs });
  };
  const start = (tag: string): void => {
    const [, name = '', annotation = ''] = START_TAG.exec(tag) ?? [];
    const within = top();
    if (name === 'rt' && within.name !== 'ruby') return;
    if (!KNOWN.has(name)) {
      if (name !== '') unknownTags.push(name);
      if (/^br$/i.test(name)) push('\n');
      return;
    }
    const voice =
      name === 'v'
        ? decodeHTML(annotation)
            .replace(/[ \t\n\f\r]+/g, ' ')
            .trim()
        : within.voice;
    stack.push({ name, voice, annotation: within.annotation || name === 'rt' });
  };
  const end = (name: string): void => {
    if (stack.length === 1) return;
    if (top().name === name) stack.pop();
    else if (name === 'ruby' && top().name === 'rt') stack.splice(-2);
  };

  let at = 0;
  let close = -1;
  while (at < text.length) {
    const open = text.indexOf('<', at);
    if (open < 0) break;
    // The next `>` is looked for once, not again for each `<` before it.
    if (close < open && close !== text.length) {
      const found = text.indexOf('>', open);
      close = found < 0 ? text.length : found;
    }
    const isTag =
      close < text.length && opensTag(text, open) && !isBetween(text.indexOf('<', open + 1), close);
    if (!strict && !isTag) {
      push(text.slice(at, open + 1));
      at = open + 1;
      continue;
    }
    const tag = text.slice(open + 1, close);
    push(text.slice(at, open));
    at = Math.min(text.length, close + 1);
    const time = /^\d/.test(tag) ? readTimestamp(tag, 0) : null;
    if (time && time.end === tag.length) sinceMs = time.ms;
    else if (tag.startsWith('/')) end(tag.slice(1));
    else if (!/^\d/.test(tag)) start(tag);
  }
  push(text.slice(at));
  return { runs, unknownTags };
};
