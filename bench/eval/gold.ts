/** Labelled topics of an episode, and whether a set of picks finds them. */
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Span } from '../../src/quote/model.ts';

const Topic = z.object({
  topic: z.string(),
  /** A sentence on the topic as a writer of show notes might put it. */
  note: z.string().optional(),
  /** Where it is talked about: half-open ranges of words. */
  words: z.array(z.tuple([z.int(), z.int()])),
});
const Gold = z.object({
  /** SHA-256 of the transcript's bytes. */
  sha256: z.string(),
  words: z.int(),
  topics: z.array(Topic),
});

export type Topic = z.infer<typeof Topic>;

/** Who labelled what: `gold` has the notes too; the others say at what grain, or of which episode. */
type GoldName = 'gold' | 'subjects' | 'claims' | 'other-episode';

/** Reads one set of labels. */
export function readGold(name: GoldName = 'gold'): z.infer<typeof Gold> {
  return Gold.parse(JSON.parse(readFileSync(new URL(`${name}.json`, import.meta.url), 'utf8')));
}

/** True where at least half of the words of a pick lie in a range of the topic. */
export function hits(topic: Topic, { wordFrom, wordTo }: Span): boolean {
  let inside = 0;
  for (const [from, to] of topic.words) {
    inside += Math.max(Math.min(to, wordTo) - Math.max(from, wordFrom), 0);
  }
  return inside * 2 >= wordTo - wordFrom;
}

/** The part of the topics that at least one pick hits. */
export function recall(topics: readonly Topic[], picks: readonly Span[]): number {
  return topics.filter((topic) => picks.some((pick) => hits(topic, pick))).length / topics.length;
}
