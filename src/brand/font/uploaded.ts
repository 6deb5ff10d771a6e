import type { Blobs } from '../../blobs/port.ts';
import type { Assets } from '../../text/model.ts';

/** What stands for an uploaded font in a kit: the SHA-256 of what is kept of it. */
const DIGEST = /^[0-9a-f]{64}$/;

export function isUploaded(family: string): boolean {
  return DIGEST.test(family);
}

/** Where a file of an uploaded font is kept: among blobs as bundled families lie among the assets. */
export function fontName(digest: string, file: string): string {
  return `fonts/${digest}/${file}`;
}

/** The name of a font's description, beside its one file. */
export const FONT_INDEX = 'index.json';

/** Assets with the fonts somebody uploaded among them. */
export function withUploadedFonts(assets: Assets, blobs: Pick<Blobs, 'get'>): Assets {
  return {
    async read(path) {
      const [folder, family = ''] = path.split('/');
      if (folder !== 'fonts' || !isUploaded(family)) return assets.read(path);
      const bytes = await blobs.get(path);
      if (bytes === null) throw new Error(`The font ${path} is not in blobs.`);
      return bytes;
    },
  };
}
