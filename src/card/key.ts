import { canonicalJson } from '../canonical-json.ts';

/** What a card key looks like. */
export const KEY = /^[0-9a-f]{32}$/;

/** SHA-256 of the canonical JSON of everything a card's bytes depend on, as 32 hexadecimal digits (128 bits). */
export async function cardKey(inputs: Readonly<Record<string, unknown>>): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(canonicalJson(inputs)));
  return Array.from(new Uint8Array(digest, 0, 16), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
