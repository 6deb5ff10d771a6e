import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { highlights } from '../../src/highlight/highlights.ts';
import { openAiPicker } from '../../src/highlight/openai.ts';
import { rerank } from '../../src/highlight/picker.ts';
import { workersAiPicker } from '../../src/highlight/workers-ai.ts';
import { episode } from './text.ts';

const text = episode([
  'Ann: We always planted the trees first, because a garden without shade teaches nobody patience.',
  'Ben: I would rather lose a whole harvest than sell one box of fruit that nobody tasted.',
  'Ann: Most people think pruning hurts a tree, but it is the only kindness that lasts a decade.',
  'Ben: Every season we throw out half of our plans, and the other half we should have thrown out.',
  'Ann: My father never wrote anything down, so the orchard is the only book that he left us.',
]);
const candidates = highlights(text, { count: 5, language: 'en' });
const texts = (list: readonly { text: string }[]): string[] => list.map((highlight) => highlight.text);

/** What the server does with the next request. */
let behave: 'answer' | 'hang' = 'answer';
let status = 200;
let content = '';
let body: string | null = null;
let asked: { path: string; authorization: string | undefined; body: string };
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
    arrived();
    if (behave === 'hang') return;
    response.writeHead(status, { 'content-type': 'application/json', location: '/elsewhere' });
    response.end(body ?? JSON.stringify({ choices: [{ message: { role: 'assistant', content } }] }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address() as AddressInfo | null;
  url = `http://127.0.0.1:${address?.port}/v1/`;
});

afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

beforeEach(() => {
  [behave, status, body, arrived] = ['answer', 200, null, () => {}];
});

const never = (): AbortSignal => new AbortController().signal;
const ask = (signal = never(), timeout = never) =>
  rerank(candidates, openAiPicker({ url, model: 'small', key: 'secret', fetch, timeout }), {
    count: 3,
    signal,
  });

describe('a service that speaks the protocol well', () => {
  test('decides the order, the rest is filled up', async () => {
    content = '{"picks":[4,2]}';
    const result = await ask();
    expect(result.fallback).toBeNull();
    expect(texts(result.highlights)).toEqual(texts([3, 1, 0].flatMap((i) => candidates[i] ?? [])));
  });

  test('may put a fence around its answer', async () => {
    content = 'Here you are:\n```json\n{"picks": [5]}\n```';
    const result = await ask();
    expect(result.highlights[0]?.text).toBe(candidates[4]?.text);
  });

  test('is given numbered words, and the key', async () => {
    content = '{"picks":[1]}';
    await ask();
    expect(asked).toMatchObject({ path: '/v1/chat/completions', authorization: 'Bearer secret' });
    expect(JSON.parse(asked.body).messages[1].content).toBe(
      candidates.map((candidate, i) => `${i + 1}. ${candidate.text}`).join('\n'),
    );
  });
});

describe('a service that speaks it badly changes nothing', () => {
  const bad: [name: string, content: string, fallback: string][] = [
    ['words', 'I like the second one best.', 'failed'],
    ['broken JSON', '{"picks":[1,', 'failed'],
    ['words for numbers', '{"picks":["the garden"]}', 'invalid'],
    ['a number that was not given', '{"picks":[1,6]}', 'invalid'],
    ['zero', '{"picks":[0]}', 'invalid'],
    ['a fraction', '{"picks":[1.5]}', 'invalid'],
    ['a number twice', '{"picks":[2,2]}', 'invalid'],
    ['no numbers', '{"picks":[]}', 'invalid'],
    ['another object', '{"quotes":[1]}', 'invalid'],
  ];
  test.each(bad)('%s', async (_, answer, fallback) => {
    content = answer;
    const result = await ask();
    expect(result).toEqual({ highlights: candidates.slice(0, 3), fallback });
  });

  test.each([500, 429, 302])('status %i', async (answered) => {
    status = answered;
    const result = await ask();
    expect(result).toEqual({ highlights: candidates.slice(0, 3), fallback: 'failed' });
  });

  test.each([
    ['no JSON', '<html>'],
    ['another shape', '{"choices":[]}'],
    ['more than it may', `{"choices":[{"message":{"content":"${'x'.repeat(70_000)}"}}]}`],
  ])('a body of %s', async (_, answer) => {
    body = answer;
    const result = await ask();
    expect(result).toEqual({ highlights: candidates.slice(0, 3), fallback: 'failed' });
  });

  test('no answer in time', async () => {
    behave = 'hang';
    const time = new AbortController();
    arrived = () => time.abort();
    const result = await ask(never(), () => time.signal);
    expect(result).toEqual({ highlights: candidates.slice(0, 3), fallback: 'failed' });
  });

  test('a caller that gives up', async () => {
    behave = 'hang';
    const caller = new AbortController();
    arrived = () => caller.abort();
    const result = await ask(caller.signal);
    expect(result.fallback).toBe('failed');
  });
});

describe('a Workers AI binding', () => {
  test('answers with a string or an object', async () => {
    for (const response of ['{"picks":[3]}', { picks: [3] }]) {
      const picker = workersAiPicker({ run: async () => ({ response }) }, 'small');
      const result = await rerank(candidates, picker, { count: 1, signal: never() });
      expect(result).toEqual({ highlights: candidates.slice(2, 3), fallback: null });
    }
  });

  test('that never answers is left at an abort', async () => {
    const caller = new AbortController();
    const run = (): Promise<never> => {
      queueMicrotask(() => caller.abort());
      return new Promise(() => {});
    };
    const result = await rerank(candidates, workersAiPicker({ run }, 'small'), {
      count: 1,
      signal: caller.signal,
    });
    expect(result.fallback).toBe('failed');
  });
});
