import { canonicalJson } from '../canonical-json.ts';
import { sha256 } from '../sha256.ts';

/** What a card key looks like. */
export const KEY = /^[0-9a-f]{32}$/;

/** SHA-256 of the canonical JSON of everything a card's bytes depend on, as 32 hexadecimal digits (128 bits). */
export async function cardKey(inputs: Readonly<Record<string, unknown>>): Promise<string> {
  return (await sha256(canonicalJson(inputs))).slice(0, 32);
}
