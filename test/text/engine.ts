/** The text engine over the built assets (`npm run build` makes them; `npm test` does so by itself). */
import { readFile } from 'node:fs/promises';
import type { SlotBox } from '../../src/layer/model.ts';
import { createTextEngine } from '../../src/text/engine.ts';
import type { Assets, SlotText, TextEngine, TextRequest } from '../../src/text/model.ts';
import { loadTextModules } from '../../src/text/modules-node.ts';

const dist = new URL('../../dist/', import.meta.url);

export const assets: Assets = {
  read: async (path) => new Uint8Array(await readFile(new URL(`assets/${path}`, dist))),
};

export async function openEngine(): Promise<TextEngine> {
  return createTextEngine(assets, await loadTextModules(new URL('wasm/', dist)));
}

/** A request for a quote slot of 1000 by 420 pixels, with whatever the test wants otherwise. */
export function requestOf(
  content: Partial<SlotText> & { text: string },
  slot: Partial<SlotBox> = {},
  family = 'inter',
): TextRequest {
  return {
    slot: {
      name: 'quote',
      font: 'body',
      weight: 500,
      color: '#101010',
      minSize: 24,
      maxSize: 80,
      lineHeight: 1.2,
      align: 'start',
      verticalAlign: 'top',
      overflow: 'split',
      balance: true,
      left: 100,
      top: 100,
      width: 1000,
      height: 420,
      ...slot,
    },
    content: { language: 'en', direction: 'ltr', ...content },
    families: { body: family, display: 'archivo' },
    missing: 'refuse',
  };
}
