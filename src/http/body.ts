/** Reads what a request carries, up to a limit that is checked before and while it arrives. */
import { PullquoteError } from '../errors.ts';
import { joined } from '../joined.ts';

/**
 * The form of a multipart request.
 * @throws PullquoteError `too-large` as soon as more than `limit` bytes are announced or came, `bad-request` when it is no form.
 */
export async function readForm(request: Request, limit: number): Promise<FormData> {
  const type = request.headers.get('Content-Type') ?? '';
  if (!/^multipart\/form-data\s*;/i.test(type)) {
    throw new PullquoteError(
      'bad-request',
      `Expected \`multipart/form-data\` but received \`${type || 'nothing'}\`.`,
    );
  }
  const bytes = await readBytes(request, limit);
  requireFewParts(bytes, type);
  try {
    return await new Response(bytes, { headers: { 'Content-Type': type } }).formData();
  } catch (error) {
    throw new PullquoteError(
      'bad-request',
      'The form cannot be read: its parts do not match the boundary.',
      {},
      { cause: error },
    );
  }
}

/** Parts a form may have: each costs far more to read than its bytes. */
const MOST_PARTS = 200;

function requireFewParts(bytes: Uint8Array, type: string): void {
  const [, boundary = ''] = /boundary="?([^";,\s]+)/i.exec(type) ?? [];
  const line = new TextEncoder().encode(`--${boundary}`);
  let parts = 0;
  for (let at = 0; at >= 0 && at < bytes.length; at = bytes.indexOf(NEWLINE, at) + 1 || -1) {
    if (!line.every((byte, index) => bytes[at + index] === byte)) continue;
    parts++;
    if (parts > MOST_PARTS) {
      throw new PullquoteError(
        'bad-request',
        `Expected at most ${MOST_PARTS} parts in the form but received more.`,
      );
    }
  }
}

const NEWLINE = 10;

/** @throws PullquoteError `too-large`, or `bad-request` when it is no JSON. */
export async function readJson(request: Request, limit: number): Promise<unknown> {
  const text = new TextDecoder().decode(await readBytes(request, limit));
  return parseJson(text, 'the body');
}

/** Objects and lists within each other: what walks through a value calls itself so often. */
const DEEPEST = 100;

/** @throws PullquoteError `bad-request` naming what is no JSON, or is nested too deeply. */
export function parseJson(text: string, name: string): unknown {
  if (depthOf(text) > DEEPEST) {
    throw new PullquoteError(
      'bad-request',
      `Expected ${name} to nest at most ${DEEPEST} objects and lists but received more.`,
    );
  }
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new PullquoteError(
      'bad-request',
      `Expected ${name} to be JSON but could not read it.`,
      {},
      { cause: error },
    );
  }
}

/** How deep the brackets outside of strings go. */
function depthOf(json: string): number {
  let depth = 0;
  let deepest = 0;
  let inString = false;
  for (let i = 0; i < json.length; i++) {
    const code = json.charCodeAt(i);
    if (inString) {
      if (code === BACKSLASH) i++;
      else if (code === QUOTE) inString = false;
    } else if (code === QUOTE) inString = true;
    else if (code === OPEN_LIST || code === OPEN_OBJECT) deepest = Math.max(deepest, ++depth);
    else if (code === CLOSE_LIST || code === CLOSE_OBJECT) depth--;
  }
  return deepest;
}

const [QUOTE, BACKSLASH, OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] = [34, 92, 91, 93, 123, 125];

/** @throws PullquoteError `too-large` as soon as more than `limit` bytes are announced or came. */
export async function readBytes(request: Request, limit: number): Promise<Uint8Array<ArrayBuffer>> {
  const announced = Number(request.headers.get('Content-Length') ?? 0);
  if (announced > limit) throw tooLarge(limit);
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of request.body ?? []) {
    length += chunk.byteLength;
    // Leaving the loop cancels the stream: the rest is never read.
    if (length > limit) throw tooLarge(limit);
    chunks.push(chunk);
  }
  return joined(chunks);
}

/** Bodies announced larger than this are not waited for when the answer is an error. */
const DISCARDED = 1_000_000;

/**
 * Reads a body nobody read to its end: a client over HTTP/1.1 that is still writing would see a broken connection in place of
 * the error it is about to get.
 */
export async function discardBody(request: Request): Promise<void> {
  const announced = request.headers.get('Content-Length');
  if (request.bodyUsed || announced === null || Number(announced) > DISCARDED) return;
  await request.arrayBuffer();
}

function tooLarge(limit: number): PullquoteError {
  return new PullquoteError('too-large', `Expected at most ${limit} bytes but received more.`, { limit });
}
