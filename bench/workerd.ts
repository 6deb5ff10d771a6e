/**
 * One card in workerd: what of the processor workerd's own process takes a card, user and system, over cards that are all
 * different, each asked for over HTTP. The drawing alone, by Pullquote and by peers as WebAssembly; and the whole service, whose D1
 * and R2 are in the same process and are counted with it.
 */
import { copyFile, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'esbuild';
import { convertV4MiniflareOptions, Miniflare } from 'miniflare';
import { startWorker } from '../test/http/servers.ts';
import { differentCards } from './episodes.ts';
import { processorTime, workerds } from './process.ts';
import { PEERS } from './peers.ts';
import { loadFonts, treeOf } from './render.ts';
import { openStage, PICTURES, SIZES, TEMPLATES } from './stage.ts';

interface Row {
  case: string;
  engine: string;
  cards: number;
  cpuMs: number;
  bytes: number;
}

/** Cards before the measuring: compiled code, layers, glyphs. */
const WARMING = 60;
/** The slow peers are asked for fewer cards: they take 5 to 20 times as long, and each of theirs costs alike. */
const PART = 10;

const ROOT = new URL('../', import.meta.url);
const inRoot = (path: string): string => fileURLToPath(new URL(path, ROOT));

/** @param cards how many cards of each size; of peers a tenth */
export async function run({ cards = 1000 }: { cards?: number }): Promise<{ rows: Row[] }> {
  const folder = await mkdtemp(join(tmpdir(), 'pullquote-bench-'));
  const rows: Row[] = [];
  try {
    rows.push(...(await runOwn(folder, cards)));
    rows.push(...(await runTakumi(folder, Math.ceil(cards / PART))));
    rows.push(...(await runSatori(Math.ceil(cards / PART))));
    rows.push(await runService(cards));
    return { rows };
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function runOwn(folder: string, cards: number): Promise<Row[]> {
  const pictures = Object.fromEntries(
    await Promise.all(
      [...PICTURES].map(async ([digest, file]) => [digest, (await readFile(file)).toString('base64')]),
    ),
  );
  const worker = await startBundle(folder, 'own', { PICTURES: pictures });
  return measure(worker, 'pullquote', cards, async (index, size) => ({
    template: TEMPLATES[index % TEMPLATES.length],
    seed: index,
    size,
  }));
}

async function runTakumi(folder: string, cards: number): Promise<Row[]> {
  const stage = await openStage();
  const fonts = Object.fromEntries(
    (await loadFonts()).map(({ name, data }) => [name, Buffer.from(data).toString('base64')]),
  );
  const worker = await startBundle(folder, 'takumi', { FONTS: fonts });
  return measure(worker, 'takumi-wasm', cards, async (index, size) => ({
    tree: await treeOf(stage, TEMPLATES[index % TEMPLATES.length] ?? 'classic', size, index),
    size,
  }));
}

/**
 * Satori's own HarfBuzz does not start in workerd, which compiles nothing at run time: it is measured in this process, with the
 * same WebAssembly.
 */
async function runSatori(cards: number): Promise<Row[]> {
  const stage = await openStage();
  const engine = await PEERS['satori-resvg-wasm']?.(await loadFonts());
  if (!engine) return [];
  const rows: Row[] = [];
  for (const [name, size] of Object.entries(SIZES)) {
    const trees = await Promise.all(
      Array.from({ length: WARMING / PART + cards }, (_, index) =>
        treeOf(stage, TEMPLATES[index % TEMPLATES.length] ?? 'classic', size, index),
      ),
    );
    for (const tree of trees.slice(0, WARMING / PART)) await engine.draw(tree, size);
    const started = process.cpuUsage();
    let bytes = 0;
    for (const tree of trees.slice(WARMING / PART)) bytes += (await engine.draw(tree, size)).length;
    const { user, system } = process.cpuUsage(started);
    const cpuMs = (user + system) / 1000 / cards;
    rows.push({ case: name, engine: 'satori-resvg-wasm, in Node', cards, cpuMs, bytes: bytes / cards });
  }
  return rows;
}

/** The Worker as it is deployed, asked for cards of quotes that are in its D1. */
async function runService(cards: number): Promise<Row> {
  const before = new Set(await workerds());
  const { origin, tokens, close } = await startWorker();
  try {
    const pid = (await workerds()).find((each) => !before.has(each));
    const paths = await differentCards(origin, tokens.admin, WARMING + cards);
    for (const path of paths.slice(0, WARMING)) await bytesOf(await fetch(`${origin}${path}`));
    const started = await processorTime(pid);
    let bytes = 0;
    for (const path of paths.slice(WARMING)) bytes += await bytesOf(await fetch(`${origin}${path}`));
    const cpuMs = (1000 * ((await processorTime(pid)) - started)) / cards;
    return { case: '1200x630', engine: 'pullquote, the whole service', cards, cpuMs, bytes: bytes / cards };
  } finally {
    await close();
  }
}

interface Started {
  origin: string;
  pid: number | undefined;
  close(): Promise<void>;
}

async function measure(
  { origin, pid, close }: Started,
  engine: string,
  cards: number,
  bodyOf: (index: number, size: (typeof SIZES)[keyof typeof SIZES]) => Promise<object>,
): Promise<Row[]> {
  const rows: Row[] = [];
  try {
    for (const [name, size] of Object.entries(SIZES)) {
      const draw = async (from: number, to: number): Promise<number> => {
        let bytes = 0;
        for (let index = from; index < to; index++) {
          const body = JSON.stringify(await bodyOf(index, size));
          bytes += await bytesOf(await fetch(origin, { method: 'POST', body }));
        }
        return bytes;
      };
      await draw(0, engine === 'pullquote' ? WARMING : WARMING / PART);
      const started = await processorTime(pid);
      const bytes = await draw(WARMING, WARMING + cards);
      const cpuMs = (1000 * ((await processorTime(pid)) - started)) / cards;
      rows.push({ case: name, engine, cards, cpuMs, bytes: bytes / cards });
    }
    return rows;
  } finally {
    await close();
  }
}

async function bytesOf(response: Response): Promise<number> {
  if (!response.ok)
    throw new Error(`${response.url} was answered ${response.status}: ${await response.text()}`);
  return (await response.arrayBuffer()).byteLength;
}

/** Bundles a Worker of `bench/worker/` and starts it in a workerd of its own. */
async function startBundle(
  folder: string,
  name: string,
  bindings: Record<string, Record<string, string>>,
): Promise<Started> {
  const out = await mkdtemp(join(folder, `${name}-`));
  await build({
    entryPoints: [inRoot(`bench/worker/${name}.ts`)],
    outfile: join(out, 'index.js'),
    bundle: true,
    format: 'esm',
    platform: 'neutral',
    target: 'es2024',
    mainFields: ['module', 'main'],
    conditions: ['workerd', 'worker', 'browser', 'import'],
    define: { 'process.env.NODE_ENV': '"production"', 'import.meta.url': '"file:///bench/"' },
    jsx: 'automatic',
    logLevel: 'warning',
    plugins: [withoutNode, compiled(out)],
  });
  const before = new Set(await workerds());
  const modules = (await readdir(out)).filter((file) => file !== 'index.js');
  const runtime = new Miniflare(
    convertV4MiniflareOptions({
      modules: [
        { type: 'ESModule' as const, path: join(out, 'index.js') },
        ...modules.map((file) => ({ type: 'CompiledWasm' as const, path: join(out, file) })),
      ],
      modulesRoot: out,
      compatibilityDate: '2026-10-01',
      bindings,
      serviceBindings: { ASSETS: { disk: { path: inRoot('dist/assets'), writable: false } } },
      // The Worker's own socket: through miniflare's come two Workers of its own more, which are no part of a card.
      unsafeDirectSockets: [{ host: '127.0.0.1', port: 0 }],
      cf: false,
    }),
  );
  await runtime.ready;
  const { origin } = await runtime.unsafeGetDirectURL();
  const pid = (await workerds()).find((each) => !before.has(each));
  return { origin, pid, close: () => runtime.dispose() };
}

/** What of `stage.ts` only Node needs. */
const withoutNode: Plugin = {
  name: 'without-node',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^node:|^@resvg\/resvg-js$/ }, () => ({ path: 'none', namespace: 'without-node' }));
    onLoad({ filter: /.*/, namespace: 'without-node' }, () => ({
      contents: 'export const readFile = undefined, Resvg = undefined, createRequire = () => () => ({});',
    }));
  },
};

/** Every `.wasm` as a module beside the bundle. */
function compiled(out: string): Plugin {
  const { resolve } = createRequire(inRoot('bench/package.json'));
  return {
    name: 'compiled',
    setup({ onResolve }) {
      onResolve({ filter: /\.wasm$/ }, async ({ path, resolveDir }) => {
        const name = basename(path);
        await copyFile(path.startsWith('.') ? join(resolveDir, path) : resolve(path), join(out, name));
        return { path: `./${name}`, external: true };
      });
    },
  };
}
