import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { notices } from '../../scripts/build/notices.ts';

test('THIRD_PARTY_NOTICES.md is what the lock file gives; `npm run notices` writes it anew', async () => {
  expect(await readFile('THIRD_PARTY_NOTICES.md', 'utf8')).toBe(await notices());
});
