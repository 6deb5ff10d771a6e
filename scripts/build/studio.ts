/** Builds the Studio into `dist/assets/studio/`: its page, its code and the worker that keeps both for when there is no network. */
import { createHash } from 'node:crypto';
import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { FONT_FACES } from '../../src/pages/fonts.ts';

const root = fileURLToPath(new URL('../../src/studio/', import.meta.url));
const outDir = fileURLToPath(new URL('../../dist/assets/studio/', import.meta.url));
/** What it is made of besides its own sources. */
const SHARED = [
  'src/quote',
  'src/pages/fonts.ts',
  'src/layer/sizes.ts',
  'templates/names.ts',
  'package-lock.json',
];

export async function build(): Promise<void> {
  if (await isCurrent()) return;
  const [{ build: bundle }, { default: react }, { default: tailwind }] = await Promise.all([
    import('vite'),
    import('@vitejs/plugin-react'),
    import('@tailwindcss/vite'),
  ]);
  await bundle({
    root,
    base: '/studio/',
    configFile: false,
    envDir: false,
    // It would warn of fonts that are not among its files: the service has them.
    logLevel: 'error',
    // Vite makes the styles small; Tailwind's own way of it does not know highlights.
    plugins: [react(), tailwind({ optimize: false }), pageFonts],
    build: {
      outDir,
      emptyOutDir: true,
      target: 'es2023',
      // The policy of the page takes no data addresses for code, and one file more costs nothing.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      reportCompressedSize: false,
    },
  });
  const files = (await readdir(join(outDir, 'assets'))).map((name) => `assets/${name}`);
  await bundleWorker(files);
  await Promise.all(['index.html', 'sw.js', ...files].map(pack));
}

/** The service worker knows by name what it keeps, so that a new version keeps other files. */
async function bundleWorker(files: readonly string[]): Promise<void> {
  const { build: bundle } = await import('esbuild');
  const page = await readFile(join(outDir, 'index.html'));
  const version = createHash('sha256').update(page).update(files.join()).digest('hex').slice(0, 16);
  await bundle({
    entryPoints: [join(root, 'offline/worker.ts')],
    outfile: join(outDir, 'sw.js'),
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2023',
    define: {
      STUDIO_VERSION: JSON.stringify(version),
      STUDIO_FILES: JSON.stringify(files.map((file) => `/studio/${file}`)),
    },
  });
}

/** Writes a file packed beside itself: it is sent like that to who takes it. */
async function pack(file: string): Promise<void> {
  await writeFile(join(outDir, `${file}.gz`), gzipSync(await readFile(join(outDir, file)), { level: 9 }));
}

/** `virtual:fonts.css`: the type of the pages, fetched from where they fetch it. */
const pageFonts = {
  name: 'page-fonts',
  resolveId: (id: string) => (id === 'virtual:fonts.css' ? '\0fonts.css' : null),
  load: (id: string) => (id === '\0fonts.css' ? FONT_FACES : null),
};

async function isCurrent(): Promise<boolean> {
  const made = await stat(join(outDir, 'index.html')).catch(() => null);
  if (made === null) return false;
  const times = await Promise.all([root, ...SHARED].map(newest));
  return made.mtimeMs > Math.max(...times);
}

async function newest(path: string): Promise<number> {
  const own = await stat(path);
  if (!own.isDirectory()) return own.mtimeMs;
  const entries = await readdir(path, { withFileTypes: true, recursive: true });
  const times = await Promise.all(
    entries.map(async (entry) => (await stat(join(entry.parentPath, entry.name))).mtimeMs),
  );
  return Math.max(own.mtimeMs, ...times);
}
