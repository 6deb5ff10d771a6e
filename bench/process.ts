/** Servers as processes of their own, and what the system says they used (Linux). */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile } from 'node:fs/promises';
import { connect, type Socket } from 'node:net';
import { text } from 'node:stream/consumers';

/** As `npm start` and `npm run pullquote` start the command. */
export const FLAGS = ['--max-semi-space-size=2', '--v8-pool-size=1', '--disable-warning=ExperimentalWarning'];

const CLI = 'dist/node/cli.js';

/** The service as `serve` starts it, over a data directory. Resolves when it listens. @throws Error where it ends instead */
export async function startService(
  folder: string,
  port: number,
  settings: Readonly<Record<string, string>> = {},
): Promise<ChildProcess> {
  const { PATH, MALLOC_ARENA_MAX } = process.env;
  const child = spawn(process.execPath, [...FLAGS, CLI, 'serve', '--data', folder, '--port', `${port}`], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { PATH, MALLOC_ARENA_MAX, LOG: 'errors', ...settings },
  });
  const ended = once(child, 'exit').then(([code]) =>
    Promise.reject(new Error(`The service ended: ${code}.`)),
  );
  await Promise.race([once(child.stdout, 'data'), ended]);
  ended.catch(() => undefined);
  return child;
}

/** What a process says of itself when it ends. */
const SAY = 'process.on("exit", () => console.error(`usage ${JSON.stringify(process.resourceUsage())}`))';

/**
 * Runs a command as a person does, to its end.
 * @returns milliseconds of the clock, and what the process used @throws Error with what it said where it fails
 */
export async function runCommand(
  asked: readonly string[],
): Promise<{ ms: number; usage: NodeJS.ResourceUsage }> {
  const flags = [...FLAGS, '--import', `data:text/javascript,${encodeURIComponent(SAY)}`];
  const started = performance.now();
  const child = spawn(process.execPath, [...flags, CLI, ...asked], { stdio: ['ignore', 'ignore', 'pipe'] });
  const [said, [code]] = await Promise.all([text(child.stderr), once(child, 'exit')]);
  const ms = performance.now() - started;
  // Its threads may say so too, before it.
  const usage = /.*usage (.*)/s.exec(said)?.[1];
  if (code !== 0 || usage === undefined) throw new Error(said);
  return { ms, usage: JSON.parse(usage) };
}

export async function stop(child: ChildProcess): Promise<void> {
  child.kill('SIGTERM');
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
}

/** Seconds a process has had of all processors: fields 14 and 15 of proc_pid_stat(5), in hundredths. */
export async function processorTime(pid: number | undefined): Promise<number> {
  const fields = (await readFile(`/proc/${pid}/stat`, 'utf8')).split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) / 100;
}

/** Bytes of a process in memory, its threads with it: now, or the most there ever were (`VmRSS`, `VmHWM` of proc_pid_status(5)). */
export async function residentBytes(pid: number | undefined, when: 'RSS' | 'HWM' = 'RSS'): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  return Number(new RegExp(`^Vm${when}:\\s+(\\d+) kB$`, 'm').exec(status)?.[1]) * 1024;
}

/** The workerd processes this process started. */
export async function workerds(): Promise<number[]> {
  const found: number[] = [];
  for (const entry of await readdir('/proc')) {
    if (!/^\d+$/.test(entry)) continue;
    const stat = await readFile(`/proc/${entry}/stat`, 'utf8').catch(() => '');
    const [, name = '', parent = ''] = /\((.*)\) \S (\d+)/.exec(stat) ?? [];
    if (name.startsWith('workerd') && Number(parent) === process.pid) found.push(Number(entry));
  }
  return found;
}

/**
 * Asks for every path once, `connections` at a time, each waiting for its answer. As little as can be done is done with an answer,
 * over bare sockets: who asks shares the processors with who answers.
 * @throws Error for any that is not answered 200
 */
export async function askAll(
  port: number,
  paths: readonly string[],
  connections: number,
): Promise<{ bytes: number[] }> {
  const bytes: number[] = [];
  let next = 0;
  const run = async (): Promise<void> => {
    const socket = connect(port, '127.0.0.1');
    for (let path = paths[next++]; path !== undefined; path = paths[next++])
      bytes.push(await ask(socket, path));
    socket.destroy();
  };
  await Promise.all(Array.from({ length: connections }, run));
  return { bytes };
}

/** @returns how many bytes came */
async function ask(socket: Socket, path: string): Promise<number> {
  socket.write(`GET ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n`);
  let head = '';
  let missing = Infinity;
  let length = 0;
  while (missing > 0) {
    const [chunk]: Buffer[] = await once(socket, 'data');
    if (chunk === undefined) throw new Error(`${path} was not answered.`);
    if (length > 0) {
      missing -= chunk.length;
      continue;
    }
    head += chunk.toString('latin1');
    const end = head.indexOf('\r\n\r\n');
    if (end < 0) continue;
    length = Number(/^content-length: (\d+)$/im.exec(head)?.[1]);
    if (!head.startsWith('HTTP/1.1 200 ') || Number.isNaN(length))
      throw new Error(`${path} was answered: ${head}`);
    missing = length - (head.length - end - 4);
  }
  return length;
}
