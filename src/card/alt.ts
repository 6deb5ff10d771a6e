import type { Card } from './model.ts';
import { nameList, printedDate } from './phrases.ts';
import { quotationMarks } from '../text/typography.ts';

/** Longest alternative text the platforms take. */
export const ALT_LIMIT = 420;

/**
 * A true description of a card for people who do not see it: the words, who, where and when, in that order and in full.
 * Text past `ALT_LIMIT` is for the caller to continue; nothing is dropped here.
 */
export function altText(card: Card): string {
  const [open, close] = quotationMarks(card.spoken);
  const who = card.speakers.map((speaker) =>
    speaker.role ? `${speaker.name} (${speaker.role})` : speaker.name,
  );
  const where = [card.show, card.episode];
  if (card.publishedAt !== null) where.push(printedDate(card.language, card.publishedAt));
  if (card.time !== null) where.push(card.time.label);
  const said = who.length > 0 ? ` — ${nameList(card.language, who)}` : '';
  return `${open}${card.words}${close}${said}. ${where.join(', ')}.`;
}
