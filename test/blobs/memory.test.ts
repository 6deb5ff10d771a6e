import { memoryBlobs } from '../../src/blobs/memory.ts';
import { blobsContract } from '../contracts/blobs.ts';

blobsContract('memory', async () => ({ subject: memoryBlobs(), close: async () => {} }));
