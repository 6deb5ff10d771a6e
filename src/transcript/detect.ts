/** Which format a transcript is: by its content, then by the type it came with, then by its file name. */

import { isAssemblyAiJson } from './formats/assemblyai-json.ts';
import { isBucketLine } from './formats/bucket-text.ts';
import { readTimes } from './formats/cues.ts';
import { isDeepgramJson } from './formats/deepgram-json.ts';
import { isLrcLine } from './formats/lrc.ts';
import { isPodcastJson } from './formats/podcast-json.ts';
import { isRevJson } from './formats/rev-json.ts';
import { isSbvTimes } from './formats/sbv.ts';
import { readHeading } from './formats/speaker-text.ts';
import { isWhisperJson } from './formats/whisper-json.ts';
import { isYoutubeJson3 } from './formats/youtube-json3.ts';
import type { TranscriptFormat } from './model.ts';
import type { SourceHint } from './source/decode.ts';

/** Syntax of a source; JSON and XML need to be parsed before their format is known. */
export type Syntax =
  | 'json'
  | 'xml'
  | Exclude<TranscriptFormat, `${string}json` | 'youtube-json3' | 'youtube-srv3' | 'ttml'>;

const BY_TYPE: Readonly<Record<string, Syntax>> = {
  'text/vtt': 'vtt',
  'application/srt': 'srt',
  'application/x-subrip': 'srt',
  'text/srt': 'srt',
  'application/json': 'json',
  'text/html': 'podcast-html',
  'application/ttml+xml': 'xml',
  'application/xml': 'xml',
  'text/xml': 'xml',
};

const BY_EXTENSION: Readonly<Record<string, Syntax>> = {
  vtt: 'vtt',
  srt: 'srt',
  json: 'json',
  json3: 'json',
  html: 'podcast-html',
  htm: 'podcast-html',
  ttml: 'xml',
  xml: 'xml',
  srv1: 'xml',
  srv3: 'xml',
  sbv: 'sbv',
  lrc: 'lrc',
};

/** Enough of a file to know it by: some files have pages of furniture before the words. */
const LOOKED_AT = 200_000;

const count = (lines: readonly string[], is: (line: string) => boolean): number => lines.filter(is).length;

const byContent = (text: string): Syntax | null => {
  const start = text.slice(0, LOOKED_AT).trimStart();
  if (/^WEBVTT(?:\s|$)/.test(start)) return 'vtt';
  const lines = start.split(/\r\n|\n|\r/).filter((line) => line.trim() !== '');
  if (lines.length === 0) return null;
  if (isLrcLine(lines[0] ?? '')) return count(lines, isLrcLine) * 2 >= lines.length ? 'lrc' : null;
  if (/^(?:\{\s*(?:"|\}|$)|\[\s*(?:[{["\]]|$))/.test(start)) return 'json';
  if (
    /^<\?xml|^<(?:\w+:)?(?:tt|timedtext|transcript|rss|feed)[\s>]/i.test(start) &&
    !/<html[\s>]/i.test(start.slice(0, 1000))
  )
    return 'xml';
  if (
    /^<(?:!doctype html|!--|html|head|body|cite|time|p|div|meta|article|section|span|h[1-6])[\s>-]/i.test(
      start,
    )
  )
    return 'podcast-html';
  if (/^WEBVTT/i.test(start) && lines.some((line) => readTimes(line))) return 'vtt';
  const timed = lines.filter((line) => readTimes(line) !== null);
  if (timed.length > 0 && timed.length * 20 >= lines.length)
    return /<v[. ][^>\n]{1,100}>/.test(start) ? 'vtt' : 'srt';
  if (count(lines, isSbvTimes) * 10 >= lines.length) return 'sbv';
  const buckets = count(lines, isBucketLine);
  if (buckets >= 2 || (buckets === 1 && isBucketLine(lines[0] ?? ''))) return 'bucket-text';
  if (count(lines, isLrcLine) * 2 >= lines.length) return 'lrc';
  const headings = lines.filter((line) => readHeading(line) !== null).length;
  if (headings >= 2 ? headings * 40 >= lines.length : headings === 1 && readHeading(lines[0] ?? '') !== null)
    return 'speaker-text';
  return null;
};

/** The format of a source's text; what nothing else claims are plain lines. */
export const detectSyntax = (text: string, hint: SourceHint = {}): Syntax => {
  const type = hint.contentType?.split(';', 1)[0]?.trim().toLowerCase() ?? '';
  const extension = /\.([a-z0-9]+)$/i.exec(hint.fileName ?? '')?.[1]?.toLowerCase() ?? '';
  return byContent(text) ?? lookUp(BY_TYPE, type) ?? lookUp(BY_EXTENSION, extension) ?? 'caption-text';
};

const lookUp = (table: Readonly<Record<string, Syntax>>, key: string): Syntax | undefined =>
  Object.hasOwn(table, key) ? table[key] : undefined;

/** The format of a parsed JSON file, or null where it is none known. */
export const detectJson = (
  value: unknown,
): Extract<TranscriptFormat, `${string}json` | 'youtube-json3'> | null => {
  if (isPodcastJson(value)) return 'podcast-json';
  if (isDeepgramJson(value)) return 'deepgram-json';
  if (isRevJson(value)) return 'rev-json';
  if (isYoutubeJson3(value)) return 'youtube-json3';
  if (isAssemblyAiJson(value) && !isWhisperJson(value)) return 'assemblyai-json';
  return isWhisperJson(value) ? 'whisper-json' : null;
};
