/** Starts a drawing thread from code that is kept compiled, as `cli/index.ts` starts the command: a thread is not told of that. */
import { enableCompileCache } from 'node:module';
import { fileURLToPath } from 'node:url';

enableCompileCache(fileURLToPath(new URL('.compiled', import.meta.url)));
await import('./draw-thread.ts');
