import { PullquoteError } from '../errors.ts';
import type { Quote, Soundbite } from '../quote/model.ts';
import { makeQuote } from '../quote/quote.ts';
import { select } from '../quote/select.ts';
import type { Revision } from '../store/port.ts';
import type { Warning } from '../transcript/model.ts';
import type { Addressed } from './address.ts';

/**
 * Mints a quote for each soundbite, snapped to whole sentences, that is no quote yet. One that cannot be found
 * in the words is a warning: it is no reason to refuse an episode.
 */
export async function soundbiteQuotes(
  soundbites: readonly Soundbite[],
  revision: Revision,
  { text, before, quotes }: Addressed,
): Promise<{ quotes: Quote[]; warnings: Warning[] }> {
  const { episodeId, id: revisionId } = revision;
  const known = new Map([...before, ...quotes].map((quote) => [quote.id, quote]));
  const aliases = new Map(quotes.flatMap((each) => each.aliases.map((alias) => [alias, each])));
  const quote = async (id: string): Promise<Quote | null> => known.get(id) ?? aliases.get(id) ?? null;
  const minted: Quote[] = [];
  const warnings: Warning[] = [];
  for (const { startMs, endMs } of soundbites) {
    try {
      const { spans } = await select({ kind: 'time', startMs, endMs }, { episodeId, text, quote });
      const made = await makeQuote({ episodeId, revisionId, text, spans }, quote);
      if (known.has(made.id)) continue;
      known.set(made.id, made);
      minted.push(made);
    } catch (error) {
      if (!(error instanceof PullquoteError)) throw error;
      warnings.push({ code: 'soundbite', message: `A soundbite was left out. ${error.message}` });
    }
  }
  return { quotes: minted, warnings };
}
