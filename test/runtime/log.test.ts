import { setImmediate } from 'node:timers/promises';
import { expect, test, vi } from 'vitest';
import { logLine } from '../../src/runtime/log.ts';

test('a line says why a query failed, which only its cause knows', async () => {
  const written = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  const error = new Error('Failed query', { cause: new Error('database or disk is full') });
  logLine({ level: 'error', message: 'A pack stopped.', error });
  await setImmediate();
  const line = String(written.mock.calls[0]?.[0]);
  written.mockRestore();
  expect(JSON.parse(line)).toMatchObject({ error: 'Failed query', cause: 'database or disk is full' });
});
