/** What every route is given. */
import type { Context } from 'hono';
import type { Mp3Decoder } from '../clip/audio/mp3-decoder.ts';
import type { Brotli } from '../brand/font/woff2.ts';
import type { ClipDeps } from '../clip/create.ts';
import type { Config } from '../config.ts';
import type { Gate, Lobby } from './gate.ts';
import type { Metrics } from './metrics.ts';
import type { Pictures } from './pictures.ts';
import type { RateLimit } from './rate-limit.ts';
import type { SignInCode } from './session.ts';
import type { Signer } from './signing.ts';
import type { Fetch } from '../ingest/fetch.ts';
import type { RecordingReader } from '../ingest/reader.ts';
import type { PictureCodec } from '../layer/clean.ts';
import type { Picker } from '../highlight/picker.ts';
import type { PackWorkers } from '../pack/jobs.ts';
import type { Scope, Store } from '../store/port.ts';
import type { Assets } from '../text/model.ts';

/** A line of the log; `error` is a cause no caller had a hand in. */
export type Log = (entry: Readonly<Record<string, unknown>>) => void;

/** The parts the app is made of. Each runtime puts its own together. */
export interface AppDeps extends Omit<ClipDeps, 'config'> {
  config: Config;
  /** Reads recordings through. */
  mp3: Mp3Decoder;
  reader: RecordingReader;
  /** Fetches what a stranger named. */
  fetch: Fetch;
  /** Decodes uploaded pictures. */
  codec: PictureCodec;
  /** Unpacks uploaded fonts. */
  brotli: Brotli;
  log: Log;
  /** Pictures sent a moment ago. */
  pictures: Pictures;
  rateLimit: RateLimit;
  /** The language model that chooses highlights, `null` where none is set up. */
  picker: Picker | null;
  packs: PackWorkers;
  /** Where the server listens to its own machine alone and printed a link to sign in by. */
  signIn?: SignInCode;
  /** Lets in so many cards to draw at once. */
  drawing: Gate;
  /** The same for clips: they take so long that cards must not be refused for them. */
  filming: Gate;
  /** Where requests for cards and clips find out whether these have to be drawn. */
  lobby: Lobby;
  signer: Signer;
  /** `null` where each request may meet another process: there is nothing to count. */
  metrics: Metrics | null;
  /** The address a request comes from. `env` is what the runtime hands to the app beside it. */
  addressOf: (request: Request, env: unknown) => string;
  /** What the build made: the pages' own fonts are read from it. */
  assets: Assets;
}

export interface AppEnv {
  Variables: {
    /** What the caller's token allows, `null` without one. */
    scope: Scope | null;
    /** Who asks, for counting: the digest of the token, or the address. */
    caller: () => Promise<string>;
    requestId: string;
    /** True where the answer says the request's ID already. */
    hasId?: true;
    /** The store as this caller may read it. */
    visible: Visible;
  };
}

/** The store without the shows this caller may not see. */
export interface Visible {
  store: Store;
  /** True once something of a private show was read: the answer must not lie in a shared cache. */
  readonly touchedPrivate: () => boolean;
}

export type AppContext = Context<AppEnv>;
