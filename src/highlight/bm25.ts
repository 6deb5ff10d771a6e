/** Okapi BM25 with its usual constants. */
const K1 = 1.2;
const B = 0.75;

/** A bag of documents that answers how well each fits a query. */
export interface Bm25 {
  /** The score of every document, 0 where it holds none of the terms. */
  scores(query: readonly string[]): Float64Array;
  /** How rare a term is: 0 for one that stands in no document. */
  rarity(term: string): number;
}

/** Indexes `documents`, each a list of terms. */
export function bm25(documents: readonly (readonly string[])[]): Bm25 {
  const postings = new Map<string, Map<number, number>>();
  let total = 0;
  for (const [at, terms] of documents.entries()) {
    total += terms.length;
    for (const term of terms) {
      const places = postings.get(term) ?? new Map<number, number>();
      places.set(at, (places.get(at) ?? 0) + 1);
      postings.set(term, places);
    }
  }
  const mean = Math.max(total / Math.max(documents.length, 1), 1);
  const rarity = (term: string): number => {
    const found = postings.get(term)?.size ?? 0;
    return found === 0 ? 0 : Math.log(1 + (documents.length - found + 0.5) / (found + 0.5));
  };
  return {
    rarity,
    scores(query) {
      const scores = new Float64Array(documents.length);
      for (const term of new Set(query)) {
        const weight = rarity(term);
        for (const [at, count] of postings.get(term) ?? []) {
          const length = documents[at]?.length ?? 0;
          scores[at] =
            (scores[at] ?? 0) + (weight * count * (K1 + 1)) / (count + K1 * (1 - B + (B * length) / mean));
        }
      }
      return scores;
    },
  };
}
