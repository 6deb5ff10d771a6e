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

function isEndpoint(value: string): boolean {
  if (!URL.canParse(value)) return false;
  const { protocol, username, password, search, hash } = new URL(value);
  return /^https?:$/.test(protocol) && [username, password, search, hash].every((part) => part === '');
}

const shared = {
  /** Where readers find the service; links in pages and metadata start with it. */
  PUBLIC_URL: origin.optional(),
  /** Largest transcript taken in, in bytes. Word-timed JSON of three hours is large. */
  MAX_TRANSCRIPT_BYTES: integer(1, 200 * MEGABYTE).default(25 * MEGABYTE),
  /** Keys of signed image addresses, parted by commas: the first signs, all are taken. */
  SIGNING_KEYS: z
    .string()
    .transform((value) => value.split(',').map((key) => key.trim()))
    .refine(
      (keys) => keys.every((key) => key.length >= 32),
      'keys of at least 32 characters, parted by commas',
    )
    .optional(),
  /** Images answer only to signed addresses and to tokens. */
  SIGNED_ONLY: z.enum(['true', 'false'], 'true or false').default('false'),
  /** Cards drawn at once; past that a request answers 503. */
  MAX_DRAWING: integer(1, 1000).default(16),
  /** Every request in the log, or only what went wrong. */
  LOG: z.enum(['requests', 'errors'], 'requests or errors').default('requests'),
  /** The language model that chooses among the best-scored quotes, as its service names it; off where not set. */
  HIGHLIGHT_MODEL: z.string().min(1, 'the name of a model').max(200, 'the name of a model').optional(),
  /** Where a service speaks OpenAI's chat completions; on Workers the AI binding is asked where not set. */
  HIGHLIGHT_MODEL_URL: z
    .string()
    .refine(isEndpoint, 'an address like https://api.example.com/v1, without a query or a password')
    .optional(),
  /** Sent to that address as a bearer token. */
  HIGHLIGHT_MODEL_KEY: z.string().min(1, 'a key').max(1000, 'a key').optional(),
  /** Seconds after which its answer is not waited for. */
  HIGHLIGHT_MODEL_SECONDS: integer(1, 120).default(20),
  /** An admin token set from outside, for a first start where there is no command line. */
  ADMIN_TOKEN: z
    .string()
    .regex(/^pq_[a-z2-7]{32}$/, 'pq_ and 32 characters of a to z and 2 to 7')
    .optional(),
};

const workerEnvironment = z.object({
  ...shared,
  PUBLIC_URL: origin,
  /** The plan of Workers: the free one has neither the processor time for clips nor to draw them in a queue. */
  PLAN: z.enum(['paid', 'free'], 'paid or free').default('paid'),
});

const nodeEnvironment = z.object({
  ...shared,
  /** Proxies in front, whose `X-Forwarded-For` is believed. */
  TRUSTED_PROXIES: integer(0, 10).default(0),
  /** New cards and changes a caller may ask for in a minute. */
  RENDERS_PER_MINUTE: integer(1, 1_000_000).default(600),
  WRITES_PER_MINUTE: integer(1, 1_000_000).default(120),
  PORT: integer(1, 65_535).default(8787),
  HOST: z.string().min(1, 'an address to listen on, like 127.0.0.1').default('127.0.0.1'),
  DATA_DIR: z.string().min(1, 'a folder').default('.pullquote'),
  /** Fetch feeds, recordings and webhooks also from addresses of the private network: for one's own. */
  FETCH_PRIVATE: z.enum(['true', 'false'], 'true or false').default('false'),
});

/** A language model that may choose highlights. */
interface HighlightModel {
  name: string;
  /** Base address of its service, `null`: the AI binding of Workers. */
  url: string | null;
  key: string | null;
  timeoutMs: number;
}

/** What the app needs to know. */
export interface Config {
  publicUrl: string;
  maxTranscriptBytes: number;
  /** Most pixels of a picture: what memory allows. */
  maxPixels: number;
  adminToken: string | null;
  signingKeys: readonly string[];
  signedOnly: boolean;
  /** Most cards drawn at once. */
  maxDrawing: number;
  log: 'requests' | 'errors';
  /** `null`: highlights are chosen by their scores. */
  highlightModel: HighlightModel | null;
  /** Whether what a caller names may be fetched from the private network. */
  fetchPrivate: boolean;
  /** Names of the host that requests may be for, `null` for any. */
  hosts: readonly string[] | null;
}

/** What a Worker needs to know besides. */
interface WorkerConfig extends Config {
  plan: 'paid' | 'free';
}

/** What a server on Node needs to know besides. */
export interface NodeConfig extends Config {
  port: number;
  host: string;
  dataDir: string;
  trustedProxies: number;
  perMinute: { render: number; write: number };
}

/** A setting that is missing or wrong. `message` has a sentence for each. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

type Environment = Readonly<Record<string, unknown>>;

/** @throws ConfigError */
export function workerConfig(environment: Environment): WorkerConfig {
  const read = parse(workerEnvironment, environment);
  const config = appConfig(read, read.PUBLIC_URL, MAX_PIXELS.worker);
  if (config.highlightModel?.url === null && environment['AI'] === undefined) {
    throw new ConfigError(
      'Expected HIGHLIGHT_MODEL_URL or a binding AI with HIGHLIGHT_MODEL but found neither.',
    );
  }
  return { ...config, hosts: null, fetchPrivate: false, plan: read.PLAN };
}

/**
 * Settings of a server on Node. An empty variable counts as not set.
 * @throws ConfigError
 */
export function nodeConfig(environment: Environment): NodeConfig {
  const read = parse(nodeEnvironment, environment);
  if (read.HIGHLIGHT_MODEL !== undefined && read.HIGHLIGHT_MODEL_URL === undefined) {
    throw new ConfigError('Expected HIGHLIGHT_MODEL_URL with HIGHLIGHT_MODEL but it is not set.');
  }
  const publicUrl = read.PUBLIC_URL ?? `http://localhost:${read.PORT}`;
  return {
    ...appConfig(read, publicUrl, MAX_PIXELS.node),
    hosts: LOOPBACK.includes(read.HOST) ? [...LOOPBACK, '[::1]', new URL(publicUrl).hostname] : null,
    fetchPrivate: read.FETCH_PRIVATE === 'true',
    trustedProxies: read.TRUSTED_PROXIES,
    perMinute: { render: read.RENDERS_PER_MINUTE, write: read.WRITES_PER_MINUTE },
    port: read.PORT,
    host: read.HOST,
    dataDir: read.DATA_DIR,
  };
}

/** Where only this machine reaches: a page elsewhere may still send a browser there under a name of its own (DNS rebinding). */
const LOOPBACK = ['127.0.0.1', 'localhost', '::1'];

function appConfig(
  read: Omit<z.output<typeof workerEnvironment>, 'PUBLIC_URL' | 'PLAN'>,
  publicUrl: string,
  maxPixels: number,
): Omit<Config, 'hosts' | 'fetchPrivate'> {
  return {
    publicUrl,
    maxPixels,
    maxTranscriptBytes: read.MAX_TRANSCRIPT_BYTES,
    adminToken: read.ADMIN_TOKEN ?? null,
    signingKeys: read.SIGNING_KEYS ?? [],
    signedOnly: read.SIGNED_ONLY === 'true',
    maxDrawing: read.MAX_DRAWING,
    log: read.LOG,
    highlightModel: highlightModel(read),
  };
}

type ModelSettings = Pick<
  z.output<typeof workerEnvironment>,
  'HIGHLIGHT_MODEL' | 'HIGHLIGHT_MODEL_URL' | 'HIGHLIGHT_MODEL_KEY' | 'HIGHLIGHT_MODEL_SECONDS'
>;

/** @throws ConfigError where the key would be sent in the clear, or an address is there without a model */
function highlightModel(read: ModelSettings): HighlightModel | null {
  const { HIGHLIGHT_MODEL: name, HIGHLIGHT_MODEL_URL: url = null, HIGHLIGHT_MODEL_KEY: key = null } = read;
  if (name === undefined) {
    if (url === null) return null;
    throw new ConfigError('Expected HIGHLIGHT_MODEL with HIGHLIGHT_MODEL_URL but it is not set.');
  }
  if (key !== null && url !== null && isInTheClear(new URL(url))) {
    throw new ConfigError('Expected an https address for HIGHLIGHT_MODEL_URL, since a key is sent there.');
  }
  return { name, url, key, timeoutMs: read.HIGHLIGHT_MODEL_SECONDS * 1000 };
}

function isInTheClear({ protocol, hostname }: URL): boolean {
  return protocol === 'http:' && ![...LOOPBACK, '[::1]'].includes(hostname);
}

function parse<T extends z.ZodObject>(schema: T, environment: Environment): z.output<T> {
  const set = Object.keys(schema.shape)
    .map((name) => [name, environment[name]] as const)
    .filter(([, value]) => value !== undefined && value !== '');
  const result = schema.safeParse(Object.fromEntries(set));
  if (result.success) return result.data;
  throw new ConfigError(result.error.issues.map((issue) => sentence(issue, environment)).join('\n'));
}

const SECRETS = ['ADMIN_TOKEN', 'SIGNING_KEYS', 'HIGHLIGHT_MODEL_KEY', 'HIGHLIGHT_MODEL_URL'];

function sentence(issue: z.core.$ZodIssue, environment: Environment): string {
  const name = String(issue.path[0]);
  const value = environment[name];
  if (value === undefined || value === '') return `${name} is not set.`;
  // A secret is not repeated, not even a wrong one.
  const received = SECRETS.includes(name) ? 'something else' : `\`${String(value)}\``;
  return `Expected ${issue.message} for ${name} but received ${received}.`;
}
