/**
 * The words read last, unpacked. Unpacking those of a long episode takes longer than drawing a card of them, and who works on an
 * episode asks for them again and again. What the database has packed is read each time and compared, so that what another
 * process changed is seen.
 */
import type { EpisodeText } from '../transcript/model.ts';
import { fromParts } from './packed.ts';

/** Words of all texts kept, a hundred bytes each or so. */
const MOST_WORDS = 120_000;

export interface KeptTexts {
  /** The text that `parts` are the packed form of. Nobody may change it: it is frozen. */
  read(revisionId: string, parts: readonly string[]): Promise<EpisodeText>;
}

export function keptTexts(mostWords = MOST_WORDS): KeptTexts {
  // In the order they were used, the last one last.
  const kept = new Map<string, { parts: readonly string[]; text: EpisodeText }>();

  function keep(revisionId: string, parts: readonly string[], text: EpisodeText): void {
    kept.delete(revisionId);
    kept.set(revisionId, { parts, text });
    let words = [...kept.values()].reduce((sum, each) => sum + each.text.words.length, 0);
    for (const [id, each] of kept) {
      if (words <= mostWords) break;
      words -= each.text.words.length;
      kept.delete(id);
    }
  }

  return {
    async read(revisionId, parts) {
      const known = kept.get(revisionId);
      const isCurrent =
        known?.parts.length === parts.length && known.parts.every((part, index) => part === parts[index]);
      const text = isCurrent ? known.text : frozen(await fromParts(parts));
      keep(revisionId, parts, text);
      return text;
    },
  };
}

function frozen(text: EpisodeText): EpisodeText {
  for (const list of [text.segments, text.words, text.sentences, text.turns]) Object.freeze(list);
  return Object.freeze(text);
}
