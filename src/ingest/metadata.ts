/** What is said about an episode besides its transcript: the `metadata` of `POST /v1/episodes`, and what the CLI makes of its options. */
import { z } from 'zod';
import { PullquoteError } from '../errors.ts';
import { SLUG } from './slug.ts';

/** A schema's message is what was expected; {@link parseMetadata} makes the sentence. */
const text = (expected: string, max: number) =>
  z.string({ error: expected }).trim().min(1, expected).max(max, expected);

const slug = z.string({ error: 'a slug like `low-water`' }).regex(SLUG, {
  error: 'a slug like `low-water`: lower-case letters, digits and hyphens, at most 64 characters',
});

const link = z.string({ error: 'an http(s) URL' }).refine(isHttp, 'an http(s) URL');

const language = z
  .string({ error: 'a language tag like `pt-BR`' })
  .refine(isLanguage, 'a language tag like `pt-BR`');

const instant = z
  .string({ error: 'a date like `2026-03-14`' })
  .regex(/^\d{4}-\d{2}-\d{2}(?:T[\d:.]+(?:Z|[+-]\d{2}:?\d{2})?)?$/, { error: 'a date like `2026-03-14`' })
  .refine((date) => !Number.isNaN(Date.parse(date)), 'a date that exists, like `2026-03-14`')
  .transform((date) => date.slice(0, 10));

const milliseconds = z
  .int({ error: 'a whole number of milliseconds' })
  .min(0, 'a whole number of milliseconds')
  .max(1e9, 'a whole number of milliseconds');

const picture = text('the name of a picture sent along, or the SHA-256 of one kept before', 300);

const showFields = z.strictObject({
  id: slug.optional(),
  title: text('a show’s title', 300),
  url: link.nullish(),
  language: language.optional(),
  brandId: slug.nullish(),
  visibility: z.enum(['public', 'private'], { error: '`public` or `private`' }).optional(),
});

const show = z.union(
  [text('a show’s title', 300).transform((title): z.output<typeof showFields> => ({ title })), showFields],
  { error: 'a show’s title, or an object with `title`' },
);

const part = z
  .number({ error: 'a number from 0 to 1' })
  .min(0, 'a number from 0 to 1')
  .max(1, 'a number from 0 to 1');

const participant = z.strictObject({
  id: slug.optional(),
  name: text('a participant’s name', 200),
  role: text('a role like `host`', 100).nullish(),
  photo: picture.nullish(),
  /** What stays in view when the portrait is cropped: parts of its width and height. */
  focus: z.strictObject({ x: part, y: part }, { error: 'a point like `{ "x": 0.5, "y": 0.3 }`' }).nullish(),
});

const soundbite = z
  .strictObject({
    startMs: milliseconds,
    endMs: milliseconds,
    title: z
      .string({ error: 'a soundbite’s title' })
      .trim()
      .max(500, 'a soundbite’s title of at most 500 characters')
      .nullish()
      .transform((title) => title || null),
  })
  .refine(({ startMs, endMs }) => endMs > startMs, 'a soundbite that ends after it starts');

/** What tells which words are worth quoting. */
export const hintFields = {
  /** Show notes in HTML, Markdown or plain text; nothing of them is shown. */
  notes: z
    .string({ error: 'show notes as text' })
    .max(200_000, 'show notes of at most 200000 characters')
    .nullish()
    .meta({ description: 'Show notes in HTML, Markdown or text: their lines lead to highlights.' }),
  /** Stretches the publisher marked, as `podcast:soundbite`. */
  soundbites: z
    .array(soundbite, { error: 'a list of soundbites' })
    .max(100, 'at most 100 soundbites')
    .optional()
    .meta({ description: 'Stretches the publisher marked, as `podcast:soundbite`.' }),
};

const chapter = z.strictObject({ startMs: milliseconds, title: text('a chapter’s title', 500) });

export const episodeMetadata = z.strictObject(
  {
    show,
    title: text('an episode’s title', 500),
    /** Given, or made from `guid`, or random: never from the title. */
    id: slug.optional(),
    guid: text('a guid', 1000).nullish(),
    url: link.nullish(),
    mediaUrl: link.nullish(),
    publishedAt: instant.nullish(),
    durationMs: milliseconds.nullish(),
    language: language.optional(),
    participants: z
      .array(participant, { error: 'a list of participants' })
      .max(100, 'at most 100 participants')
      .optional(),
    chapters: z.array(chapter, { error: 'a list of chapters' }).max(1000, 'at most 1000 chapters').optional(),
    ...hintFields,
    cover: picture.nullish(),
    /** Brand of the episode's cards, over the show's. */
    brandId: slug.nullish(),
    /** Label as the transcript writes it -> a participant's ID or name. */
    speakers: z
      .record(z.string(), text('a participant’s ID or name', 200), {
        error: 'an object of labels and participants',
      })
      .optional(),
  },
  { error: (issue) => (issue.code === 'invalid_type' ? 'an object with `show` and `title`' : undefined) },
);

/** Left out: as stored before, or unknown. `null`: unknown from now on. */
export type EpisodeMetadata = z.output<typeof episodeMetadata>;

/** @throws PullquoteError `bad-parameter` naming the field, what was expected and what came. */
export function parseMetadata(value: unknown): EpisodeMetadata {
  const parsed = episodeMetadata.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const inner = issue?.code === 'invalid_union' ? deepest(issue.errors.flat()) : undefined;
  const path = [...(issue?.path ?? []), ...(inner?.path ?? [])];
  const field = ['metadata', ...path].join('.');
  const cause = inner ?? issue;
  if (cause?.code === 'unrecognized_keys') {
    const keys = cause.keys.map((key) => `\`${key}\``).join(', ');
    throw new PullquoteError('bad-parameter', `\`${field}\` has no field ${keys}.`, { parameter: field });
  }
  throw new PullquoteError(
    'bad-parameter',
    `Expected ${cause?.message} for \`${field}\` but received \`${shown(at(value, path))}\`.`,
    { parameter: field },
  );
}

/** Of the ways an alternative failed, the one that says most: about a field, not the whole. */
function deepest<T extends { path: PropertyKey[] }>(issues: readonly T[]): T | undefined {
  return issues.find(({ path }) => path.length > 0);
}

function at(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (inner, key) => (typeof inner === 'object' && inner !== null ? Reflect.get(inner, key) : undefined),
    value,
  );
}

function shown(value: unknown): string {
  const json = JSON.stringify(value) ?? 'nothing';
  return json.length > 80 ? `${json.slice(0, 79)}…` : json;
}

function isHttp(url: string): boolean {
  const parsed = URL.parse(url);
  return url.length <= 2000 && (parsed?.protocol === 'http:' || parsed?.protocol === 'https:');
}

function isLanguage(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}
