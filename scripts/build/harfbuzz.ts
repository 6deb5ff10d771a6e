/**
 * Puts the text engine's WebAssembly side by side: HarfBuzz as its package ships it (`dist/wasm/harfbuzz.wasm`) and the
 * recorder of outlines compiled from `src/text/assembly/outline.ts` (`dist/wasm/outline.wasm`).
 */
import { existsSync, statSync } from 'node:fs';
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';

const root = new URL('../../', import.meta.url);
const out = new URL('dist/wasm/', root);

function isNewer(output: URL, input: URL): boolean {
  return existsSync(output) && statSync(output).mtimeMs >= statSync(input).mtimeMs;
}

async function compileOutline(source: URL, output: URL): Promise<void> {
  // Imported only where it is needed: loading the compiler takes longer than all else here.
  const { main } = await import('assemblyscript/asc');
  const name = 'outline.ts';
  const text = await readFile(source, 'utf8');
  let binary: Uint8Array | null = null;
  const { error, stderr } = await main(
    [
      name,
      '--outFile',
      'outline.wasm',
      '-O3',
      '--runtime',
      'stub',
      '--importMemory',
      '--noAssert',
      '--use',
      'abort=',
    ],
    {
      readFile: (path: string) => (path === name ? text : null),
      writeFile: (path: string, contents: string | Uint8Array) => {
        if (path === 'outline.wasm' && typeof contents !== 'string') binary = contents;
      },
      listFiles: () => [],
    },
  );
  if (error || !binary) throw new Error(`${name} does not compile: ${stderr.toString()}`, { cause: error });
  await writeFile(output, binary);
}

/** Builds the two modules where they are older than what they are made from. */
export async function build(): Promise<void> {
  await mkdir(out, { recursive: true });
  const harfbuzz = new URL('node_modules/harfbuzzjs/dist/harfbuzz.wasm', root);
  const harfbuzzOut = new URL('harfbuzz.wasm', out);
  if (!isNewer(harfbuzzOut, harfbuzz)) await copyFile(harfbuzz, harfbuzzOut);
  const outline = new URL('src/text/assembly/outline.ts', root);
  const outlineOut = new URL('outline.wasm', out);
  if (!isNewer(outlineOut, outline)) await compileOutline(outline, outlineOut);
}
