/** Checks what a caller sent against a schema, and says in a sentence what is wrong with it. */
import { z } from 'zod';
import { PullquoteError, type ErrorCode } from '../errors.ts';

/**
 * Query parameters by a schema of strings. One that is unknown or repeated is refused.
 * @throws PullquoteError `bad-parameter`
 */
export function parseQuery<T extends z.ZodObject>(schema: T, url: string): z.output<T> {
  const query = new URL(url).searchParams;
  const known = Object.keys(schema.shape);
  for (const name of new Set(query.keys())) {
    if (!known.includes(name)) {
      const hint = known.length === 0 ? 'None is taken here.' : `Expected one of ${known.join(', ')}.`;
      throw new PullquoteError('bad-parameter', `\`${name}\` is not a parameter here. ${hint}`, {
        parameter: name,
      });
    }
    const times = query.getAll(name).length;
    if (times > 1) {
      throw new PullquoteError('bad-parameter', `Expected \`${name}\` once but received it ${times} times.`, {
        parameter: name,
      });
    }
  }
  return check(schema, Object.fromEntries(query), 'bad-parameter');
}

/**
 * A value by a schema whose own messages name what was expected (`a date like 2026-03-14`).
 * @throws PullquoteError with `code`, naming the field and what came.
 */
export function check<T extends z.ZodType>(schema: T, value: unknown, code: ErrorCode): z.output<T> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  if (issue === undefined) throw new PullquoteError(code, 'The value is not what was expected.');
  const field = z.core.toDotPath(issue.path);
  throw new PullquoteError(
    code,
    sentence(issue, field, at(value, issue.path)),
    field === '' ? {} : { parameter: field },
  );
}

function sentence(issue: z.core.$ZodIssue, field: string, received: unknown): string {
  const where = field === '' ? '' : ` for \`${field}\``;
  if (issue.code === 'unrecognized_keys') {
    return `\`${issue.keys[0]}\` is not a field${field === '' ? ' here' : ` of \`${field}\``}.`;
  }
  if (received === undefined) return `\`${field}\` is missing.`;
  return `Expected ${expected(issue)}${where} but received ${quoted(received)}.`;
}

function expected(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return `${/^[aeiou]/.test(issue.expected) ? 'an' : 'a'} ${issue.expected}`;
    case 'too_small':
      return `at least ${issue.minimum}${issue.origin === 'string' ? ' characters' : ''}`;
    case 'too_big':
      return `at most ${issue.maximum}${issue.origin === 'string' ? ' characters' : ''}`;
    case 'invalid_value':
      return `one of ${issue.values.map(String).join(', ')}`;
    default:
      return issue.message;
  }
}

function at(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (inner, key) => (typeof inner === 'object' && inner !== null ? Reflect.get(inner, key) : undefined),
    value,
  );
}

function quoted(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return `\`${text.length > 100 ? `${text.slice(0, 99)}…` : text}\``;
}
