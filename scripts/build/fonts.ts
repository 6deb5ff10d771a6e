/**
 * Unpacks the font packages' WOFF2 slices into `dist/assets/fonts/<family>/<slice>-<style>-<digest>.ttf` and writes
 * which characters each slice covers, as its own cmap says, into `dist/assets/fonts/<family>/index.json`.
 */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { Blob, Face, Font } from 'harfbuzzjs';
import decompress from 'woff2-encoder/decompress';
import { type FontFamily, fontFamilies } from '../../fonts/registry.ts';
import {
  encodeRanges,
  type FamilyIndex,
  type FontIndex,
  type SliceIndex,
} from '../../src/text/font-index.ts';
import { buildFolder } from './swap.ts';

const root = new URL('../../', import.meta.url);
const folder = new URL('dist/assets/fonts/', root);

const digest = (bytes: Uint8Array | string): string =>
  createHash('sha256').update(bytes).digest('hex').slice(0, 12);

interface PackageMetadata {
  version: string;
  license: { type: string; attribution: string };
}

async function readJson<T>(url: URL): Promise<T> {
  const value: T = JSON.parse(await readFile(url, 'utf8'));
  return value;
}

/** Slices of a family to unpack, in the registry's order; `[12]` in the package's list is the file `…-12-…`. */
function keptSlices(family: FontFamily, names: readonly string[]): string[] {
  const numbered = names.filter((name) => name.startsWith('['));
  const plain = names.filter((name) => !name.startsWith('['));
  const kept = (family.slices ?? plain).flatMap((name) =>
    name === 'numbered' ? numbered : plain.includes(name) ? name : [],
  );
  return kept.map((name) => name.replace(/[[\]]/g, ''));
}

/** The characters to give to a slice: what its cmap has, without controls. */
function coverage(face: Face): number[] {
  return [...face.collectUnicodes()].filter((code) => code >= 0x20 && !(code >= 0x7f && code < 0xa0));
}

async function buildSlice(
  out: URL,
  family: FontFamily,
  source: URL,
  slice: string,
  style: string,
): Promise<{ index: SliceIndex; face: Face }> {
  const name = family.package.split('/').at(-1) ?? family.id;
  const woff2 = await readFile(new URL(`files/${name}-${slice}-${family.axes}-${style}.woff2`, source));
  const sfnt = await decompress(woff2);
  const file = `${slice}-${style}-${digest(sfnt)}.ttf`;
  await writeFile(new URL(`${family.id}/${file}`, out), sfnt);
  const face = new Face(new Blob(sfnt));
  return { index: { file, ranges: encodeRanges(coverage(face)) }, face };
}

async function buildFamily(out: URL, family: FontFamily): Promise<FontIndex['families'][string]> {
  const source = new URL(`node_modules/${family.package}/`, root);
  const metadata = await readJson<PackageMetadata>(new URL('metadata.json', source));
  const slices = keptSlices(family, Object.keys(await readJson<object>(new URL('unicode.json', source))));
  await mkdir(new URL(`${family.id}/`, out), { recursive: true });
  const styles: FamilyIndex['styles'] = { normal: [] };
  let face: Face | null = null;
  for (const style of family.italic ? (['normal', 'italic'] as const) : (['normal'] as const)) {
    const built: SliceIndex[] = [];
    for (const slice of slices) {
      const next = await buildSlice(out, family, source, slice, style);
      face ??= next.face;
      built.push(next.index);
    }
    styles[style] = built;
  }
  if (!face) throw new Error(`No slices of ${family.id} in ${family.package}`);
  const extents = new Font(face).hExtents();
  const axes = Object.values(face.getAxisInfos()).map(({ tag, min, max }) => ({ tag, min, max }));
  const index: FamilyIndex = {
    id: family.id,
    kind: family.kind,
    unitsPerEm: face.upem,
    ascender: extents.ascender,
    descender: extents.descender,
    axes,
    ...(family.optical ? { optical: family.optical } : {}),
    styles,
  };
  const json = JSON.stringify(index);
  await writeFile(new URL(`${family.id}/index.json`, out), json);
  await writeFile(new URL(`${family.id}/LICENSE`, out), await readFile(new URL('LICENSE', source)));
  return {
    name: family.name,
    licence: metadata.license.type,
    attribution: metadata.license.attribution,
    digest: digest(json),
  };
}

/** What the outputs depend on: the families, this script's and the index's code, and the packages' versions. */
async function inputsDigest(): Promise<string> {
  const parts = await Promise.all(
    ['scripts/build/fonts.ts', 'src/text/font-index.ts'].map((path) => readFile(new URL(path, root), 'utf8')),
  );
  parts.push(JSON.stringify(fontFamilies));
  for (const family of fontFamilies) {
    const url = new URL(`node_modules/${family.package}/package.json`, root);
    parts.push(`${family.package}@${(await readJson<{ version: string }>(url)).version}`);
  }
  return digest(parts.join('\n'));
}

/** Builds the font assets unless they are those of the same inputs already. */
export async function build(): Promise<void> {
  const indexUrl = new URL('index.json', folder);
  const inputs = await inputsDigest();
  if (existsSync(indexUrl) && (await readJson<FontIndex>(indexUrl)).inputs === inputs) return;
  await buildFolder(folder, async (out) => {
    const families: FontIndex['families'] = {};
    for (const family of fontFamilies) families[family.id] = await buildFamily(out, family);
    const index: FontIndex = { inputs, families };
    await writeFile(new URL('index.json', out), JSON.stringify(index, null, 1));
  });
}
