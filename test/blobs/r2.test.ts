import { r2Blobs } from '../../src/blobs/r2.ts';
import { blobsContract } from '../contracts/blobs.ts';
import { workerd } from '../contracts/workerd.ts';

blobsContract('r2', async () => {
  const runtime = workerd();
  return { subject: r2Blobs(await runtime.getR2Bucket('BLOBS')), close: () => runtime.dispose() };
});
