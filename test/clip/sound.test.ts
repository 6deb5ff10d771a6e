import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { type ClipSound, soundOf } from '../../src/clip/sound.ts';
import { importEpisode } from '../../src/ingest/import.ts';
import { guardedRanges } from '../../src/ingest/ranges.ts';
import { forgetRecording, keepRecording, readRecording } from '../../src/ingest/recording.ts';
import type { Episode } from '../../src/quote/model.ts';
import { wav } from '../http/suite/recordings.ts';
import { input, openDeps } from '../ingest/deps.ts';
import { type LocalServer, serve } from '../ingest/server.ts';
import { mp3 } from './audio/decoder.ts';

const recording = guardedRanges({ allowPrivate: true });
const CUTS = [
  { startMs: 500, endMs: 1500 },
  { startMs: 2000, endMs: 2500 },
];

/** A server of one file, which may be replaced. */
async function mediaServer(
  first: Uint8Array,
): Promise<{ server: LocalServer; replace(next: Uint8Array): void }> {
  let file = first;
  const server = await serve((request, response) => {
    const [, from, to] = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? '') ?? [];
    const [begin, end] = [Number(from), Math.min(file.length, Number(to) + 1)];
    const headers = { ETag: `"${file.length}"`, 'Content-Range': `bytes ${begin}-${end - 1}/${file.length}` };
    response.writeHead(206, headers).end(file.subarray(begin, end));
  });
  return { server, replace: (next) => (file = next) };
}

async function* whole(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

async function openEpisode(mediaUrl: string | null = null) {
  const deps = { ...(await openDeps()), mp3, recording };
  await importEpisode(deps, input({ mediaUrl }));
  const episode: Pick<Episode, 'id' | 'mediaUrl'> = { id: 'mud', mediaUrl };
  return { deps, sound: async (): Promise<ClipSound | null> => soundOf(deps, episode) };
}

describe('the recording a clip is cut from', () => {
  test('is none where none was ever named', async () => {
    const { sound } = await openEpisode();
    expect(await sound()).toBeNull();
  });

  test('is the one kept; its waves are those of the cuts, one after the other', async () => {
    const { deps, sound } = await openEpisode('http://127.0.0.1:9/none.mp3');
    await keepRecording(deps, 'mud', whole(wav(3, 1)));
    const kept = await sound();
    const [silent, loud] = [Array(5).fill(0), Array(5).fill(223)];
    expect(await kept?.peaks(CUTS)).toEqual([...silent, ...loud, ...loud]);
    expect(await kept?.cut(CUTS)).toMatchObject({ pieces: [{ samples: 8000 }, { samples: 4000 }] });
  });

  test('has another name when it is replaced, the same when it is sent again', async () => {
    const { deps, sound } = await openEpisode();
    const nameOf = async (seconds: number): Promise<string | undefined> => {
      await keepRecording(deps, 'mud', whole(wav(seconds, 1)));
      return (await sound())?.name;
    };
    const first = await nameOf(3);
    expect(await nameOf(3)).toBe(first);
    expect(await nameOf(4)).not.toBe(first);
  });

  test('is the one published, which is named as its server does, also when it is replaced there', async () => {
    const { server, replace } = await mediaServer(wav(3, 1));
    await using _ = server;
    const { sound } = await openEpisode(`${server.origin}/a.wav`);
    const first = await sound();
    expect(await first?.cut(CUTS)).toMatchObject({ pieces: [{ samples: 8000 }, { samples: 4000 }] });
    expect(await first?.peaks(CUTS)).toBeNull();
    replace(wav(4, 1));
    expect((await sound())?.name).not.toBe(first?.name);
  });

  test('has waves once it was read through where it is published, and none of the file before it', async () => {
    const { server, replace } = await mediaServer(wav(3, 1));
    const url = `${server.origin}/a.wav`;
    await using _ = server;
    const { deps, sound } = await openEpisode(url);
    const before = (await sound())?.name;
    await readRecording(deps, 'mud', url);
    const read = await sound();
    expect(read?.name).not.toBe(before);
    expect(await read?.peaks(CUTS)).toHaveLength(15);
    replace(wav(4, 1));
    expect(await (await sound())?.peaks(CUTS)).toBeNull();
  });

  test('keeps its name while its server is away, so that clips made before are found', async () => {
    const { server } = await mediaServer(wav(3, 1));
    const url = `${server.origin}/a.wav`;
    const { deps, sound } = await openEpisode(url);
    await readRecording(deps, 'mud', url);
    const name = (await sound())?.name;
    await server[Symbol.asyncDispose]();
    expect((await sound())?.name).toBe(name);
  });

  test('that was replaced while it was read is refused', async () => {
    const { server, replace } = await mediaServer(wav(30, 1));
    await using _ = server;
    const { sound } = await openEpisode(`${server.origin}/a.wav`);
    const opened = await sound();
    replace(wav(31, 1));
    const late = [{ startMs: 20_000, endMs: 21_000 }];
    await expect(opened?.cut(late)).rejects.toMatchObject({ code: 'conflict' });
  });

  test.each([
    ['whose server knows no ranges', 200, {}],
    ['that is not there', 404, {}],
    ['whose server says nonsense', 206, { 'Content-Range': 'bytes 7-9/10' }],
  ])('%s is refused', async (_, status, headers) => {
    await using server = await serve((__, response) => response.writeHead(status, headers).end('sound'));
    const { sound } = await openEpisode(`${server.origin}/a.mp3`);
    await expect(sound()).rejects.toMatchObject({ code: 'fetch-failed' });
  });

  test('is not there any more when it was forgotten, nor are its blobs', async () => {
    const { deps, sound } = await openEpisode();
    const kept = await keepRecording(deps, 'mud', whole(wav(3, 1)));
    await forgetRecording(deps, kept);
    expect(await sound()).toBeNull();
    expect([await deps.blobs.has(kept.blob ?? ''), await deps.blobs.has(kept.indexBlob)]).toEqual([
      false,
      false,
    ]);
  });
});

test('the example’s MP3 and M4A are as loud as each other', async () => {
  const { deps, sound } = await openEpisode();
  const cuts = [{ startMs: 30_000, endMs: 90_000 }];
  const peaksOf = async (file: string): Promise<number[]> => {
    await keepRecording(deps, 'mud', whole(await readFile(`examples/${file}`)));
    return (await (await sound())?.peaks(cuts)) ?? [];
  };
  const [decoded, reckoned] = [await peaksOf('example.mp3'), await peaksOf('example.m4a')];
  expect([decoded.length, reckoned.length]).toEqual([600, 600]);
  const off = decoded.map((peak, i) => Math.abs(peak - (reckoned[i] ?? 0))).toSorted((a, b) => a - b);
  // Half of them within 3 dB, which are 16 steps.
  expect(off[300]).toBeLessThan(16);
});
