import { expect, test } from 'vitest';
import { altOf } from '../../src/card/shown.ts';
import { orderOf } from './drawing.ts';

test.each([
  ['of a sentence or two are not laid out', 'A boat. ', 10, 0],
  ['for several slides are laid out', 'A boat came in. ', 20, 1],
  ['beyond fifteen hundred characters are not laid out', 'A boat came in. ', 200, 0],
])('words %s to be told', async (_what, words, times, laidOut) => {
  const order = orderOf();
  let count = 0;
  const alt = async (): Promise<string> => {
    count++;
    return 'The first slide.';
  };
  const told = await altOf({ alt }, { ...order, card: { ...order.card, words: words.repeat(times) } });
  expect(count).toBe(laidOut);
  expect(told).toMatch(laidOut === 1 ? /^The first slide\.$/ : /A boat/);
});
