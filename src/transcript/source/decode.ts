/** Bytes to text: UTF-8 (with or without its mark), UTF-16 with its mark, or the charset a content type names. */

import { PullquoteError } from '../../errors.ts';
import { positionAt } from './lines.ts';

/** Largest transcript read, in bytes: a day of word-timed JSON is well under it. */
const MAX_TRANSCRIPT_BYTES = 64 * 1024 * 1024;

export interface SourceHint {
  contentType?: string;
  fileName?: string;
}

const refuse = (message: string, details: Record<string, unknown> = {}): never => {
  throw new PullquoteError('bad-transcript', message, details);
};

/** Formats people mistake for text, by the bytes they start with. */
const FOREIGN: readonly (readonly [string, string])[] = [
  ['%PDF-', 'a PDF'],
  ['{\\rtf', 'an RTF document'],
  ['PK\u0003\u0004', 'a ZIP or Office document'],
  ['ID3', 'an MP3'],
];

const startsWith = (bytes: Uint8Array, text: string): boolean =>
  bytes.length >= text.length && [...text].every((letter, i) => bytes[i] === letter.charCodeAt(0));

/** The charset of a content type such as `text/srt; charset=iso-8859-1`, or null. */
const charsetOf = (contentType: string | undefined): string | null =>
  /;\s*charset\s*=\s*"?([\w:.+-]+)/i.exec(contentType ?? '')?.[1]?.toLowerCase() ?? null;

const encodingOf = (bytes: Uint8Array, hint: SourceHint): string => {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  return charsetOf(hint.contentType) ?? 'utf-8';
};

const decodeWith = (bytes: Uint8Array, encoding: string): string => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (cause) {
    if (cause instanceof RangeError) return refuse(`Expected a known charset but received \`${encoding}\`.`);
    return refuseEncoding(bytes, encoding);
  }
};

/** Says where the first byte that does not decode stands: the longest prefix that does, found by halving. */
const refuseEncoding = (bytes: Uint8Array, encoding: string): never => {
  const decodes = (length: number): boolean => {
    try {
      new TextDecoder(encoding, { fatal: true }).decode(bytes.subarray(0, length), { stream: true });
      return true;
    } catch {
      return false;
    }
  };
  let good = 0;
  let bad = bytes.length + 1;
  while (bad - good > 1) {
    const middle = (good + bad) >>> 1;
    if (decodes(middle)) good = middle;
    else bad = middle;
  }
  const before = new TextDecoder(encoding).decode(bytes.subarray(0, good), { stream: true });
  const at = positionAt(before, before.length);
  return refuse(
    `Expected ${encoding.toUpperCase()} text but the bytes at line ${at.line}, column ${at.column} are not; save the transcript as UTF-8.`,
    at,
  );
};

/**
 * Decodes the bytes of a transcript; a byte order mark is left out. NUL characters are let through only after a
 * `WEBVTT` signature, whose specification says what becomes of them.
 * @throws PullquoteError `too-large` over {@link MAX_TRANSCRIPT_BYTES}; `bad-transcript` when empty, binary or wrongly encoded.
 */
export const decodeTranscript = (bytes: Uint8Array, hint: SourceHint = {}): string => {
  if (bytes.length > MAX_TRANSCRIPT_BYTES) {
    throw new PullquoteError(
      'too-large',
      `Expected a transcript of at most ${MAX_TRANSCRIPT_BYTES} bytes but received ${bytes.length}.`,
      { limit: MAX_TRANSCRIPT_BYTES, received: bytes.length },
    );
  }
  for (const [start, what] of FOREIGN) {
    if (startsWith(bytes, start)) refuse(`Expected the text of a transcript but received ${what}.`);
  }
  const text = decodeWith(bytes, encodingOf(bytes, hint));
  if (text.trim() === '') refuse('Expected the text of a transcript but received nothing.');
  const nul = text.indexOf('\0');
  if (nul >= 0 && !text.startsWith('WEBVTT')) {
    const at = positionAt(text, nul);
    refuse(
      `Expected text but found a NUL character at line ${at.line}, column ${at.column}; save the transcript as UTF-8.`,
      at,
    );
  }
  return text;
};
