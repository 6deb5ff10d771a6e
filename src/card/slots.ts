import type { Shape, SlotName } from '../layer/model.ts';
import type { Template } from '../layer/template.ts';
import { quotationMarks } from '../text/typography.ts';
import type { SlotText } from '../text/model.ts';
import { directionOf } from './language.ts';
import type { Marked } from './mark.ts';
import type { Card } from './model.ts';
import { fromLines, localDigits, nameList, printedDate } from './phrases.ts';

/** Which of several slides a card is; both from 1. */
export interface Slide {
  number: number;
  count: number;
}

/** A slide with what is printed on it: its part of the quote, after the question where it answers one. */
export interface SlideWords extends Slide {
  words: string;
}

/** The parts a card has, which decide its layer. */
export function shapeOf(card: Card, parts: { slide: boolean; mark: boolean; question: boolean }): Shape {
  const [only, ...others] = card.speakers;
  return {
    direction: card.direction,
    language: card.language,
    photo: others.length === 0 ? (only?.photo ?? null) : null,
    ...(only?.focus === undefined || others.length > 0 ? {} : { focus: only.focus }),
    cover: card.cover,
    speaker: only !== undefined,
    time: card.time !== null,
    ...parts,
  };
}

/** What a slide shows besides what the card says. */
export interface Shown {
  /** The part of the quote on this slide. */
  words: SlotText;
  question: string | null;
  slide: Slide | null;
  /** The brand's handle. */
  handle: string | null;
}

/** What each slot of a card says. A slot that is missing here stays empty. */
export function slotTexts(
  card: Card,
  { words, question, slide, handle }: Shown,
): Partial<Record<SlotName, SlotText>> {
  const plain = (text: string | null | undefined): SlotText | undefined =>
    text ? { text, language: card.language, direction: directionOf(card.language) } : undefined;
  const [only, ...others] = card.speakers;
  const texts: Record<SlotName, SlotText | undefined> = {
    quote: words,
    question:
      question === null ? undefined : { text: question, language: card.spoken, direction: card.direction },
    speaker: plain(
      nameList(
        card.language,
        card.speakers.map((speaker) => speaker.name),
      ),
    ),
    role: plain(others.length === 0 ? only?.role : null),
    // A dot between the two would be left hanging where a line ends.
    from: plain(fromLines(card.language, card.episode, card.participants).join('\n')),
    show: plain(card.show),
    episode: plain(card.episode),
    date: plain(card.publishedAt === null ? null : printedDate(card.language, card.publishedAt)),
    time: plain(card.time === null ? null : localDigits(card.language, card.time.label)),
    slide: plain(slide === null ? null : slideLabel(slide, card)),
    handle: plain(handle),
    track: undefined,
  };
  return Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== undefined));
}

/** `2/4`, with an arrow where the words go on. */
function slideLabel({ number, count }: Slide, { language, direction }: Card): string {
  const label = localDigits(language, `${number}/${count}`);
  if (number === count) return label;
  return direction === 'rtl' ? `\u2066${label}\u2069 ←` : `${label} →`;
}

/**
 * A part of the quote as its slot shows it. Where the template prints quotation marks they are the language's, open on
 * the first slide and close on the last.
 * @param mark the marked phrase, as offsets in `part`
 */
export function quoteSlotText(
  card: Card,
  part: string,
  { quotes, mark }: { quotes: Template['quotes']; mark: Marked | null },
  slide: Slide | null,
): SlotText {
  const [open, close] = quotes === 'printed' ? quotationMarks(card.spoken) : ['', ''];
  const first = slide === null || slide.number === 1;
  const last = slide === null || slide.number === slide.count;
  const text = `${first ? open : ''}${part}${last ? close : ''}`;
  // A mark that reaches the words' end takes their quotation mark with it.
  const marked = ({ from, to }: Marked): Marked => ({
    from: from === 0 ? 0 : before + from,
    to: before + to + (to === part.length ? after : 0),
  });
  const before = first ? open.length : 0;
  const after = last ? close.length : 0;
  return {
    text,
    language: card.spoken,
    direction: card.direction,
    ...(mark === null ? {} : { marks: [marked(mark)] }),
  };
}
