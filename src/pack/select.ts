/** From what a person asks for to quotes with addresses of their own. */
import { PullquoteError } from '../errors.ts';
import { MOST_HIGHLIGHTS } from '../highlight/highlights.ts';
import { pickByScores } from '../highlight/pick.ts';
import type { Episode, Quote, Span } from '../quote/model.ts';
import { makeQuote } from '../quote/quote.ts';
import { parseRange } from '../quote/range.ts';
import { select } from '../quote/select.ts';
import { mergeSpans } from '../quote/text.ts';
import type { RevisionText, Store } from '../store/port.ts';
import { currentText } from '../ingest/mint.ts';
import { isNone, type Planned } from './plan.ts';
import { MAX_ITEMS, type PackItem } from './request.ts';

/**
 * The quotes of a selection, each once in each look, in the order asked for; minted where they were none. What is no quote stands in the
 * list with the reason.
 * @param selection `highlights:N`, or quote IDs and ranges, as a list or parted by white space; in a list also with looks of
 * their own
 * @throws PullquoteError `not-found` for the episode, `bad-parameter` for a count that is none, `too-large` for an episode too
 * long to pick from; and where not a single quote was found, why the first is none
 */
export async function selectQuotes(
  store: Store,
  episode: Episode,
  selection: string | readonly (string | PackItem)[],
): Promise<Planned[]> {
  const current = await currentText(store, episode.id);
  const mint = await minter(store, episode.id, current);
  const count = typeof selection === 'string' ? highlightsAsked(selection.trim()) : null;
  const chosen: Planned[] = [];
  if (count !== null) {
    const from = { episode, hints: await store.hints(episode.id), text: current.text };
    for (const { spans } of await pickByScores(from, count)) chosen.push(await mint.spans(spans));
  } else {
    const list = typeof selection === 'string' ? selection.split(/\s+/).filter(Boolean) : selection;
    requireFew(list.length);
    for (const each of list) chosen.push(await plannedOf(each, mint));
  }
  await mint.save();
  const [first] = chosen;
  if (first !== undefined && chosen.every(isNone)) throw errorOf(first);
  return unique(chosen);
}

/** How many highlights a selection asks for, `null` where it asks for something else. @throws PullquoteError `bad-parameter` */
function highlightsAsked(selection: string): number | null {
  if (!selection.startsWith('highlights:')) return null;
  const count = Number(/^highlights:(\d{1,9})$/.exec(selection)?.[1]);
  if (count >= 1 && count <= MOST_HIGHLIGHTS) return count;
  throw new PullquoteError(
    'bad-parameter',
    `Expected \`highlights:1\` to \`highlights:${MOST_HIGHLIGHTS}\` for \`select\` but received \`${selection.slice(0, 40)}\`.`,
    { parameter: 'select' },
  );
}

/** Before any is looked for. */
function requireFew(count: number): void {
  if (count <= MAX_ITEMS) return;
  throw new PullquoteError(
    'too-large',
    `Expected at most ${MAX_ITEMS} quotes in a pack but received ${count}.`,
    {
      limit: MAX_ITEMS,
    },
  );
}

interface Minter {
  /** ID of the quote of these words. */
  spans(spans: readonly Span[]): Promise<string>;
  /** ID of the quote of a range or quote ID. @throws PullquoteError where it is none */
  asked(range: string, snap?: 'sentence' | 'word'): Promise<string>;
  /** Keeps the quotes that are new. */
  save(): Promise<void>;
}

/** Mints over all quotes of an episode at once, instead of asking the store for each. */
async function minter(store: Store, episodeId: string, { revision, text }: RevisionText): Promise<Minter> {
  const all = await store.allQuotes(episodeId);
  const byId = new Map(
    all.flatMap((quote) => [quote.id, ...quote.aliases].map((id) => [id, quote] as const)),
  );
  for (const quote of all) byId.set(quote.id, quote);
  const isShown = ({ status, revisionId }: Quote): boolean =>
    revisionId === revision.id && (status === 'live' || status === 'changed');
  const bySpans = new Map(all.filter(isShown).map((quote) => [spansKey(quote.spans), quote]));
  const lookup = async (id: string): Promise<Quote | null> => byId.get(id) ?? null;
  const minted: Quote[] = [];

  async function ofSpans(spans: readonly Span[]): Promise<string> {
    const merged = mergeSpans(spans);
    const known = bySpans.get(spansKey(merged));
    if (known) return known.id;
    const quote = await makeQuote({ episodeId, revisionId: revision.id, text, spans: merged }, lookup);
    byId.set(quote.id, quote);
    bySpans.set(spansKey(merged), quote);
    minted.push(quote);
    return quote.id;
  }

  return {
    spans: ofSpans,
    async asked(range, snap = 'sentence') {
      // A quote stays itself, also where it was superseded or withdrawn: what becomes of it is said when it is drawn.
      const known = byId.get(range);
      if (known) return known.id;
      const within = { episodeId, text, quote: lookup };
      return ofSpans((await select(parseRange(range), within, { snap })).spans);
    },
    save: () => (minted.length > 0 ? store.saveQuotes(minted) : Promise.resolve()),
  };
}

function spansKey(spans: readonly Span[]): string {
  return spans.map(({ wordFrom, wordTo }) => `${wordFrom}-${wordTo}`).join();
}

async function plannedOf(asked: string | PackItem, mint: Minter): Promise<Planned> {
  const { range, snap, ...look } = typeof asked === 'string' ? { range: asked } : asked;
  try {
    const quote = await mint.asked(range, snap);
    return Object.keys(look).length === 0 ? quote : { quote, look };
  } catch (error) {
    if (!(error instanceof PullquoteError)) throw error;
    return { asked: range, error: { code: error.code, message: error.message } };
  }
}

function errorOf(first: Planned): PullquoteError {
  const message = isNone(first) ? first.error.message : '';
  return new PullquoteError('bad-parameter', `None of \`select\` is a quote. ${message}`, {
    parameter: 'select',
  });
}

function unique(chosen: readonly Planned[]): Planned[] {
  return [...new Map(chosen.map((each) => [JSON.stringify(each), each])).values()];
}

/** Quote IDs and ranges of a CSV: of its column `quote`, `id` or `range`, or of the first where no line names one. */
export function selectionOfCsv(rows: readonly (readonly string[])[]): string[] {
  const heads = ['quote', 'id', 'range'];
  const [head = []] = rows;
  const column = head.findIndex((name) => heads.includes(name.trim().toLowerCase()));
  const cells = rows.slice(column < 0 ? 0 : 1).map((row) => (row[Math.max(0, column)] ?? '').trim());
  return cells.filter((value) => value !== '');
}
