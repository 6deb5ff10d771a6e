/**
 * The words of a revision as the database keeps them: packed, deflated, base64. D1 hands bytes over as JSON arrays of
 * numbers, which takes many times longer than text does.
 */
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

async function through(
  bytes: Uint8Array,
  stream: CompressionStream | DecompressionStream,
): Promise<Uint8Array> {
  const body = new Response(new Uint8Array(bytes)).body;
  if (!body) return new Uint8Array();
  return new Uint8Array(await new Response(body.pipeThrough(stream)).arrayBuffer());
}

/** One character a byte, in steps an argument list can hold. */
function binaryString(bytes: Uint8Array): string {
  let binary = '';
  for (let from = 0; from < bytes.length; from += 8192) {
    binary += String.fromCharCode(...bytes.subarray(from, from + 8192));
  }
  return binary;
}
