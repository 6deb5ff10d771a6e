/** Servers as processes of their own, and what the system says they used (Linux). */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile } from 'node:fs/promises';
import { Agent, get } from 'node:http';

/** As `npm start` and `npm run pullquote` start the command. */
export const FLAGS = ['--optimize-for-size', '--v8-pool-size=1', '--disable-warning=ExperimentalWarning'];

/** The service as `serve` starts it, over a data directory. Resolves when it listens. @throws Error where it ends instead */
export async function startService(
  folder: string,
  port: number,
  settings: Readonly<Record<string, string>> = {},
): Promise<ChildProcess> {
  const { PATH, MALLOC_ARENA_MAX } = process.env;
  const child = spawn(
    process.execPath,
    [...FLAGS, 'dist/node/cli.js', 'serve', '--data', folder, '--port', `${port}`],
    { stdio: ['ignore', 'pipe', 'inherit'], env: { PATH, MALLOC_ARENA_MAX, LOG: 'errors', ...settings } },
  );
  const ended = once(child, 'exit').then(([code]) =>
    Promise.reject(new Error(`The service ended: ${code}.`)),
  );
  await Promise.race([once(child.stdout, 'data'), ended]);
  ended.catch(() => undefined);
  return child;
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

/** Asks for every path once, `connections` at a time, each waiting for its answer. @throws Error for any that is not answered 200 */
export async function askAll(
  port: number,
  paths: readonly string[],
  connections: number,
): Promise<{ bytes: number[] }> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const bytes: number[] = [];
  let next = 0;
  const run = async (): Promise<void> => {
    for (let path = paths[next++]; path !== undefined; path = paths[next++])
      bytes.push(await ask(agent, port, path));
  };
  await Promise.all(Array.from({ length: connections }, run));
  agent.destroy();
  return { bytes };
}

/** @returns how many bytes came */
function ask(agent: Agent, port: number, path: string): Promise<number> {
  return new Promise((resolve, reject) => {
    get({ port, host: '127.0.0.1', path, agent }, (response) => {
      let length = 0;
      let said = '';
      response
        .on('data', (chunk: Buffer) => {
          length += chunk.length;
          if (response.statusCode !== 200) said += chunk.toString();
        })
        .once('end', () => {
          if (response.statusCode === 200) resolve(length);
          else reject(new Error(`${path} was answered ${response.statusCode}: ${said}`));
        });
    }).on('error', reject);
  });
}
