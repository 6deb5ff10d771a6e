/** Errors as problem details (RFC 9457), in one place. */
import { PullquoteError, type ErrorCode } from '../errors.ts';

interface Kind {
  status: number;
  title: string;
}

/** Status and title of every error code. A range that an episode does not reach is 404: 416 speaks of bytes (RFC 9110). */
export const PROBLEMS: Readonly<Record<ErrorCode, Kind>> = {
  'bad-request': { status: 400, title: 'The request is not understood' },
  'bad-parameter': { status: 400, title: 'A parameter is wrong' },
  'bad-range': { status: 400, title: 'The range is not understood' },
  'range-outside': { status: 404, title: 'The range is outside the episode' },
  'ambiguous-text': { status: 409, title: 'The text occurs more than once' },
  'not-found': { status: 404, title: 'Not found' },
  'method-not-allowed': { status: 405, title: 'The method is not allowed here' },
  gone: { status: 410, title: 'The quote was withdrawn' },
  unauthorized: { status: 401, title: 'A valid token is needed' },
  forbidden: { status: 403, title: 'The token does not allow this' },
  conflict: { status: 409, title: 'This contradicts what is there' },
  'precondition-failed': { status: 412, title: 'It was changed in the meantime' },
  'too-large': { status: 413, title: 'Too large' },
  'not-acceptable': { status: 406, title: 'No such format' },
  'bad-transcript': { status: 422, title: 'The file is no transcript' },
  'missing-glyph': { status: 422, title: 'A character cannot be drawn' },
  'does-not-fit': { status: 422, title: 'The words do not fit' },
  'over-budget': { status: 422, title: 'The picture cannot be made so small' },
  'bad-image': { status: 422, title: 'The picture is not understood' },
  'bad-font': { status: 422, title: 'The font is not understood' },
  'bad-recording': { status: 422, title: 'The recording is not understood' },
  'bad-brand': { status: 422, title: 'The brand is not understood' },
  'fetch-refused': { status: 422, title: 'The address is refused' },
  'fetch-failed': { status: 422, title: 'The address gives no answer' },
  'bytes-outside': { status: 416, title: 'The bytes are outside the file' },
  'not-implemented': { status: 501, title: 'No such format' },
  'rate-limited': { status: 429, title: 'Too many requests' },
  misdirected: { status: 421, title: 'This host is not served here' },
  busy: { status: 503, title: 'Too busy' },
};

const HEADERS: Partial<Record<ErrorCode, (error: PullquoteError) => Record<string, string>>> = {
  unauthorized: ({ details }) => ({
    'WWW-Authenticate': `Bearer realm="pullquote"${details['invalid'] === true ? ', error="invalid_token"' : ''}`,
  }),
  forbidden: ({ details }) => ({
    'WWW-Authenticate': `Bearer realm="pullquote", error="insufficient_scope", scope="${String(details['scope'])}"`,
  }),
  'method-not-allowed': ({ details }) => ({ Allow: String(details['allow']) }),
  'bytes-outside': ({ details }) => ({ 'Content-Range': `bytes */${String(details['length'])}` }),
  'rate-limited': ({ details }) => ({ 'Retry-After': String(details['retryAfter'] ?? 60) }),
  busy: () => ({ 'Retry-After': '1' }),
};

/** An error as it leaves the service. What the caller did not cause says nothing of itself. */
export interface Problem {
  status: number;
  title: string;
  /** A sentence to read. */
  detail: string;
  headers: Record<string, string>;
  /** `null` for what the caller did not cause. */
  error: PullquoteError | null;
}

export function problemOf(error: unknown): Problem {
  if (!(error instanceof PullquoteError)) {
    const detail = 'Something went wrong here. It was written to the log.';
    return { status: 500, title: 'Internal Server Error', detail, headers: {}, error: null };
  }
  const headers = HEADERS[error.code]?.(error) ?? {};
  return { ...PROBLEMS[error.code], detail: error.message, headers, error };
}

/** A problem for programs. */
export function problemResponse(
  { status, title, detail, headers, error }: Problem,
  publicUrl: string,
): Response {
  const body =
    error === null
      ? { type: 'about:blank', title, status, detail }
      : {
          ...error.details,
          type: `${publicUrl}/docs#${error.code}`,
          title,
          status,
          detail,
          code: error.code,
        };
  return new Response(JSON.stringify(body), {
    status,
    headers: {
      'Content-Type': 'application/problem+json',
      'Cache-Control': 'no-store',
      'X-Content-Type-Options': 'nosniff',
      'Access-Control-Allow-Origin': '*',
      ...headers,
    },
  });
}
