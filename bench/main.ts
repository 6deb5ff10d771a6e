/** `npm run bench -- NAME --rounds N --json FILE`: runs one benchmark, prints its rows as a Markdown table. */
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { availableParallelism, cpus, totalmem } from 'node:os';
import { parseArgs } from 'node:util';

type Row = object;
type Run = (options: { rounds: number; cards?: number }) => Promise<{ rows: readonly Row[] }>;

/** Each benchmark, loaded only when it is asked for, and its default number of rounds. */
const BENCHMARKS: Record<string, { load: () => Promise<Run>; rounds: number }> = {
  clip: { load: async () => (await import('./clip.ts')).run, rounds: 5 },
  pack: { load: async () => (await import('./pack.ts')).run, rounds: 3 },
  preview: { load: async () => (await import('./preview.ts')).run, rounds: 12 },
  render: { load: async () => (await import('./render.ts')).run, rounds: 40 },
  cold: { load: async () => (await import('./cold.ts')).run, rounds: 5 },
  throughput: { load: async () => (await import('./throughput.ts')).run, rounds: 5 },
  http: { load: async () => (await import('./http.ts')).run, rounds: 5 },
  memory: { load: async () => (await import('./memory.ts')).run, rounds: 1 },
  search: { load: async () => (await import('./search.ts')).run, rounds: 20 },
  workerd: { load: async () => (await import('./workerd.ts')).run, rounds: 1 },
  verify: { load: async () => (await import('./verify.ts')).run, rounds: 20 },
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { rounds: { type: 'string' }, cards: { type: 'string' }, json: { type: 'string' } },
});
const name = positionals[0] ?? '';
const benchmark = BENCHMARKS[name];
const rounds = Number(values.rounds ?? benchmark?.rounds);
const cards = values.cards === undefined ? undefined : Number(values.cards);
if (
  benchmark === undefined ||
  ![rounds, cards ?? 1].every((count) => Number.isInteger(count) && count >= 1)
) {
  console.error(
    `Usage: npm run bench -- ${Object.keys(BENCHMARKS).join('|')} [--rounds N] [--cards N] [--json FILE]`,
  );
  process.exit(2);
}

const run = await benchmark.load();
const { rows } = await run({ rounds, ...(cards === undefined ? {} : { cards }) });
const report = { machine: machine(), versions: await versions(), rows };
console.log(`${report.machine}; Node ${process.versions.node}; ${rounds} rounds\n\n${table(rows)}`);
if (values.json !== undefined) await writeFile(values.json, `${JSON.stringify(report, null, 2)}\n`);

function machine(): string {
  const model = cpus()[0]?.model ?? 'unknown processor';
  return `${model}, ${availableParallelism()} cores, ${Math.round(totalmem() / 2 ** 30)} GiB`;
}

/** Versions of what is measured, as installed. */
async function versions(): Promise<Record<string, string>> {
  const root = new URL('../', import.meta.url);
  const found: Record<string, string> = { node: process.versions.node };
  for (const folder of ['', 'bench/']) {
    const manifest = new URL(`${folder}package.json`, root);
    if (!existsSync(manifest)) continue;
    const { dependencies = {} }: { dependencies?: Record<string, string> } = JSON.parse(
      await readFile(manifest, 'utf8'),
    );
    Object.assign(found, dependencies);
  }
  return found;
}

function table(lines: readonly Row[]): string {
  const columns = [...new Set(lines.flatMap((line) => Object.keys(line)))];
  const cells = lines.map((line) => {
    const fields = new Map<string, unknown>(Object.entries(line));
    return columns.map((column) => show(fields.get(column)));
  });
  return [columns, columns.map(() => '---'), ...cells].map((line) => `| ${line.join(' | ')} |`).join('\n');
}

function show(value: unknown): string {
  if (typeof value !== 'number') return value === undefined || value === null ? '' : String(value);
  return value.toLocaleString('en', { maximumFractionDigits: Math.abs(value) < 100 ? 2 : 0 });
}
