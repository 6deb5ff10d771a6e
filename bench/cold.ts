/**
 * From the start of a process to its first card, its layer kept from before: a service, until it has answered; `pullquote card`,
 * which looks a quote up, draws it into a file and ends; peers in a process of their own that draws one card and ends. The two are timed
 * to their end.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { differentCards, openSettings } from './episodes.ts';
import { processorTime, runCommand, startService, stop } from './process.ts';
import { loadFonts, treeOf } from './render.ts';
import { median } from './search.ts';
import { openStage, SIZES } from './stage.ts';
import { staticFont } from './static-font.ts';

interface Row {
  case: string;
  engine: string;
  p50Ms: number;
  /** Processor time until then. */
  cpuMs: number;
}

const PORT = 18_792;

interface Took {
  ms: number;
  cpuMs: number;
}

export async function run({ rounds }: { rounds: number }): Promise<{ rows: Row[] }> {
  const folder = await mkdtemp(join(tmpdir(), 'pullquote-bench-'));
  try {
    const paths = await fill(folder, rounds);
    await writeScene(folder);
    const took = new Map<string, Took[]>();
    for (let round = 0; round < rounds; round++) {
      const add = (engine: string, each: Took): void => {
        took.set(engine, [...(took.get(engine) ?? []), each]);
      };
      add('pullquote, the whole service', await coldService(folder, paths[2 * round] ?? ''));
      add('pullquote card', await coldCommand(folder, paths[2 * round + 1] ?? ''));
      for (const [engine, source] of Object.entries(PEERS)) add(engine, await coldPeer(folder, source));
    }
    const rows = Array.from(took, ([engine, all]) => ({
      case: '1200x630',
      engine,
      p50Ms: median(all.map(({ ms }) => ms)),
      cpuMs: median(all.map(({ cpuMs }) => cpuMs)),
    }));
    return { rows };
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Takes in an episode and has one card drawn, so that its layer is kept. */
async function fill(folder: string, rounds: number): Promise<string[]> {
  const { settings, secret } = await openSettings();
  const service = await startService(folder, PORT, settings);
  const all = await differentCards(`http://127.0.0.1:${PORT}`, secret, 3 * (2 * rounds + 1));
  const [first = '', ...paths] = all.filter((path) => path.includes('template=classic'));
  await (await fetch(`http://127.0.0.1:${PORT}${first}`)).arrayBuffer();
  await stop(service);
  return paths;
}

async function coldService(folder: string, path: string): Promise<Took> {
  const started = performance.now();
  const service = await startService(folder, PORT);
  const response = await fetch(`http://127.0.0.1:${PORT}${path}`);
  await response.arrayBuffer();
  const ms = performance.now() - started;
  const cpuMs = (await processorTime(service.pid)) * 1000;
  await stop(service);
  if (!response.ok) throw new Error(`${path} was answered ${response.status}.`);
  return { ms, cpuMs };
}

async function coldCommand(folder: string, path: string): Promise<Took> {
  const quote = /q_\w+/.exec(path)?.[0] ?? '';
  const file = join(folder, `${quote}.png`);
  const look = ['--template', 'classic', '--brand', 'bench'];
  const { ms, usage } = await runCommand(['card', quote, '-o', file, ...look, '--data', folder]);
  if ((await stat(file)).size < 1000) throw new Error(`${file} is no card.`);
  return { ms, cpuMs: (usage.userCPUTime + usage.systemCPUTime) / 1000 };
}

/** What the peers draw, as a file: the tree of a card with its words, and fonts. */
async function writeScene(folder: string): Promise<void> {
  const tree = await treeOf(await openStage(), 'classic', SIZES['1200x630'], 0);
  const fonts = (await loadFonts()).map(({ name, data }) => ({
    name,
    data: Buffer.from(staticFont(data)).toString('base64'),
  }));
  await writeFile(join(folder, 'scene.json'), JSON.stringify({ tree, fonts, size: SIZES['1200x630'] }));
}

async function coldPeer(folder: string, source: string): Promise<Took> {
  const started = performance.now();
  const script = join(new URL('.', import.meta.url).pathname, `cold-${process.pid}.mjs`);
  await writeFile(script, `${SCENE}${source}`);
  try {
    const child = spawn(process.execPath, [script, join(folder, 'scene.json')], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [[said], [code]]: [Buffer[], unknown[]] = await Promise.all([
      Promise.race([once(child.stdout, 'data'), once(child, 'exit').then(() => [])]),
      once(child, 'exit'),
    ]);
    const ms = performance.now() - started;
    if (said === undefined) throw new Error(`A peer ended: ${String(code)}.`);
    return { ms, cpuMs: Number(said.toString()) };
  } finally {
    await rm(script);
  }
}

const SCENE = `
import { readFileSync } from 'node:fs';
const { tree, fonts, size } = JSON.parse(readFileSync(process.argv[2], 'utf8'));
for (const font of fonts) font.data = Buffer.from(font.data, 'base64');
const end = (png) => {
  const { user, system } = process.cpuUsage();
  if (png.length > 1000) process.stdout.write(String((user + system) / 1000));
};
`;

const PEERS: Readonly<Record<string, string>> = {
  'satori-resvg-js': `
import satori from 'satori';
import { Resvg } from '@resvg/resvg-js';
const svg = await satori(tree, { ...size, fonts: fonts.map((font) => ({ ...font, weight: 400, style: 'normal' })) });
end(new Resvg(svg, { font: { loadSystemFonts: false } }).render().asPng());
`,
  'takumi-native': `
import { Renderer } from '@takumi-rs/core';
import { fromJsx } from '@takumi-rs/helpers/jsx';
const renderer = new Renderer();
for (const font of fonts) await renderer.registerFont(font);
end(await renderer.render((await fromJsx(tree)).node, size));
`,
};
