/** The tables of `migrations/`, for queries. Column names there are the snake case of the names here. */
import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type {
  Chapter,
  Hints,
  Participant,
  QuoteStatus,
  Soundbite,
  Span,
  Visibility,
} from '../quote/model.ts';
import type { Timing, TranscriptFormat, Turn, Warning } from '../transcript/model.ts';
import type { RevisionSettings, Scope } from './port.ts';

export const shows = sqliteTable('shows', {
  id: text().primaryKey(),
  title: text().notNull(),
  url: text(),
  language: text().notNull(),
  brandId: text('brand_id'),
  visibility: text().$type<Visibility>().notNull(),
});

export const episodes = sqliteTable('episodes', {
  seq: integer().primaryKey(),
  id: text().notNull().unique(),
  showId: text('show_id').notNull(),
  title: text().notNull(),
  publishedAt: text('published_at'),
  guid: text(),
  url: text(),
  mediaUrl: text('media_url'),
  durationMs: integer('duration_ms'),
  language: text().notNull(),
  participants: text({ mode: 'json' }).$type<Participant[]>().notNull(),
  chapters: text({ mode: 'json' }).$type<Chapter[]>().notNull(),
  cover: text(),
  revisionId: text('revision_id'),
  brandId: text('brand_id'),
});

export const episodeHints = sqliteTable('episode_hints', {
  episodeId: text('episode_id').primaryKey(),
  notes: text({ mode: 'json' }).$type<string[]>().notNull(),
  notesFrom: text('notes_from').$type<Hints['notesFrom']>().notNull(),
  soundbites: text({ mode: 'json' }).$type<Soundbite[]>().notNull(),
});

export const revisions = sqliteTable('revisions', {
  id: text().primaryKey(),
  episodeId: text('episode_id').notNull(),
  follows: text().notNull(),
  sourceSha256: text('source_sha256').notNull(),
  settings: text({ mode: 'json' }).$type<RevisionSettings>(),
  format: text().$type<TranscriptFormat>().notNull(),
  parserVersion: integer('parser_version').notNull(),
  warnings: text({ mode: 'json' }).$type<Warning[]>().notNull(),
  createdAt: text('created_at').notNull(),
});

export const texts = sqliteTable(
  'texts',
  {
    revisionId: text('revision_id').notNull(),
    part: integer().notNull(),
    packed: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.revisionId, table.part] })],
);

export const quotes = sqliteTable('quotes', {
  seq: integer().primaryKey(),
  id: text().notNull().unique(),
  episodeId: text('episode_id').notNull(),
  revisionId: text('revision_id').notNull(),
  wordFrom: integer('word_from').notNull(),
  wordTo: integer('word_to').notNull(),
  spans: text({ mode: 'json' }).$type<Span[]>().notNull(),
  sentence: integer(),
  text: text().notNull(),
  normHash: text('norm_hash').notNull(),
  aliases: text({ mode: 'json' }).$type<string[]>().notNull(),
  startMs: integer('start_ms'),
  endMs: integer('end_ms'),
  timing: text({ mode: 'json' }).$type<Timing>().notNull(),
  status: text().$type<QuoteStatus>().notNull(),
  supersededBy: text('superseded_by'),
  turns: text({ mode: 'json' }).$type<Turn[]>().notNull(),
  author: text(),
});

export const brands = sqliteTable(
  'brands',
  {
    id: text().notNull(),
    revision: integer().notNull(),
    kit: text({ mode: 'json' }).notNull(),
    createdAt: text('created_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.id, table.revision] })],
);

export const recordings = sqliteTable('recordings', {
  episodeId: text('episode_id').primaryKey(),
  blob: text(),
  url: text(),
  contentType: text('content_type').notNull(),
  size: integer().notNull(),
  version: text().notNull(),
  durationMs: integer('duration_ms').notNull(),
  indexBlob: text('index_blob').notNull(),
});

export const tokens = sqliteTable('tokens', {
  id: text().primaryKey(),
  secretSha256: text('secret_sha256').notNull().unique(),
  scope: text().$type<Scope>().notNull(),
  label: text().notNull(),
  createdAt: text('created_at').notNull(),
  revokedAt: text('revoked_at'),
});

export const feeds = sqliteTable('feeds', {
  url: text().primaryKey(),
  etag: text(),
  lastModified: text('last_modified'),
  checkedAt: text('checked_at').notNull(),
});

export const feedItems = sqliteTable(
  'feed_items',
  {
    feedUrl: text('feed_url').notNull(),
    guid: text().notNull(),
    episodeId: text('episode_id').notNull(),
    itemSha256: text('item_sha256').notNull(),
    transcriptUrl: text('transcript_url').notNull(),
    etag: text(),
    lastModified: text('last_modified'),
  },
  (table) => [primaryKey({ columns: [table.feedUrl, table.guid] })],
);
