import { expect, test } from 'vitest';
import { createLanes } from '../../src/runtime/pool-lanes.ts';

test('a reader’s card goes before what came earlier and nobody waits for', () => {
  const lanes = createLanes<string>({});
  lanes.add('pack', 'of a pack');
  lanes.add('clip', 'a clip');
  lanes.add('reader', 'a card');
  expect([lanes.next(), lanes.next(), lanes.next(), lanes.next()]).toEqual([
    'a card',
    'a clip',
    'of a pack',
    null,
  ]);
});

test('a stream of cards does not hold up a pack for ever', () => {
  const lanes = createLanes<string>({});
  lanes.add('pack', 'of a pack');
  const started = Array.from({ length: 40 }, () => {
    lanes.add('reader', 'a card');
    return lanes.next();
  });
  expect(started).toContain('of a pack');
});

test('no more of a lane are at work than may be', () => {
  const lanes = createLanes<string>({ clip: 1 });
  lanes.add('clip', 'first');
  lanes.add('clip', 'second');
  expect([lanes.next(), lanes.next()]).toEqual(['first', null]);
  lanes.done('clip');
  expect(lanes.next()).toBe('second');
});
