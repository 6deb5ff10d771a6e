/** Version of the rule below; a new rule would mint other IDs and leave those minted as they are. */
const NORM_VERSION = 1;

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567';
const CHARACTERS = 13;
const encoder = new TextEncoder();

/**
 * What of a text counts for its identity: NFKC, case folded, only letters, marks and digits. White space, punctuation
 * and quotation marks do not. A text without any of these counts as it is.
 */
export function normalizeCharacters(text: string): string {
  const folded = text.normalize('NFKC').toLowerCase().replaceAll('ß', 'ss').replaceAll('ς', 'σ');
  return folded.replace(/[^\p{L}\p{M}\p{N}]+/gu, '') || folded.replace(/\s+/gu, '');
}

/** Lower-case base32 (RFC 4648 alphabet) of the first 65 bits of SHA-256 of `value`. */
async function digest65(value: string): Promise<string> {
  const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', encoder.encode(value)));
  let out = '';
  let bits = 0;
  let held = 0;
  for (const byte of bytes) {
    held = (held << 8) | byte;
    bits += 8;
    while (bits >= 5 && out.length < CHARACTERS) {
      bits -= 5;
      out += ALPHABET[(held >> bits) & 31] ?? '';
      held &= (1 << bits) - 1;
    }
    if (out.length === CHARACTERS) break;
  }
  return out;
}

/**
 * The ID of a quote whose words have these normalised characters (see `normalizeCharacters`); `occurrence` counts from 0
 * among quotes of the episode that say the same. Used once, when a quote is minted; a stored ID is never recomputed.
 */
export async function mintQuoteId(
  episodeId: string,
  normalised: string,
  occurrence: number,
): Promise<string> {
  return `q_${await digest65(JSON.stringify([NORM_VERSION, episodeId, normalised, occurrence]))}`;
}

/** Hash of what a quote of the episode says: equal for quotes that say the same. It is the ID of the first of them. */
export async function normHash(episodeId: string, normalised: string): Promise<string> {
  return (await mintQuoteId(episodeId, normalised, 0)).slice(2);
}

/** True where `id` has the form of a quote ID. */
export function isQuoteId(id: string): boolean {
  return /^q_[a-z2-7]{13}$/.test(id);
}
