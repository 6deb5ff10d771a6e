/** `npm run gallery`: draws `docs/gallery/`, every template at every size for three brands, with the real renderer. */
import { build } from 'esbuild';
import { pathToFileURL } from 'node:url';
import { join } from 'node:path';

process.chdir(new URL('..', import.meta.url).pathname);

const OUT = 'dist/gallery/draw.js';

await build({
  entryPoints: ['scripts/gallery/draw.ts'],
  outfile: OUT,
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node24',
  packages: 'external',
  jsx: 'automatic',
  jsxImportSource: 'satori/jsx',
  logLevel: 'warning',
});
const { draw } = await import(pathToFileURL(join(process.cwd(), OUT)).href);
await draw('docs/gallery');
