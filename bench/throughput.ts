/**
 * Cards a second over HTTP, all different, asked for by this process of a service that is another: how much of what the processors
 * could draw is drawn. The processor time of the one who asks is told too, since the two share the machine.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { placeCard } from '../src/card/place.ts';
import { differentCards, openSettings } from './episodes.ts';
import { askAll, processorTime, startService, stop } from './process.ts';
import { median, type Row } from './search.ts';
import { cardOf, lookOf, openStage, SIZES, TEMPLATES } from './stage.ts';

const PORT = 18_791;
const CONNECTIONS = 8;
/** Cards of a round, and before the first. */
const BATCH = 500;
const WARMING = 1500;

export async function run({ rounds }: { rounds: number }): Promise<{ rows: Row[] }> {
  const folder = await mkdtemp(join(tmpdir(), 'pullquote-bench-'));
  const { settings, secret } = await openSettings();
  const service = await startService(folder, PORT, settings);
  try {
    const paths = await differentCards(`http://127.0.0.1:${PORT}`, secret, WARMING + rounds * BATCH);
    await askAll(PORT, paths.slice(0, WARMING), CONNECTIONS);
    const alone = await drawAlone();
    const measured: Measured[] = [];
    for (let from = WARMING; from < paths.length; from += BATCH) {
      const own = await alone();
      measured.push({ own, ...(await ask(service.pid, paths.slice(from, from + BATCH))) });
    }
    return { rows: rowsOf(measured) };
  } finally {
    await stop(service);
    await rm(folder, { recursive: true });
  }
}

interface Measured {
  /** Processor time of one card drawn in this process, in milliseconds. */
  own: number;
  perSecond: number;
  /** Processor time of the service a card, in milliseconds, and of this process. */
  service: number;
  asking: number;
}

async function ask(pid: number | undefined, paths: readonly string[]): Promise<Omit<Measured, 'own'>> {
  const before = await processorTime(pid);
  const used = process.cpuUsage();
  const started = performance.now();
  await askAll(PORT, paths, CONNECTIONS);
  const seconds = (performance.now() - started) / 1000;
  const { user, system } = process.cpuUsage(used);
  return {
    perSecond: paths.length / seconds,
    service: (1000 * ((await processorTime(pid)) - before)) / paths.length,
    asking: (user + system) / 1000 / paths.length,
  };
}

/** Draws cards like those of the service in this process; answers what the processor took for one of a batch. */
async function drawAlone(): Promise<() => Promise<number>> {
  const stage = await openStage();
  let seed = 0;
  const batch = async (): Promise<number> => {
    const before = process.cpuUsage();
    for (let i = 0; i < BATCH; i++, seed++) {
      const look = lookOf(TEMPLATES[seed % TEMPLATES.length] ?? 'classic', SIZES['1200x630']);
      stage.raster.png(await placeCard(stage, cardOf(seed), look));
    }
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000 / BATCH;
  };
  await batch();
  return batch;
}

function rowsOf(measured: readonly Measured[]): Row[] {
  const of = (name: keyof Measured): number => median(measured.map((each) => each[name]));
  const possible = (1000 * availableParallelism()) / of('own');
  return [
    { name: 'different cards over HTTP', value: of('perSecond'), unit: 'cards/s' },
    { name: 'of cores / processor time of one card', value: (100 * of('perSecond')) / possible, unit: '%' },
    { name: 'processor time of one card, drawn alone', value: of('own'), unit: 'ms' },
    { name: 'processor time of the service a card', value: of('service'), unit: 'ms' },
    { name: 'processor time of asking a card, on the same machine', value: of('asking'), unit: 'ms' },
  ];
}
