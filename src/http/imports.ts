/** Taking transcripts in: `POST /v1/episodes`. */
import { Hono } from 'hono';
import { PullquoteError } from '../errors.ts';
import { importEpisode } from '../ingest/import.ts';
import { sha256 } from '../sha256.ts';
import { parseJson, readForm } from './body.ts';
import type { AppDeps, AppEnv } from './context.ts';
import { createGate } from './gate.ts';
import { answerImport } from './import-answer.ts';
import { idempotent } from './idempotency.ts';
import { allow, queryOf } from './input.ts';
import type { Operation } from './openapi.ts';
import { episodeInput, importQuery, importView } from './schemas.ts';

/** Room for metadata, pictures and the form's own lines, in bytes. */
const BESIDES_TRANSCRIPT = 12_000_000;
const MAX_METADATA = 1_000_000;

/** Imports at once: each holds its files in memory. */
const MOST = 4;

export function importRoutes(deps: AppDeps) {
  const { store, blobs, codec, config } = deps;
  const importing = createGate(MOST);
  return new Hono<AppEnv>().post('/v1/episodes', allow('import'), queryOf(importQuery), (c) =>
    importing(async () => {
      const dryRun = c.req.valid('query').dry_run === 'true';
      const parts = await readParts(
        await readForm(c.req.raw, config.maxTranscriptBytes + BESIDES_TRANSCRIPT),
      );
      const { metadata, transcript } = parts;
      const asked = { metadata, transcript: await sha256(transcript.bytes), dryRun };
      return idempotent(deps, c, asked, async () => {
        const report = await importEpisode(
          { store, blobs, codec, maxBytes: config.maxTranscriptBytes },
          { ...parts, dryRun },
        );
        return answerImport(deps, c, report);
      });
    }),
  );
}

/** `metadata` is JSON, `transcript` the file; every other file is a picture, by its file name. */
async function readParts(form: FormData) {
  for (const name of ['metadata', 'transcript']) {
    if (form.getAll(name).length !== 1) {
      throw new PullquoteError(
        'bad-request',
        `Expected one part \`${name}\` in the form but received ${form.getAll(name).length}.`,
      );
    }
  }
  const transcript = form.get('transcript');
  if (!(transcript instanceof Blob)) {
    throw new PullquoteError(
      'bad-request',
      'Expected the part `transcript` to be a file but received a text field.',
    );
  }
  const files: Record<string, Uint8Array> = {};
  for (const [name, part] of form) {
    if (name === 'metadata' || name === 'transcript') continue;
    if (!(part instanceof Blob))
      throw new PullquoteError('bad-request', `\`${name}\` is not a part of the form.`);
    files[part.name] = await bytesOf(part);
  }
  return {
    metadata: parseJson(await textOf(form.get('metadata')), '`metadata`'),
    transcript: {
      bytes: await bytesOf(transcript),
      fileName: transcript.name,
      ...(transcript.type === '' ? {} : { contentType: transcript.type }),
    },
    files,
  };
}

async function textOf(part: File | string | null): Promise<string> {
  if (part === null || typeof part === 'string') return part ?? '';
  if (part.size > MAX_METADATA) {
    throw new PullquoteError(
      'too-large',
      `Expected at most ${MAX_METADATA} bytes of \`metadata\` but received more.`,
    );
  }
  return part.text();
}

async function bytesOf(file: Blob): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await file.arrayBuffer());
}

export const importOperations: Operation[] = [
  {
    method: 'post',
    path: '/v1/episodes',
    summary:
      'Take a transcript in. The same `id` or `guid` again makes a new revision, whose quotes keep their addresses. Pictures the metadata names (`cover`, `photo`) are further file parts, by file name.',
    scope: 'import',
    query: importQuery,
    body: { form: { metadata: episodeInput, transcript: 'file' } },
    answer: { status: 201, description: 'What was found and done.', json: importView },
    errors: [
      'bad-request',
      'bad-parameter',
      'unauthorized',
      'forbidden',
      'conflict',
      'too-large',
      'bad-transcript',
      'bad-brand',
      'bad-image',
      'rate-limited',
      'busy',
    ],
  },
];
