/** The OpenAPI 3.1 document, made from the schemas the routes check with. */
import { z } from 'zod';
import type { ErrorCode } from '../errors.ts';
import type { Scope } from '../store/port.ts';
import { PROBLEMS } from './problem.ts';
import { problemView } from './schemas.ts';

/** What an address of a range may be refused for, besides what any may. */
export const RANGE_ERRORS = ['bad-range', 'range-outside', 'ambiguous-text'] as const;

/** What changing something may be refused for. */
export const WRITE_ERRORS = [
  'bad-request',
  'bad-parameter',
  'unauthorized',
  'forbidden',
  'not-found',
  'too-large',
  'rate-limited',
] as const;

/** What one route is, for the document and the docs page. */
export interface Operation {
  method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  /** With parameters in braces: `/v1/episodes/{id}`. */
  path: string;
  summary: string;
  /** What a token must allow; left out where none is needed. */
  scope?: Scope;
  query?: z.ZodObject;
  /** JSON, or the parts of a form: a schema is a JSON part, `file` a file. */
  body?:
    | { json: z.ZodType }
    | { file: readonly string[] }
    | { form: Readonly<Record<string, z.ZodType | 'file'>> };
  answer: { status: number; description: string; json?: z.ZodType; types?: readonly string[] };
  errors: readonly ErrorCode[];
}

/** @returns a JSON value */
export function openApi(operations: readonly Operation[], publicUrl: string): object {
  const paths: Record<string, Record<string, object>> = {};
  for (const operation of operations) (paths[operation.path] ??= {})[operation.method] = describe(operation);
  return {
    openapi: '3.1.1',
    info: {
      title: 'Pullquote',
      version: '1',
      description: 'Gives every sentence of a podcast transcript an address, and serves it as a card.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: publicUrl }],
    paths,
    components: {
      schemas: z.toJSONSchema(z.globalRegistry, { io: 'input', uri: (id) => `#/components/schemas/${id}` })
        .schemas,
      securitySchemes: { token: { type: 'http', scheme: 'bearer' } },
    },
  };
}

function describe({ path, summary, scope, query, body, answer, errors }: Operation): object {
  const inPath = Array.from(path.matchAll(/\{(\w+)\}/g), ([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }));
  return {
    summary,
    parameters: [...inPath, ...queryParameters(query)],
    ...(scope === undefined
      ? {}
      : { security: [{ token: [] }], description: `Needs a token with the scope ${scope}.` }),
    ...(body === undefined ? {} : { requestBody: { required: true, content: bodyContent(body) } }),
    responses: { [answer.status]: answerObject(answer), ...problems(errors) },
  };
}

function queryParameters(query: z.ZodObject | undefined): object[] {
  return Object.entries(query?.shape ?? {}).map(([name, schema]) => {
    const { $schema: _, description, ...rest } = z.toJSONSchema(schema, { io: 'input' });
    return {
      name,
      in: 'query',
      required: !schema.isOptional(),
      ...(description ? { description } : {}),
      schema: rest,
    };
  });
}

function bodyContent(body: NonNullable<Operation['body']>): object {
  if ('json' in body) return { 'application/json': { schema: reference(body.json) } };
  if ('file' in body) return Object.fromEntries(body.file.map((type) => [type, {}]));
  const parts = Object.entries(body.form);
  return {
    'multipart/form-data': {
      schema: {
        type: 'object',
        required: parts.map(([name]) => name),
        properties: Object.fromEntries(
          parts.map(([name, part]) => [
            name,
            part === 'file' ? { type: 'string', format: 'binary' } : reference(part),
          ]),
        ),
      },
    },
  };
}

function answerObject({ description, json, types = [] }: Operation['answer']): object {
  const content = json
    ? { 'application/json': { schema: reference(json) } }
    : Object.fromEntries(types.map((type) => [type, {}]));
  return { description, ...(Object.keys(content).length > 0 ? { content } : {}) };
}

function problems(errors: readonly ErrorCode[]): Record<string, object> {
  const byStatus = Map.groupBy(errors, (code) => PROBLEMS[code].status);
  return Object.fromEntries(
    Array.from(byStatus, ([status, codes]) => [
      status,
      {
        description: codes.map((code) => `${PROBLEMS[code].title} (\`${code}\`).`).join(' '),
        content: { 'application/problem+json': { schema: reference(problemView) } },
      },
    ]),
  );
}

/** Every schema of a body has an ID, and so a place among the document's components. */
function reference(schema: z.ZodType): object {
  const id = z.globalRegistry.get(schema)?.id;
  if (id === undefined) throw new Error('A schema of the API has no ID.');
  return { $ref: `#/components/schemas/${id}` };
}
