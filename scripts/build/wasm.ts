/** WebAssembly in the Worker's bundle: workerd compiles none at run time, so each file is a module beside the bundle. */
import { copyFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import type { Plugin } from 'esbuild';

/** Copies every imported `.wasm` into `folder` and leaves its import in place. */
export function wasmModules(folder: string): Plugin {
  return {
    name: 'wasm-modules',
    setup({ onResolve }) {
      onResolve({ filter: /\.wasm$/ }, async ({ path, resolveDir }) => {
        const name = basename(path);
        await copyFile(resolve(resolveDir, path), join(folder, name));
        return { path: `./${name}`, external: true };
      });
    },
  };
}
