/** The memory a clip of 60 s takes in an isolate that has made nothing before. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openWorker, prepare, putSound, whole } from './clip-workerd.ts';
import { residentBytes, workerds } from './process.ts';
import type { Row } from './search.ts';

const INSPECTOR = 18_792;
const MEGABYTE = 1e6;

/** In turn: the first draws the layer, the second finds it kept. */
const LOOKS = ['classic', 'artwork', 'artwork'] as const;

/**
 * What the process grows by at most, and what the isolate had: more than the isolate has, since D1 and R2 are in the same process
 * here, and compiled code.
 */
export async function anIsolate(): Promise<Row[]> {
  const folder = await mkdtemp(join(tmpdir(), 'pullquote-bench-'));
  const options = { resourcePersistencePath: folder, inspectorPort: INSPECTOR };
  try {
    const first = await openWorker(options);
    const secret = await prepare(first);
    await putSound((await first.ready).origin, secret, 'example.mp3');
    await first.dispose();
    const rows: Row[] = [];
    for (const [i, look] of LOOKS.entries()) {
      const runtime = await openWorker(options);
      const { origin } = await runtime.ready;
      // Its parts, the database and the bucket are there.
      for (const path of ['e/example/s=3.vtt', 'v1/episodes/example/audio', 'v1/episodes/example/peaks'])
        await (await fetch(`${origin}/${path}`)).arrayBuffer();
      const [pid] = await workerds();
      const [before, held] = [await residentBytes(pid), await heapBytes()];
      // Begins the most there ever was anew (proc_pid_clear_refs(5)).
      await writeFile(`/proc/${pid}/clear_refs`, '5');
      await whole(`${origin}/e/example/0:24-1:23.mp4?wait=25&template=${look}&lang=en-x-n${i}`);
      const most = (await residentBytes(pid, 'HWM')) - before + held;
      const kept = LOOKS.indexOf(look) < i ? ', its layer kept' : '';
      rows.push({
        name: `workerd, 60 s with mp3, ${look}${kept}: memory at most`,
        value: most / MEGABYTE,
        unit: 'MB',
      });
      await runtime.dispose();
    }
    return rows;
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** The isolate's heap with its buffers, as V8's inspector says. */
async function heapBytes(): Promise<number> {
  const targets: { webSocketDebuggerUrl: string }[] = await (
    await fetch(`http://127.0.0.1:${INSPECTOR}/json`)
  ).json();
  const socket = new WebSocket(targets[0]?.webSocketDebuggerUrl ?? '');
  await new Promise((resolve) => socket.addEventListener('open', resolve, { once: true }));
  const answer = new Promise<string>((resolve) =>
    socket.addEventListener('message', ({ data }) => resolve(String(data)), { once: true }),
  );
  socket.send(JSON.stringify({ id: 1, method: 'Runtime.getHeapUsage' }));
  const { result }: { result: { totalSize: number; backingStorageSize: number } } = JSON.parse(await answer);
  socket.close();
  return result.totalSize + result.backingStorageSize;
}
