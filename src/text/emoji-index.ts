/** The built emoji assets' own description: written by `scripts/build/emoji.ts`, read by the emoji set. */

/** `emoji/index.json`. */
export interface EmojiIndex {
  /** Digest of all that the assets were made from. */
  inputs: string;
  sources: { package: string; version: string; licence: string; author: string }[];
  /** Keys of every picture, separated by spaces. */
  keys: string;
}

/** `emoji/version.json`: small, so that it can be read at every start. */
export interface EmojiVersion {
  /** Digest of all pictures. */
  digest: string;
}

/** `emoji/<shard>.json`: SVG markup by key. */
export type EmojiShard = Record<string, string>;

const shards = 512;

/** Key of an emoji sequence: its code points in hexadecimal without variation selector 16, joined by `-`. */
export function emojiKey(sequence: string): string {
  const parts: string[] = [];
  for (const character of sequence) {
    const code = character.codePointAt(0) ?? 0;
    if (code !== 0xfe0f) parts.push(code.toString(16));
  }
  return parts.join('-');
}

/** Emoji as Unicode recommends them for interchange (UTS #51, ED-27), each a part of its own when a text is split by it. */
const EMOJI = /(\p{RGI_Emoji})/v;

/** A text as what stands between its emoji, whose key is `null`, and the emoji, in turn. */
export function emojiParts(text: string): { text: string; key: string | null }[] {
  return text
    .split(EMOJI)
    .map((part, index) => ({ text: part, key: index % 2 === 0 ? null : emojiKey(part) }));
}

/** The file that holds an emoji's picture, by FNV-1a of its key. */
export function emojiShard(key: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < key.length; i++) hash = Math.imul(hash ^ key.charCodeAt(i), 0x01000193);
  return ((hash >>> 0) % shards).toString(16).padStart(3, '0');
}
