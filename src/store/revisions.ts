import { eq, getTableColumns } from 'drizzle-orm';
import { PullquoteError } from '../errors.ts';
import { first, type Database } from './driver.ts';
import { upsertEpisode } from './episodes.ts';
import { upsertHints } from './hints.ts';
import { keptTexts } from './kept-texts.ts';
import { toParts } from './packed.ts';
import type { Import, Revision, Store } from './port.ts';
import { sentenceOf, upsertQuotes } from './quotes.ts';
import { episodes, revisions, texts } from './schema.ts';
import { clearIndex, indexQuotes } from './search.ts';
import { upsertShow } from './shows.ts';

const { follows: _follows, ...columns } = getTableColumns(revisions);

type Queries = Pick<Store, 'currentRevision' | 'current' | 'saveImport' | 'saveText' | 'saveQuotes'>;

export function revisionQueries(db: Database): Queries {
  const kept = keptTexts();

  async function currentRevision(episodeId: string): Promise<Revision | null> {
    const row = first(
      await db
        .select(columns)
        .from(revisions)
        .innerJoin(episodes, eq(episodes.revisionId, revisions.id))
        .where(eq(episodes.id, episodeId)),
    );
    if (!row) return null;
    const { settings, ...rest } = row;
    return settings === null ? rest : { ...rest, settings };
  }

  return {
    currentRevision,
    async current(episodeId) {
      const revision = await currentRevision(episodeId);
      if (!revision) return null;
      const parts = await db
        .select({ packed: texts.packed })
        .from(texts)
        .where(eq(texts.revisionId, revision.id))
        .orderBy(texts.part);
      return {
        revision,
        text: await kept.read(
          revision.id,
          parts.map(({ packed }) => packed),
        ),
      };
    },
    async saveImport(change) {
      const { show, episode, hints, revision, quotes, text } = change;
      const sentence = sentenceOf(revision.id, text.sentences, quotes);
      const parts = await toParts(text);
      try {
        await db.batch([
          upsertShow(db, show),
          upsertEpisode(db, episode, revision.id),
          upsertHints(db, episode.id, hints),
          insertRevision(db, change),
          ...insertParts(db, revision.id, parts),
          ...clearIndex(db, episode.id),
          ...upsertQuotes(db, quotes, sentence),
          ...indexQuotes(db, quotes),
        ]);
      } catch (error) {
        throw cameBetween(error) ? conflict(episode.id, error) : error;
      }
    },
    async saveText({ revision, text, quotes }) {
      const parts = await toParts(text);
      await db.batch([
        db.delete(texts).where(eq(texts.revisionId, revision.id)),
        ...insertParts(db, revision.id, parts),
        ...upsertQuotes(db, quotes),
        ...indexQuotes(db, quotes),
      ]);
    },
    async saveQuotes(quotes) {
      const [head, ...rest] = [...upsertQuotes(db, quotes), ...indexQuotes(db, quotes)];
      if (head) await db.batch([head, ...rest]);
    },
  };
}

function insertRevision(db: Database, { revision, follows }: Import) {
  return db.insert(revisions).values({ ...revision, follows: follows ?? '' });
}

function insertParts(db: Database, revisionId: string, parts: readonly string[]) {
  return parts.map((packed, part) => db.insert(texts).values({ revisionId, part, packed }));
}

/** Whether the database refused a second revision that follows the same one. */
function cameBetween(error: unknown): boolean {
  return error instanceof Error && (error.message.includes('revisions.follows') || cameBetween(error.cause));
}

function conflict(episodeId: string, cause: unknown): PullquoteError {
  return new PullquoteError(
    'conflict',
    `Another import of \`${episodeId}\` was kept while this one was made; import it again.`,
    { episode: episodeId },
    { cause },
  );
}
