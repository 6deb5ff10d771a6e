/** One card, drawn by Pullquote and its peers: the same scene and words, layers and glyphs warm, nothing kept of cards. */
import { readFile, readdir } from 'node:fs/promises';
import { placeCard } from '../src/card/place.ts';
import { shapeOf } from '../src/card/slots.ts';
import { drawnColors } from '../src/brand/colors.ts';
import { defaultColors } from '../src/brand/model.ts';
import type { Size } from '../src/layer/model.ts';
import { toPicture } from '../src/layer/picture.ts';
import { type Picture, familiesOf } from '../src/layer/template.ts';
import { templates } from '../templates/index.ts';
import { type Engine, type Font, PEERS } from './peers.ts';
import { BRAND, PICTURES, SIZES, type Stage, TEMPLATES, cardOf, lookOf, openStage } from './stage.ts';
import { type Plain, plainTree } from './tree.ts';

export interface Row {
  case: string;
  engine: string;
  p50Ms: number;
  p95Ms: number;
  bytes: number;
  perSecond: number;
}

interface Tally {
  times: number[];
  bytes: number[];
}

/** Different quotes in all; every round has fresh ones until they begin again. */
const QUOTES = 2000;
/** Cards of a template in a round, after one that is not counted: what the engine before left in the processor's caches is not its own. */
const BATCH = 4;
const WARMING = 100;

interface BenchCard {
  template: TemplateName;
  seed: number;
  /** False for the first of its template in a round. */
  counted: boolean;
  tree: Plain;
}

/** Every round draws new cards of each template and size, the same with every engine in turn. The first of a template warms. */
export async function run({ rounds }: { rounds: number }): Promise<{ rows: Row[] }> {
  const stage = await openStage();
  const engines = await openEngines();
  const tallies = new Map<string, Tally>();
  const tally = (name: string, size: string): Tally => {
    const key = `${name} ${size}`;
    const known = tallies.get(key) ?? { times: [], bytes: [] };
    tallies.set(key, known);
    return known;
  };
  await warm(stage);
  // The first round only warms the peers.
  for (let round = -1; round < rounds; round++) {
    for (const [name, size] of Object.entries(SIZES)) {
      const cards = await cardsOf(stage, size, round);
      const draws = [
        ['pullquote', ({ template, seed }: BenchCard) => drawOwn(stage, template, size, seed)] as const,
        ...engines.map((engine) => [engine.name, ({ tree }: BenchCard) => engine.draw(tree, size)] as const),
      ];
      for (const [engine, draw] of draws) {
        const { times, bytes } = tally(engine, name);
        for (const card of cards) {
          const drawn = await timed(() => draw(card));
          if (round < 0 || !card.counted) continue;
          times.push(drawn.ms);
          bytes.push(drawn.bytes);
        }
      }
    }
  }
  for (const engine of engines) await engine.close?.();
  return { rows: rowsOf(['pullquote', ...engines.map(({ name }) => name)], tallies) };
}

/** The cards of a round, and their trees for the peers. */
async function cardsOf(stage: Stage, size: Size, round: number): Promise<BenchCard[]> {
  const cards: BenchCard[] = [];
  for (const [index, template] of TEMPLATES.entries()) {
    for (let i = 0; i <= BATCH; i++) {
      const seed = (QUOTES + (round * TEMPLATES.length + index) * (BATCH + 1) + i) % QUOTES;
      cards.push({ template, seed, counted: i > 0, tree: await treeOf(stage, template, size, seed) });
    }
  }
  return cards;
}

/** Cards of every template and size from before the measuring: layers, glyphs of all sizes, and compiled code. */
async function warm(stage: Stage): Promise<void> {
  for (const template of TEMPLATES) {
    for (const size of Object.values(SIZES)) {
      for (let seed = QUOTES; seed < QUOTES + WARMING; seed++) await drawOwn(stage, template, size, seed);
    }
  }
}

/** Opens the engines of these names, of which one, a browser, keeps the process alive until it is closed. */
export async function openEngines(names: readonly string[] = Object.keys(PEERS)): Promise<Engine[]> {
  const fonts = await loadFonts();
  const engines: Engine[] = [];
  for (const [name, open] of Object.entries(PEERS)) {
    if (!names.includes(name)) continue;
    try {
      const engine = await open(fonts);
      if (engine) engines.push(engine);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      console.error(
        `${name}: left out. ${reason.split('\n')[0]} \`npm ci --prefix bench\` installs the peers.`,
      );
    }
  }
  return engines;
}

/** The Latin slices of the families the templates are set in. */
export async function loadFonts(): Promise<Font[]> {
  const families = new Set(TEMPLATES.flatMap((name) => Object.values(familiesOf(templates[name], BRAND))));
  return Promise.all(
    [...families].map(async (name) => {
      const folder = new URL(`../dist/assets/fonts/${name}/`, import.meta.url);
      const file = (await readdir(folder)).find((entry) => entry.startsWith('latin-normal')) ?? '';
      return { name, data: await readFile(new URL(file, folder)) };
    }),
  );
}

type TemplateName = (typeof TEMPLATES)[number];

async function drawOwn(stage: Stage, template: TemplateName, size: Size, seed: number): Promise<Uint8Array> {
  return stage.raster.png(await placeCard(stage, cardOf(seed), lookOf(template, size)));
}

async function picture(digest: string | null | undefined): Promise<Picture | null> {
  const file = PICTURES.get(digest ?? '');
  return file === undefined ? null : toPicture(await readFile(file));
}

/** The template with the words of a card in it, for engines that draw it whole. */
export async function treeOf(stage: Stage, name: TemplateName, size: Size, seed: number): Promise<Plain> {
  const card = cardOf(seed);
  const template = templates[name];
  const { texts } = await placeCard(stage, card, lookOf(name, size));
  const element = template.draw({
    shape: shapeOf(card, { slide: false, mark: false, question: false }),
    size,
    pictures: {
      photo: await picture(card.speakers[0]?.photo),
      cover: await picture(card.cover),
      logo: null,
    },
    art: null,
    brand: { ...BRAND, colors: drawnColors(BRAND.colors ?? defaultColors) },
  });
  const [root] = plainTree(element, texts, familiesOf(template, BRAND));
  if (root === undefined || typeof root === 'string') throw new Error(`The template ${name} draws nothing.`);
  return root;
}

interface Timed {
  ms: number;
  bytes: number;
}

async function timed(draw: () => Promise<Uint8Array>): Promise<Timed> {
  const start = performance.now();
  const { length } = await draw();
  return { ms: performance.now() - start, bytes: length };
}

function rowsOf(engines: readonly string[], tallies: ReadonlyMap<string, Tally>): Row[] {
  return Object.keys(SIZES).flatMap((size) =>
    engines.flatMap((engine) => {
      const tally = tallies.get(`${engine} ${size}`);
      if (!tally) return [];
      const { times, bytes } = tally;
      return [
        {
          case: size,
          engine,
          p50Ms: quantile(times, 0.5),
          p95Ms: quantile(times, 0.95),
          bytes: quantile(bytes, 0.5),
          perSecond: (1000 * times.length) / times.reduce((sum, ms) => sum + ms, 0),
        },
      ];
    }),
  );
}

function quantile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
}
