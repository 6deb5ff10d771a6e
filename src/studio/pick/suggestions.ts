/** Stretches worth quoting, with why. */
export interface Suggestion {
  /** Sentences, half-open. */
  sentenceFrom: number;
  sentenceTo: number;
  reason: string;
}

const NONE: readonly Suggestion[] = [];

export function useSuggestions(_episodeId: string): readonly Suggestion[] {
  return NONE;
}
