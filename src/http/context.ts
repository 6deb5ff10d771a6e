/** What every route is given. */
import type { Context } from 'hono';
import type { CardDeps } from '../card/create.ts';
import type { Config } from '../config.ts';
import type { PictureCodec } from '../layer/clean.ts';
import type { Scope, Store } from '../store/port.ts';
import type { Assets } from '../text/model.ts';

/** A line of the log; `error` is a cause no caller had a hand in. */
export type Log = (entry: Readonly<Record<string, unknown>>) => void;

/** The parts the app is made of. Each runtime puts its own together. */
export interface AppDeps extends Omit<CardDeps, 'config'> {
  config: Config;
  /** Decodes uploaded pictures. */
  codec: PictureCodec;
  log: Log;
  /** What the build made: the pages' own fonts are read from it. */
  assets: Assets;
}

export interface AppEnv {
  Variables: {
    /** What the caller's token allows, `null` without one. */
    scope: Scope | null;
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
