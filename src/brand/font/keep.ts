/** Uploaded fonts among blobs: their tables and descriptions, and families of several. */
import type { Blobs } from '../../blobs/port.ts';
import { canonicalJson } from '../../canonical-json.ts';
import { PullquoteError } from '../../errors.ts';
import { sha256 } from '../../sha256.ts';
import type { FamilyIndex } from '../../text/font-index.ts';
import { familyOf } from './family.ts';
import { cleanFont, FONT_FILE } from './font.ts';
import { FONT_INDEX, fontName, isUploaded } from './uploaded.ts';
import type { Brotli } from './woff2.ts';

interface FontDeps {
  blobs: Blobs;
  brotli: Brotli;
}

/**
 * Keeps an uploaded font under the digest of its tables, by which kits name it.
 * @throws PullquoteError `bad-font`
 */
export async function keepFont({ blobs, brotli }: FontDeps, bytes: Uint8Array): Promise<string> {
  const font = await cleanFont(bytes, brotli);
  const digest = await sha256(font.bytes);
  const index = new TextEncoder().encode(JSON.stringify({ id: digest, ...font.index }));
  await blobs.put(fontName(digest, FONT_FILE), font.bytes, 'font/sfnt');
  // Last: a font with a description is whole.
  await blobs.put(fontName(digest, FONT_INDEX), index, 'application/json');
  return digest;
}

/**
 * A kit's font with one weight more, or another in its place; of a bundled one nothing is kept.
 * @param font the digest of what was uploaded
 * @throws PullquoteError `bad-font`
 */
export async function withWeight(
  blobs: Blobs,
  family: string | null,
  weight: number,
  font: string,
): Promise<string> {
  const others = (await facesOf(blobs, family)).filter((face) => face.weight !== weight);
  return keepFamily(blobs, [...others, { weight, id: font }]);
}

/** The weights of a kit's font: none where it is a bundled one. */
async function facesOf(blobs: Blobs, family: string | null): Promise<{ weight: number; id: string }[]> {
  if (family === null || !isUploaded(family)) return [];
  const { id, weight = 400, faces = [{ weight, id }] } = await indexOf(blobs, family);
  return faces;
}

async function indexOf(blobs: Blobs, id: string): Promise<FamilyIndex> {
  const bytes = await blobs.get(fontName(id, FONT_INDEX));
  if (bytes === null) throw new Error(`The font ${id} is not in blobs.`);
  return JSON.parse(new TextDecoder().decode(bytes));
}

/**
 * Keeps fonts that are there as the weights of one, under a digest of its own.
 * @throws PullquoteError `bad-font`
 */
async function keepFamily(blobs: Blobs, faces: readonly { weight: number; id: string }[]): Promise<string> {
  const found = await Promise.all(
    faces.map(async ({ weight, id }) => ({ weight, index: await indexOf(blobs, id) })),
  );
  const family = familyOf(found);
  const digest = await sha256(new TextEncoder().encode(canonicalJson(family.faces)));
  const index = new TextEncoder().encode(JSON.stringify({ id: digest, ...family }));
  await blobs.put(fontName(digest, FONT_INDEX), index, 'application/json');
  return digest;
}

/**
 * Keeps uploaded fonts, each of the weight it says it has, as one. A font alone is itself, and may be variable.
 * @throws PullquoteError `bad-font`
 */
export async function keepFonts(deps: FontDeps, files: readonly Uint8Array[]): Promise<string> {
  const kept: string[] = [];
  // One after the other: each may take twenty megabytes.
  // oxlint-disable-next-line no-await-in-loop
  for (const bytes of files) kept.push(await keepFont(deps, bytes));
  const [only = '', ...others] = kept;
  if (others.length === 0) return only;
  const faces = (await Promise.all(kept.map((id) => facesOf(deps.blobs, id)))).flat();
  const weights = faces.map(({ weight }) => weight);
  if (new Set(weights).size < weights.length)
    throw new PullquoteError(
      'bad-font',
      `Expected fonts of different weights but received ${weights.join(', ')}.`,
    );
  return keepFamily(deps.blobs, faces);
}
