import type { Direction } from '../../src/layer/model.ts';

/** How a row of parts runs in a writing direction. */
export function row(direction: Direction): 'row' | 'row-reverse' {
  return direction === 'rtl' ? 'row-reverse' : 'row';
}
