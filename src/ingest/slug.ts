import { sha256 } from '../sha256.ts';

/** Digits and lower-case letters without `i`, `l`, `o`, `u`, which are taken for others. */
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';

const MAX_LENGTH = 60;

/** A slug as a caller may give it: lower-case Latin letters and digits, parted by single hyphens, at most 64 characters. */
export const SLUG = /^(?=.{1,64}$)[a-z0-9]+(?:-[a-z0-9]+)*$/;

/**
 * The slug of a name, the same each time: accents taken off, everything but Latin letters and digits a hyphen, at most
 * 60 characters. A name with letters it has no room for (other scripts, or too long) gets ten characters of its digest as
 * well, so that two such names do not share one.
 */
export async function slugOf(name: string): Promise<string> {
  const plain = name.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
  const slug = plain
    .replaceAll(/['’]/g, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
  const isWhole = slug !== '' && slug.length <= MAX_LENGTH && !/[^\P{L}a-z]|[^\P{N}0-9]/u.test(plain);
  if (isWhole) return slug;
  const head = slug.slice(0, MAX_LENGTH - 11).replace(/-$/, '');
  return [head, await digestSlug(name)].filter((part) => part !== '').join('-');
}

/** Ten characters (50 bits) of the digest of `value`. */
export async function digestSlug(value: string): Promise<string> {
  const hex = await sha256(value);
  return characters(
    Uint8Array.from({ length: 10 }, (_, i) => Number.parseInt(hex.slice(i * 2, i * 2 + 2), 16)),
  );
}

/** Ten random characters (50 bits). */
export function randomSlug(): string {
  return characters(crypto.getRandomValues(new Uint8Array(10)));
}

function characters(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => ALPHABET[byte & 31] ?? '').join('');
}
