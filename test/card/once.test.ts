import { expect, test } from 'vitest';
import { type InFlight, once } from '../../src/card/create.ts';

test('what is running already is waited for, not run again', async () => {
  const inFlight: InFlight<number> = new Map();
  const { promise, resolve } = Promise.withResolvers<number>();
  let runs = 0;
  const make = (): Promise<number> => {
    runs++;
    return promise;
  };
  const both = Promise.all([once(inFlight, 'a', make), once(inFlight, 'a', make)]);
  resolve(1);
  expect(await both).toEqual([1, 1]);
  expect(runs).toBe(1);
});

test.each([
  ['done', async () => 1],
  [
    'failed',
    async () => {
      throw new Error('no');
    },
  ],
])('of what is %s nothing is held, not even by its place', async (_, make) => {
  const inFlight: InFlight<number> = new Map();
  const running = once(inFlight, 'a', make);
  const place = inFlight.get('a');
  expect(place?.running).toBeInstanceOf(Promise);
  await running.catch(() => undefined);
  expect(place).toEqual({ running: null });
  expect(inFlight.size).toBe(0);
});
