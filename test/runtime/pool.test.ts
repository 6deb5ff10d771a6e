import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { slideOf } from '../../src/card/draw.ts';
import { isNoRoom } from '../../src/pack/room.ts';
import { fromThreadError, toThreadError } from '../../src/runtime/pool-protocol.ts';
import { drawerPool, type DrawerPool } from '../../src/runtime/pool.ts';
import { startThread } from '../../src/runtime/thread.ts';
import { cardOf } from '../card/cards.ts';
import { orderOf } from '../card/drawing.ts';
import { isPng } from '../http/client.ts';

const ORDER = orderOf({ card: cardOf('The lamp kept its own hours.') });

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pullquote-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function withPool(
  run: (pool: DrawerPool) => Promise<void>,
  deadlines?: Parameters<typeof drawerPool>[3],
  size = 1,
): Promise<void> {
  const pool = await drawerPool(startThread, { folder }, size, deadlines);
  try {
    await run(pool);
  } finally {
    await pool.close();
  }
}

test('a reader’s card is drawn before those of a pack that were asked for earlier', async () => {
  await withPool(async (pool) => {
    const drawn: string[] = [];
    const pack = Array.from({ length: 5 }, async (_, n) => {
      await pool.behind.draw(ORDER);
      drawn.push(`pack ${n}`);
    });
    const card = pool.draw(ORDER).then((bytes) => {
      drawn.push('card');
      return bytes;
    });
    await Promise.all([...pack, card]);
    expect(isPng(await card)).toBe(true);
    // The first was being drawn when the reader came.
    expect(drawn).toEqual(['pack 0', 'card', 'pack 1', 'pack 2', 'pack 3', 'pack 4']);
  });
});

test('what takes too long is given up, and its thread draws again', async () => {
  await withPool(
    async (pool) => {
      await expect(pool.behind.draw(ORDER)).rejects.toMatchObject({ code: 'busy' });
      expect(isPng(await pool.draw(ORDER))).toBe(true);
    },
    { reader: 60_000, clip: 60_000, pack: 1 },
  );
});

test('an error of a card is the caller’s, as without threads', async () => {
  await withPool(async (pool) => {
    await expect(pool.draw(slideOf(ORDER, 9))).rejects.toMatchObject({ code: 'bad-parameter' });
  });
});

test('cards asked for at once are all drawn while further threads start', async () => {
  await withPool(
    async (pool) => {
      const drawn = await Promise.all(Array.from({ length: 4 }, () => pool.draw(ORDER)));
      expect(drawn.every(isPng)).toBe(true);
    },
    undefined,
    2,
  );
});

test('a disk without room is told from other faults, also when a thread met it', () => {
  const met = [Object.assign(new Error('no space left'), { code: 'ENOSPC' }), new Error('broken')];
  expect(met.map((error) => isNoRoom(fromThreadError(toThreadError(error))))).toEqual([true, false]);
});
