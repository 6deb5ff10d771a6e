import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { expect, test } from 'vitest';
import { defaultBrand } from '../../src/brand/model.ts';
import { SIZES } from '../../src/layer/sizes.ts';
import { templateNames } from '../../templates/index.ts';
import { blank, fullShape, testLayers } from '../layer/deps.ts';

const docs = await readFile('docs/templates.md', 'utf8');
const [, example = ''] = /```tsx\n([^]*?)```/.exec(docs) ?? [];

test('the template of the docs has fewer than 40 lines, compiles, and draws at every size', async () => {
  expect(example.trimEnd().split('\n').length).toBeLessThan(40);
  const folder = 'dist/docs-example';
  await mkdir(folder, { recursive: true });
  try {
    const outfile = join(process.cwd(), folder, 'framed.mjs');
    await build({
      stdin: { contents: example, loader: 'tsx', resolveDir: 'templates' },
      outfile,
      bundle: true,
      format: 'esm',
      platform: 'node',
      packages: 'external',
      jsx: 'automatic',
      jsxImportSource: 'satori/jsx',
    });
    const { framed } = await import(pathToFileURL(outfile).href);
    const layers = testLayers({ rasterizer: async () => blank });
    for (const size of Object.values(SIZES)) {
      const { slots } = await layers.layer(framed, fullShape, defaultBrand, size, 1);
      const quote = slots.find(({ name }) => name === 'quote');
      expect(quote?.height).toBeGreaterThan((quote?.minSize ?? 0) * 4);
    }
  } finally {
    await rm(folder, { recursive: true });
  }
});

test('the docs name every template and every size', () => {
  for (const name of [...templateNames, ...Object.keys(SIZES)]) expect(docs).toContain(`\`${name}\``);
});
