/** A worker thread that draws cards: its own engine, layers and glyphs, over the blobs it shares with the others. */
import { setPriority } from 'node:os';
import { parentPort } from 'node:worker_threads';
import { fsBlobsAtOnce } from '../blobs/fs.ts';
import { cardFiles } from '../pack/card-files.ts';
import { ownBytes } from '../own-bytes.ts';
import { blobsFolder, nodeDrawer } from './node-drawer.ts';
import {
  toThreadError,
  type Drawing,
  type DrawTask,
  type ThreadData,
  type ThreadMessage,
} from './pool-protocol.ts';

/** A third of the processor where others want it too. */
const NICE = 5;

// Linux counts threads as processes: who answers requests goes before who draws, yet not everybody else on the machine.
if (process.platform === 'linux') setPriority(NICE);

const first = Promise.withResolvers<ThreadData>();
parentPort?.once('message', first.resolve);
const { folder, enough } = await first.promise;
const blobs = fsBlobsAtOnce(blobsFolder(folder));
const drawer = await nodeDrawer(blobs, enough);
const files = cardFiles(drawer, blobs);
const say = (message: ThreadMessage, transfer: ArrayBuffer[] = []): void =>
  parentPort?.postMessage(message, transfer);

parentPort?.on('message', async (task: DrawTask) => {
  try {
    // What the drawer returns may be a view of memory that is not its own to give away.
    const drawing = await run(task);
    const pictures = drawing.pictures.map(ownBytes);
    say(
      { ...drawing, kind: 'drawn', pictures },
      pictures.map(({ buffer }) => buffer),
    );
  } catch (error) {
    say({ kind: 'failed', error: toThreadError(error) });
  }
});

async function run(task: DrawTask): Promise<Drawing> {
  switch (task.kind) {
    case 'draw':
      return { pictures: [await drawer.draw(task.order)], how: '' };
    case 'fit': {
      const { bytes, ...told } = await drawer.fit(task.order, task.name);
      return { ...told, pictures: [bytes] };
    }
    case 'files':
      return { pictures: [], how: '', files: await files(task.order, task.isOne) };
    case 'alt':
      return { pictures: [], how: '', alt: await drawer.alt(task.order) };
    case 'slides':
      return { pictures: await drawer.slides(task.order), how: '' };
    case 'sheet':
      return { pictures: [await drawer.sheet(task.sheet)], how: '' };
    case 'clip':
      return { pictures: [await drawer.clip(task.order, task.audio)], how: '' };
    case 'poster':
      return { pictures: [await drawer.poster(task.order)], how: '' };
    case 'preview':
      return { pictures: [await drawer.preview(task.order, task.format)], how: '' };
  }
}

say({ kind: 'ready', version: drawer.version, formats: drawer.formats });
