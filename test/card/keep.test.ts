import { expect, test } from 'vitest';
import { memoryBlobs } from '../../src/blobs/memory.ts';
import type { CardDrawer } from '../../src/card/draw.ts';
import { keepingDrawer, keptWith } from '../../src/card/keep.ts';
import { orderOf } from './drawing.ts';

const PICTURE = new Uint8Array([1, 2, 3]);

const drawer: CardDrawer = {
  draw: async () => PICTURE,
  fit: async () => ({ bytes: PICTURE, how: 'jpeg; quality=72', alt: 'The second of two.' }),
  alt: async () => 'The second of two.',
  slides: async () => [PICTURE],
  sheet: async () => PICTURE,
  version: 'test',
  formats: ['png', 'jpg'],
};

function fail(error: unknown): never {
  throw error;
}

test('what is fitted under a name is kept with what was found out about it', async () => {
  const blobs = memoryBlobs();
  const order = orderOf({ format: 'jpg', maxBytes: 1000 });
  const fitted = await keepingDrawer(drawer, blobs, fail).fit(order, 'cards/a.jpg');
  const { bytes, ...told } = fitted;
  expect(await blobs.get('cards/a.jpg')).toEqual(bytes);
  const square = { ...order, look: { ...order.look, size: { width: 400, height: 400 } } };
  expect(await keptWith(blobs, square, 'cards/a.jpg')).toEqual(told);
});

test('what is fitted without a name is not kept', async () => {
  const blobs = { ...memoryBlobs(), put: async (name: string) => fail(new Error(`${name} was kept.`)) };
  expect((await keepingDrawer(drawer, blobs, fail).fit(orderOf())).bytes).toEqual(PICTURE);
});

test('a picture that cannot be kept is drawn all the same, and told of', async () => {
  const full = { ...memoryBlobs(), put: async () => fail(new Error('no space')) };
  const told: unknown[] = [];
  const fitted = await keepingDrawer(drawer, full, (error) => told.push(error)).fit(orderOf(), 'cards/a.png');
  expect(fitted.bytes).toEqual(PICTURE);
  expect(told).toEqual([new Error('no space')]);
});
