/** Byte ranges (RFC 9110, section 14), one at a time. */
import { PullquoteError } from '../errors.ts';
import type { AppContext } from './context.ts';

export interface ByteRange {
  /** First byte. */
  from: number;
  /** After the last. */
  to: number;
}

/**
 * What a `Range` header asks of `length` bytes. `null` where all of it is to be sent: another unit, several ranges, or a form that is
 * none are ignored, as the standard allows. `unsatisfiable` where the range lies past the end.
 */
export function byteRange(header: string, length: number): ByteRange | 'unsatisfiable' | null {
  const [, first = '', last = ''] = /^bytes=(\d{0,15})-(\d{0,15})$/i.exec(header.trim()) ?? [];
  if (first === '' && last === '') return null;
  if (first === '') {
    const suffix = Math.min(Number(last), length);
    return suffix === 0 ? 'unsatisfiable' : { from: length - suffix, to: length };
  }
  const from = Number(first);
  if (last !== '' && Number(last) < from) return null;
  if (from >= length) return 'unsatisfiable';
  return { from, to: last === '' ? length : Math.min(Number(last) + 1, length) };
}

/**
 * The part of `length` bytes a request asks for; `null` for all of them, which also who has a part of another version gets.
 * @throws PullquoteError `bytes-outside`
 */
export function partOf(c: AppContext, etag: string | undefined, length: number): ByteRange | null {
  const [asked, ifRange] = [c.req.header('Range'), c.req.header('If-Range')];
  if (c.req.method !== 'GET' || asked === undefined) return null;
  if (ifRange !== undefined && ifRange !== etag) return null;
  const part = byteRange(asked, length);
  if (part !== 'unsatisfiable') return part;
  throw new PullquoteError(
    'bytes-outside',
    `Expected a range of ${length} bytes but received \`${asked}\`.`,
    {
      length,
    },
  );
}
