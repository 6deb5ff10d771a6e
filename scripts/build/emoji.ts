/**
 * Writes the colour emoji as SVG markup into `dist/assets/emoji/<shard>.json`: Noto Emoji (Apache-2.0) and, for the
 * sequences its package leaves out (country flags), Twemoji (CC-BY-4.0).
 */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import {
  type EmojiIndex,
  type EmojiShard,
  type EmojiVersion,
  emojiKey,
  emojiShard,
} from '../../src/text/emoji-index.ts';
import { buildFolder } from './swap.ts';

const root = new URL('../../', import.meta.url);
const folder = new URL('dist/assets/emoji/', root);
const packages = ['@iconify-json/noto', '@iconify-json/twemoji'];

interface IconSet {
  width: number;
  height: number;
  icons: Record<string, { body: string; width?: number; height?: number }>;
  aliases?: Record<string, { parent: string }>;
}

interface IconInfo {
  author: { name: string };
  license: { spdx: string };
}

async function readJson<T>(url: URL): Promise<T> {
  const value: T = JSON.parse(await readFile(url, 'utf8'));
  return value;
}

/** A key of the package (`1f44b-1f3fd`, in any case, with or without selectors) in our form. */
function normalKey(key: string): string {
  return emojiKey(String.fromCodePoint(...key.split('-').map((part) => parseInt(part, 16))));
}

/** Adds the pictures of one package that `pictures` does not have yet. */
async function addPictures(name: string, pictures: Map<string, string>): Promise<void> {
  const source = new URL(`node_modules/${name}/`, root);
  const set = await readJson<IconSet>(new URL('icons.json', source));
  const names = await readJson<Record<string, string>>(new URL('chars.json', source));
  for (const [raw, iconName] of Object.entries(names)) {
    const key = normalKey(raw);
    const icon = set.icons[iconName] ?? set.icons[set.aliases?.[iconName]?.parent ?? ''];
    if (!icon || pictures.has(key)) continue;
    const box = `0 0 ${icon.width ?? set.width} ${icon.height ?? set.height}`;
    pictures.set(key, `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${box}">${icon.body}</svg>`);
  }
}

async function describe(name: string): Promise<EmojiIndex['sources'][number]> {
  const source = new URL(`node_modules/${name}/`, root);
  const { version } = await readJson<{ version: string }>(new URL('package.json', source));
  const info = await readJson<IconInfo>(new URL('info.json', source));
  return { package: name, version, licence: info.license.spdx, author: info.author.name };
}

/** The pictures by shard, in the order of their keys, and a digest of them all. */
function toShards(pictures: ReadonlyMap<string, string>): {
  shards: Map<string, EmojiShard>;
  version: EmojiVersion;
} {
  const shards = new Map<string, EmojiShard>();
  const digest = createHash('sha256');
  for (const [key, picture] of [...pictures].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    const name = emojiShard(key);
    const shard = shards.get(name) ?? {};
    shard[key] = picture;
    digest.update(`${key} ${picture}\n`);
    shards.set(name, shard);
  }
  return { shards, version: { digest: digest.digest('hex').slice(0, 12) } };
}

async function writeAssets(out: URL, inputs: string, sources: EmojiIndex['sources']): Promise<void> {
  const pictures = new Map<string, string>();
  for (const name of packages) await addPictures(name, pictures);
  const { shards, version } = toShards(pictures);
  const write = async (name: string, value: unknown): Promise<void> =>
    writeFile(new URL(`${name}.json`, out), JSON.stringify(value));
  for (const [name, shard] of shards) await write(name, shard);
  const index: EmojiIndex = { inputs, sources, keys: [...pictures.keys()].toSorted().join(' ') };
  await write('version', version);
  await write('index', index);
}

/** Builds the emoji assets unless they are those of the same inputs already. */
export async function build(): Promise<void> {
  const sources = await Promise.all(packages.map(describe));
  const code = await Promise.all(
    ['scripts/build/emoji.ts', 'src/text/emoji-index.ts'].map((path) =>
      readFile(new URL(path, root), 'utf8'),
    ),
  );
  const inputs = createHash('sha256')
    .update([...code, JSON.stringify(sources)].join('\n'))
    .digest('hex');
  const indexUrl = new URL('index.json', folder);
  if (existsSync(indexUrl) && (await readJson<EmojiIndex>(indexUrl)).inputs === inputs) return;
  await buildFolder(folder, async (out) => writeAssets(out, inputs, sources));
}
