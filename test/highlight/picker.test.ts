import { createServer, type Server } from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { memoryBlobs } from '../../src/blobs/memory.ts';
import { openAiPicker } from '../../src/highlight/openai.ts';
import { pickByModel, pickByScores, type ModelDeps } from '../../src/highlight/pick.ts';
import { ask, type Picker } from '../../src/highlight/picker.ts';
import { workersAiPicker } from '../../src/highlight/workers-ai.ts';
import { episode } from './text.ts';

const TEXTS = ['One goat.', 'Two  gardens.', 'Three\nlamps.', 'Four hills.', 'Five bells.'];

const words = (list: readonly { text: string }[]): string[] => list.map(({ text }) => text);

/** What the server does with the next request. */
let behave: 'answer' | 'hang' | 'drip' = 'answer';
let status = 200;
let content = '';
let body: string | null = null;
let asked: { path: string; authorization: string | undefined; body: string };
let requests = 0;
let arrived: () => void = () => {};

let server: Server;
let url: string;

beforeAll(async () => {
  server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    asked = {
      path: request.url ?? '',
      authorization: request.headers.authorization,
      body: Buffer.concat(chunks).toString('utf8'),
    };
    requests++;
    if (behave !== 'answer') {
      if (behave === 'drip') response.write('{"choices":');
      arrived();
      return;
    }
    response.writeHead(status, { 'content-type': 'application/json', location: '/elsewhere' });
    response.end(body ?? JSON.stringify({ choices: [{ message: { role: 'assistant', content } }] }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/v1/`;
});

afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

beforeEach(() => {
  [behave, status, body, arrived, requests] = ['answer', 200, null, () => {}, 0];
});

const never = (): AbortSignal => new AbortController().signal;
const picker = (): Picker => openAiPicker({ url, model: 'small', key: 'secret', fetch });
const askServer = (signal = never()) => ask(picker(), TEXTS, 3, signal);

describe('a service that speaks the protocol well', () => {
  test('decides', async () => {
    content = '{"picks":[4,2]}';
    expect(await askServer()).toEqual({ picks: [3, 1] });
  });

  test.each([
    ['a fence around its answer', 'Here you are:\n```json\n{"picks": [5]}\n```'],
    ['thoughts before it', '<think>The shape is {"picks":[1]}, so</think> {"picks":[5]}'],
  ])('may put %s', async (_, answer) => {
    content = answer;
    expect(await askServer()).toEqual({ picks: [4] });
  });

  test('is given numbered words, each in one line, and the key', async () => {
    content = '{"picks":[1]}';
    await askServer();
    expect(asked).toMatchObject({ path: '/v1/chat/completions', authorization: 'Bearer secret' });
    expect(JSON.parse(asked.body).messages[1].content).toBe(
      '1. One goat.\n2. Two gardens.\n3. Three lamps.\n4. Four hills.\n5. Five bells.',
    );
  });
});

describe('a service that speaks it badly gives no picks', () => {
  test.each([
    ['words', 'I like the second one best.', 'failed'],
    ['broken JSON', '{"picks":[1,', 'failed'],
    ['words for numbers', '{"picks":["the garden"]}', 'invalid'],
    ['a number that was not given', '{"picks":[1,6]}', 'invalid'],
    ['zero', '{"picks":[0]}', 'invalid'],
    ['a fraction', '{"picks":[1.5]}', 'invalid'],
    ['a number twice', '{"picks":[2,2]}', 'invalid'],
    ['no numbers', '{"picks":[]}', 'invalid'],
    ['another object', '{"quotes":[1]}', 'invalid'],
  ])('%s', async (_, answer, failure) => {
    content = answer;
    expect(await askServer()).toMatchObject({ failure });
  });

  test.each([500, 429, 302])('status %i', async (answered) => {
    status = answered;
    expect(await askServer()).toMatchObject({ failure: 'failed' });
    expect(requests).toBe(1);
  });

  test.each([
    ['no JSON', '<html>'],
    ['another shape', '{"choices":[]}'],
    ['more than it may', `{"choices":[{"message":{"content":"${'x'.repeat(70_000)}"}}]}`],
  ])('a body of %s', async (_, answer) => {
    body = answer;
    expect(await askServer()).toMatchObject({ failure: 'failed' });
  });

  test.each(['hang', 'drip'] as const)('one that is given up on: %s', async (how) => {
    behave = how;
    const caller = new AbortController();
    arrived = () => caller.abort();
    expect(await askServer(caller.signal)).toMatchObject({ failure: 'failed' });
  });
});

describe('highlights by a model', () => {
  const lines = [
    'We should never sell the goat, because a garden without a goat is only a map.',
    'I believe every village needs three lamps that nobody is ever allowed to own.',
    'Our town must learn to wait, since nothing here was ever built in one winter.',
    'My father always said that bells are the only honest clocks we will ever have.',
    'Most hills are patient, but people will not climb what they could never name.',
  ];
  const from = { episode: { language: 'en', chapters: [] }, hints: null, text: episode(lines) };
  const errors: unknown[] = [];
  const depsOf = (fields: Partial<ModelDeps> = {}): ModelDeps => ({
    picker: picker(),
    timeoutMs: 60_000,
    blobs: memoryBlobs(),
    onError: (error) => errors.push(error),
    admit: async () => undefined,
    ...fields,
  });

  test('come in its order, the rest by score; every word is the transcript’s', async () => {
    content = '{"picks":[2]}';
    const candidates = words(await pickByScores(from, 36));
    const picked = await pickByModel(from, 2, depsOf());
    expect(picked).toMatchObject({ by: 'model', fallback: null });
    expect(words(picked.highlights)).toEqual([candidates[1], candidates[0]]);
  });

  test('are as without one where it fails, and the operator is told', async () => {
    status = 500;
    const picked = await pickByModel(from, 3, depsOf());
    expect(picked).toEqual({ highlights: await pickByScores(from, 3), by: 'scores', fallback: 'failed' });
    expect(errors.at(-1)).toMatchObject({ message: expect.stringContaining('500') });
  });

  test('are as without one where it takes too long', async () => {
    behave = 'hang';
    const picked = await pickByModel(from, 3, depsOf({ timeoutMs: 5 }));
    expect(picked.fallback).toBe('failed');
  });

  test('cost one question, whoever asks for them again and for how many', async () => {
    content = '{"picks":[2]}';
    const deps = depsOf();
    await pickByModel(from, 3, deps);
    await pickByModel(from, 2, deps);
    expect(requests).toBe(1);
  });

  test('are not asked for where the caller may not', async () => {
    const deps = depsOf({ admit: () => Promise.reject(new Error('too fast')) });
    await expect(pickByModel(from, 3, deps)).rejects.toThrow('too fast');
    expect(requests).toBe(0);
  });
});

// A stand-in for the binding: no model of Workers AI runs outside of Cloudflare.
describe('a Workers AI binding', () => {
  test('answers with a string or an object', async () => {
    for (const response of ['{"picks":[3]}', { picks: [3] }]) {
      const ai = workersAiPicker({ run: async () => ({ response }) }, 'small');
      expect(await ask(ai, TEXTS, 1, never())).toEqual({ picks: [2] });
    }
  });

  test('that never answers is left at an abort', async () => {
    const caller = new AbortController();
    const run = (): Promise<never> => {
      queueMicrotask(() => caller.abort());
      return new Promise(() => {});
    };
    const asking = ask(workersAiPicker({ run }, 'small'), TEXTS, 1, caller.signal);
    expect(await asking).toMatchObject({ failure: 'failed' });
  });
});
