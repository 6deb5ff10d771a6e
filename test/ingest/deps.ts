/** An empty store and empty blobs in memory, and transcripts written for these tests. */
import { memoryBlobs } from '../../src/blobs/memory.ts';
import type { Blobs } from '../../src/blobs/port.ts';
import type { ImportInput } from '../../src/ingest/import.ts';
import type { Store } from '../../src/store/port.ts';
import { readMigrations, sqliteStore } from '../../src/store/sqlite.ts';

const migrations = await readMigrations('migrations');

const now = (): Date => new Date('2026-03-15T10:00:00.000Z');

export async function openDeps(): Promise<{ store: Store; blobs: Blobs; now: () => Date }> {
  return { store: await sqliteStore(':memory:', migrations), blobs: memoryBlobs(), now };
}

/** Sentences of the two speakers of a made-up show about tides, one cue each, five seconds apart. */
export const LINES: readonly (readonly [speaker: string, text: string])[] = [
  ['Ines', 'Every harbour keeps a second clock, and it runs on the moon.'],
  ['Bram', 'My grandfather read it from the smell of the mud.'],
  ['Ines', 'How often was he right about the water?'],
  ['Bram', 'Often enough that nobody asked him twice.'],
  ['Bram', 'He never carried a watch on the quay.'],
  ['Ines', 'So the tide table was only for visitors.'],
];

function at(second: number): string {
  return `00:${String(Math.floor(second / 60)).padStart(2, '0')}:${String(second % 60).padStart(2, '0')}.000`;
}

export function vtt(lines: readonly (readonly [string, string])[] = LINES): Uint8Array {
  const cues = lines.map(
    ([speaker, text], i) => `${at(i * 5)} --> ${at(i * 5 + 5)}\n<v ${speaker}>${text}</v>\n`,
  );
  return new TextEncoder().encode(`WEBVTT\n\n${cues.join('\n')}`);
}

export function input(metadata: object = {}, bytes = vtt()): ImportInput {
  return {
    metadata: { show: 'Second Clock', title: 'The moon and the mud', id: 'mud', ...metadata },
    transcript: { bytes, fileName: 'mud.vtt' },
  };
}
