import type { Episode, Span } from '../quote/model.ts';
import { speakerName } from '../quote/speaker.ts';
import { sentenceAt } from '../quote/text.ts';
import type { EpisodeText } from '../transcript/model.ts';
import { joinWords } from '../transcript/words.ts';

/** A stretch of the transcript. `quoted` is what the quote says, the rest stands around it or was left out. */
interface Part {
  text: string;
  quoted: boolean;
}

/** What one speaker says, named only where a source states who speaks. */
export interface Paragraph {
  speaker: string | null;
  parts: Part[];
}

/** Sentences shown before and after. */
const AROUND = 3;

/** The quoted words among the sentences around them, as the transcript has them, a paragraph a speaker. */
export function contextParagraphs(text: EpisodeText, spans: readonly Span[], episode: Episode): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  for (const [from, to] of stretches(text, spans)) {
    const turn = text.turns.find(({ wordTo }) => wordTo > from);
    const speaker = turn === undefined ? null : speakerName(turn, episode.participants);
    const quoted = spans.some(({ wordFrom, wordTo }) => from >= wordFrom && to <= wordTo);
    const last = paragraphs.at(-1);
    const words = joinWords(text.words, from, to);
    if (last === undefined || last.speaker !== speaker)
      paragraphs.push({ speaker, parts: [{ text: words, quoted }] });
    else addPart(last.parts, { text: words, quoted }, text.words[from]?.glued ?? false);
  }
  return paragraphs;
}

/** Adds a part; the white space before it goes to the one that is not quoted: no highlight begins or ends with it. */
function addPart(parts: Part[], part: Part, isGlued: boolean): void {
  const space = isGlued ? '' : ' ';
  const before = parts.at(-1);
  if (before?.quoted === part.quoted) {
    before.text += space + part.text;
    return;
  }
  if (before !== undefined && part.quoted) before.text += space;
  parts.push(part.quoted ? part : { ...part, text: space + part.text });
}

/** The words from the first sentence shown to the last, cut where a span or a turn begins or ends. */
function stretches(
  { words, sentences, turns }: EpisodeText,
  spans: readonly Span[],
): [from: number, to: number][] {
  const first = sentenceAt(sentences, spans[0]?.wordFrom ?? 0)?.index ?? 0;
  const last = sentenceAt(sentences, (spans.at(-1)?.wordTo ?? 1) - 1)?.index ?? 0;
  const start = sentences[Math.max(first - AROUND, 0)]?.wordFrom ?? 0;
  const end = sentences[Math.min(last + AROUND, sentences.length - 1)]?.wordTo ?? words.length;
  const inside = [...spans, ...turns]
    .flatMap(({ wordFrom, wordTo }) => [wordFrom, wordTo])
    .filter((cut) => cut > start && cut < end);
  const cuts = [...new Set([start, ...inside, end])].toSorted((a, b) => a - b);
  return cuts.slice(1).map((to, index) => [cuts[index] ?? 0, to]);
}
