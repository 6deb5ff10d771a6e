/** Asks the API and turns its problems (RFC 9457) into errors whose message is a sentence for a person. */
import { readToken } from './token.ts';

export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly status: number;
  readonly code: string | null;

  constructor(status: number, code: string | null, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }

  /** True where signing in would help. */
  get isAboutToken(): boolean {
    return this.status === 401 || this.status === 403;
  }
}

/** @throws ApiError for any answer that is not a success, and where there is no answer */
export async function request(path: string, init: RequestInit = {}): Promise<Response> {
  const headers = new Headers(init.headers);
  const token = readToken();
  if (token !== null) headers.set('Authorization', `Bearer ${token}`);
  const response = await fetch(path, { ...init, headers }).catch((cause: unknown) => {
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause;
    throw new ApiError(
      0,
      'offline',
      'The service cannot be reached. What is loaded stays here; try again when you are online.',
    );
  });
  if (response.ok) return response;
  const problem: unknown = await response.json().catch(() => null);
  throw new ApiError(
    response.status,
    textOf(problem, 'code'),
    textOf(problem, 'detail') ?? `The service answered ${response.status}. Try again in a moment.`,
  );
}

/** Asks the service anew: what a person has just changed must not be read as the browser's cache has it. */
export async function getJson<T>(path: string, signal?: AbortSignal): Promise<T> {
  return (await request(path, { cache: 'no-cache', ...(signal === undefined ? {} : { signal }) })).json();
}

export async function sendJson<T>(method: 'POST' | 'PUT', path: string, body: unknown): Promise<T> {
  const response = await request(path, {
    method,
    body: JSON.stringify(body),
    headers: { 'Content-Type': 'application/json' },
  });
  return response.json();
}

function textOf(problem: unknown, field: string): string | null {
  if (typeof problem !== 'object' || problem === null) return null;
  const value: unknown = Reflect.get(problem, field);
  return typeof value === 'string' ? value : null;
}

/** What to tell a person of an error of any kind. */
export function sentenceOf(error: unknown): string {
  return error instanceof Error ? error.message : 'Something went wrong. Reload the page and try again.';
}
