import { sql } from 'drizzle-orm';
import type { Quote } from '../quote/model.ts';
import type { Database } from './driver.ts';
import { jsonBatches } from './json.ts';
import type { SearchHit, SearchOptions, Store } from './port.ts';
import { holds, snippet } from './snippet.ts';
import { expression, phrases, terms } from './terms.ts';

/**
 * So many of the newest matches are ranked against one another. SQLite's own rank would read every match of every word
 * of the query, hundreds of thousands for a common one.
 */
const RANKED = 200;
/** So many where the index was not asked for all of the query. */
const LOOKED_AT = 1000;

type Row = [id: string, episodeId: string, sentence: number, text: string, startMs: number | null];

export function searchQueries(db: Database): Pick<Store, 'search'> {
  return {
    async search(query, options) {
      const wanted = phrases(query);
      if (wanted.length === 0) return [];
      const { match, isWhole } = expression(wanted);
      const rows = await db.values<Row>(find(match, isWhole ? RANKED : LOOKED_AT, options));
      const found = isWhole ? rows : rows.filter(([, , , text]) => holds(text, wanted));
      return rank(found, wanted).slice(0, options.limit);
    },
  };
}

function find(match: string, most: number, { episodeId, visibility, limit }: SearchOptions) {
  const inTerms = `terms : (${match})`;
  const wanted =
    episodeId === undefined
      ? sql`${inTerms}`
      : sql`'episode : e' || coalesce((SELECT seq FROM episodes WHERE id = ${episodeId}), 0) || ${` AND ${inTerms}`}`;
  const shown =
    visibility === undefined
      ? sql``
      : sql`CROSS JOIN episodes ON episodes.id = quotes.episode_id
            CROSS JOIN shows ON shows.id = episodes.show_id AND shows.visibility = ${visibility}`;
  // CROSS JOIN fixes the order: the index leads, newest row first, and stops at the limit.
  return sql`
    SELECT quotes.id, quotes.episode_id, quotes.sentence, quotes.text, quotes.start_ms
    FROM quote_search CROSS JOIN quotes ON quotes.seq = quote_search.rowid ${shown}
    WHERE quote_search MATCH ${wanted}
    ORDER BY quote_search.rowid DESC LIMIT ${Math.max(limit, most)}`;
}

/** Sentences of which the matches are the largest part come first; among equals the newest. */
function rank(rows: readonly Row[], wanted: readonly string[][]): SearchHit[] {
  return rows
    .map(([quoteId, episodeId, sentence, text, startMs]) => {
      const { snippet: marked, share } = snippet(text, wanted);
      return { share, hit: { episodeId, sentence, quoteId, snippet: marked, startMs } };
    })
    .toSorted((a, b) => b.share - a.share)
    .map(({ hit }) => hit);
}

/** Takes all sentences of an episode out of the index, and their places from its quotes. */
export function clearIndex(db: Database, episodeId: string) {
  return [
    db.run(sql`DELETE FROM quote_search WHERE rowid IN
      (SELECT seq FROM quotes WHERE episode_id = ${episodeId} AND sentence IS NOT NULL)`),
    db.run(sql`UPDATE quotes SET sentence = NULL WHERE episode_id = ${episodeId} AND sentence IS NOT NULL`),
  ];
}

/** Brings the index in step with quotes just written: those that are sentences and shown are in it, the others not. */
export function indexQuotes(db: Database, quotes: readonly Quote[]) {
  const rows = quotes.map(({ id, text }) => ({
    id,
    terms: terms(text)
      .map(({ term }) => term)
      .join(' '),
  }));
  return jsonBatches(rows).flatMap((json) => [
    db.run(sql`DELETE FROM quote_search WHERE rowid IN
      (SELECT seq FROM json_each(${json}) JOIN quotes ON quotes.id = value ->> 'id')`),
    db.run(sql`INSERT INTO quote_search (rowid, episode, terms)
      SELECT quotes.seq, 'e' || episodes.seq, value ->> 'terms'
      FROM json_each(${json}) JOIN quotes ON quotes.id = value ->> 'id' JOIN episodes ON episodes.id = quotes.episode_id
      WHERE quotes.sentence IS NOT NULL AND quotes.status IN ('live', 'changed')`),
  ]);
}
