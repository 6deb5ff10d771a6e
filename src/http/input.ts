/** What comes in, checked before a route sees it, and typed for it and for the client (hono's `hc`). */
import type { MiddlewareHandler } from 'hono';
import type { z } from 'zod';
import type { Scope } from '../store/port.ts';
import { requireScope } from './auth.ts';
import { readJson } from './body.ts';
import type { AppEnv } from './context.ts';
import { check, parseQuery } from './validate.ts';

/** Asks for a token, before anything of a body is read. */
export function allow(scope: Scope): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    requireScope(c.var.scope, scope);
    await next();
  };
}

/** Where no parameter is taken, a client has none to give. */
type Query<T extends z.ZodObject> = MiddlewareHandler<
  AppEnv,
  string,
  keyof T['shape'] extends never ? object : { in: { query: z.input<T> }; out: { query: z.output<T> } }
>;

/** The query; a parameter that is unknown or repeated is refused. */
export function queryOf<T extends z.ZodObject>(schema: T): Query<T> {
  return async (c, next) => {
    c.req.addValidatedData('query', parseQuery(schema, c.req.url));
    await next();
  };
}

type Body<T extends z.ZodType> = MiddlewareHandler<
  AppEnv,
  string,
  { in: { json: z.input<T> }; out: { json: z.output<T> } }
>;

/** A body of JSON of at most `limit` bytes. */
export function jsonOf<T extends z.ZodType>(schema: T, limit: number): Body<T> {
  return async (c, next) => {
    const body: unknown = check(schema, await readJson(c.req.raw, limit), 'bad-parameter');
    c.req.addValidatedData('json', Object(body));
    await next();
  };
}
