import type { Card } from './model.ts';
import { nameList, printedDate } from './phrases.ts';
import { quotationMarks } from '../text/typography.ts';

/** Longest alternative text the platforms take, in UTF-16 code units. */
export const ALT_LIMIT = 420;

/** A true description of a card for people who do not see it: the words, who, where and when, in that order and in full. */
export function altText(card: Card): string {
  return described(card, card.words);
}

/**
 * The same in at most `limit` characters: of words that are too many the last are left out, which `…` and the address of
 * the full text say; who, where and when stay.
 */
export function shortAltText(card: Card, limit: number = ALT_LIMIT): string {
  const full = altText(card);
  if (full.length <= limit) return full;
  const rest = ` ${card.url}.txt`;
  const room = limit - described(card, '…').length - rest.length;
  const short = described(card, `${wordsWithin(card.words, Math.max(0, room))}…`) + rest;
  return short.length <= limit ? short : `${full.slice(0, limit - 1).toWellFormed()}…`;
}

function described(card: Card, words: string): string {
  const [open, close] = quotationMarks(card.spoken);
  const who = card.speakers.map((speaker) =>
    speaker.role ? `${speaker.name} (${speaker.role})` : speaker.name,
  );
  const where = [card.show, card.episode];
  if (card.publishedAt !== null) where.push(printedDate(card.language, card.publishedAt));
  if (card.time !== null) where.push(card.time.label);
  const said = who.length > 0 ? ` — ${nameList(card.language, who)}` : '';
  return `${open}${words}${close}${said}. ${where.join(', ')}.`;
}

/** The beginning of a text, cut after a word (or a character, in scripts without spaces) within `length`. */
function wordsWithin(text: string, length: number): string {
  const cut = text.slice(0, length).toWellFormed();
  const space = cut.lastIndexOf(' ');
  return (space > length - 30 ? cut.slice(0, space) : cut.replace(/\uFFFD$/, '')).replace(/[\s,;:–—]+$/, '');
}
