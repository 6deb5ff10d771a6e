import type { Card } from './model.ts';
import { localDigits, nameList, printedDate } from './phrases.ts';
import type { SlideWords } from './slots.ts';
import { quotationMarks } from '../text/typography.ts';

/** Longest alternative text the platforms take, in UTF-16 code units. */
export const ALT_LIMIT = 420;

/**
 * A true description of a card for people who do not see it: the words, who, where and when, in that order and in full. Of
 * one slide of several its words alone, and which it is.
 */
export function altText(card: Card, slide: SlideWords | null = null): string {
  return described(card, slide?.words ?? card.words, slide);
}

/**
 * The same in at most `limit` characters: of words that are too many the last are left out, which `…` and the address of
 * a quote's full text say; who, where and when stay.
 */
export function shortAltText(card: Card, slide: SlideWords | null = null, limit: number = ALT_LIMIT): string {
  const full = altText(card, slide);
  if (full.length <= limit) return full;
  // A range nobody minted has no address of its own on its card.
  const rest = card.quoteId === null ? '' : ` ${card.url}.txt`;
  const room = limit - described(card, '…', slide).length - rest.length;
  const short =
    described(card, `${wordsWithin(slide?.words ?? card.words, Math.max(0, room))}…`, slide) + rest;
  return short.length <= limit ? short : `${full.slice(0, limit - 1).toWellFormed()}…`;
}

function described(card: Card, words: string, slide: SlideWords | null): string {
  const [open, close] = quotationMarks(card.spoken);
  const who = card.speakers.map((speaker) =>
    speaker.role ? `${speaker.name} (${speaker.role})` : speaker.name,
  );
  const where = [card.show, card.episode];
  if (card.publishedAt !== null) where.push(printedDate(card.language, card.publishedAt));
  if (card.time !== null) where.push(localDigits(card.language, card.time.label));
  if (slide !== null) where.push(localDigits(card.language, `${slide.number}/${slide.count}`));
  const said = who.length > 0 ? ` — ${nameList(card.language, who)}` : '';
  return `${open}${words}${close}${said}. ${where.join(', ')}.`;
}

/** The beginning of a text, cut after a word (or a character, in scripts without spaces) within `length`. */
function wordsWithin(text: string, length: number): string {
  const cut = text.slice(0, length).toWellFormed();
  const space = cut.lastIndexOf(' ');
  return (space > length - 30 ? cut.slice(0, space) : cut.replace(/\uFFFD$/, '')).replace(/[\s,;:–—]+$/, '');
}
