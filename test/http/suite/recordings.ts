import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, test } from 'vitest';
import { quoteList } from '../../../src/http/schemas.ts';
import { peaksView } from '../../../src/http/recordings.ts';
import { heardIn, recordingOf } from '../../clip/audio/bursts.ts';
import { withoutFfmpeg } from '../../clip/h264/ffmpeg.ts';
import { bytesOf, problemOf } from '../client.ts';
import { episodeForm } from '../servers.ts';
import type { ClientOf } from '../suite.ts';

const WORDS = `WEBVTT

00:00.000 --> 00:02.000
<v Ada>Every harbour has a sound of its own.
`;

const MEDIA = 'https://media.example/harbour.mp3';

/** A WAV file of 16-bit samples at 8 kHz: silence, and from `loudFrom` on a square wave at half of full scale. */
export function wav(seconds: number, loudFrom: number): Uint8Array<ArrayBuffer> {
  const samples = seconds * 8000;
  const view = new DataView(new ArrayBuffer(44 + 2 * samples));
  const text = (at: number, value: string): void =>
    [...value].forEach((char, i) => view.setUint8(at + i, char.charCodeAt(0)));
  text(0, 'RIFF');
  view.setUint32(4, 36 + 2 * samples, true);
  text(8, 'WAVEfmt ');
  view.setUint32(16, 16, true);
  view.setUint16(20, 1, true);
  view.setUint16(22, 1, true);
  view.setUint32(24, 8000, true);
  view.setUint32(28, 16_000, true);
  view.setUint16(32, 2, true);
  view.setUint16(34, 16, true);
  text(36, 'data');
  view.setUint32(40, 2 * samples, true);
  for (let i = loudFrom * 8000; i < samples; i++) view.setInt16(44 + 2 * i, i & 16 ? 16_384 : -16_384, true);
  return new Uint8Array(view.buffer);
}

export function recordingTests(client: ClientOf): void {
  const put = (id: string, body: Uint8Array<ArrayBuffer>) =>
    client().ask(`/v1/episodes/${id}/audio`, { method: 'PUT', body, as: 'import' });

  beforeAll(async () => {
    const show = { title: 'Harbours', visibility: 'public' };
    await client().import(episodeForm({ show, title: 'Sounds', id: 'sounds' }, WORDS));
    await client().import(episodeForm({ show, title: 'Published', id: 'published', mediaUrl: MEDIA }, WORDS));
    const hidden = { title: 'Back Harbour', visibility: 'private' };
    await client().import(episodeForm({ show: hidden, title: 'Hidden', id: 'hidden-sound' }, WORDS));
  });

  test('an episode has no recording until it is given one', async () => {
    const none = await client().import(episodeForm({ show: 'Harbours', title: 'None', id: 'silent' }, WORDS));
    expect(none.status).toBe(201);
    for (const what of ['audio', 'peaks']) {
      const problem = await problemOf(await client().ask(`/v1/episodes/silent/${what}`));
      expect(problem).toMatchObject({ status: 404, code: 'not-found' });
    }
  });

  test('a recording sent is sent back, whole or in part, as what it is', async () => {
    const sent = wav(3, 1);
    const answer = await put('sounds', sent);
    expect(answer.status).toBe(201);
    expect(await answer.json()).toMatchObject({
      contentType: 'audio/wav',
      size: sent.length,
      durationMs: 3000,
    });
    const whole = await client().ask('/v1/episodes/sounds/audio');
    expect([whole.status, whole.headers.get('Content-Type')]).toEqual([200, 'audio/wav']);
    expect(whole.headers.get('Content-Length')).toBe(String(sent.length));
    expect(await bytesOf(whole)).toEqual(sent);
    const part = await client().ask('/v1/episodes/sounds/audio', { headers: { Range: 'bytes=40-47' } });
    expect([part.status, part.headers.get('Content-Range')]).toEqual([206, `bytes 40-47/${sent.length}`]);
    expect(await bytesOf(part)).toEqual(sent.subarray(40, 48));
    const head = await client().ask('/v1/episodes/sounds/audio', { method: 'HEAD' });
    expect([head.headers.get('Content-Length'), head.headers.get('Accept-Ranges')]).toEqual([
      String(sent.length),
      'bytes',
    ]);
    const beyond = await client().ask('/v1/episodes/sounds/audio', { headers: { Range: 'bytes=999999-' } });
    expect(await problemOf(beyond)).toMatchObject({ status: 416, code: 'bytes-outside' });
    const known = { 'If-None-Match': whole.headers.get('ETag') ?? '' };
    expect((await client().ask('/v1/episodes/sounds/audio', { headers: known })).status).toBe(304);
  });

  test('its peaks are silent where it is silent and loud where it is loud', async () => {
    await put('sounds', wav(3, 1));
    const { durationMs, stepMs, peaks } = await client().json(peaksView, '/v1/episodes/sounds/peaks');
    expect({ durationMs, stepMs, count: peaks.length }).toEqual({ durationMs: 3000, stepMs: 100, count: 30 });
    expect(new Set(peaks.slice(0, 10))).toEqual(new Set([0]));
    // Half of full scale is 6 dB of 48 below it.
    expect(new Set(peaks.slice(10))).toEqual(new Set([223]));
  });

  test('another recording takes its place and has another tag', async () => {
    await put('sounds', wav(2, 0));
    const first = await client().ask('/v1/episodes/sounds/audio', { method: 'HEAD' });
    await put('sounds', wav(2, 1));
    const second = await client().ask('/v1/episodes/sounds/audio', { method: 'HEAD' });
    expect(second.headers.get('ETag')).not.toBe(first.headers.get('ETag'));
  });

  test.each([
    ['what is no recording', new TextEncoder().encode('<!doctype html>'.repeat(500)), /this is none/],
    ['one that was cut short', wav(3, 1).slice(0, -1), /cut short/],
  ])('%s is refused, and the one before stays', async (_, sent, why) => {
    const kept = wav(2, 1);
    await put('sounds', kept);
    const problem = await problemOf(await put('sounds', sent));
    expect(problem).toMatchObject({ status: 422, code: 'bad-recording' });
    expect(problem.detail).toMatch(why);
    expect(await bytesOf(await client().ask('/v1/episodes/sounds/audio'))).toEqual(kept);
  });

  test('one kept may be deleted', async () => {
    await put('sounds', wav(2, 1));
    const path = '/v1/episodes/sounds/audio';
    expect((await client().ask(path, { method: 'DELETE', as: 'import' })).status).toBe(204);
    expect((await client().ask(path)).status).toBe(404);
    expect((await client().ask(path, { method: 'DELETE', as: 'import' })).status).toBe(404);
  });

  test('one that is published elsewhere is led to, until one is sent', async () => {
    const { status, headers } = await client().ask('/v1/episodes/published/audio');
    expect([status, headers.get('Location')]).toEqual([302, MEDIA]);
    await put('published', wav(1, 0));
    expect((await client().ask('/v1/episodes/published/audio')).status).toBe(200);
  });

  test('that of a private show is sent to those who may see it', async () => {
    expect((await put('hidden-sound', wav(1, 0))).status).toBe(201);
    for (const path of ['/v1/episodes/hidden-sound/audio', '/v1/episodes/hidden-sound/peaks']) {
      expect((await client().ask(path)).status).toBe(404);
      const shown = await client().ask(path, { as: 'read' });
      expect([shown.status, shown.headers.get('Cache-Control')]).toEqual([200, 'private, no-cache']);
    }
  });

  test('who may not import may send none', async () => {
    const path = '/v1/episodes/sounds/audio';
    expect((await client().ask(path, { method: 'PUT', body: wav(1, 0) })).status).toBe(401);
    expect((await client().ask(path, { method: 'PUT', body: wav(1, 0), as: 'read' })).status).toBe(403);
  });

  describe.skipIf(withoutFfmpeg !== null)(`clips of it${withoutFfmpeg ?? ''}`, () => {
    const tones = [3, 10, 10.7, 11.6, 12.9, 20];
    const words = `WEBVTT

00:00:03.000 --> 00:00:03.500
<v Ada>Listen.

00:00:10.000 --> 00:00:13.400
<v Ada>Tones<00:00:10.700>keep<00:00:11.600>the<00:00:12.900>time.

00:00:20.000 --> 00:00:20.600
<v Ada>Done.
`;

    test.each(['m4a', 'mp3, constant bitrate', 'mp3, variable bitrate', 'wav of 24 bits'] as const)(
      '%s: sound and words are within 40 ms of each other',
      async (kind) => {
        const id = `tones-${kind.replaceAll(/\W+/g, '-')}`;
        await client().import(episodeForm({ show: 'Harbours', title: 'Tones', id }, words));
        const recording = recordingOf(kind, tones, 24);
        expect((await put(id, recording)).status).toBe(201);
        const response = await client().ask(`/e/${id}/s=1.mp4?size=square`);
        const heard = heardIn(await bytesOf(response));
        // The clip begins 250 ms before its first word.
        const said = heardIn(recording).slice(1, 5);
        expect(heard).toHaveLength(said.length);
        for (const [i, at] of heard.entries())
          expect(Math.abs(at - (said[i] ?? 0) + 9.75)).toBeLessThan(0.04);
      },
    );

    test('two passages are heard one after the other, as their captions say', async () => {
      await client().import(episodeForm({ show: 'Harbours', title: 'Tones', id: 'tones-two' }, words));
      expect((await put('tones-two', recordingOf('mp3, constant bitrate', tones, 24))).status).toBe(201);
      const { items } = await client().json(quoteList, '/v1/episodes/tones-two/quotes');
      const [first, , last] = items.map(({ id }) => id);
      const captions = await (await client().ask(`/e/tones-two/${first}+${last}.vtt`)).text();
      expect(captions.split('\n').filter((line) => !/^$|-->/.test(line))).toEqual([
        'WEBVTT',
        'Listen. […]',
        'Done.',
      ]);
      const clip = await client().ask(`/e/tones-two/${first}+${last}.mp4?size=square`);
      const heard = heardIn(await bytesOf(clip));
      // 0.25 s before the first, which is of 0.5 s, and 0.5 s after it; then 0.25 s before the second.
      expect(heard).toEqual([expect.closeTo(0.25, 1), expect.closeTo(1.5, 1)]);
    });
  });

  test('the example’s MP3 and M4A are as long as they play', async () => {
    for (const [file, type] of [
      ['example.mp3', 'audio/mpeg'],
      ['example.m4a', 'audio/mp4'],
    ] as const) {
      const answer = await put('example', new Uint8Array(await readFile(`examples/${file}`)));
      expect(await answer.json()).toMatchObject({
        contentType: type,
        durationMs: expect.closeTo(306_000, -4),
      });
    }
  });
}
