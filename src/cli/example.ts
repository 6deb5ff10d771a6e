/** The episode written for this project, in `examples/`. */
import { createReadStream } from 'node:fs';
import { readFile, readdir } from 'node:fs/promises';
import { importEpisode } from '../ingest/import.ts';
import { keepRecording } from '../ingest/recording.ts';
import type { ImportReport } from '../ingest/report.ts';
import type { Data } from '../runtime/node.ts';
import { nodeMp3, ROOT } from '../runtime/node-drawer.ts';

const FOLDER = new URL('examples/', ROOT);

/** Imports it under the ID `example`; a second time changes nothing. */
export async function importExample({ store, blobs }: Pick<Data, 'store' | 'blobs'>): Promise<ImportReport> {
  const { show, episode } = JSON.parse(await readFile(new URL('example.json', FOLDER), 'utf8'));
  const pictures = (await readdir(FOLDER)).filter((name) => name.endsWith('.png'));
  const files = await Promise.all(pictures.map(async (name) => [name, await read(name)] as const));
  const report = await importEpisode(
    { store, blobs },
    {
      metadata: { show, ...episode },
      transcript: { bytes: await read('example.vtt'), fileName: 'example.vtt' },
      files: Object.fromEntries(files),
    },
  );
  if ((await store.recording(episode.id)) === null) {
    const pieces = createReadStream(new URL('example.m4a', FOLDER));
    await keepRecording({ store, blobs, mp3: await nodeMp3() }, episode.id, pieces);
  }
  return report;
}

async function read(name: string): Promise<Uint8Array> {
  return new Uint8Array(await readFile(new URL(name, FOLDER)));
}
