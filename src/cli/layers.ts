import { readdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Command } from 'commander';
import { templateNames, templates, type TemplateName } from '../../templates/index.ts';
import { fsBlobs } from '../blobs/fs.ts';
import { layerNeeds } from '../card/ahead.ts';
import { parseImageParams } from '../card/params.ts';
import { PullquoteError } from '../errors.ts';
import { AHEAD } from '../layer/ahead.ts';
import type { Size } from '../layer/model.ts';
import type { Template } from '../layer/template.ts';
import { nodeLayers, ROOT } from '../runtime/node-drawer.ts';
import { dataOption, withData } from './options.ts';

interface Options {
  data?: string;
  brand?: string;
  template?: string;
  size: string;
  dpr: string;
  out?: string;
}

/** `pullquote layers --brand ID --size og,square` */
export function layersCommand(): Command {
  return new Command('layers')
    .description('draw ahead what the cards of a brand share, to be shipped with the assets')
    .option('--brand <id>', 'only cards drawn with this brand (default: all)')
    .option('--template <names>', 'templates, with commas between (default: each brand’s own)')
    .option('--size <sizes>', 'sizes as in addresses, with commas between', 'og')
    .option('--dpr <number>', 'device pixels a CSS pixel', '1')
    .option('--out <folder>', 'folder of the assets (default: dist/assets)')
    .addOption(dataOption())
    .action(draw);
}

async function draw(options: Options): Promise<void> {
  const named = options.template?.split(',').map(templateOf);
  const sizes = options.size.split(',').map((size) => sizeOf(size, options.dpr));
  const out = options.out ?? fileURLToPath(new URL('dist/assets', ROOT));
  await withData(options, async ({ store, blobs }, config) => {
    const layers = await nodeLayers(blobs, fsBlobs(out));
    const started = performance.now();
    const drawn = new Set<string>();
    for (const { shape, brand, exchange } of await layerNeeds(store, options.brand)) {
      for (const name of named ?? [templateNames.find((each) => each === brand.template) ?? 'classic']) {
        const template: Template = templates[name];
        if (exchange && !template.uses.includes('question')) continue;
        for (const { size, dpr } of sizes) {
          if (size.width * size.height * dpr * dpr > config.maxPixels) continue;
          drawn.add((await layers.layer(template, shape, brand, size, dpr)).key);
        }
      }
    }
    const { count, bytes } = await writeIndex(out);
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    console.log(
      `${drawn.size} layers in ${seconds} s; ${count} in ${join(out, AHEAD.folder)}, ${(bytes / 1e6).toFixed(1)} MB`,
    );
  });
}

function templateOf(name: string): TemplateName {
  const found = templateNames.find((known) => known === name);
  if (found !== undefined) return found;
  throw new PullquoteError(
    'bad-parameter',
    `Expected one of ${templateNames.join(', ')} for --template but received \`${name}\`.`,
  );
}

function sizeOf(size: string, dpr: string): { size: Size; dpr: number } {
  return parseImageParams(new URLSearchParams({ size, dpr }), Infinity);
}

/** Lists what lies in the folder, of this run and of those before. */
async function writeIndex(out: string): Promise<{ count: number; bytes: number }> {
  const folder = join(out, AHEAD.folder);
  const names: string[] = await readdir(folder).catch(() => []);
  const keys = names.filter((name) => /^[0-9a-f]{64}$/.test(name)).toSorted();
  if (keys.length > 0) await writeFile(join(out, AHEAD.index), JSON.stringify(keys));
  const sizes = await Promise.all(keys.map(async (key) => (await stat(join(folder, key))).size));
  return { count: keys.length, bytes: sizes.reduce((sum, size) => sum + size, 0) };
}
