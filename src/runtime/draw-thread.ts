/** A worker thread that draws cards: its own engine, layers and glyphs, over the blobs it shares with the others. */
import { parentPort, workerData } from 'node:worker_threads';
import { nodeDrawer, openBlobs } from './node-drawer.ts';
import {
  toThreadError,
  type DrawRequest,
  type DrawTask,
  type ThreadData,
  type ThreadMessage,
} from './pool-protocol.ts';

const { folder }: ThreadData = workerData;
const drawer = await nodeDrawer(openBlobs(folder));
const say = (message: ThreadMessage, transfer: ArrayBuffer[] = []): void =>
  parentPort?.postMessage(message, transfer);

parentPort?.on('message', async ({ id, task }: DrawRequest) => {
  try {
    // Copies of just these bytes: what the drawer returns may be a view of memory that is not its own to give away.
    const pictures = (await run(task)).map((drawn) => new Uint8Array(drawn));
    say(
      { kind: 'drawn', id, pictures },
      pictures.map(({ buffer }) => buffer),
    );
  } catch (error) {
    say({ kind: 'failed', id, error: toThreadError(error) });
  }
});

async function run(task: DrawTask): Promise<Uint8Array[]> {
  switch (task.kind) {
    case 'draw':
      return [await drawer.draw(task.order)];
    case 'slides':
      return drawer.slides(task.order);
    case 'sheet':
      return [await drawer.sheet(task.cells)];
    case 'clip':
      return [await drawer.clip(task.order, task.audio)];
  }
}

say({ kind: 'ready', version: drawer.version });
