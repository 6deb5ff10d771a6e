import { directionOf, wordsLanguage } from '../card/language.ts';
import { shapeOf, slotTexts } from '../card/slots.ts';
import { PullquoteError } from '../errors.ts';
import type { Layers } from '../layer/layers.ts';
import type { Direction, Layer, SlotBox } from '../layer/model.ts';
import { familiesOf } from '../layer/template.ts';
import { clipTemplates } from '../../templates/clip.tsx';
import type { PlacedText, SlotText, TextEngine, TextRequest } from '../text/model.ts';
import { stroke } from '../text/place.ts';
import { captionsOf } from './captions.ts';
import { markedWord } from './marked-word.ts';
import type { Caption, ClipOrder } from './model.ts';

/** A caption's type shrinks to this share of the largest before its words are divided; only a long word alone goes below. */
const SMALLEST_SHARE = 0.72;

/** All that a clip's pictures are made of, placed. */
export interface Stage {
  layer: Layer;
  /** Words that stand still: source, speaker, time. */
  still: PlacedText[];
  captions: Caption[];
  /** A caption with one of its words marked, or none. */
  caption(caption: Caption, marked: number): PlacedText;
  /** Where the progress runs. */
  track: SlotBox;
}

/**
 * Sets a clip's scene. All captions are of one size, but for those that are too long for it.
 * @throws PullquoteError `missing-glyph`, `does-not-fit` for a word that is too long
 */
export async function stageOf(
  { layers, text }: { layers: Layers; text: TextEngine },
  { card, look, script }: ClipOrder,
): Promise<Stage> {
  const template = clipTemplates[look.template];
  const parts = { slide: false, mark: false, question: false };
  const layer = await layers.layer(template, shapeOf(card, parts), look.brand, look.size, 1);
  const boxOf = (name: SlotBox['name']): SlotBox => {
    const box = layer.slots.find((slot) => slot.name === name);
    if (box === undefined) throw new TypeError(`The clip's template has no slot ${name}.`);
    return box;
  };
  const request = (slot: SlotBox, content: SlotText): TextRequest => ({
    slot,
    content,
    families: familiesOf(template, look.brand),
    missing: look.missing,
  });
  const wordsOf = (words: string): SlotText => ({
    text: words,
    language: card.spoken,
    direction: card.direction,
  });

  const said = slotTexts(card, { words: wordsOf(''), question: null, slide: null, handle: null });
  const requests = layer.slots.flatMap((slot) => {
    const content = slot.name === 'quote' ? undefined : said[slot.name];
    return content === undefined ? [] : [request(...onItsSide(slot, content, card.direction))];
  });
  const box = captionBox(boxOf('quote'), script.timed);
  const all = wordsOf(script.words.map((word) => word.text).join(' '));
  await text.prepare([...requests, request(box, all)]);

  const place = (slot: SlotBox, words: string): PlacedText => text.place(request(slot, wordsOf(words)));
  const readable = { ...box, minSize: box.maxSize * SMALLEST_SHARE };
  // A word that has to be smaller would be torn there, or make all beside it as small.
  const isReadable = (word: string): boolean => place(box, word).size >= readable.minSize;
  const captions = captionsOf(
    script,
    (words) => place(readable, words).fits && words.split(' ').every(isReadable),
  );
  const placed = captions.map((caption) => place(box, caption.text));
  if (placed.some(({ fits }) => !fits)) {
    throw new PullquoteError('does-not-fit', 'A word of this passage is too long to be shown in a clip.');
  }
  // One long word does not make all others small.
  const size = Math.min(
    ...placed.map((each) => each.size).filter((each) => each >= readable.minSize),
    box.maxSize,
  );
  const equal = { ...box, maxSize: size };
  return {
    layer,
    still: requests.map((each) => text.place(each)),
    captions,
    track: boxOf('track'),
    caption(caption, marked) {
      const word = caption.words[marked];
      const content = wordsOf(caption.text);
      if (word === undefined) return text.place(request(equal, content));
      return markedWord(text.place(request(equal, { ...content, marks: [word] })), caption.text, word);
    },
  };
}

/** The slot of captions, of two lines where words have times, with room for the field behind a word at a line's end. */
function captionBox(slot: SlotBox, timed: ClipOrder['script']['timed']): SlotBox {
  const side = stroke.side * slot.maxSize;
  return {
    ...slot,
    left: slot.left + side,
    width: slot.width - 2 * side,
    ...(timed === 'words' ? { maxLines: 2 } : {}),
  };
}

/**
 * A name as its own letters run, on the side where the clip has it: an Arabic quote of an English episode turns the whole clip,
 * and with it where names begin, whatever they are written in.
 */
function onItsSide(slot: SlotBox, content: SlotText, clip: Direction): [SlotBox, SlotText] {
  const direction = directionOf(wordsLanguage(content.text, content.language));
  const other = { start: 'end', center: 'center', end: 'start' } as const;
  return [direction === clip ? slot : { ...slot, align: other[slot.align] }, { ...content, direction }];
}
