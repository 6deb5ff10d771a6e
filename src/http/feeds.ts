/** Podcast feeds to import from: `POST /v1/feeds` lists what one has, `POST /v1/feeds/items` takes one item in. */
import { Hono } from 'hono';
import { z } from 'zod';
import type { Feed } from '../ingest/feed.ts';
import { fetchFeed, importFeedItem } from '../ingest/pick-feed.ts';
import type { AppDeps, AppEnv } from './context.ts';
import { createGate } from './gate.ts';
import { answerImport } from './import-answer.ts';
import { allow, jsonOf, queryOf } from './input.ts';
import type { Operation } from './openapi.ts';
import { importQuery, importView, noQuery } from './schemas.ts';

const BODY_LIMIT = 64_000;

/** Items a list shows, newest first as feeds have them: past that a person chooses no more. */
const MOST_ITEMS = 500;

/** Feeds and transcripts read at once: each is held in memory. */
const MOST = 4;

const address = z.string().max(2000).meta({ description: 'Address of an RSS feed on the public internet.' });

const feedInput = z.strictObject({ url: address }).meta({ id: 'FeedInput' });

const feedItemInput = z
  .strictObject({
    url: address,
    guid: z.string().min(1).max(1000).meta({ description: 'As the feed or the list of its items has it.' }),
    title: z.string().trim().min(1).max(500).optional().meta({ description: 'In place of the feed’s.' }),
    speakers: z
      .record(z.string(), z.string().trim().min(1).max(200))
      .refine((speakers) => Object.keys(speakers).length <= 100, 'at most 100 speakers')
      .optional()
      .meta({
        description: 'Label of the transcript -> name. Who is no participant by then becomes one.',
      }),
  })
  .meta({ id: 'FeedItemInput' });

export const feedView = z
  .object({
    url: z.string(),
    title: z.string(),
    items: z.array(
      z.object({
        guid: z.string(),
        title: z.string(),
        publishedAt: z.string().nullable(),
        durationMs: z.int().nullable(),
        people: z.array(z.string()),
        transcripts: z
          .array(z.object({ url: z.string(), type: z.string(), language: z.string().nullable() }))
          .meta({ description: 'Best first: the first that can be read is imported.' }),
        episodeId: z
          .string()
          .nullable()
          .meta({ description: 'The episode it was imported as, by its address of this feed.' }),
      }),
    ),
    total: z.int().meta({ description: `Items with a transcript; \`items\` has the first ${MOST_ITEMS}.` }),
    withoutTranscript: z.int(),
  })
  .meta({ id: 'Feed' });

export const feedImportView = importView
  .extend({
    messages: z.array(z.string()).meta({
      description: 'Transcripts, pictures and chapters that could not be had.',
    }),
  })
  .meta({ id: 'FeedImportReport' });

export function feedRoutes(deps: AppDeps) {
  const { store, blobs, codec, fetch, config } = deps;
  const reading = createGate(MOST);
  return new Hono<AppEnv>()
    .post('/v1/feeds', allow('import'), queryOf(noQuery), jsonOf(feedInput, BODY_LIMIT), (c) =>
      reading(async () => {
        const { url } = c.req.valid('json');
        const [feed, states] = await Promise.all([fetchFeed({ fetch }, url), store.feedItems(url)]);
        const imported = new Map(states.map(({ guid, episodeId }) => [guid, episodeId]));
        return c.json(viewFeed(url, feed, imported), 200, { 'Cache-Control': 'no-store' });
      }),
    )
    .post('/v1/feeds/items', allow('import'), queryOf(importQuery), jsonOf(feedItemInput, BODY_LIMIT), (c) =>
      reading(async () => {
        const { title, speakers, ...item } = c.req.valid('json');
        const dryRun = c.req.valid('query').dry_run === 'true';
        const { report, messages } = await importFeedItem(
          { store, blobs, codec, fetch, maxBytes: config.maxTranscriptBytes },
          item,
          { dryRun, title, speakers },
        );
        return answerImport(deps, c, report, { messages });
      }),
    );
}

function viewFeed(url: string, feed: Feed, imported: ReadonlyMap<string, string>): z.output<typeof feedView> {
  const items = feed.items.filter(({ transcripts }) => transcripts.length > 0);
  return {
    url,
    title: feed.title,
    items: items
      .slice(0, MOST_ITEMS)
      .map(({ guid, title, publishedAt, durationMs, people, transcripts }) => ({
        guid,
        title,
        publishedAt,
        durationMs,
        people: people.map(({ name }) => name),
        transcripts,
        episodeId: imported.get(guid) ?? null,
      })),
    total: items.length,
    withoutTranscript: feed.items.length - items.length,
  };
}

const errors = [
  'bad-request',
  'bad-parameter',
  'unauthorized',
  'forbidden',
  'too-large',
  'fetch-refused',
  'fetch-failed',
  'rate-limited',
  'busy',
] as const;

export const feedOperations: Operation[] = [
  {
    method: 'post',
    path: '/v1/feeds',
    summary: 'What a podcast feed has to import: its items with a transcript. Nothing is kept.',
    scope: 'import',
    body: { json: feedInput },
    answer: { status: 200, description: 'The feed.', json: feedView },
    errors,
  },
  {
    method: 'post',
    path: '/v1/feeds/items',
    summary:
      'Import one item of a feed: its transcript, title, people, pictures, chapters and soundbites. Again, it corrects what was imported before.',
    scope: 'import',
    query: importQuery,
    body: { json: feedItemInput },
    answer: { status: 201, description: 'What was found and done.', json: feedImportView },
    errors: [...errors, 'not-found', 'conflict', 'bad-transcript', 'bad-image'],
  },
];
