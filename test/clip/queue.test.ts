import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createApp } from '../../src/app.ts';
import { type ClipDeps, createClip } from '../../src/clip/create.ts';
import type { ClipJob } from '../../src/clip/pending.ts';
import { drawQueued, giveUp, queuedWork } from '../../src/clip/queue.ts';
import { nodeConfig } from '../../src/config.ts';
import { createToken } from '../../src/http/auth.ts';
import { nodeDeps, openData, type Data } from '../../src/runtime/node.ts';
import { exampleForm } from '../http/servers.ts';

const ADDRESS = { episodeId: 'example', range: '0:24-0:46' };

let folder: string;
let data: Data;
let app: Awaited<ReturnType<typeof nodeDeps>>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pullquote-'));
  data = await openData(folder);
  app = await nodeDeps(data, nodeConfig({ DATA_DIR: folder, LOG: 'errors' }));
  const { secret, token } = await createToken('import', 'test');
  await data.store.saveToken(token);
  const headers = { Authorization: `Bearer ${secret}`, Host: 'localhost' };
  const body = await exampleForm();
  const response = await createApp(app).request('http://localhost/v1/episodes', {
    method: 'POST',
    body,
    headers,
  });
  if (response.status !== 201) throw new Error(await response.text());
});
afterAll(async () => {
  await app.packs.close();
  data.close();
  await rm(folder, { recursive: true });
});

/** The app's parts with a queue that only takes note, and a count of the clips drawn. */
function withQueue(): { deps: ClipDeps; sent: ClipJob[]; drawn: () => number } {
  const sent: ClipJob[] = [];
  let drawn = 0;
  const clip: ClipDeps['drawer']['clip'] = (order, audio) => {
    drawn++;
    return app.drawer.clip(order, audio);
  };
  const work = queuedWork('paid', { send: async (job) => sent.push(job) });
  return { deps: { ...app, work, drawer: { ...app.drawer, clip } }, sent, drawn: () => drawn };
}

/** A clip of its own for each `style` and `look`: none is kept from another test. */
const ask = (deps: ClipDeps, query: string) =>
  createClip(deps, ADDRESS, 'mp4', new URLSearchParams(`size=square&audio=none&${query}`), null);

describe('a clip of more than 20 s in a Worker', () => {
  test('is sent to the queue once however many ask, and is there once its message was worked on', async () => {
    const { deps, sent, drawn } = withQueue();
    const answers = await Promise.all([1, 2, 3, 4].map(() => ask(deps, 'style=plain')));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set(['pending']));
    expect(sent).toHaveLength(1);
    await drawQueued(deps, sent[0]);
    expect((await ask(deps, 'style=plain')).status).toBe('ok');
    expect(drawn()).toBe(1);
  });

  test('is drawn once though its message is delivered again, also at once', async () => {
    const { deps, sent, drawn } = withQueue();
    await ask(deps, 'template=bold');
    await Promise.all([drawQueued(deps, sent[0]), drawQueued(deps, sent[0])]);
    await drawQueued(deps, sent[0]);
    expect(drawn()).toBe(1);
  });

  test('is given to who waits for it', async () => {
    const { deps, sent } = withQueue();
    const waiting = ask(deps, 'template=waveform&wait=20');
    while (sent.length === 0) await new Promise((resolve) => setTimeout(resolve, 20));
    await drawQueued(deps, sent[0]);
    expect((await waiting).status).toBe('ok');
  });

  test('that fails by a fault of ours is drawn by the next delivery', async () => {
    const { deps, sent } = withQueue();
    await ask(deps, 'template=artwork');
    const broken: ClipDeps = {
      ...deps,
      drawer: { ...deps.drawer, clip: () => Promise.reject(new Error('Out of memory.')) },
    };
    await expect(drawQueued(broken, sent[0])).rejects.toThrow('Out of memory.');
    await drawQueued(deps, sent[0]);
    expect((await ask(deps, 'template=artwork')).status).toBe('ok');
  });

  test('that was given up says so for a while', async () => {
    const { deps, sent } = withQueue();
    await ask(deps, 'fillers=hide&style=plain&template=bold');
    await giveUp(deps, sent[0]);
    await expect(ask(deps, 'fillers=hide&style=plain&template=bold')).rejects.toMatchObject({ code: 'busy' });
  });

  test.each([
    ['without a queue', queuedWork('paid', undefined)],
    ['on the free plan', queuedWork('free', undefined)],
  ])('%s is refused with the reason', async (_, work) => {
    await expect(ask({ ...app, work }, 'template=waveform&style=plain')).rejects.toMatchObject({
      code: 'not-implemented',
    });
  });
});

test('on the free plan a short clip and a preview are refused too, captions are there', async () => {
  const deps = { ...app, work: queuedWork('free', undefined) };
  const short = { episodeId: 'example', range: '0:24-0:28' };
  const make = (format: 'mp4' | 'gif' | 'vtt') =>
    createClip(deps, short, format, new URLSearchParams(), null);
  await expect(make('mp4')).rejects.toMatchObject({ code: 'not-implemented' });
  await expect(make('gif')).rejects.toMatchObject({ code: 'not-implemented' });
  expect((await make('vtt')).status).toBe('ok');
});
