/**
 * Every error a caller can cause, by code. The HTTP edge maps each to an RFC 9457 problem (see `http/problem.ts`),
 * the command line to one sentence and an exit code.
 */
export type ErrorCode =
  | 'bad-request'
  | 'bad-parameter'
  | 'bad-range'
  | 'range-outside'
  | 'ambiguous-text'
  | 'not-found'
  | 'method-not-allowed'
  | 'gone'
  | 'unauthorized'
  | 'forbidden'
  | 'conflict'
  | 'precondition-failed'
  | 'too-large'
  | 'not-acceptable'
  | 'bad-transcript'
  | 'missing-glyph'
  | 'does-not-fit'
  | 'over-budget'
  | 'bad-image'
  | 'bad-font'
  | 'bad-recording'
  | 'bad-brand'
  | 'fetch-refused'
  | 'fetch-failed'
  | 'bytes-outside'
  | 'not-implemented'
  | 'rate-limited'
  | 'misdirected'
  | 'busy';

/** What may travel with an error for the caller to act on: candidates, an extent, a line. JSON values only. */
export type ErrorDetails = Readonly<Record<string, unknown>>;

/**
 * An error whose cause is what the caller sent or asked for, never a fault of the program.
 * `message` is a full sentence: what was expected, what came, what to do.
 */
export class PullquoteError extends Error {
  override readonly name = 'PullquoteError';
  readonly code: ErrorCode;
  readonly details: ErrorDetails;

  constructor(code: ErrorCode, message: string, details: ErrorDetails = {}, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
    this.details = details;
  }
}
