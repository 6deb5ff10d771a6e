/** Pictures and fonts sent to be named by their digest later, in a brand's kit or an episode's metadata. */
import { Hono } from 'hono';
import { z } from 'zod';
import { artName } from '../blobs/port.ts';
import { FONT_LIMITS } from '../brand/font/font.ts';
import { keepFont } from '../brand/font/keep.ts';
import { cleanPicture } from '../layer/clean.ts';
import { inspectPicture, PICTURE_LIMITS } from '../layer/picture.ts';
import { sha256 } from '../sha256.ts';
import { readBytes } from './body.ts';
import type { AppDeps, AppEnv } from './context.ts';
import { allow, queryOf } from './input.ts';
import type { Operation } from './openapi.ts';
import { noQuery } from './schemas.ts';

export const pictureView = z
  .object({
    digest: z.string().meta({ description: 'SHA-256 of the picture as it is kept, 64 hexadecimal digits.' }),
    type: z.string(),
    width: z.int(),
    height: z.int(),
  })
  .meta({ id: 'Picture' });

const fontView = z.object({ digest: z.string() }).meta({ id: 'UploadedFont' });

export function uploadRoutes({ blobs, codec, brotli }: AppDeps) {
  return new Hono<AppEnv>()
    .post('/v1/pictures', allow('import'), queryOf(noQuery), async (c) => {
      const { bytes, type } = await cleanPicture(await readBytes(c.req.raw, PICTURE_LIMITS.bytes), codec);
      const digest = await sha256(bytes);
      await blobs.put(artName(digest), bytes, type);
      const { width, height } = inspectPicture(bytes);
      return c.json({ digest, type, width, height }, 201, { 'Cache-Control': 'no-store' });
    })
    .post('/v1/fonts', allow('import'), queryOf(noQuery), async (c) => {
      const digest = await keepFont({ blobs, brotli }, await readBytes(c.req.raw, FONT_LIMITS.bytes));
      return c.json({ digest }, 201, { 'Cache-Control': 'no-store' });
    });
}

export const uploadOperations: Operation[] = [
  {
    method: 'post',
    path: '/v1/pictures',
    summary:
      'Keep a picture, cleaned of all that is not seen, to be named by its digest: as `logo` of a brand, `cover` or `photo` of an episode, or in a preview.',
    scope: 'import',
    body: { file: ['image/png', 'image/jpeg', 'image/webp', 'image/svg+xml'] },
    answer: { status: 201, description: 'The picture.', json: pictureView },
    errors: ['unauthorized', 'forbidden', 'bad-image', 'too-large', 'rate-limited'],
  },
  {
    method: 'post',
    path: '/v1/fonts',
    summary:
      'Keep a font (TTF, OTF or WOFF2), to be named by its digest in the `fonts` of a brand or of a kit in a preview.',
    scope: 'import',
    body: { file: ['font/ttf', 'font/otf', 'font/woff2'] },
    answer: { status: 201, description: 'What names it.', json: fontView },
    errors: ['unauthorized', 'forbidden', 'bad-font', 'too-large', 'rate-limited'],
  },
];
