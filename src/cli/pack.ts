import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Command } from 'commander';
import { PullquoteError } from '../errors.ts';
import { clipMaker } from '../clip/kept.ts';
import { check } from '../http/validate.ts';
import { findEpisode } from '../http/views.ts';
import { blobEntry, textEntry } from '../pack/archive.ts';
import { contentsOf, filesOf, type PackContents } from '../pack/contents.ts';
import { readCsv } from '../pack/csv.ts';
import { documentsOf } from '../pack/documents.ts';
import type { PackDeps } from '../pack/item.ts';
import { itemCount, makePlan } from '../pack/plan.ts';
import { chosenOf, isClip, packInput, variantsOf } from '../pack/request.ts';
import { renderPack } from '../pack/run.ts';
import { selectionOfCsv, selectQuotes } from '../pack/select.ts';
import type { Store } from '../store/port.ts';
import { nodeDeps, nodePool } from '../runtime/node.ts';
import { dataOption, withData } from './options.ts';
import { isZip, writePack } from './pack-out.ts';
import { packFeed, packFolder } from './pack-many.ts';
import { progress } from './progress.ts';

/** Of a drawing thread's memory, in bytes: all cards of a size are drawn before the next, so that one large layer is enough. */
const LAYERS = 36 << 20;

interface PackOptions {
  out: string;
  select: string;
  sizes?: string;
  templates?: string;
  for?: string;
  formats?: string;
  clips?: string;
  feed?: string;
  watch?: string;
  show?: string;
  data?: string;
}

/** `pullquote pack EPISODE -o DIR|FILE.zip` */
export function packCommand(): Command {
  return new Command('pack')
    .description('draw the best quotes of an episode as cards, with captions, ready to post')
    .argument('[episode]', 'ID of the episode')
    .requiredOption(
      '-o, --out <path>',
      'folder or .zip to write; with --feed and --watch a folder for one folder each',
    )
    .option(
      '--select <what>',
      'highlights:N, quote IDs and ranges parted by spaces, or a .csv with a column quote, id or range',
      'highlights:12',
    )
    .option('--sizes <list>', 'sizes, parted by commas (default: og,square,story)')
    .option('--templates <list>', 'looks, parted by commas (default: the brand’s)')
    .option('--for <list>', 'platforms, parted by commas')
    .option('--formats <list>', 'formats, parted by commas (default: png)')
    .option('--clips <list>', 'a clip of each quote too: vertical, square, portrait, wide, parted by commas')
    .option('--feed <url|file>', 'import what is new in a feed and pack each episode')
    .option('--watch <dir>', 'import transcripts laid into a folder and pack each, until stopped')
    .option('--show <title>', 'with --watch, the show of the transcripts')
    .addOption(dataOption())
    .action(pack);
}

async function pack(episode: string | undefined, options: PackOptions): Promise<void> {
  const given = [episode, options.feed, options.watch].filter((value) => value !== undefined);
  if (given.length !== 1) {
    throw new PullquoteError('bad-parameter', 'Expected one of EPISODE, --feed or --watch.');
  }
  if (episode === undefined && isZip(options.out)) {
    throw new PullquoteError(
      'bad-parameter',
      `Expected a folder for \`-o\` but received \`${options.out}\`.`,
    );
  }
  await withData(options, async (data, config) => {
    const pool = await nodePool(config.dataDir, LAYERS);
    const stop = stopOnSignal();
    try {
      const parts = await nodeDeps(data, config, pool);
      const deps: PackDeps = { ...parts, files: pool.files, clip: clipMaker(parts) };
      const many = {
        data,
        config,
        signal: stop.signal,
        pack: (id: string) => packEpisode(deps, id, join(options.out, id), options, stop),
      };
      if (episode !== undefined) {
        // What drew it takes most of the memory, and is not needed to write it.
        const drawn = () => pool.close();
        await packEpisode(deps, episode, options.out, options, { signal: stop.signal, drawn });
      } else if (options.feed !== undefined) await packFeed(options.feed, many);
      else if (options.watch !== undefined) await packFolder(options.watch, options.show, many);
    } finally {
      stop.release();
      await pool.close();
    }
  });
}

/** Draws and writes one pack, and says how it went. `drawn` is waited for when all its cards are there. */
async function packEpisode(
  deps: PackDeps,
  episodeId: string,
  out: string,
  options: PackOptions,
  { signal, drawn }: { signal: AbortSignal; drawn?: () => Promise<void> },
): Promise<void> {
  const started = performance.now();
  const input = check(
    packInput,
    {
      episode: episodeId,
      select: await selectionOf(options.select),
      ...lists(options, ['sizes', 'templates', 'for', 'formats', 'clips']),
    },
    'bad-parameter',
  );
  const episode = await findEpisode(deps.store, input.episode);
  const plan = makePlan(
    episode.id,
    await selectQuotes(deps.store, episode, chosenOf(input)),
    variantsOf(input),
  );
  const bar = progress(
    itemCount(plan),
    plan.variants.some(isClip) ? 'pictures and clips' : 'pictures',
    process.stderr,
  );
  const { items, finished } = await renderPack(deps, plan, { onItem: bar.step, signal });
  bar.end();
  if (!finished) {
    throw new PullquoteError(
      'busy',
      `Stopped: ${items.length} of ${itemCount(plan)} are done. Run it again to go on from there.`,
    );
  }
  await drawn?.();
  const contents = contentsOf(await episodeOf(deps.store, episode.id), plan, items);
  const texts = Array.from(documentsOf(contents), ([name, text]) => textEntry(name, text));
  await writePack(out, [...texts, ...filesOf(contents).map((file) => blobEntry(deps.blobs, file))]);
  const now = items.reduce((sum, item) => sum + (item.drawn ? item.files.length : 0), 0);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`${out}: ${filesOf(contents).length} files, ${now} of them drawn now, in ${seconds} s`);
  report(contents);
}

/** What a pack says of its episode. */
async function episodeOf(store: Store, id: string): Promise<PackContents['episode']> {
  const { title, url, publishedAt, showId } = await findEpisode(store, id);
  return { id, title, url, publishedAt, show: (await store.show(showId))?.title ?? showId };
}

/** What could not be made, on stderr: each reason once for a quote. */
function report({ quotes }: PackContents): void {
  for (const { number, asked, cards } of quotes) {
    const reasons = Map.groupBy(cards, ({ error }) => error?.message ?? null);
    for (const [message, failed] of reasons) {
      if (message === null) continue;
      const looks = failed.map(({ size, template }) => [size, template ?? []].flat().join(' '));
      const which = failed.length === cards.length ? '' : `, ${looks.join(', ')}`;
      console.error(`${number} (${asked})${which}: ${message}`);
    }
  }
}

/** A `.csv` is read; everything else is what it says. */
async function selectionOf(select: string): Promise<string | string[]> {
  return select.endsWith('.csv') ? selectionOfCsv(readCsv(await readFile(select, 'utf8'))) : select;
}

function lists<K extends keyof PackOptions>(
  options: PackOptions,
  names: readonly K[],
): Record<string, string[]> {
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = options[name];
      return value === undefined ? [] : [[name, value.split(',').map((part) => part.trim())]];
    }),
  );
}

/** The first SIGINT or SIGTERM asks to stop, the second ends the process at once. */
function stopOnSignal(): { signal: AbortSignal; release: () => void } {
  const stop = new AbortController();
  const onSignal = (): void => {
    release();
    console.error('\nStopping after the cards at work; once more stops at once.');
    stop.abort();
  };
  const release = (): void => {
    process.off('SIGINT', onSignal).off('SIGTERM', onSignal);
  };
  process.on('SIGINT', onSignal).on('SIGTERM', onSignal);
  return { signal: stop.signal, release };
}
