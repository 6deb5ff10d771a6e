/** The way of a brand kit into the store. */
import { brandFontIds } from '../../fonts/registry.ts';
import { templateNames } from '../../templates/index.ts';
import { artName, type Blobs } from '../blobs/port.ts';
import { keepFont, withWeight } from '../brand/font/keep.ts';
import { FONT_INDEX, fontName, isUploaded } from '../brand/font/uploaded.ts';
import type { Brotli } from '../brand/font/woff2.ts';
import { type BrandKit, defaultBrand } from '../brand/model.ts';
import { brandSchema } from '../brand/schema.ts';
import { PullquoteError } from '../errors.ts';
import { cleanPicture, type PictureCodec } from '../layer/clean.ts';
import type { BrandRevision, Store } from '../store/port.ts';
import { canonicalJson } from '../canonical-json.ts';
import { sha256 } from '../sha256.ts';

interface BrandDeps {
  store: Store;
  blobs: Blobs;
  now?: () => Date;
}

/** A brand's newest revision with its kit read. */
export interface KeptBrand extends Omit<BrandRevision, 'kit'> {
  kit: BrandKit;
}

export interface SavedBrand extends KeptBrand {
  /** `unchanged`: the kit is what it was, and so is its revision. */
  status: 'created' | 'changed' | 'unchanged';
}

/** The newest kit of a brand, or `null`. Pullquote's own is always there, as revision 0. */
export async function readBrand(store: Pick<Store, 'brand'>, id: string): Promise<KeptBrand | null> {
  if (id === defaultBrand.id) return { id, revision: 0, kit: defaultBrand, createdAt: BEGINNING };
  const found = await store.brand(id);
  return found === null ? null : { ...found, kit: brandSchema.parse(found.kit) };
}

const BEGINNING = '1970-01-01T00:00:00.000Z';

/**
 * The brands that a show or an episode names must be there: cards in another look than was meant would be a surprise.
 * @throws PullquoteError `bad-brand`
 */
export async function requireBrands(
  store: Pick<Store, 'brand'>,
  named: { brandId?: string | null | undefined; show: { brandId?: string | null | undefined } },
): Promise<void> {
  for (const [parameter, id] of Object.entries({
    brandId: named.brandId,
    'show.brandId': named.show.brandId,
  })) {
    if (id == null || (await readBrand(store, id)) !== null) continue;
    throw bad(
      parameter,
      `a brand that is kept here (make it first: \`PUT /v1/brands/${id}\` or \`pullquote brand set ${id}\`)`,
      id,
    );
  }
}

/**
 * Keeps a kit as the next revision of its brand. Cards made with earlier ones keep their address and look, since a card's
 * key is made of the whole kit.
 * @param expected the revision the change was made to; `null`: whichever is there
 * @throws PullquoteError `bad-brand` for what cannot be drawn, `precondition-failed` when the revision is another,
 *   `conflict` when another change came between
 */
export async function saveBrand(
  { store, blobs, now }: BrandDeps,
  kit: BrandKit,
  expected: number | null,
): Promise<SavedBrand> {
  await checkKit(kit, blobs);
  const before = await readBrand(store, kit.id);
  if (expected !== null && expected !== (before?.revision ?? 0)) {
    throw new PullquoteError(
      'precondition-failed',
      `Expected the brand \`${kit.id}\` at revision ${expected} but it is at ${before?.revision ?? 0}; read it and change it again.`,
      { brand: kit.id, revision: before?.revision ?? 0 },
    );
  }
  if (before !== null && canonicalJson(before.kit) === canonicalJson(kit)) {
    return { ...before, status: 'unchanged' };
  }
  const createdAt = (now?.() ?? new Date()).toISOString();
  const saved = { id: kit.id, revision: (before?.revision ?? 0) + 1, kit, createdAt };
  await store.saveBrand(saved);
  return { ...saved, status: before === null ? 'created' : 'changed' };
}

/**
 * Keeps a picture as a brand's logo, cleaned as every uploaded picture is.
 * @throws PullquoteError `not-found` without such a brand, `bad-image`, and what `saveBrand` throws
 */
export async function saveLogo(
  deps: BrandDeps & { codec: PictureCodec },
  { id, bytes, expected }: { id: string; bytes: Uint8Array; expected: number | null },
): Promise<SavedBrand> {
  const before = await readBrand(deps.store, id);
  if (before === null) throw new PullquoteError('not-found', `There is no brand \`${id}\`.`, { brand: id });
  const clean = await cleanPicture(bytes, deps.codec);
  const logo = await sha256(clean.bytes);
  await deps.blobs.put(artName(logo), clean.bytes, clean.type);
  return saveBrand(deps, { ...before.kit, logo }, expected);
}

/** A font of a kit: of names and titles, or of the quote. */
export type FontRole = keyof BrandKit['fonts'];

interface FontUpload {
  id: string;
  role: FontRole;
  /** The weight of the brand's uploaded font that this one is; `null`: it is the whole font. */
  weight: number | null;
  bytes: Uint8Array;
  expected: number | null;
}

/**
 * Keeps an uploaded font as one of a brand's two, or as one weight of it. Kits and cards made with another keep theirs.
 * @throws PullquoteError `not-found` without such a brand, `bad-font`, and what `saveBrand` throws
 */
export async function saveFont(
  deps: BrandDeps & { brotli: Brotli },
  { id, role, weight, bytes, expected }: FontUpload,
): Promise<SavedBrand> {
  const before = await readBrand(deps.store, id);
  if (before === null) throw new PullquoteError('not-found', `There is no brand \`${id}\`.`, { brand: id });
  const font = await keepFont(deps, bytes);
  const digest = weight === null ? font : await withWeight(deps.blobs, before.kit.fonts[role], weight, font);
  return saveBrand(deps, { ...before.kit, fonts: { ...before.kit.fonts, [role]: digest } }, expected);
}

async function checkKit(kit: BrandKit, blobs: Blobs): Promise<void> {
  const { id } = kit;
  if (id === defaultBrand.id) throw bad('id', `another ID than \`${id}\`, which is Pullquote’s own`, id);
  await requireDrawable(kit, blobs);
}

/** @throws PullquoteError `bad-brand` for a template, a font or a logo that is not there */
export async function requireDrawable({ template, fonts, logo }: BrandKit, blobs: Blobs): Promise<void> {
  if (!templateNames.some((name) => name === template))
    throw bad('template', `one of ${templateNames.join(', ')}`, template);
  for (const [role, family] of Object.entries(fonts)) {
    if (family === null || brandFontIds.includes(family)) continue;
    if (isUploaded(family) && (await blobs.has(fontName(family, FONT_INDEX)))) continue;
    const expected = `one of ${brandFontIds.join(', ')}, or the digest of a font kept before (send it to \`/v1/brands/{id}/fonts/${role}\`)`;
    throw bad(`fonts.${role}`, expected, family);
  }
  if (logo !== null && !(await blobs.has(artName(logo))))
    throw bad('logo', 'the digest of a picture kept before (send it to `/v1/brands/{id}/logo`)', logo);
}

function bad(parameter: string, expected: string, received: string): PullquoteError {
  return new PullquoteError(
    'bad-brand',
    `Expected ${expected} for \`${parameter}\` but received \`${received}\`.`,
    { parameter },
  );
}
