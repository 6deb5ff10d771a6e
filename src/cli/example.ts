/** The episode written for this project, in `examples/`. */
import { readFile, readdir } from 'node:fs/promises';
import { recordingName } from '../clip/audio/source.ts';
import { importEpisode } from '../ingest/import.ts';
import type { ImportReport } from '../ingest/report.ts';
import type { Data } from '../runtime/node.ts';
import { ROOT } from '../runtime/node-drawer.ts';

const FOLDER = new URL('examples/', ROOT);

/** Imports it under the ID `example`; a second time changes nothing. */
export async function importExample({ store, blobs }: Pick<Data, 'store' | 'blobs'>): Promise<ImportReport> {
  const { show, episode } = JSON.parse(await readFile(new URL('example.json', FOLDER), 'utf8'));
  const pictures = (await readdir(FOLDER)).filter((name) => name.endsWith('.png'));
  await blobs.put(recordingName(episode.id), await read('example.m4a'), 'audio/mp4');
  const files = await Promise.all(pictures.map(async (name) => [name, await read(name)] as const));
  return importEpisode(
    { store, blobs },
    {
      metadata: { show, ...episode },
      transcript: { bytes: await read('example.vtt'), fileName: 'example.vtt' },
      files: Object.fromEntries(files),
    },
  );
}

async function read(name: string): Promise<Uint8Array> {
  return new Uint8Array(await readFile(new URL(name, FOLDER)));
}
