import { artName, type Blobs } from '../blobs/port.ts';
import { PullquoteError } from '../errors.ts';
import { cleanPicture, type PictureCodec } from '../layer/clean.ts';
import { sha256 } from '../sha256.ts';

/** Pictures sent along with an import, by the names the metadata calls them. */
export type Files = Readonly<Record<string, Uint8Array>>;

/** The pictures of one import: checked when they are named, kept when all else is right. */
export interface Art {
  /**
   * Digest of the picture the metadata names: a file sent along, or the digest of one kept before.
   * @throws PullquoteError `bad-image` when there is none or it is no picture cards can show.
   */
  digestOf(name: string): Promise<string>;
  /** Keeps what is not kept yet. The function it gives back takes that away again. */
  keep(): Promise<() => Promise<void>>;
}

/** @param codec decodes what cannot be kept as it came (see `cleanPicture`) */
export function openArt(blobs: Blobs, files: Files, codec: PictureCodec | undefined): Art {
  const named = new Map<string, { bytes: Uint8Array; type: string }>();
  return {
    async digestOf(name) {
      const bytes = Object.hasOwn(files, name) ? files[name] : undefined;
      if (bytes) {
        const clean = await cleanPicture(bytes, codec);
        const digest = await sha256(clean.bytes);
        named.set(digest, clean);
        return digest;
      }
      if (/^[0-9a-f]{64}$/.test(name) && (await blobs.has(artName(name)))) return name;
      throw new PullquoteError(
        'bad-image',
        `Expected a picture named \`${name}\` but none was sent along or kept before.`,
      );
    },
    async keep() {
      const kept: string[] = [];
      for (const [digest, { bytes, type }] of named) {
        const name = artName(digest);
        if (await blobs.has(name)) continue;
        await blobs.put(name, bytes, type);
        kept.push(name);
      }
      return async () => {
        await Promise.all(kept.map((name) => blobs.delete(name)));
      };
    },
  };
}
