import { isSpeakerShaped } from '../transcript/source/labels.ts';

/** Posted words apart from whose they are said to be. */
interface Attributed {
  words: string;
  /** The name written beside them, `null` where there is none. */
  by: string | null;
}

const NAME = String.raw`@?[\p{L}\p{N}_][\p{L}\p{M}\p{N}.'’_ -]{0,60}(?:,[^"“”\n]{0,60})?`;
/** `“Words.” — Name`, or a name after a dash on a line of its own. */
const AFTER = new RegExp(String.raw`(?:["”»“]|\n)\s*[—–―~-]{1,2}\s*(${NAME})$`, 'u');
/** A name is looked for in so many characters at the end. */
const TAIL = 160;
/** `Name: “Words.”` */
const BEFORE = new RegExp(
  String.raw`^(${NAME})(?:\s(?:says|said|told us))?[:,]\s*(["“„«][\s\S]+["”“»])$`,
  'u',
);
/** A handle, or what is written as names are, with or without what the person is after a comma. */
const isName = (text: string): boolean =>
  text.startsWith('@') || isSpeakerShaped((text.split(',')[0] ?? '').trim());

/** Tells posted words from the name beside them: `“…” — Mika Haddad`, `Mika Haddad: “…”`. Words without quotation marks stay whole. */
export function readAttributed(written: string): Attributed {
  const text = written.trim();
  const tail = text.slice(-TAIL);
  const after = AFTER.exec(tail);
  const by = after?.[1]?.trim() ?? '';
  if (after !== null && isName(by)) {
    return { words: text.slice(0, text.length - tail.length + after.index + 1), by };
  }
  const [, name, words] = BEFORE.exec(text) ?? [];
  if (name !== undefined && words !== undefined && isName(name)) return { words, by: name.trim() };
  return { words: written, by: null };
}
