/**
 * The settings of a server. They come from the environment, on Workers from `wrangler.toml` and secrets, and are checked
 * once, at start.
 */
import { z } from 'zod';
import { MAX_PIXELS } from './card/params.ts';

const MEGABYTE = 1_000_000;

function integer(from: number, to: number) {
  const expected = `a whole number from ${from} to ${to}`;
  return z
    .string()
    .regex(/^\d{1,15}$/, expected)
    .transform(Number)
    .refine((value) => value >= from && value <= to, expected);
}

const origin = z
  .string()
  .refine(isOrigin, 'an address like https://quotes.example.org, without a path')
  .transform((value) => new URL(value).origin);

function isOrigin(value: string): boolean {
  if (!URL.canParse(value)) return false;
  const url = new URL(value);
  return /^https?:$/.test(url.protocol) && url.pathname === '/' && url.search === '' && url.hash === '';
}

const shared = {
  /** Where readers find the service; links in pages and metadata start with it. */
  PUBLIC_URL: origin.optional(),
  /** Largest transcript taken in, in bytes. Word-timed JSON of three hours is large. */
  MAX_TRANSCRIPT_BYTES: integer(1, 200 * MEGABYTE).default(25 * MEGABYTE),
  /** An admin token set from outside, for a first start where there is no command line. */
  ADMIN_TOKEN: z
    .string()
    .regex(/^pq_[a-z2-7]{32}$/, 'pq_ and 32 characters of a to z and 2 to 7')
    .optional(),
};

const workerEnvironment = z.object({ ...shared, PUBLIC_URL: origin });

const nodeEnvironment = z.object({
  ...shared,
  PORT: integer(1, 65_535).default(8787),
  HOST: z.string().min(1, 'an address to listen on, like 127.0.0.1').default('127.0.0.1'),
  DATA_DIR: z.string().min(1, 'a folder').default('.pullquote'),
});

/** What the app needs to know. */
export interface Config {
  publicUrl: string;
  maxTranscriptBytes: number;
  /** Most pixels of a picture: what memory allows. */
  maxPixels: number;
  adminToken: string | null;
}

/** What a server on Node needs to know besides. */
export interface NodeConfig extends Config {
  port: number;
  host: string;
  dataDir: string;
}

/** A setting that is missing or wrong. `message` has a sentence for each. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

type Environment = Readonly<Record<string, unknown>>;

/** @throws ConfigError */
export function workerConfig(environment: Environment): Config {
  const read = parse(workerEnvironment, environment);
  return appConfig(read, read.PUBLIC_URL, MAX_PIXELS.worker);
}

/**
 * Settings of a server on Node. An empty variable counts as not set.
 * @throws ConfigError
 */
export function nodeConfig(environment: Environment): NodeConfig {
  const read = parse(nodeEnvironment, environment);
  return {
    ...appConfig(read, read.PUBLIC_URL ?? `http://localhost:${read.PORT}`, MAX_PIXELS.node),
    port: read.PORT,
    host: read.HOST,
    dataDir: read.DATA_DIR,
  };
}

function appConfig(
  read: { MAX_TRANSCRIPT_BYTES: number; ADMIN_TOKEN?: string | undefined },
  publicUrl: string,
  maxPixels: number,
): Config {
  return {
    publicUrl,
    maxPixels,
    maxTranscriptBytes: read.MAX_TRANSCRIPT_BYTES,
    adminToken: read.ADMIN_TOKEN ?? null,
  };
}

function parse<T extends z.ZodObject>(schema: T, environment: Environment): z.output<T> {
  const set = Object.keys(schema.shape)
    .map((name) => [name, environment[name]] as const)
    .filter(([, value]) => value !== undefined && value !== '');
  const result = schema.safeParse(Object.fromEntries(set));
  if (result.success) return result.data;
  throw new ConfigError(result.error.issues.map((issue) => sentence(issue, environment)).join('\n'));
}

function sentence(issue: z.core.$ZodIssue, environment: Environment): string {
  const name = String(issue.path[0]);
  const value = environment[name];
  if (value === undefined || value === '') return `${name} is not set.`;
  // A secret is not repeated, not even a wrong one.
  const received = name === 'ADMIN_TOKEN' ? 'something else' : `\`${String(value)}\``;
  return `Expected ${issue.message} for ${name} but received ${received}.`;
}
