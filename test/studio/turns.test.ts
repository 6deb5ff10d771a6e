import { expect, test } from 'vitest';
import { hurry, inTurn } from '../../src/studio/make/turns.ts';

/** An order that ends when it is told to, and what has begun so far. */
function orders() {
  const begun: string[] = [];
  const ask = (name: string, isLater: boolean, signal = new AbortController().signal, label = name) => {
    const { promise, resolve } = Promise.withResolvers<void>();
    const done = inTurn(name, isLater, signal, async () => {
      begun.push(label);
      await promise;
    });
    return { done, end: resolve };
  };
  return { begun, ask };
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

test('what nobody looks at is drawn one after another, and only while nothing else is', async () => {
  const { begun, ask } = orders();
  const seen = ask('seen', false);
  const [first, second] = [ask('first', true), ask('second', true)];
  await settled();
  expect(begun).toEqual(['seen']);
  seen.end();
  await settled();
  expect(begun).toEqual(['seen', 'first']);
  first.end();
  await settled();
  expect(begun).toEqual(['seen', 'first', 'second']);
  second.end();
  await Promise.all([seen.done, first.done, second.done]);
});

test('an order that is given up leaves a newer one of its name waiting', async () => {
  const { begun, ask } = orders();
  const seen = ask('seen', false);
  const stop = new AbortController();
  const older = ask('card', true, stop.signal, 'older');
  const newer = ask('card', true, undefined, 'newer');
  stop.abort(new Error('given up'));
  await expect(older.done).rejects.toThrow('given up');
  seen.end();
  newer.end();
  await newer.done;
  expect(begun).toEqual(['seen', 'newer']);
});

test('two orders of one name are both drawn', async () => {
  const { begun, ask } = orders();
  const seen = ask('seen', false);
  const both = [ask('card', true, undefined, 'one'), ask('card', true, undefined, 'other')];
  hurry('card');
  await settled();
  expect(begun).toEqual(['seen', 'one', 'other']);
  for (const { end } of [seen, ...both]) end();
  await Promise.all([seen, ...both].map(({ done }) => done));
});

test('an order given up before it waits is never drawn and holds nobody up', async () => {
  const { begun, ask } = orders();
  const given = ask('given up', true, AbortSignal.abort(new Error('too late')));
  await expect(given.done).rejects.toThrow('too late');
  const next = ask('next', true);
  next.end();
  await next.done;
  expect(begun).toEqual(['next']);
});
