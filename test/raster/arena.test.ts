import { expect, test } from 'vitest';
import { Arena } from '../../src/raster/arena.ts';

const memory = (): WebAssembly.Memory => new WebAssembly.Memory({ initial: 1, maximum: 4 });

test('released neighbours become one block again', () => {
  const arena = new Arena(memory(), 0, () => false);
  const blocks = [1000, 1000, 1000].map((bytes) => arena.allocate(bytes));
  for (const at of [blocks[1], blocks[0]]) arena.release(at ?? -1);
  expect(arena.allocate(2000)).toBe(blocks[0]);
});

test('a full memory asks for relief, then refuses with too-large', () => {
  const arena: Arena = new Arena(memory(), 0, (full) => {
    if (!full || held === null) return false;
    arena.release(held);
    held = null;
    return true;
  });
  let held: number | null = arena.allocate(150_000);
  expect(arena.allocate(200_000)).toBe(0);
  expect(() => arena.allocate(200_000)).toThrow(expect.objectContaining({ code: 'too-large' }));
});

test('rather than to grow past what is enough, something is let go of; where nothing is, it grows', () => {
  const held: number[] = [];
  const arena: Arena = new Arena(
    memory(),
    0,
    (full) => {
      const oldest = full ? held.shift() : undefined;
      if (oldest === undefined) return false;
      arena.release(oldest);
      return true;
    },
    150_000,
  );
  held.push(arena.allocate(100_000));
  expect(arena.allocate(100_000)).toBe(0);
  expect(arena.allocate(100_000)).toBeGreaterThan(0);
});

test('before memory grows it asks for what is no longer needed, saying that it is not full', () => {
  const asked: boolean[] = [];
  const arena: Arena = new Arena(memory(), 0, (full) => {
    asked.push(full);
    return false;
  });
  arena.allocate(60_000);
  expect(asked).toEqual([]);
  arena.allocate(60_000);
  expect(asked).toEqual([false]);
});

test('blocks claimed for something that fails are given back', () => {
  const arena = new Arena(memory(), 0, () => false);
  const fail = (): unknown =>
    arena.claim((allocate) => {
      allocate(100_000);
      return allocate(200_000);
    });
  expect(fail).toThrow(expect.objectContaining({ code: 'too-large' }));
  expect(arena.allocate(250_000)).toBe(0);
});
