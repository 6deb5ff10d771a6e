/** Colour emoji: which sequences have a picture, and the pictures, loaded by shard. */
import { type EmojiIndex, type EmojiShard, type EmojiVersion, emojiKey, emojiShard } from './emoji-index.ts';
import { Cache } from './cache.ts';
import type { Assets } from './model.ts';
import { emojiKind, graphemeClass, graphemeId } from './unicode/properties.ts';

const regional = graphemeId('Regional_Indicator');
const pictograph = graphemeId('ExtPict');
const decoder = new TextDecoder();
/** Pictures kept in memory, at about 6 KB each. */
const keptPictures = 512;

/** Whether a grapheme cluster is meant as emoji, needs to be where no font has it, or is none (UTS #51). */
export function emojiWish(cluster: string): 'emoji' | 'fallback' | 'none' {
  const code = cluster.codePointAt(0) ?? 0;
  if (code < 0xa9 && !cluster.includes('\u20e3')) return 'none';
  const kind = emojiKind(code);
  if (graphemeClass(code) === regional || kind === 'P')
    return cluster.includes('\ufe0e') ? 'fallback' : 'emoji';
  if (kind === '-' && graphemeClass(code) !== pictograph) return 'none';
  const joined = cluster.length > (code > 0xffff ? 2 : 1) && !cluster.includes('\ufe0e');
  return joined ? 'emoji' : 'fallback';
}

/** The picture of an emoji, as SVG markup; undefined where there is none. */
export async function readEmoji(assets: Assets, key: string): Promise<string | undefined> {
  const shard: EmojiShard = JSON.parse(decoder.decode(await assets.read(`emoji/${emojiShard(key)}.json`)));
  return shard[key];
}

export class EmojiSet {
  readonly #assets: Assets;
  #keys: Set<string> | null = null;
  readonly #pictures = new Cache<string, string>(keptPictures);
  /** Digest of all pictures. */
  readonly digest: string;

  private constructor(assets: Assets, digest: string) {
    this.#assets = assets;
    this.digest = digest;
  }

  static async open(assets: Assets): Promise<EmojiSet> {
    const version: EmojiVersion = JSON.parse(decoder.decode(await assets.read('emoji/version.json')));
    return new EmojiSet(assets, version.digest);
  }

  get loaded(): boolean {
    return this.#keys !== null;
  }

  async loadIndex(): Promise<void> {
    if (this.#keys) return;
    const index: EmojiIndex = JSON.parse(decoder.decode(await this.#assets.read('emoji/index.json')));
    this.#keys = new Set(index.keys.split(' '));
  }

  /** Key of the cluster's picture, or null. Needs the index. */
  find(cluster: string): string | null {
    const key = emojiKey(cluster);
    return this.#keys?.has(key) ? key : null;
  }

  /** True where all of these pictures are loaded. */
  has(keys: Iterable<string>): boolean {
    return [...keys].every((key) => this.#pictures.get(key) !== undefined);
  }

  async load(keys: Iterable<string>): Promise<void> {
    await Promise.all(Array.from(keys, (key) => this.#loadOne(key)));
  }

  async #loadOne(key: string): Promise<void> {
    if (this.#pictures.get(key) !== undefined) return;
    const svg = await readEmoji(this.#assets, key);
    if (svg !== undefined) this.#pictures.set(key, svg);
  }

  svg(key: string): string {
    const svg = this.#pictures.get(key);
    if (svg === undefined) throw new Error(`The emoji ${key} is not loaded: prepare the text first`);
    return svg;
  }
}
