import { expect, test } from 'vitest';
import { mapped, unhurried, type Steps } from '../../src/highlight/steps.ts';

function* slowly(order: string[]): Steps<void> {
  for (const part of ['first', 'second', 'third']) {
    for (const end = performance.now() + 15; performance.now() < end;);
    order.push(part);
    yield;
  }
}

test('work that takes long gives way to what waits', async () => {
  const order: string[] = [];
  const work = unhurried(slowly(order));
  setTimeout(() => order.push('another'));
  await work;
  expect(order.filter((part) => part !== 'another')).toEqual(['first', 'second', 'third']);
  expect(order.indexOf('another')).toBeGreaterThan(0);
});

test('values mapped in steps are all mapped, in order', async () => {
  const values = Array.from({ length: 250 }, (_, n) => n);
  expect(await unhurried(mapped(values, (value, index) => value + index))).toEqual(values.map((n) => 2 * n));
});
