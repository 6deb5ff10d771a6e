import { expect, test } from 'vitest';
import { trackOf } from '../../src/clip/track.ts';
import type { SlotBox } from '../../src/layer/model.ts';

const slot: SlotBox = {
  name: 'track',
  font: 'body',
  weight: 400,
  color: '#ff0000',
  minSize: 1,
  maxSize: 1,
  lineHeight: 1,
  align: 'start',
  verticalAlign: 'bottom',
  overflow: 'ellipsis',
  left: 61.3,
  top: 800.7,
  width: 401.5,
  height: 83,
  lineFill: { color: '#cccccc', paddingX: 0, paddingY: 0, radius: 0 },
};
const peaks = Array.from({ length: 90 }, (_, i) => 120 + (i % 7) * 20);

test.each([false, true])(
  'played step by step, the whole wave and bar are coloured, on even pixels (from the right: %s)',
  (fromRight) => {
    const track = trackOf(slot, peaks, fromRight);
    const drawn = Array.from({ length: track.steps }, (_, step) => track.played(step, step + 1)).flat();
    for (const { area } of drawn) expect(Object.values(area).every((value) => value % 2 === 0)).toBe(true);
    const waves = new Set(
      drawn
        .flatMap(({ text }) => text.fills)
        .filter(({ width }) => width < 12)
        .map(({ x, y }) => `${x} ${y}`),
    );
    for (const { x, y, width } of track.still.fills) if (width < 12) expect(waves).toContain(`${x} ${y}`);
  },
);

test('the end that was played first is as round as one of a bar drawn at once', () => {
  const track = trackOf(slot, null, false);
  const [still] = track.still.fills;
  const drawn = Array.from({ length: track.steps }, (_, step) => track.played(step, step + 1)).flat();
  const last = drawn.findLast(({ area }) => area.x === still?.x)?.text.fills[0];
  expect(last?.width).toBeGreaterThanOrEqual(still?.height ?? Infinity);
});

test('without peaks there is a bar and no wave', () => {
  expect(trackOf(slot, null, false).still.fills).toHaveLength(1);
});
