import type { Assets } from '../text/model.ts';

/** Where the layers drawn ahead lie among the assets, and what lists their keys. */
export const AHEAD = { folder: 'layers', index: 'layers/index.json' } as const;

/**
 * Reads layers that were drawn when the service was put in place (`pullquote layers`) and are served with its assets. Where
 * none were, all answers are `null`.
 */
export function layersAhead(assets: Assets): (key: string) => Promise<Uint8Array | null> {
  let keys: ReadonlySet<string> | undefined;
  return async (key) => {
    keys ??= await readKeys(assets);
    return keys.has(key) ? assets.read(`${AHEAD.folder}/${key}`) : null;
  };
}

async function readKeys(assets: Assets): Promise<ReadonlySet<string>> {
  let bytes: Uint8Array;
  try {
    bytes = await assets.read(AHEAD.index);
  } catch {
    return new Set();
  }
  const keys: string[] = JSON.parse(new TextDecoder().decode(bytes));
  return new Set(keys);
}
