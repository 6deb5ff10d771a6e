import { decodeHTML } from 'entities/decode';

/** A note, and the time it names, if any. */
export interface Note {
  text: string;
  startMs: number | null;
}

/** What an HTML source is told by. */
const HTML = /<(?:p|div|br|ul|ol|li|h[1-6]|a|span|strong|em|b|i|section|article|table)(?=[\s/>])[^<>]*>/iu;
/** Elements of which the content is no text. Unclosed, they end with the source. */
const HIDDEN = /<(script|style|template|noscript|iframe|svg|head)(?=[\s/>])[\s\S]*?(?:<\/\1\s*>|$)/giu;
const COMMENT = /<!--[\s\S]*?(?:-->|$)/gu;
const BLOCK =
  /<\/?(?:p|div|br|ul|ol|li|h[1-6]|section|article|table|tr|td|th|dl|dt|dd|blockquote|hr|pre)(?=[\s/>])[^<>]*>/giu;
const TAG = /<\/?[a-z][^<>]*>/giu;
const CLOCK =
  /^[[(]?((?:\p{Nd}{1,2}:)?\p{Nd}{1,3}:\p{Nd}{2})(?:\.\p{Nd}+)?(?:\s*[-–—]\s*(?:\p{Nd}{1,2}:)?\p{Nd}{1,3}:\p{Nd}{2})?[\])]?[\s:.\-–—|]*/u;
/** Lines that say nothing about the talk. */
const FURNITURE =
  /(?:https?:\/\/|www\.)\S+$|^(?:timestamps?|chapters?|show ?notes|links?|resources|transcript|highlights?|key takeaways|takeaways|summary|overview|sponsors?|follow (?:us|me|him|her|them)|subscribe|support|contact|credits|music|kapitel|shownotes|chapitres|capítulos|notas)\b[^.!?]{0,30}:?$|\b(?:promo code|sponsored by|brought to you by|use (?:the )?code|\p{Nd}+% off|free trial|sign up (?:at|for)|subscribe (?:to|on|at)|follow us|leave (?:us )?a review|apple podcasts|spotify|patreon|newsletter|privacy policy|all rights reserved|learn more about your ad choices)\b/iu;
/** A line of fewer words, or longer in words than this, is no note. */
const FEWEST = 3;
const LONGEST = 60;

/** Limits what one source may cost. */
const MOST_NOTES = 200;
const MOST_CHARACTERS = 200_000;
const MOST_OF_LINE = 2_000;

function withoutHtml(source: string): string {
  return decodeHTML(source.replace(COMMENT, ' ').replace(HIDDEN, ' ').replace(BLOCK, '\n').replace(TAG, ''));
}

function withoutMarkdown(line: string): string {
  return line
    .replace(/^\s{0,3}(?:#{1,6}\s+|>\s?)+/u, '')
    .replace(/^\s*(?:[-*+•·–—▪►✓]|\p{Nd}{1,3}[.)])\s+/u, '')
    .replace(/!\[[^\]]*\]\([^)]*\)/gu, '')
    .replace(/\[([^\]]*)\]\([^)]*\)/gu, '$1')
    .replace(/(\*\*|__|`+|~~)(?=\S)(.+?)\1/gu, '$2')
    .replace(/(?<![\p{L}\p{N}])[*_](?=\S)(.+?)[*_](?![\p{L}\p{N}])/gu, '$1')
    .replace(/\p{RGI_Emoji}/gv, (sign) => (/^\p{Nd}/u.test(sign) ? sign : ''))
    .replace(/\s+/gu, ' ')
    .trim();
}

/**
 * The lines of show notes that may say what was talked about, in order, each once. `source` is HTML, Markdown or plain
 * text; nothing of it is run, and no address in it is fetched. Headings of the page, links, advertising and lines of one
 * or two words are left out. A time at the start of a line stays (see `readNote`).
 */
export function notesOf(source: string): string[] {
  const bounded = source.slice(0, MOST_CHARACTERS);
  const text = HTML.test(bounded) ? withoutHtml(bounded) : bounded;
  const notes = new Set<string>();
  for (const line of text.split(/[\r\n]+/u)) {
    const note = withoutMarkdown(line.slice(0, MOST_OF_LINE));
    const bare = note.replace(CLOCK, '');
    const words = bare.split(' ').length;
    const unspaced =
      words < FEWEST && Array.from(bare).length >= 8 && !/^[\p{Script=Latin}\s\p{P}]+$/u.test(bare);
    if ((words < FEWEST && !unspaced) || FURNITURE.test(bare)) continue;
    for (const part of words > LONGEST ? bare.split(/(?<=[.!?])\s+/u) : [note]) notes.add(part);
    if (notes.size >= MOST_NOTES) break;
  }
  return [...notes].slice(0, MOST_NOTES);
}

/** A note without the time at its start, and that time in milliseconds. */
export function readNote(line: string): Note {
  const clock = CLOCK.exec(line);
  if (clock === null) return { text: line.trim(), startMs: null };
  let seconds = 0;
  for (const part of (clock[1] ?? '').split(':')) seconds = seconds * 60 + Number(part);
  return { text: line.slice(clock[0].length).trim(), startMs: seconds * 1000 };
}
