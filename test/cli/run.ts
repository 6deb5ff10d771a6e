/** Runs the built command line as a person would. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';

/** What Node is started with. */
export const CLI = ['--disable-warning=ExperimentalWarning', 'dist/node/cli.js'];

export interface Ran {
  code: number | null;
  stdout: string;
  stderr: string;
}

export async function run(...args: string[]): Promise<Ran> {
  const child = spawn(process.execPath, [...CLI, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: plainEnvironment(),
  });
  const [stdout, stderr, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'exit'),
  ]);
  return { code, stdout, stderr };
}

export interface Server {
  /** What it printed at its start. */
  greeting: string;
  /** Sends SIGTERM. @returns the exit code */
  stop(): Promise<number | null>;
}

/** Starts `serve` and waits for the links it prints last. */
export async function serve(...args: string[]): Promise<Server> {
  const child = spawn(process.execPath, [...CLI, 'serve', ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: plainEnvironment(),
  });
  const greeting = await greetingOf(child);
  return {
    greeting,
    async stop() {
      const exited = once(child, 'exit');
      child.kill('SIGTERM');
      const [code] = await exited;
      return code;
    },
  };
}

function greetingOf(child: ChildProcess): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  let said = '';
  const listen = (chunk: Buffer): void => {
    said += chunk.toString();
    if (/the API .*\n/.test(said)) resolve(said);
  };
  child.stdout?.on('data', listen);
  child.stderr?.on('data', listen);
  child.once('exit', (code) => reject(new Error(`serve ended with ${code}: ${said}`)));
  return promise;
}

/** The environment without settings that the machine's owner may have made. */
function plainEnvironment(): NodeJS.ProcessEnv {
  const {
    PORT: _port,
    HOST: _host,
    DATA_DIR: _data,
    PUBLIC_URL: _url,
    ADMIN_TOKEN: _token,
    ...rest
  } = process.env;
  return rest;
}

/** An empty folder for the time of one test. */
export async function withFolder<T>(use: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'pullquote-cli-'));
  try {
    return await use(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}
