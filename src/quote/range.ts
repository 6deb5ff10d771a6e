import { PullquoteError } from '../errors.ts';
import { isQuoteId } from './id.ts';
import { formatClock, parseClock, parseNpt } from './clock.ts';

/** What a person asks for. Each may select one or many sentences, or parts of them. */
export type Range =
  /** `endMs` null: the sentence spoken at `startMs`. */
  | { kind: 'time'; startMs: number; endMs: number | null }
  /** Sentences of the current revision by index, both included. */
  | { kind: 'sentences'; from: number; to: number }
  /** A text fragment: what is quoted, or its first and last words, with what stands around it. */
  | { kind: 'text'; prefix: string | null; start: string; end: string | null; suffix: string | null }
  | { kind: 'quotes'; ids: string[] };

function refuse(expected: string, raw: string): PullquoteError {
  const shown = raw.length > 80 ? `${raw.slice(0, 80)}…` : raw;
  return new PullquoteError('bad-range', `Expected ${expected} for \`range\` but received \`${shown}\`.`, {
    parameter: 'range',
    received: shown,
  });
}

function decode(raw: string): string {
  try {
    return decodeURIComponent(raw);
  } catch {
    throw refuse('percent-encoded UTF-8', raw);
  }
}

function ordered(startMs: number, endMs: number | null, raw: string): Range {
  if (endMs !== null && endMs <= startMs) throw refuse('an end after the start', raw);
  return { kind: 'time', startMs, endMs };
}

/** `13:36-14:05` or `13:36`, hours and decimals allowed. */
function parseTimes(value: string): Range {
  const parts = value.split('-');
  if (parts.length > 2) throw refuse('a range like 13:36-14:05', value);
  const [start, end] = parts.map((part) => {
    const ms = parseClock(part);
    if (ms === null) throw refuse('a time like 13:36', part);
    return ms;
  });
  return ordered(start ?? 0, end ?? null, value);
}

/** The temporal dimension of a W3C media fragment, `t=816,845`: normal play time in seconds or as a clock. */
function parseFragment(value: string): Range {
  const parts = value.replace(/^npt:/, '').split(',');
  if (parts.length > 2) throw refuse('a time like t=816,845', `t=${value}`);
  const [start, end] = parts.map((part, i) => {
    if (part === '' && i === 0 && parts.length === 2) return 0;
    const ms = parseNpt(part);
    if (ms === null) throw refuse('seconds like 816 or a time like 13:36', part === '' ? `t=${value}` : part);
    return ms;
  });
  return ordered(start ?? 0, end ?? null, `t=${value}`);
}

function parseSentences(value: string): Range {
  const match = /^(\d{1,7})(?:-(\d{1,7}))?$/.exec(value);
  if (match === null) throw refuse('sentences like s=120-124', `s=${value}`);
  const from = Number(match[1]);
  const to = match[2] === undefined ? from : Number(match[2]);
  if (to < from) throw refuse('a last sentence not before the first', `s=${value}`);
  return { kind: 'sentences', from, to };
}

/** A text directive, still percent-encoded: its commas and the dashes next to them are syntax, encoded ones are text. */
function parseText(value: string): Range {
  const shown = `text=${value}`;
  const parts = value.split(',');
  const prefix = parts.length > 1 && parts[0]?.endsWith('-') ? parts.shift()?.slice(0, -1) : undefined;
  const suffix = parts.length > 1 && parts.at(-1)?.startsWith('-') ? parts.pop()?.slice(1) : undefined;
  if (parts.length > 2)
    throw refuse('text=[prefix-,]start[,end][,-suffix] with commas of the text as %2C', shown);
  const [start, end] = parts.map(decode);
  for (const part of [prefix, start, end, suffix]) {
    if (part?.trim() === '') throw refuse('words between the commas of text=', shown);
  }
  if (start === undefined) throw refuse('words after text=', shown);
  return {
    kind: 'text',
    prefix: prefix === undefined ? null : decode(prefix),
    start,
    end: end ?? null,
    suffix: suffix === undefined ? null : decode(suffix),
  };
}

function parseQuotes(value: string): Range {
  const ids = value.split('+');
  for (const id of ids) if (!isQuoteId(id)) throw refuse('a quote ID like q_ and 13 letters or digits', id);
  return { kind: 'quotes', ids };
}

/**
 * Reads a range as it stands in a URL's path, not yet decoded: `13:36-14:05`, `t=816,845`, `s=120-124`,
 * `text=[prefix-,]start[,end][,-suffix]`, quote IDs joined by `+`. Throws `bad-range` naming the part that is wrong.
 */
export function parseRange(raw: string): Range {
  const text = /^text(?:=|%3d)/i.exec(raw);
  if (text !== null) return parseText(raw.slice(text[0].length));
  const value = decode(raw).trim();
  if (value.startsWith('t=')) return parseFragment(value.slice(2));
  if (value.startsWith('s=')) return parseSentences(value.slice(2));
  if (value.startsWith('q_')) return parseQuotes(value);
  if (!/^[\d:.\-\u2013]+$/u.test(value)) {
    throw refuse('a time like 13:36-14:05, sentences like s=120-124, text=… or a quote ID', value);
  }
  return parseTimes(value.replace('\u2013', '-'));
}

const encodePart = (text: string): string =>
  encodeURIComponent(text).replace(/[-'()*!]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);

/** The canonical form of a range, percent-encoded for a path: `parseRange(formatRange(range))` gives `range` again. */
export function formatRange(range: Range): string {
  switch (range.kind) {
    case 'time':
      return [range.startMs, range.endMs].flatMap((ms) => (ms === null ? [] : [formatClock(ms)])).join('-');
    case 'sentences':
      return range.from === range.to ? `s=${range.from}` : `s=${range.from}-${range.to}`;
    case 'quotes':
      return range.ids.join('+');
    case 'text': {
      const { prefix, start, end, suffix } = range;
      const parts = [encodePart(start)];
      if (prefix !== null) parts.unshift(`${encodePart(prefix)}-`);
      if (end !== null) parts.push(encodePart(end));
      if (suffix !== null) parts.push(`-${encodePart(suffix)}`);
      return `text=${parts.join(',')}`;
    }
  }
}
