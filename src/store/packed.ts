/**
 * The words of a revision as the database keeps them: packed, deflated, base64. D1 hands bytes over as JSON arrays of
 * numbers, which takes many times longer than text does.
 */
import { joined } from '../joined.ts';
import type { EpisodeText } from '../transcript/model.ts';
import { packText, unpackText } from '../transcript/pack.ts';

/** D1 refuses values over 2 MB. */
const PART_LENGTH = 1_000_000;

export async function toParts(text: EpisodeText): Promise<string[]> {
  const bytes = await through(packText(text), new CompressionStream('deflate-raw'));
  const base64 = btoa(binaryString(bytes));
  const parts: string[] = [];
  for (let from = 0; from < base64.length; from += PART_LENGTH)
    parts.push(base64.slice(from, from + PART_LENGTH));
  return parts;
}

export async function fromParts(parts: readonly string[]): Promise<EpisodeText> {
  const binary = atob(parts.join(''));
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < bytes.length; i++) bytes[i] = binary.charCodeAt(i);
  return unpackText(await through(bytes, new DecompressionStream('deflate-raw')));
}

/** What comes out of a stream for some bytes. Without a `Response`, for which Node would load all of fetch. */
async function through(
  bytes: Uint8Array,
  { readable, writable }: CompressionStream | DecompressionStream,
): Promise<Uint8Array> {
  const [parts] = await Promise.all([partsOf(readable), write(writable, bytes)]);
  return joined(parts);
}

async function partsOf(readable: ReadableStream<Uint8Array>): Promise<Uint8Array[]> {
  const parts: Uint8Array[] = [];
  const reader = readable.getReader();
  for (let next = await reader.read(); !next.done; next = await reader.read()) parts.push(next.value);
  return parts;
}

async function write(writable: WritableStream<BufferSource>, bytes: Uint8Array): Promise<void> {
  const writer = writable.getWriter();
  await writer.write(new Uint8Array(bytes));
  await writer.close();
}

/** One character a byte, in steps an argument list can hold. */
function binaryString(bytes: Uint8Array): string {
  let binary = '';
  for (let from = 0; from < bytes.length; from += 8192) {
    binary += String.fromCharCode(...bytes.subarray(from, from + 8192));
  }
  return binary;
}
