/** What a cut leaves out that may change its sense, as the API shows it. */
import { z } from 'zod';
import { contextWarnings } from '../highlight/context.ts';
import type { Span } from '../quote/model.ts';
import { sentenceAt } from '../quote/text.ts';
import type { EpisodeText } from '../transcript/model.ts';

export const warningList = z
  .array(z.object({ kind: z.string(), message: z.string(), words: z.string(), wider: z.string() }))
  .meta({ description: 'Where the cut leaves out what changes its sense, with a wider range.' });

/** The warnings of a cut, each with its wider range as an address within the episode. */
export function warningsOf(
  text: EpisodeText,
  spans: readonly Span[],
  language: string,
): z.output<typeof warningList> {
  return contextWarnings(text, spans, { language }).map(({ wider, ...warning }) => ({
    ...warning,
    wider: rangeOfSpan(text, wider),
  }));
}

function rangeOfSpan(text: EpisodeText, { wordFrom, wordTo }: Span): string {
  const first = sentenceAt(text.sentences, wordFrom)?.index ?? 0;
  return rangeOf(first, sentenceAt(text.sentences, wordTo - 1)?.index ?? first);
}

/** The address of sentences `first` to `last`, both included. */
export function rangeOf(first: number, last: number): string {
  return first === last ? `s=${first}` : `s=${first}-${last}`;
}
