/** The shapes of the API, written once: they check what comes in, type what goes out, and make the OpenAPI document. */
import { z } from 'zod';
import { brandSchema } from '../brand/schema.ts';
import { episodeMetadata } from '../ingest/metadata.ts';

const ms = z.int().nonnegative().nullable();

const limit = z
  .string()
  .regex(/^\d{1,3}$/, 'a whole number from 1 to 200')
  .transform(Number)
  .refine((value) => value >= 1 && value <= 200, 'a whole number from 1 to 200')
  .default(50)
  .meta({ description: 'Items a page holds, 1 to 200.', example: '50' });

/** A page of a list. */
export const pageQuery = z.object({
  limit,
  after: z.string().max(500).optional().meta({ description: 'The `next` of the page before.' }),
});

export const searchQuery = z.object({
  q: z.string().min(1, 'some words').max(200).meta({ description: 'Words to look for.' }),
  limit,
});

export const importQuery = z.object({
  dry_run: z
    .enum(['true', 'false'], 'true or false')
    .default('false')
    .meta({ description: '`true`: answer what is found and keep nothing.' }),
});

export const noQuery = z.object({});

/** The part `metadata` of an import. */
export const episodeInput = episodeMetadata.meta({ id: 'EpisodeInput' });

/** Whose words ranges are, as a person who listened says. */
export const speakersInput = z
  .strictObject({
    speakers: z
      .array(
        z.strictObject({
          range: z.string().min(1).max(4000),
          participant: z.string().min(1).max(200).meta({ description: 'ID or name of a participant.' }),
        }),
      )
      .min(1)
      .max(200),
  })
  .meta({ id: 'SpeakersInput' });

/** Who speaks from word to word. */
export const turnsView = z
  .object({
    items: z.array(
      z.object({
        wordFrom: z.int(),
        wordTo: z.int(),
        startMs: ms,
        label: z.string().nullable(),
        participantId: z.string().nullable(),
        source: z.enum(['label', 'carried', 'mapped', 'confirmed', 'inferred', 'none']),
      }),
    ),
  })
  .meta({ id: 'Turns' });

export const speakersView = z
  .object({
    confirmed: z.array(
      z.object({
        range: z.string(),
        participantId: z.string(),
        quotes: z.int().meta({ description: 'Quotes these words are part of.' }),
      }),
    ),
  })
  .meta({ id: 'Speakers' });

const author = z
  .string()
  .min(1)
  .max(200)
  .nullable()
  .meta({ description: 'Whose words are read aloud, where they are not the speaker’s own.' });

export const quoteInput = z
  .strictObject({
    episode: z.string().min(1).max(64),
    range: z.string().min(1).max(4000).optional().meta({
      description:
        'As in addresses: `13:36-14:05`, `t=816,845`, `s=120-124`, `text=start,end`, quote IDs joined by `+`.',
    }),
    spans: z
      .array(z.strictObject({ wordFrom: z.int().nonnegative(), wordTo: z.int().positive() }))
      .min(1)
      .max(100)
      .optional()
      .meta({ description: 'In place of `range`: words of the current transcript, the last one excluded.' }),
    snap: z.enum(['sentence', 'word']).optional(),
    author: author.optional(),
  })
  .refine(({ range, spans }) => (range === undefined) !== (spans === undefined), {
    message: '`range` or `spans`, one of them,',
    path: ['range'],
  })
  .meta({ id: 'QuoteInput' });

/** A brand kit as `PUT /v1/brands/{id}` takes it. */
export const brandInput = brandSchema.meta({ id: 'BrandKit' });

export const brandView = z
  .object({
    revision: z.int().meta({ description: 'Counts from 1; 0 is what comes with Pullquote.' }),
    createdAt: z.string(),
    kit: brandInput,
    contrast: z
      .array(
        z.object({
          use: z.string(),
          given: z.string(),
          drawn: z.string(),
          ground: z.string(),
          wcag: z.number(),
          apca: z.number(),
          repaired: z.boolean(),
        }),
      )
      .meta({
        description:
          'Words on their grounds as they are drawn: WCAG 2.2 ratio and APCA. Empty where the colours are taken from cover art.',
      }),
  })
  .meta({ id: 'Brand' });

export const brandList = z.object({ items: z.array(brandView) }).meta({ id: 'BrandList' });

/** What `POST /v1/preview` draws; the look is in its query. */
export const previewInput = z
  .strictObject({
    episode: z.string().min(1).max(64),
    range: z.string().min(1).max(4000),
    brand: brandInput.optional(),
    photo: z
      .string()
      .regex(/^[0-9a-f]{64}$/, 'the digest of a picture')
      .optional()
      .meta({ description: 'Digest of a picture to see in place of the speaker’s (`POST /v1/pictures`).' }),
  })
  .meta({ id: 'PreviewInput' });

/** What of a quote may be edited. */
export const quoteEdit = z.strictObject({ author }).meta({ id: 'QuoteEdit' });

const warningView = z
  .object({ code: z.string(), message: z.string(), line: z.int().optional(), column: z.int().optional() })
  .meta({ id: 'Warning' });

export const episodeView = z
  .object({
    id: z.string(),
    show: z.object({ id: z.string(), title: z.string() }),
    title: z.string(),
    publishedAt: z.string().nullable(),
    guid: z.string().nullable(),
    url: z.string().nullable(),
    mediaUrl: z.string().nullable(),
    durationMs: ms,
    language: z.string(),
    participants: z.array(z.object({ id: z.string(), name: z.string(), role: z.string().nullable() })),
    cover: z.string().nullable().meta({ description: 'Address of the cover.' }),
    page: z.string().meta({ description: 'Address of the page for readers.' }),
  })
  .meta({ id: 'Episode' });

const turnView = z
  .object({
    label: z.string().nullable(),
    participantId: z.string().nullable(),
    source: z.enum(['label', 'carried', 'mapped', 'confirmed', 'inferred', 'none']),
  })
  .meta({ id: 'Turn' });

export const quoteView = z
  .object({
    id: z.string(),
    episodeId: z.string(),
    revisionId: z.string(),
    text: z.string(),
    startMs: ms,
    endMs: ms,
    timing: z.object({ kind: z.enum(['word', 'cue', 'bucket', 'none']), errorMs: ms }),
    status: z.enum(['live', 'changed', 'superseded', 'withdrawn']),
    supersededBy: z.string().nullable(),
    turns: z.array(turnView),
    author: z.string().nullable(),
    page: z.string().meta({ description: 'Address of the page for readers.' }),
    image: z.string().meta({ description: 'Address of the card.' }),
    alt: z.string().meta({
      description:
        'The picture at `image` in words, at most 420 characters: of words that take several slides, up to 1,500 characters, those of the first. Where it ends in an address, the full text is there.',
    }),
  })
  .meta({ id: 'Quote' });

const wordIndex = z.int().nonnegative();

export const wordsView = z
  .object({
    episodeId: z.string(),
    revisionId: z.string(),
    language: z.string(),
    timing: z.enum(['word', 'cue', 'bucket', 'none']),
    durationMs: ms,
    words: z.array(z.string()).meta({
      description:
        'What stands between white space; in scripts without, a character. Ranges of words are half-open.',
    }),
    glued: z.array(wordIndex).meta({ description: 'Words with no white space before them.' }),
    startsMs: z.array(ms).meta({ description: 'One a word; empty where the transcript has no times.' }),
    sentences: z.array(
      z.object({
        wordFrom: wordIndex,
        wordTo: wordIndex,
        runOn: z.boolean().meta({ description: 'The speaker goes on: it was cut for its length.' }),
        quoteId: z.string().nullable(),
      }),
    ),
    turns: z.array(
      z.object({
        wordFrom: wordIndex,
        wordTo: wordIndex,
        speaker: z.string().nullable().meta({ description: 'Only where a source states who speaks.' }),
        label: z.string().nullable(),
        source: z.enum(['label', 'carried', 'mapped', 'confirmed', 'inferred', 'none']),
      }),
    ),
    chapters: z.array(z.object({ startMs: z.int(), title: z.string() })),
    audio: z.string().nullable().meta({ description: 'Address of the recording, where there is one.' }),
    peaks: z
      .string()
      .nullable()
      .meta({ description: 'Address of how loud the recording is, where it was read through.' }),
  })
  .meta({ id: 'Words' });

export const hitView = z
  .object({
    episodeId: z.string(),
    sentence: z.int(),
    quoteId: z.string(),
    snippet: z.array(z.object({ text: z.string(), match: z.boolean() })),
    startMs: ms,
    page: z.string(),
  })
  .meta({ id: 'SearchHit' });

export const importView = z
  .object({
    dryRun: z.boolean().meta({ description: 'True where nothing was kept.' }),
    status: z.enum(['created', 'revised', 'updated', 'unchanged']),
    episode: episodeView,
    revision: z.object({ id: z.string(), format: z.string(), createdAt: z.string() }),
    segments: z.int(),
    words: z.int(),
    sentences: z.int(),
    durationMs: ms,
    speakers: z.array(turnView.extend({ words: z.int() }).meta({ id: 'SpeakerCount' })),
    quotes: z.object({ added: z.int(), kept: z.int(), changed: z.int(), superseded: z.int() }),
    opening: z.array(z.string()).meta({ description: 'The first sentences.' }),
    warnings: z.array(warningView),
  })
  .meta({ id: 'ImportReport' });

export const oembedView = z
  .looseObject({ type: z.enum(['rich', 'photo', 'link']), version: z.literal('1.0'), title: z.string() })
  .meta({ id: 'Oembed' });

export const problemView = z
  .looseObject({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    code: z.string().optional(),
  })
  .meta({ id: 'Problem' });

/** Pages of lists. */
export const episodeList = listOf(episodeView).meta({ id: 'EpisodeList' });
export const quoteList = listOf(quoteView).meta({ id: 'QuoteList' });
export const hitList = z.object({ items: z.array(hitView) }).meta({ id: 'SearchHitList' });

function listOf<T extends z.ZodType>(item: T) {
  return z.object({ items: z.array(item), next: z.string().nullable() });
}
