/** Options several commands have. */
import { Option } from 'commander';
import { nodeConfig, type NodeConfig } from '../config.ts';
import { type Data, openData } from '../runtime/node.ts';

/** `--data DIR`, before DATA_DIR, before `.pullquote`. */
export function dataOption(): Option {
  return new Option('--data <dir>', 'folder that keeps everything (default: .pullquote, or DATA_DIR)');
}

export function jsonOption(): Option {
  return new Option('--json', 'print JSON');
}

/** The values of an option that may be given again, in order. */
export function collect(value: string, all: string[] = []): string[] {
  return [...all, value];
}

/** The environment's settings, overridden by a command's options. */
export function settings(options: { data?: string; port?: string; host?: string }): NodeConfig {
  return nodeConfig({
    ...process.env,
    ...(options.data === undefined ? {} : { DATA_DIR: options.data }),
    ...(options.port === undefined ? {} : { PORT: options.port }),
    ...(options.host === undefined ? {} : { HOST: options.host }),
  });
}

/** Opens the data folder for the time of one command. */
export async function withData<T>(
  options: { data?: string },
  use: (data: Data, config: NodeConfig) => Promise<T>,
): Promise<T> {
  const config = settings(options);
  const data = await openData(config.dataDir);
  try {
    return await use(data, config);
  } finally {
    data.close();
  }
}
