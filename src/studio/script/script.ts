/** An episode's words as the Studio reads them: paragraphs to show, sentences to snap to, text to search. */
import type { Words } from '../api/queries.ts';

/** Half-open, in words. */
export interface Stretch {
  from: number;
  to: number;
}

export interface Paragraph extends Stretch {
  index: number;
  /** First and one past the last of its sentences. */
  sentenceFrom: number;
  sentenceTo: number;
  /** Who speaks, where a source states it and the paragraph before is not the same person's. */
  speaker: string | null;
  /** True where somebody other than before begins to speak. */
  opensTurn: boolean;
  startMs: number | null;
  /** Chapter that begins here. */
  chapter: string | null;
  characters: number;
}

export interface Script {
  source: Words;
  words: readonly string[];
  isGlued: Uint8Array;
  sentences: Words['sentences'];
  /** Sentence of each word. */
  sentenceOf: Int32Array;
  paragraphs: Paragraph[];
  /** Paragraph of each word. */
  paragraphOf: Int32Array;
  /** True where the words run from right to left. */
  isRtl: boolean;
  /** Lower-case words with a space between, and where each begins in it: for search. */
  flat: string;
  offsets: Int32Array;
}

/** A paragraph of one speaker is divided at the end of a sentence past this many characters. */
const LONG = 520;

export function scriptOf(source: Words): Script {
  const { words, sentences } = source;
  const isGlued = new Uint8Array(words.length);
  for (const index of source.glued) isGlued[index] = 1;
  const sentenceOf = new Int32Array(words.length);
  for (const [index, { wordFrom, wordTo }] of sentences.entries()) sentenceOf.fill(index, wordFrom, wordTo);
  const paragraphs = paragraphsOf(source);
  const paragraphOf = new Int32Array(words.length);
  for (const { index, from, to } of paragraphs) paragraphOf.fill(index, from, to);
  const offsets = new Int32Array(words.length);
  const parts: string[] = [];
  let length = 0;
  for (const [index, word] of words.entries()) {
    const plain = simple(word);
    const space = index > 0 && isGlued[index] === 0 ? ' ' : '';
    offsets[index] = length + space.length;
    parts.push(space, plain);
    length += space.length + plain.length;
  }
  return {
    source,
    words,
    isGlued,
    sentences,
    sentenceOf,
    paragraphs,
    paragraphOf,
    isRtl: isRtl(source.language),
    flat: parts.join(''),
    offsets,
  };
}

/** Languages written from right to left in the script they are mostly written in. */
const RTL = /^(?:ar|arc|ckb|dv|fa|he|iw|ks|ps|sd|syr|ug|ur|yi)\b/;

function isRtl(language: string): boolean {
  return (
    /-(?:Arab|Hebr|Thaa|Syrc|Nkoo|Adlm)\b/i.test(language) ||
    (RTL.test(language) && !/-Latn\b/i.test(language))
  );
}

function paragraphsOf(source: Words): Paragraph[] {
  const { words, sentences, turns, startsMs } = source;
  const chapters = source.chapters.toSorted((a, b) => a.startMs - b.startMs);
  const paragraphs: Paragraph[] = [];
  let turn = 0;
  let chapter = 0;
  for (const [index, { wordFrom, wordTo }] of sentences.entries()) {
    while ((turns[turn]?.wordTo ?? Infinity) <= wordFrom) turn++;
    const startMs = startsMs[wordFrom] ?? null;
    let title: string | null = null;
    while ((chapters[chapter]?.startMs ?? Infinity) <= (startMs ?? -1))
      title = chapters[chapter++]?.title ?? null;
    const speaker = turns[turn]?.speaker ?? null;
    const isNewTurn = paragraphs.length === 0 || (turns[turn]?.wordFrom ?? 0) === wordFrom;
    const last = paragraphs.at(-1);
    let characters = 0;
    for (let at = wordFrom; at < wordTo; at++) characters += (words[at]?.length ?? 0) + 1;
    if (last !== undefined && title === null && !isNewTurn && last.characters < LONG) {
      last.to = wordTo;
      last.sentenceTo = index + 1;
      last.characters += characters;
      continue;
    }
    paragraphs.push({
      index: paragraphs.length,
      from: wordFrom,
      to: wordTo,
      sentenceFrom: index,
      sentenceTo: index + 1,
      speaker,
      opensTurn: isNewTurn,
      startMs,
      chapter: title,
      characters,
    });
  }
  return paragraphs;
}

/** Outward to whole sentences. */
export function snapped(script: Script, { from, to }: Stretch): Stretch {
  const first = script.sentences[script.sentenceOf[from] ?? 0];
  const last = script.sentences[script.sentenceOf[to - 1] ?? 0];
  return { from: first?.wordFrom ?? from, to: last?.wordTo ?? to };
}

export function isWhole(script: Script, stretch: Stretch): boolean {
  const { from, to } = snapped(script, stretch);
  return from === stretch.from && to === stretch.to;
}

/** The words as they are written. */
export function textOf({ words, isGlued }: Script, { from, to }: Stretch): string {
  let text = '';
  for (let at = from; at < to; at++) text += at === from || isGlued[at] === 1 ? words[at] : ` ${words[at]}`;
  return text;
}

/** Every place where `query` stands, whatever its case and the kind of its quotes; at most `most`. */
export function search(script: Script, query: string, most = 1000): Stretch[] {
  const wanted = simple(query.trim()).replace(/\s+/g, ' ');
  if (wanted === '') return [];
  const found: Stretch[] = [];
  for (
    let at = script.flat.indexOf(wanted);
    at >= 0 && found.length < most;
    at = script.flat.indexOf(wanted, at + wanted.length)
  ) {
    found.push({ from: wordAt(script, at), to: wordAt(script, at + wanted.length - 1) + 1 });
  }
  return found;
}

/** The word that holds a character of `flat`. */
function wordAt({ offsets }: Script, offset: number): number {
  let low = 0;
  let high = offsets.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((offsets[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

function simple(text: string): string {
  return text
    .toLowerCase()
    .replace(/[‘’‛`]/g, "'")
    .replace(/[“”„«»]/g, '"')
    .replace(/[‐-―]/g, '-');
}

const two = (value: number): string => String(value).padStart(2, '0');

/** `13:36`, `1:02:03` */
export function clock(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return `${h > 0 ? `${h}:${two(m)}` : m}:${two(s)}`;
}
