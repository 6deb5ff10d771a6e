/** What is said beside a card: for captions, the manifest and the page. */
import { z } from 'zod';
import { altText } from '../card/alt.ts';
import type { Card } from '../card/model.ts';
import { nameList } from '../card/phrases.ts';
import type { Subject } from '../card/subject.ts';

export const quoteAbout = z.object({
  id: z.string(),
  language: z.string(),
  direction: z.enum(['ltr', 'rtl']),
  words: z.string(),
  /** Speakers with their roles, and where the words are from. */
  attribution: z.string(),
  speakers: z.array(z.string()),
  /** As printed, `≈` where it is not exact. */
  time: z.string().nullable(),
  startMs: z.number().nullable(),
  endMs: z.number().nullable(),
  /** How far off the times may be. */
  errorMs: z.number().nullable().default(null),
  url: z.string(),
  alt: z.string(),
  hashtags: z.array(z.string()),
});

/** A quote as a pack tells of it. */
export type QuoteAbout = z.output<typeof quoteAbout>;

/**
 * @param id of the quote the card is of
 * @param quote what its words are known to end at, and how exactly
 */
export function aboutCard(
  card: Card,
  id: string,
  { endMs, timing }: Pick<Subject['quote'], 'endMs' | 'timing'>,
  hashtags: readonly string[],
): QuoteAbout {
  const names = card.speakers.map(({ name }) => name);
  const who = card.speakers.map(({ name, role }) => (role === null ? name : `${name} (${role})`));
  const from = card.show === card.episode ? card.show : `${card.show}: ${card.episode}`;
  const where = card.time === null ? from : `${from}, ${card.time.label}`;
  return {
    id,
    language: card.spoken,
    direction: card.direction,
    words: card.words,
    attribution: who.length === 0 ? where : `${nameList(card.language, who)} — ${where}`,
    speakers: names,
    time: card.time?.label ?? null,
    startMs: card.time?.startMs ?? null,
    endMs: card.time === null ? null : endMs,
    errorMs: card.time === null ? null : timing.errorMs,
    url: card.url,
    alt: altText(card),
    hashtags: [...hashtags],
  };
}
