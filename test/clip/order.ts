import { defaultBrand } from '../../src/brand/model.ts';
import type { ClipOrder } from '../../src/clip/model.ts';
import { cardOf } from '../card/drawing.ts';

const TEXT = 'The lamp in the harbour kept its own hours, and nobody minded.';

/** An order of 4.2 s: twelve words, each 280 ms after the other, the first at 250 ms. */
export function clipOrder(change: Partial<ClipOrder['look']> = {}): ClipOrder {
  const words = TEXT.split(' ').map((text, i) => ({
    text,
    glued: false,
    startMs: 250 + i * 280,
    endMs: 520 + i * 280,
    ends: text.endsWith('.') ? ('sentence' as const) : text.endsWith(',') ? ('clause' as const) : null,
  }));
  return {
    card: cardOf(TEXT),
    look: {
      template: 'classic',
      brand: defaultBrand,
      size: { width: 360, height: 640 },
      style: 'karaoke',
      missing: 'refuse',
      ...change,
    },
    script: { cuts: [{ startMs: 10_000, endMs: 14_200 }], words, timed: 'words' },
    peaks: null,
  };
}
