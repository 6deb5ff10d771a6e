import { readFile } from 'node:fs/promises';
import { Command } from 'commander';
import { kitOf, viewBrand, findBrand } from '../http/brands.ts';
import { parseJson } from '../http/body.ts';
import { keepFonts } from '../brand/font/keep.ts';
import { saveBrand, saveLogo, type SavedBrand } from '../ingest/brand.ts';
import { brotli } from '../runtime/brotli.ts';
import { nodeCodec } from '../runtime/node-codec.ts';
import type { Data } from '../runtime/node.ts';
import { collect, dataOption, jsonOption, withData } from './options.ts';
import { printJson, printTable } from './print.ts';

/** `pullquote brand list|show|set` */
export function brandCommand(): Command {
  return new Command('brand')
    .description('list, show and set brand kits')
    .addCommand(
      new Command('list')
        .description('list brands')
        .addOption(dataOption())
        .addOption(jsonOption())
        .action(list),
    )
    .addCommand(
      new Command('show')
        .description('print a kit and how well its colours can be read, as JSON')
        .argument('<id>')
        .addOption(dataOption())
        .action((id: string, options: { data?: string }) =>
          withData(options, async ({ store }) => printJson(viewBrand(await findBrand(store, id)))),
        ),
    )
    .addCommand(
      new Command('set')
        .description('make or change a brand; its cards made before keep their address and look')
        .argument('<id>', 'a slug')
        .argument('<file>', 'the kit as JSON, like examples/brand.json')
        .option('--logo <file>', 'a PNG, JPEG, WebP, or SVG of shapes')
        .option('--display-font <file>', 'a TTF, OTF or WOFF2 for the quote; once for each weight', collect)
        .option('--body-font <file>', 'the same for names, titles and dates', collect)
        .addOption(dataOption())
        .action(set),
    );
}

async function list(options: { data?: string; json?: boolean }): Promise<void> {
  await withData(options, async ({ store }) => {
    const ids = (await store.brands()).map(({ id }) => id);
    const brands = await Promise.all(ids.map((id) => findBrand(store, id)));
    if (options.json) return printJson(brands.map(viewBrand));
    printTable(brands.map(({ id, revision, kit }) => [id, `r${revision}`, kit.template, kit.name]));
  });
}

interface SetOptions {
  data?: string;
  logo?: string;
  displayFont?: string[];
  bodyFont?: string[];
}

async function set(id: string, file: string, options: SetOptions): Promise<void> {
  await withData(options, async (data) => {
    const kit = kitOf(id, parseJson(await readFile(file, 'utf8'), `\`${file}\``));
    const kept = await data.store.brand(id);
    const logo = kit.logo ?? (kept === null ? null : (await findBrand(data.store, id)).kit.logo);
    // Fonts first: one that is refused leaves the brand as it was.
    const display = await fontOf(data, options.displayFont, kit.fonts.display);
    const body = await fontOf(data, options.bodyFont, kit.fonts.body);
    const saved = await saveBrand(data, { ...kit, logo, fonts: { display, body } }, null);
    print(options.logo === undefined ? saved : await withLogo(data, id, options.logo));
  });
}

/** The digest of a font's files, one a weight, or what the kit says where none was given. */
async function fontOf<T>({ blobs }: Data, files: string[] | undefined, said: T): Promise<T | string> {
  if (files === undefined) return said;
  const read = await Promise.all(files.map(async (file) => new Uint8Array(await readFile(file))));
  return keepFonts({ blobs, brotli }, read);
}

async function withLogo({ store, blobs }: Data, id: string, file: string): Promise<SavedBrand> {
  const bytes = new Uint8Array(await readFile(file));
  return saveLogo({ store, blobs, codec: nodeCodec }, { id, bytes, expected: null });
}

function print(saved: SavedBrand): void {
  console.log(`${saved.status}: ${saved.id}, revision ${saved.revision}`);
  const repaired = viewBrand(saved).contrast.filter((pair) => pair.repaired);
  for (const { use, given, drawn, ground, wcag, apca } of repaired) {
    console.log(`  ${use}: ${given} is drawn as ${drawn} on ${ground} (WCAG ${wcag}, APCA ${apca})`);
  }
}
