import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { cutMp4, scanMp4 } from '../../../src/clip/audio/mp4.ts';
import { muxClip } from '../../../src/clip/mux.ts';
import { heldAudio, remoteAudio } from '../../../src/clip/audio/source.ts';
import { PullquoteError } from '../../../src/errors.ts';
import { guardedRanges } from '../../../src/ingest/ranges.ts';
import { serve, type LocalServer } from '../../ingest/server.ts';

const recording = new Uint8Array(await readFile('examples/example.m4a'));
const CUT = { startMs: 60_000, endMs: 80_000 };
const readRange = guardedRanges({ allowPrivate: true });

/** Serves bytes in parts, as RFC 9110 has it, or whole where `ranges` is false. */
function fileServer(bytes: Uint8Array, { ranges }: { ranges: boolean }): Promise<LocalServer> {
  return serve((request, response) => {
    const asked = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? '');
    if (!ranges || asked === null) {
      response.end(bytes);
      return;
    }
    const [from, to] = [Number(asked[1]), Math.min(bytes.length, Number(asked[2]) + 1)];
    response.writeHead(206, { 'Content-Range': `bytes ${from}-${to - 1}/${bytes.length}` });
    response.end(bytes.subarray(from, to));
  });
}

async function codeOf(work: Promise<unknown>): Promise<string> {
  const error = await work.then(
    () => null,
    (reason: unknown) => reason,
  );
  return error instanceof PullquoteError ? error.code : String(error);
}

async function firstAt(startMs: number): Promise<Uint8Array | undefined> {
  const { packets } = await cutMp4(heldAudio(recording), [{ startMs, endMs: startMs + 1000 }]);
  return packets[0]?.data;
}

test('a recording that says it lasts for years is refused', async () => {
  const lying = recording.slice();
  const at = Buffer.from(lying.buffer).indexOf('stts');
  // Of the first entry, how long each packet lasts.
  new DataView(lying.buffer).setUint32(at + 16, 0x7fff_ffff);
  await expect(scanMp4(heldAudio(lying))).rejects.toMatchObject({ code: 'bad-recording' });
});

describe('the sound of a clip', () => {
  test('is the recording’s own packets, gapless from the clip’s start, never past its end', async () => {
    const { packets, sampleRate, codec } = await cutMp4(heldAudio(recording), [CUT]);
    expect(codec).toBe('mp4a.40.2');
    for (const [i, { startS, durationS }] of packets.entries()) {
      expect(startS).toBeCloseTo((i * 1024) / sampleRate, 6);
      expect(durationS).toBeCloseTo(1024 / sampleRate, 6);
    }
    const last = packets.at(-1);
    const endS = (last?.startS ?? 0) + (last?.durationS ?? 0);
    expect(endS).toBeLessThanOrEqual(20);
    expect(endS).toBeGreaterThan(20 - (2 * 1024) / sampleRate);
  });

  test('begins with the packet nearest to the cut', async () => {
    const packetMs = 1024 / 24;
    const at = Math.ceil(60_000 / packetMs) * packetMs;
    expect(await firstAt(at + 0.45 * packetMs)).toEqual(await firstAt(at + 0.05 * packetMs));
    expect(await firstAt(at + 0.55 * packetMs)).not.toEqual(await firstAt(at + 0.05 * packetMs));
    expect(await firstAt(at + 0.55 * packetMs)).toEqual(await firstAt(at + 1.05 * packetMs));
  });

  test('is read from a server in parts: little more than a megabyte, in few requests', async () => {
    await using server = await fileServer(recording, { ranges: true });
    let bytes = 0;
    const counted: typeof readRange = async (url, from, to) => {
      const read = await readRange(url, from, to);
      bytes += read.bytes.length;
      return read;
    };
    const remote = await cutMp4(remoteAudio(`${server.origin}/a.m4a`, counted), [CUT]);
    expect(remote).toEqual(await cutMp4(heldAudio(recording), [CUT]));
    expect(server.asked.length).toBeLessThanOrEqual(6);
    expect(bytes).toBeLessThan(1_200_000);
  });
});

describe('a recording that cannot be cut is refused', () => {
  test('where its server knows no ranges', async () => {
    await using server = await fileServer(recording, { ranges: false });
    expect(await codeOf(cutMp4(remoteAudio(`${server.origin}/a.m4a`, readRange), [CUT]))).toBe(
      'fetch-failed',
    );
  });

  test('where there is none', async () => {
    await using server = await serve((_, response) => response.writeHead(404).end());
    expect(await codeOf(cutMp4(remoteAudio(`${server.origin}/a.m4a`, readRange), [CUT]))).toBe(
      'fetch-failed',
    );
  });

  test('where it is not on the public internet', async () => {
    const source = remoteAudio('http://127.0.0.1/a.m4a', guardedRanges());
    expect(await codeOf(cutMp4(source, [CUT]))).toBe('fetch-refused');
  });

  test('where it was cut short on its server, when it is read through', async () => {
    await using server = await fileServer(recording.slice(0, -1), { ranges: true });
    expect(await codeOf(scanMp4(remoteAudio(`${server.origin}/a.m4a`, readRange)))).toBe('bad-recording');
    expect(server.asked.length).toBeLessThanOrEqual(3);
  });

  test.each([
    ['a page', new TextEncoder().encode('<!doctype html><title>Not found</title>'.repeat(50))],
    ['nothing', new Uint8Array()],
    ['a file that stops within its index', recording.slice(0, 5000)],
    ['a file that stops before the passage', recording.slice(0, recording.length / 8)],
    ['a file that stops within the passage', recording.slice(0, recording.length * 0.23)],
  ])('where it is %s', async (_, bytes) => {
    expect(await codeOf(cutMp4(heldAudio(bytes), [CUT]))).toBe('bad-recording');
  });

  test('where it is a film without sound, which is told from a file that stops before its index', async () => {
    const pictures = [{ unit: new Uint8Array(64), isKey: true }];
    const tags = { title: '', artist: '', comment: '' };
    const film = await muxClip({ format: { width: 64, height: 64, rate: 30 }, pictures }, null, tags);
    await expect(cutMp4(heldAudio(film), [CUT])).rejects.toThrow('has no sound');
    await expect(cutMp4(heldAudio(recording.slice(0, 5000)), [CUT])).rejects.toThrow('Expected AAC');
  });

  test('where it ends before the passage', async () => {
    const after = { startMs: 400_000, endMs: 410_000 };
    expect(await codeOf(cutMp4(heldAudio(recording), [after]))).toBe('range-outside');
  });
});
