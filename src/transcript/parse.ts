/** Any transcript to segments: decode, detect, parse, check. */

import { PullquoteError } from '../errors.ts';
import { detectJson, detectSyntax, type Syntax } from './detect.ts';
import { parseAssemblyAiJson } from './formats/assemblyai-json.ts';
import { parseBucketText } from './formats/bucket-text.ts';
import { parseCaptionText } from './formats/caption-text.ts';
import { parseDeepgramJson } from './formats/deepgram-json.ts';
import { parseJson } from './formats/json.ts';
import { parseLrc } from './formats/lrc.ts';
import { parsePodcastHtml } from './formats/podcast-html.ts';
import { parsePodcastJson } from './formats/podcast-json.ts';
import { parseRevJson } from './formats/rev-json.ts';
import { parseSbv } from './formats/sbv.ts';
import { parseSpeakerText } from './formats/speaker-text.ts';
import { parseSrt } from './formats/srt.ts';
import { parseTtml } from './formats/ttml.ts';
import { parseVtt } from './formats/vtt.ts';
import { parseWhisperJson } from './formats/whisper-json.ts';
import { parseXml } from './formats/xml.ts';
import { parseYoutubeJson3 } from './formats/youtube-json3.ts';
import { parseYoutubeSrv3 } from './formats/youtube-srv3.ts';
import type { Transcript, TranscriptFormat } from './model.ts';
import { decodeTranscript, type SourceHint } from './source/decode.ts';
import type { Parsed } from './source/draft.ts';
import { Findings } from './source/findings.ts';
import { finishTranscript } from './source/finish.ts';

export type { SourceHint } from './source/decode.ts';

type TextParser = (text: string, findings: Findings) => Parsed;

const TEXT_PARSERS: Readonly<Record<Exclude<Syntax, 'json' | 'xml'>, TextParser>> = {
  vtt: parseVtt,
  srt: parseSrt,
  'podcast-html': parsePodcastHtml,
  sbv: parseSbv,
  lrc: parseLrc,
  'speaker-text': parseSpeakerText,
  'bucket-text': parseBucketText,
  'caption-text': parseCaptionText,
};

type JsonFormat = Extract<TranscriptFormat, `${string}json` | 'youtube-json3'>;

const JSON_PARSERS: Readonly<Record<JsonFormat, (value: unknown, findings: Findings) => Parsed>> = {
  'podcast-json': parsePodcastJson,
  'whisper-json': parseWhisperJson,
  'deepgram-json': parseDeepgramJson,
  'assemblyai-json': parseAssemblyAiJson,
  'rev-json': parseRevJson,
  'youtube-json3': parseYoutubeJson3,
};

const readJson = (text: string, findings: Findings): Transcript => {
  const value = parseJson(text);
  const format = detectJson(value);
  if (format === null) {
    throw new PullquoteError(
      'bad-transcript',
      'Expected the JSON of a transcript (Podcasting 2.0, Whisper, WhisperX, Deepgram, AssemblyAI, Rev, YouTube json3) but received other JSON.',
      { line: 1, column: 1 },
    );
  }
  return finishTranscript(format, JSON_PARSERS[format](value, findings), findings);
};

const readXml = (text: string, findings: Findings): Transcript => {
  const root = parseXml(text);
  if (root.name === 'tt') return finishTranscript('ttml', parseTtml(root, findings), findings);
  if (root.name === 'timedtext' || root.name === 'transcript')
    return finishTranscript('youtube-srv3', parseYoutubeSrv3(root), findings);
  const what =
    root.name === 'rss' || root.name === 'feed' ? 'a feed; import it as one' : `<${root.name.slice(0, 40)}>`;
  throw new PullquoteError(
    'bad-transcript',
    `Expected the XML of a transcript (TTML, YouTube srv3) but received ${what}.`,
    { line: 1, column: 1 },
  );
};

/**
 * Parses a transcript of any format known ({@link TranscriptFormat}), found by content, then content type, then file name.
 * The words are the source's; whatever was lost, repaired or left out is in `warnings`.
 * @throws PullquoteError `bad-transcript` (with `line` and `column` where known) or `too-large`.
 */
export const parseTranscript = (bytes: Uint8Array, hint: SourceHint = {}): Transcript => {
  const text = decodeTranscript(bytes, hint);
  const findings = new Findings();
  const syntax = detectSyntax(text, hint);
  if (syntax === 'json') return readJson(text, findings);
  if (syntax === 'xml') return readXml(text.trim(), findings);
  return finishTranscript(syntax, TEXT_PARSERS[syntax](text, findings), findings);
};
