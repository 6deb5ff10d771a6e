/** Recordings to measure with: short tones at known times, coded and decoded by ffmpeg. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ffmpeg } from '../h264/ffmpeg.ts';

/** How ffmpeg makes each kind. */
export const KINDS = {
  m4a: ['-c:a', 'aac', '-b:a', '64k', '-f', 'ipod'],
  'mp3, constant bitrate': ['-c:a', 'libmp3lame', '-b:a', '64k', '-f', 'mp3'],
  'mp3, constant bitrate without a header': [
    '-c:a',
    'libmp3lame',
    '-b:a',
    '64k',
    '-write_xing',
    '0',
    '-f',
    'mp3',
  ],
  'mp3, variable bitrate': ['-c:a', 'libmp3lame', '-q:a', '5', '-f', 'mp3'],
  'mp3, variable bitrate without a header': [
    '-c:a',
    'libmp3lame',
    '-q:a',
    '5',
    '-write_xing',
    '0',
    '-f',
    'mp3',
  ],
  'wav of 24 bits': ['-c:a', 'pcm_s24le', '-f', 'wav'],
  'wav of floats': ['-c:a', 'pcm_f32le', '-f', 'wav'],
} as const satisfies Record<string, readonly string[]>;

export type Kind = keyof typeof KINDS;

const RATE = 44_100;

/** A recording with a tone of 60 ms at each of the times, in seconds, over a breath of noise. */
export function recordingOf(kind: Kind, times: readonly number[], seconds: number): Uint8Array<ArrayBuffer> {
  const samples = new Float32Array(seconds * RATE);
  let seed = 1;
  for (let i = 0; i < samples.length; i++) {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0;
    samples[i] = (seed / 2 ** 32 - 0.5) * 0.002;
  }
  for (const time of times) {
    const from = Math.round(time * RATE);
    for (let i = 0; i < 0.06 * RATE; i++) samples[from + i] = 0.5 * Math.sin((2 * Math.PI * 1000 * i) / RATE);
  }
  // Not through a pipe: what comes first in a file says how long it is.
  const folder = mkdtempSync(join(tmpdir(), 'pullquote-bursts-'));
  try {
    const [raw, coded] = [join(folder, 'raw'), join(folder, 'coded')];
    writeFileSync(raw, samples);
    ffmpeg(['-f', 'f32le', '-ar', String(RATE), '-ac', '1', '-i', raw, ...KINDS[kind], coded]);
    return new Uint8Array(readFileSync(coded));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** When tones begin in a recording or a clip, in seconds, as ffmpeg decodes it. */
export function heardIn(file: Uint8Array): number[] {
  const folder = mkdtempSync(join(tmpdir(), 'pullquote-bursts-'));
  try {
    const path = join(folder, 'file');
    writeFileSync(path, file);
    const { output } = ffmpeg(['-i', path, '-vn', '-ac', '1', '-ar', '48000', '-f', 's16le', '-']);
    const heard: number[] = [];
    let loud = -Infinity;
    for (let i = 0; i + 1 < output.length; i += 2) {
      if (Math.abs(output.readInt16LE(i)) < 6000) continue;
      const at = i / 2 / 48_000;
      if (at - loud > 0.15) heard.push(at);
      loud = at;
    }
    return heard;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
