import { readFile } from 'node:fs/promises';
import type { TextModules } from './harfbuzz.ts';

/**
 * Compiles the text engine's two modules on Node. A Worker imports the same two files as modules instead.
 *
 * @param folder where `harfbuzz.wasm` and `outline.wasm` are: the built `dist/wasm/`
 */
export async function loadTextModules(folder: URL): Promise<TextModules> {
  const compile = async (name: string): Promise<WebAssembly.Module> =>
    WebAssembly.compile(await readFile(new URL(name, folder)));
  const [harfbuzz, outline] = await Promise.all([compile('harfbuzz.wasm'), compile('outline.wasm')]);
  return { harfbuzz, outline };
}
