import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { Command } from 'commander';
import { clock } from '../card/time.ts';
import type { NodeConfig } from '../config.ts';
import { PullquoteError } from '../errors.ts';
import { importEpisode } from '../ingest/import.ts';
import { keepRecording } from '../ingest/recording.ts';
import type { ImportReport } from '../ingest/report.ts';
import type { Episode } from '../quote/model.ts';
import { nodeCodec } from '../runtime/node-codec.ts';
import { nodeMp3 } from '../runtime/node-drawer.ts';
import type { Data } from '../runtime/node.ts';
import { importExample } from './example.ts';
import { feedName, importFeedFrom, printFeedReport } from './import-feed.ts';
import { readNotes } from './notes.ts';
import { collect, dataOption, jsonOption, withData } from './options.ts';
import { printJson, printWarnings } from './print.ts';
import { readFeedRecordings, readPublished } from './recordings.ts';

interface Options {
  data?: string;
  json?: boolean;
  example?: boolean;
  feed?: string;
  /** False with `--no-recordings`. */
  recordings: boolean;
  dryRun?: boolean;
  show?: string;
  title?: string;
  episode?: string;
  participant?: string[];
  speaker?: string[];
  url?: string;
  media?: string;
  audio?: string;
  date?: string;
  language?: string;
  notes?: string;
}

/** `pullquote import FILE` */
export function importCommand(): Command {
  return new Command('import')
    .description('take a transcript in; the same --episode again makes a new revision')
    .argument('[file]', 'transcript in any format known')
    .option('--example', 'the episode that comes with Pullquote')
    .option('--feed <url|file>', 'every episode of a podcast feed that has a transcript')
    .option('--no-recordings', 'with --feed: leave recordings unread; their clips have no waveform')
    .option('--show <title>', 'title of the show')
    .option('--title <title>', 'title of the episode')
    .option('--episode <id>', 'ID of the episode, a slug; random where not given')
    .option('--participant <name=role>', 'who takes part; may be given again', collect)
    .option('--speaker <label=name>', 'whose voice a label of the transcript is; may be given again', collect)
    .option('--url <address>', 'page of the episode')
    .option('--media <address>', 'audio or video of the episode')
    .option('--audio <file>', 'recording to keep: MP3, M4A or WAV')
    .option('--date <date>', 'when it was published, like 2026-03-14')
    .option('--language <tag>', 'language of the words, like pt-BR')
    .option('--notes <file>', 'show notes in HTML, Markdown or plain text; they lead to highlights')
    .option('--dry-run', 'say what is found and keep nothing')
    .addOption(jsonOption())
    .addOption(dataOption())
    .action(run);
}

async function run(file: string | undefined, options: Options): Promise<void> {
  const { feed } = options;
  await withData(options, async (data, config) => {
    if (feed !== undefined) {
      const report = await importFeedFrom(feed, data, config);
      if (options.recordings) await readFeedRecordings(feedName(feed), data, config);
      return options.json ? printJson(report) : printFeedReport(report);
    }
    const report = options.example
      ? await importExample(data)
      : await importFile(file, options, data, config.maxTranscriptBytes);
    if (!report.dryRun) await takeRecording(report.episode, options.audio, data, config);
    return options.json ? printJson(report) : printReport(report);
  });
}

async function importFile(
  file: string | undefined,
  options: Options,
  { store, blobs }: Data,
  maxBytes: number,
): Promise<ImportReport> {
  if (file === undefined || options.show === undefined || options.title === undefined) {
    throw new PullquoteError(
      'bad-parameter',
      'Expected FILE with --show and --title, or --feed, or --example.',
    );
  }
  const bytes = new Uint8Array(await readFile(file));
  return importEpisode(
    { store, blobs, codec: nodeCodec, maxBytes },
    {
      metadata: {
        ...metadataOf(options),
        ...(options.notes === undefined ? {} : { notes: await readNotes(options.notes) }),
      },
      transcript: { bytes, fileName: basename(file) },
      dryRun: options.dryRun ?? false,
    },
  );
}

/** Keeps the recording given, else reads the one published. */
async function takeRecording(
  episode: Episode,
  file: string | undefined,
  data: Data,
  config: NodeConfig,
): Promise<void> {
  if (file === undefined) return readPublished(episode, data, config);
  const { store, blobs } = data;
  await keepRecording({ store, blobs, mp3: await nodeMp3() }, episode.id, createReadStream(file));
}

function metadataOf(options: Options): object {
  const { show, title, episode: id, url, media: mediaUrl, date: publishedAt, language } = options;
  return {
    show,
    title,
    ...given({ id, url, mediaUrl, publishedAt, language }),
    ...(options.participant === undefined ? {} : { participants: options.participant.map(participant) }),
    ...(options.speaker === undefined ? {} : { speakers: Object.fromEntries(options.speaker.map(speaker)) }),
  };
}

function given(fields: Record<string, string | undefined>): object {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

/** `Name` or `Name=role`. */
function participant(value: string): object {
  const equals = value.lastIndexOf('=');
  return equals < 0 ? { name: value } : { name: value.slice(0, equals), role: value.slice(equals + 1) };
}

function speaker(value: string): [label: string, name: string] {
  const equals = value.indexOf('=');
  if (equals <= 0)
    throw new PullquoteError('bad-parameter', `Expected LABEL=Name for --speaker but received \`${value}\`.`);
  return [value.slice(0, equals), value.slice(equals + 1)];
}

function printReport(report: ImportReport): void {
  const { dryRun, status, episode, show, revision, words, sentences, durationMs, speakers, quotes, opening } =
    report;
  const length = durationMs === null ? '' : `, ${clock(durationMs)}`;
  const who = speakers
    .map(({ label, participantId }) => label ?? participantId)
    .filter((name) => name !== null);
  console.log(`${dryRun ? 'would be ' : ''}${status}: ${episode.id} (${episode.title}, ${show.title})`);
  console.log(`  ${revision.format}: ${words} words, ${sentences} sentences${length}`);
  console.log(`  speakers: ${who.length === 0 ? 'none stated' : [...new Set(who)].join(', ')}`);
  console.log(
    `  quotes: ${quotes.added} added, ${quotes.kept} kept, ${quotes.changed} changed, ${quotes.superseded} superseded`,
  );
  console.log(`  begins: ${opening[0] ?? ''}`);
  printWarnings(report.warnings);
}
