import { and, eq, getTableColumns, inArray, sql } from 'drizzle-orm';
import type { Quote, Span } from '../quote/model.ts';
import type { Sentence } from '../transcript/model.ts';
import { cursor, parseCursor, toListing } from './cursor.ts';
import { first, type Database } from './driver.ts';
import { jsonBatches } from './json.ts';
import { episodeColumns } from './episodes.ts';
import type { Store } from './port.ts';
import { episodes, quotes, shows } from './schema.ts';

const { seq: _seq, wordFrom: _from, wordTo: _to, sentence: _sentence, ...columns } = getTableColumns(quotes);

const isShown = inArray(quotes.status, ['live', 'changed']);

export function quoteQueries(
  db: Database,
): Pick<Store, 'quote' | 'quoted' | 'quoteOf' | 'quotes' | 'allQuotes'> {
  const asked = sql.placeholder('id');
  const isAsked = sql`${quotes.id} IN (${asked}, (SELECT quote_id FROM quote_aliases WHERE alias = ${asked}))`;
  const ownIdFirst = sql`${quotes.id} = ${asked} DESC`;
  const byId = db.select(columns).from(quotes).where(isAsked).orderBy(ownIdFirst).prepare();
  const wholeById = db
    .select({ quote: columns, episode: episodeColumns, show: shows })
    .from(quotes)
    .innerJoin(episodes, eq(episodes.id, quotes.episodeId))
    .innerJoin(shows, eq(shows.id, episodes.showId))
    .where(isAsked)
    .orderBy(ownIdFirst)
    .prepare();
  return {
    async quote(id) {
      return first(await byId.all({ id }));
    },
    async quoted(id) {
      return first(await wholeById.all({ id }));
    },
    async quoteOf(revisionId, spans) {
      const { wordFrom, wordTo } = extent(spans);
      const rows = await db
        .select(columns)
        .from(quotes)
        .where(
          and(
            // Leads to the index; the revision alone has none.
            sql`${quotes.episodeId} = (SELECT episode_id FROM revisions WHERE id = ${revisionId})`,
            eq(quotes.wordFrom, wordFrom),
            eq(quotes.wordTo, wordTo),
            eq(quotes.revisionId, revisionId),
            eq(quotes.spans, spans.map(plain)),
            isShown,
          ),
        )
        .orderBy(quotes.id)
        .limit(1);
      return first(rows);
    },
    async quotes(episodeId, { limit, after }) {
      const [from, to, id] = after === undefined ? [] : parseCursor(after, /^\d{1,9}~\d{1,9}~[^~]+$/);
      const later =
        from === undefined
          ? undefined
          : sql`(${quotes.wordFrom}, ${quotes.wordTo}, ${quotes.id}) > (${Number(from)}, ${Number(to)}, ${id})`;
      const rows = await db
        .select(columns)
        .from(quotes)
        .where(and(eq(quotes.episodeId, episodeId), isShown, later))
        .orderBy(quotes.wordFrom, quotes.wordTo, quotes.id)
        .limit(limit + 1);
      return toListing(rows, limit, (last) => {
        const { wordFrom, wordTo } = extent(last.spans);
        return cursor([wordFrom, wordTo, last.id]);
      });
    },
    async allQuotes(episodeId) {
      return db
        .select(columns)
        .from(quotes)
        .where(eq(quotes.episodeId, episodeId))
        .orderBy(quotes.wordFrom, quotes.wordTo, quotes.id);
    },
  };
}

/** Maps a quote to the sentence it is, `null` where it is none. */
export type SentenceOf = (quote: Quote) => number | null;

/** Which quotes of `revisionId` are whole sentences of it. Of two that are the same one, the smaller ID stands for it. */
export function sentenceOf(
  revisionId: string,
  sentences: readonly Sentence[],
  all: readonly Quote[],
): SentenceOf {
  const byFrom = new Map(sentences.map((sentence) => [sentence.wordFrom, sentence]));
  const taken = new Map<number, string>();
  for (const quote of all.toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
    const [span] = quote.spans;
    const sentence = quote.spans.length === 1 && span ? byFrom.get(span.wordFrom) : undefined;
    const shown = quote.status === 'live' || quote.status === 'changed';
    if (sentence?.wordTo !== span?.wordTo || !sentence || !shown || quote.revisionId !== revisionId) continue;
    if (!taken.has(sentence.index)) taken.set(sentence.index, quote.id);
  }
  const indexes = new Map([...taken].map(([index, id]) => [id, index]));
  return (quote) => indexes.get(quote.id) ?? null;
}

/**
 * Writes quotes by ID, a few statements for any number of them. `sentence` maps those whose place among the sentences
 * is known; without it a quote keeps the place it has.
 */
export function upsertQuotes(db: Database, all: readonly Quote[], sentence?: SentenceOf) {
  const rows = all.map((quote) => ({
    ...quote,
    ...extent(quote.spans),
    spans: quote.spans.map(plain),
    sentence: sentence ? sentence(quote) : null,
  }));
  const kept = sentence ? sql`excluded.sentence` : sql`quotes.sentence`;
  return jsonBatches(rows).flatMap((json) => [
    db.run(sql`
      INSERT INTO quotes (id, episode_id, revision_id, word_from, word_to, spans, sentence, text, norm_hash, aliases,
        start_ms, end_ms, timing, status, superseded_by, turns, author)
      SELECT value ->> 'id', value ->> 'episodeId', value ->> 'revisionId', value ->> 'wordFrom', value ->> 'wordTo',
        value -> 'spans', value ->> 'sentence', value ->> 'text', value ->> 'normHash', value -> 'aliases',
        value ->> 'startMs', value ->> 'endMs', value -> 'timing', value ->> 'status', value ->> 'supersededBy',
        value -> 'turns', value ->> 'author'
      FROM json_each(${json}) WHERE true
      ON CONFLICT (id) DO UPDATE SET
        revision_id = excluded.revision_id, word_from = excluded.word_from, word_to = excluded.word_to,
        spans = excluded.spans, sentence = ${kept}, text = excluded.text, norm_hash = excluded.norm_hash,
        aliases = excluded.aliases, start_ms = excluded.start_ms, end_ms = excluded.end_ms, timing = excluded.timing,
        status = excluded.status, superseded_by = excluded.superseded_by, turns = excluded.turns,
        author = excluded.author`),
    db.run(sql`
      INSERT OR REPLACE INTO quote_aliases (alias, quote_id)
      SELECT alias.value, quote.value ->> 'id' FROM json_each(${json}) AS quote, json_each(quote.value, '$.aliases') AS alias`),
  ]);
}

/** Spans are compared as JSON: their keys have one order. */
function plain({ wordFrom, wordTo }: Span): Span {
  return { wordFrom, wordTo };
}

function extent(spans: readonly Span[]): Span {
  return { wordFrom: spans[0]?.wordFrom ?? 0, wordTo: spans.at(-1)?.wordTo ?? 0 };
}
