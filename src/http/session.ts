/** Signing in on one’s own machine: `POST /v1/session` takes the code of the link the server printed, once, for a token. */
import { Hono } from 'hono';
import { z } from 'zod';
import { PullquoteError } from '../errors.ts';
import { createToken, sameText } from './auth.ts';
import type { AppDeps, AppEnv } from './context.ts';
import { jsonOf } from './input.ts';
import type { Operation } from './openapi.ts';

/** A code that is good once. */
export interface SignInCode {
  readonly code: string;
  /** True the first time the code is given, never again. */
  redeem(code: string): boolean;
}

export function createSignInCode(): SignInCode {
  const bytes = crypto.getRandomValues(new Uint8Array(20));
  const code = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  let isUsed = false;
  return {
    code,
    redeem(given) {
      if (isUsed || !sameText(given, code)) return false;
      isUsed = true;
      return true;
    },
  };
}

const sessionInput = z.strictObject({ code: z.string().length(40) }).meta({ id: 'SessionInput' });

export const sessionView = z.object({ token: z.string() }).meta({ id: 'Session' });

const BODY_LIMIT = 1000;

export function sessionRoutes({ store, signIn }: Pick<AppDeps, 'store' | 'signIn'>) {
  return new Hono<AppEnv>().post('/v1/session', jsonOf(sessionInput, BODY_LIMIT), async (c) => {
    if (signIn?.redeem(c.req.valid('json').code) !== true) {
      throw new PullquoteError(
        'unauthorized',
        'This link was used before, or is not of this start of the server. Sign in with a token, or start it again for a new link.',
        { invalid: true },
      );
    }
    const { secret, token } = await createToken('admin', 'signed in by the link printed at the start');
    await store.saveToken(token);
    return c.json({ token: secret }, 201, { 'Cache-Control': 'no-store' });
  });
}

export const sessionOperations: Operation[] = [
  {
    method: 'post',
    path: '/v1/session',
    summary: 'A token for the code of the link that a server on one’s own machine prints. It is good once.',
    body: { json: sessionInput },
    answer: { status: 201, description: 'The token.', json: sessionView },
    errors: ['bad-request', 'bad-parameter', 'unauthorized'],
  },
];
