/** What a person waits for in the Studio: a card that nobody has kept, from the service alone and in Chromium from a change to its picture. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SIZES } from '../src/layer/sizes.ts';
import { templateNames } from '../templates/index.ts';
import { processorTime, startService, stop } from './process.ts';
import { median } from './search.ts';
import { changesInStudio, type Change } from './studio.ts';

export interface Row {
  case: string;
  count: number;
  /** Milliseconds, as a clock has them. */
  p50Ms: number;
  mostMs: number;
  under100: string;
  /** Milliseconds of all processors the service took for one; `null` where it was not the only one at work. */
  processorMs: number | null;
}

const PORT = 18_789;
const ORIGIN = `http://127.0.0.1:${PORT}`;

/** Device pixels a CSS pixel, as the Studio asks for on a plain screen. */
const RATIO = 0.6;

/** Sentences of the example, all different. */
const SENTENCES = 60;

/** @param rounds cards drawn over each layer once it is there, and changes of a kind in the Studio */
export async function run({ rounds }: { rounds: number }): Promise<{ rows: Row[] }> {
  const folder = await mkdtemp(join(tmpdir(), 'pullquote-bench-'));
  const service = await startService(folder, PORT);
  try {
    const token = (await readFile(join(folder, 'admin-token'), 'utf8')).trim();
    const alone = await measureService(rounds, token, service.pid);
    const studio = await changesInStudio(ORIGIN, token, rounds);
    return { rows: [...alone, ...studio.map(({ name, ms }: Change) => rowOf(name, ms, null))] };
  } finally {
    await stop(service);
    await rm(folder, { recursive: true });
  }
}

/** Every template and size: its first card, which draws the layer, then others over that. */
async function measureService(rounds: number, token: string, pid: number | undefined): Promise<Row[]> {
  const rows: Row[] = [];
  // Whatever starts late is started before.
  for (let card = 0; card < 10; card++) await preview(token, 'classic', '1000x525', card);
  for (const size of Object.keys(SIZES)) {
    const first: number[] = [];
    const again: number[] = [];
    const used = { first: 0, again: 0 };
    for (const template of templateNames) {
      let before = await processorTime(pid);
      first.push(await preview(token, template, size, 0));
      used.first += (await processorTime(pid)) - before;
      before = await processorTime(pid);
      for (let card = 1; card <= rounds; card++) again.push(await preview(token, template, size, card));
      used.again += (await processorTime(pid)) - before;
    }
    rows.push(
      rowOf(`${size}, the first of a template`, first, (1000 * used.first) / first.length),
      rowOf(`${size}, others`, again, (1000 * used.again) / again.length),
    );
  }
  return rows;
}

/** @returns milliseconds until the whole picture is there */
async function preview(token: string, template: string, size: string, card: number): Promise<number> {
  const started = performance.now();
  const response = await fetch(
    `${ORIGIN}/v1/preview?template=${template}&size=${size}&effort=fast&dpr=${RATIO}`,
    {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${token}` },
      body: JSON.stringify({ episode: 'example', range: `s=${3 + (card % SENTENCES)}` }),
    },
  );
  await response.arrayBuffer();
  if (!response.ok) throw new Error(`A preview was answered ${response.status}.`);
  return performance.now() - started;
}

function rowOf(name: string, ms: readonly number[], processorMs: number | null): Row {
  return {
    case: name,
    count: ms.length,
    p50Ms: median([...ms]),
    mostMs: Math.max(...ms),
    under100: `${Math.round((100 * ms.filter((each) => each < 100).length) / ms.length)} %`,
    processorMs,
  };
}
