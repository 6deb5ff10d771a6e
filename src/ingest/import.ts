/** The way of a transcript into the store. */
import { PullquoteError } from '../errors.ts';
import type { Blobs } from '../blobs/port.ts';
import type { PictureCodec } from '../layer/clean.ts';
import type { Episode, Hints, Show } from '../quote/model.ts';
import type { Revision, RevisionSettings, Store } from '../store/port.ts';
import type { Transcript } from '../transcript/model.ts';
import { normalize } from '../transcript/normalize.ts';
import { parseTranscript } from '../transcript/parse.ts';
import { address } from './address.ts';
import { openArt, type Art, type Files } from './art.ts';
import { requireBrands } from './brand.ts';
import { describeEpisode, describeShow, describeSpeakers, findStored, type Found } from './describe.ts';
import { canonicalJson } from '../canonical-json.ts';
import { sha256 } from '../sha256.ts';
import { guessLanguage } from './language.ts';
import { parseMetadata, type EpisodeMetadata } from './metadata.ts';
import { describeHints, NO_HINTS } from './hints.ts';
import { makeReport, type ImportReport } from './report.ts';
import { digestSlug } from './slug.ts';
import { soundbiteQuotes } from './soundbites.ts';

/** Raised when the same source may give other words or times than before: the next import then makes a new revision. */
const PARSER_VERSION = 1;

const MAX_BYTES = 25_000_000;

export interface IngestDeps {
  store: Store;
  blobs: Blobs;
  /** Decodes pictures that cannot be kept as they came; where it is left out they are refused. */
  codec?: PictureCodec;
  now?: () => Date;
  /** Largest transcript, in bytes; 25 MB where not said. */
  maxBytes?: number;
}

export interface ImportInput {
  /** {@link EpisodeMetadata} as the caller wrote it; checked here. */
  metadata: unknown;
  transcript: { bytes: Uint8Array; contentType?: string; fileName?: string };
  /** Pictures, by the names the metadata calls them (`cover`, a participant's `photo`). */
  files?: Files;
  /** Report what is found and keep nothing. */
  dryRun?: boolean;
}

/**
 * Imports a transcript with what is said about its episode, whole or not at all. The same source for the same episode
 * makes no new revision; another one does, and its quotes keep their IDs where their words are still there.
 * @throws PullquoteError `too-large`, `bad-parameter`, `bad-brand`, `bad-image`, `bad-transcript`, `conflict`
 */
export async function importEpisode(deps: IngestDeps, input: ImportInput): Promise<ImportReport> {
  const { store, blobs } = deps;
  const { bytes, ...hint } = input.transcript;
  checkSize(bytes, deps.maxBytes ?? MAX_BYTES);
  const metadata = parseMetadata(input.metadata);
  await requireBrands(store, metadata);
  const transcript = parseTranscript(bytes, hint);
  const found = await findStored(store, metadata);
  const art = openArt(blobs, input.files ?? {}, deps.codec);
  const language = languageOf(metadata, transcript, found);
  const show = describeShow(found, metadata, language);
  const episode = await describeEpisode(found, metadata, { language, art });
  const previous = await store.currentRevision(episode.id);
  const hintsBefore = (await store.hints(episode.id)) ?? NO_HINTS;
  const hints = describeHints(hintsBefore, metadata, transcript.notes);
  const settings = settingsOf(episode, metadata, previous);
  const sourceSha256 = await sha256(bytes);

  const { text, warnings } = normalize(transcript, settings);
  if (text.sentences.length === 0) {
    throw new PullquoteError('bad-transcript', 'Expected a transcript with words in it but found none.');
  }
  const report = { dryRun: input.dryRun ?? false, show, transcript, text };
  const isSame =
    previous?.sourceSha256 === sourceSha256 &&
    previous.parserVersion === PARSER_VERSION &&
    canonicalJson(previous.settings) === canonicalJson(settings);
  if (previous && isSame) {
    const described = { ...episode, durationMs: episode.durationMs ?? text.durationMs };
    const changed =
      canonicalJson([show, described, hints]) !== canonicalJson([found.show, found.episode, hintsBefore]);
    if (changed && !report.dryRun) await keepWith(art, () => saveDescription(store, show, described, hints));
    const status = changed ? 'updated' : 'unchanged';
    return makeReport({ ...report, status, episode: described, revision: previous, addresses: null });
  }

  const revision: Revision = {
    id: `r_${await digestSlug(canonicalJson([episode.id, previous?.id, sourceSha256, settings, PARSER_VERSION]))}`,
    episodeId: episode.id,
    sourceSha256,
    settings,
    format: transcript.format,
    parserVersion: PARSER_VERSION,
    warnings: [...transcript.warnings, ...warnings],
    createdAt: (deps.now?.() ?? new Date()).toISOString(),
  };
  const addressed = await address(store, revision, episode, text);
  const marked = await soundbiteQuotes(hints.soundbites, revision, addressed);
  revision.warnings.push(...marked.warnings);
  const { before } = addressed;
  const after = [...addressed.quotes, ...marked.quotes];
  const timed = { ...episode, durationMs: episode.durationMs ?? text.durationMs };
  if (!report.dryRun) {
    const follows = previous?.id ?? null;
    const change = { show, episode: timed, hints, revision, follows, text: addressed.text, quotes: after };
    await keepWith(art, () => store.saveImport(change));
  }
  return makeReport({
    ...report,
    status: previous ? 'revised' : 'created',
    episode: timed,
    revision,
    text: addressed.text,
    addresses: { before, after },
  });
}

function checkSize(bytes: Uint8Array, limit: number): void {
  if (bytes.length <= limit) return;
  throw new PullquoteError(
    'too-large',
    `Expected a transcript of at most ${limit} bytes but received ${bytes.length}.`,
    { limit },
  );
}

/** Said by the caller, stated by the source, said at an earlier import or of the show, or guessed from the words. */
function languageOf(metadata: EpisodeMetadata, transcript: Transcript, { episode, show }: Found): string {
  return (
    metadata.language ??
    transcript.language ??
    episode?.language ??
    metadata.show.language ??
    show?.language ??
    guessLanguage(transcript.segments.map(({ body }) => body).join(' '))
  );
}

/** A mapping of speakers left out is the one given before. */
function settingsOf(
  episode: Episode,
  metadata: EpisodeMetadata,
  previous: Revision | null,
): RevisionSettings {
  const { language, participants } = episode;
  return {
    language,
    durationMs:
      metadata.durationMs === undefined ? (previous?.settings?.durationMs ?? null) : metadata.durationMs,
    speakers: metadata.speakers
      ? describeSpeakers(metadata.speakers, participants)
      : (previous?.settings?.speakers ?? {}),
    participants: participants.map(({ id, name }) => ({ id, name })),
  };
}

/** Saves after the pictures are kept; where saving fails they are taken away again. */
async function keepWith(art: Art, save: () => Promise<void>): Promise<void> {
  const undo = await art.keep();
  try {
    await save();
  } catch (error) {
    await undo();
    throw error;
  }
}

async function saveDescription(store: Store, show: Show, episode: Episode, hints: Hints): Promise<void> {
  await store.saveShow(show);
  await store.saveEpisode(episode);
  await store.saveHints(episode.id, hints);
}
