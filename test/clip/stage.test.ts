import { expect, test } from 'vitest';
import { stageOf } from '../../src/clip/stage.ts';
import { cardOf, openDrawing } from '../card/drawing.ts';
import { clipOrder } from './order.ts';

const { drawers } = await openDrawing();

test('in a clip of Arabic words names begin at the right and the time ends at the left, whatever they are written in', async () => {
  const order = clipOrder();
  const arabic = {
    ...cardOf('المدينة', 'ar'),
    direction: 'rtl' as const,
    speakers: [{ name: 'ليلى منصور', role: null, photo: null }],
  };
  const { still, layer } = await stageOf(drawers, { ...order, card: arabic });
  const edges = (name: string): number[] => {
    const line = still.find(({ slot }) => slot === name)?.lines[0];
    const box = layer.slots.find((slot) => slot.name === name);
    if (line === undefined || box === undefined) throw new Error(`There is no ${name}.`);
    return [line.left - box.left, box.left + box.width - line.left - line.width];
  };
  for (const name of ['show', 'episode', 'speaker']) expect(edges(name)[1]).toBeCloseTo(0, 0);
  expect(edges('time')[0]).toBeCloseTo(0, 0);
});
