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

test('a word too long for the size of captions stands alone, no other is as small, and its field keeps to the margins', async () => {
  const { script, ...rest } = clipOrder({ size: { width: 1080, height: 1080 } });
  const words = script.words.map((word, i) =>
    i === 3 ? { ...word, text: 'Hochwasserrückhaltebecken' } : word,
  );
  const { captions, caption, layer } = await stageOf(drawers, { ...rest, script: { ...script, words } });
  const long = captions.find(({ text }) => text.startsWith('Hoch'));
  if (long === undefined) throw new Error('The long word is in no caption of its own.');
  expect(long.words).toHaveLength(1);
  const sizes = captions.filter((each) => each !== long).map((each) => caption(each, 0).size);
  expect(new Set(sizes).size).toBe(1);
  const [field] = caption(long, 0).fills;
  const box = layer.slots.find(({ name }) => name === 'quote');
  if (field === undefined || box === undefined) throw new Error('The long word is not marked.');
  expect(field.x).toBeGreaterThanOrEqual(box.left);
  expect(field.x + field.width).toBeLessThanOrEqual(box.left + box.width);
});
