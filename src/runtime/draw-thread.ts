/** A worker thread that draws cards: its own engine, layers and glyphs, over the blobs it shares with the others. */
import { parentPort, workerData } from 'node:worker_threads';
import { nodeDrawer, openBlobs } from './node-drawer.ts';
import { toThreadError, type DrawRequest, type ThreadData, type ThreadMessage } from './pool-protocol.ts';

const { folder }: ThreadData = workerData;
const drawer = await nodeDrawer(openBlobs(folder));
const say = (message: ThreadMessage, transfer: ArrayBuffer[] = []): void =>
  parentPort?.postMessage(message, transfer);

parentPort?.on('message', async ({ id, order }: DrawRequest) => {
  try {
    const drawn = await drawer.draw(order);
    // A copy of just these bytes: what the drawer returns may be a view of memory that is not its own to give away.
    const bytes = new Uint8Array(drawn);
    say({ kind: 'drawn', id, bytes }, [bytes.buffer]);
  } catch (error) {
    say({ kind: 'failed', id, error: toThreadError(error) });
  }
});
say({ kind: 'ready', version: drawer.version });
