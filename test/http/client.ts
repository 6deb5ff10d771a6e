/** Asks a served app and reads what it answers. */
import type { z } from 'zod';
import { problemView, quoteList, type quoteView } from '../../src/http/schemas.ts';
import type { Scope } from '../../src/store/port.ts';
import type { Served } from './servers.ts';

export class Client {
  readonly #served: Served;

  constructor(served: Served) {
    this.#served = served;
  }

  get origin(): string {
    return this.#served.origin;
  }

  secret(scope: Scope): string {
    return this.#served.tokens[scope];
  }

  /** Follows no redirect. */
  ask(path: string, { as, ...init }: RequestInit & { as?: Scope } = {}): Promise<Response> {
    const headers = new Headers(init.headers);
    if (as !== undefined) headers.set('Authorization', `Bearer ${this.#served.tokens[as]}`);
    return fetch(`${this.#served.origin}${path}`, { redirect: 'manual', ...init, headers });
  }

  async json<T extends z.ZodType>(
    schema: T,
    path: string,
    init: RequestInit & { as?: Scope } = {},
  ): Promise<z.output<T>> {
    const response = await this.ask(path, init);
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return schema.parse(await response.json());
  }

  /** The quote of the example episode that begins so. */
  async quote(start: string): Promise<z.output<typeof quoteView>> {
    const { items } = await this.json(quoteList, '/v1/episodes/example/quotes?limit=200');
    const quote = items.find(({ text }) => text.startsWith(start));
    if (quote === undefined) throw new Error(`The example has no sentence ${start}`);
    return quote;
  }

  send(path: string, body: unknown, as: Scope = 'import', method = 'POST'): Promise<Response> {
    return this.ask(path, {
      method,
      as,
      body: JSON.stringify(body),
      headers: { 'Content-Type': 'application/json' },
    });
  }

  import(form: FormData, as: Scope | null = 'import', query = ''): Promise<Response> {
    return this.ask(`/v1/episodes${query}`, { method: 'POST', body: form, ...(as === null ? {} : { as }) });
  }
}

/** The problem a response carries, in a form that is easy to compare. */
export async function problemOf(
  response: Response,
): Promise<{ status: number; type: string | null; detail: string; code: string | undefined }> {
  const { detail, code } = problemView.parse(await response.json());
  return { status: response.status, type: response.headers.get('Content-Type'), detail, code };
}

const PNG_SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

export function isPng(bytes: Uint8Array): boolean {
  return PNG_SIGNATURE.every((byte, index) => bytes[index] === byte);
}

export async function bytesOf(response: Response): Promise<Uint8Array> {
  return new Uint8Array(await response.arrayBuffer());
}
