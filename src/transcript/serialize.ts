/** An episode's text back to files: WebVTT, SRT, Podcasting 2.0 JSON, plain text. */

import { PullquoteError } from '../errors.ts';
import type { EpisodeText, TimedWord, Turn, Word } from './model.ts';
import { writeClock, writeShortClock } from './source/clock.ts';

export type SerialFormat = 'vtt' | 'srt' | 'json' | 'txt';

/** Milliseconds a word stays on the screen where neither its end nor the next cue's start is known. */
const MS_PER_WORD = 400;
/** A paragraph of plain text ends with a segment once it is this long. */
const LONG_PARAGRAPH = 600;

/** The words of one segment and one turn. */
interface Piece {
  startMs: number | null;
  endMs: number | null;
  text: string;
  name: string | null;
  /** The source's own word times, where they cover the piece. */
  timedWords: readonly TimedWord[] | null;
}

const joinWords = (words: readonly Word[]): string =>
  words.map((word, i) => (i === 0 || word.glued ? word.text : ` ${word.text}`)).join('');

/** Printed names: what a source, a mapping or a person states. An inferred speaker is a proposal, and none. */
const statedName = (turn: Turn | undefined, names: (turn: Turn) => string | null): string | null => {
  if (!turn || turn.source === 'inferred' || turn.source === 'none') return null;
  return names(turn)?.replace(/\s+/g, ' ').trim() || null;
};

const piecesOf = (text: EpisodeText, names: (turn: Turn) => string | null): Piece[] => {
  const segments = new Map(text.segments.map((segment) => [segment.index, segment]));
  const pieces: Piece[] = [];
  let turn = 0;
  let from = 0;
  for (let i = 1; i <= text.words.length; i++) {
    const first = text.words[from];
    const word = text.words[i];
    const turnEnds = i >= (text.turns[turn]?.wordTo ?? Infinity);
    if (!first || (word?.segment === first.segment && !turnEnds)) continue;
    const segment = segments.get(first.segment);
    const isWhole = text.words[from - 1]?.segment !== first.segment && word?.segment !== first.segment;
    pieces.push({
      startMs: segment?.startMs ?? null,
      endMs: segment?.endMs ?? null,
      text: joinWords(text.words.slice(from, i)),
      name: statedName(text.turns[turn], names),
      timedWords: isWhole ? (segment?.timedWords ?? null) : null,
    });
    from = i;
    while (i >= (text.turns[turn]?.wordTo ?? Infinity)) turn++;
  }
  return pieces;
};

interface Cue extends Piece {
  startMs: number;
  endMs: number;
}

/** Pieces with both times, as captions need them; a missing one comes from its neighbours. */
const cuesOf = (text: EpisodeText, pieces: readonly Piece[], format: SerialFormat): Cue[] => {
  if (pieces.every((piece) => piece.startMs === null)) {
    throw new PullquoteError(
      'not-acceptable',
      `This transcript has no times, which ${format} needs; ask for \`txt\` or \`json\`.`,
    );
  }
  let latest = 0;
  return pieces.map((piece, i) => {
    const startMs = piece.startMs ?? latest;
    const next = pieces[i + 1]?.startMs ?? (i + 1 === pieces.length ? text.durationMs : null);
    const spoken = startMs + piece.text.split(' ').length * MS_PER_WORD;
    const endMs = piece.endMs ?? (next !== null && next > startMs ? next : spoken);
    latest = endMs;
    return { ...piece, startMs, endMs };
  });
};

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
const escapeCue = (text: string): string => text.replace(/[&<>]/g, (letter) => ESCAPES[letter] ?? letter);

/** Text of a cue with a time before each word whose start the source gives. */
const timedText = (cue: Cue): string => {
  if (!cue.timedWords) return escapeCue(cue.text);
  let at = 0;
  let out = '';
  for (const word of cue.timedWords) {
    const found = cue.text.indexOf(word.text, at);
    if (found < 0) return escapeCue(cue.text);
    const isInside = word.startMs !== null && word.startMs > cue.startMs && word.startMs < cue.endMs;
    out += escapeCue(cue.text.slice(at, found));
    out += `${isInside ? `<${writeClock(word.startMs ?? 0, '.')}>` : ''}${escapeCue(word.text)}`;
    at = found + word.text.length;
  }
  return out + escapeCue(cue.text.slice(at));
};

/** An unnamed speaker after a named one gets a voice without a name, so that no reader carries the name on. */
const writeVtt = (cues: readonly Cue[]): string => {
  let last: string | null = null;
  const blocks = cues.map((cue) => {
    const voice = cue.name !== null ? `<v ${escapeCue(cue.name)}>` : last !== null ? '<v>' : '';
    last = cue.name ?? last;
    return `${writeClock(cue.startMs, '.')} --> ${writeClock(cue.endMs, '.')}\n${voice}${timedText(cue)}\n`;
  });
  return ['WEBVTT\n', ...blocks].join('\n');
};

/** A name where the speaker changes; a dash where it changes to one without a name. */
const labelAt = (name: string | null, before: string | null): string =>
  name === before ? '' : name === null ? '- ' : `${name}: `;

/** Names that begin one run of cues only. Readers believe a name in SRT from twice on, so these stand on every cue of it. */
const namesOfOneRun = (cues: readonly Cue[]): Set<string | null> => {
  const runs = new Map<string | null, number>();
  cues.forEach(({ name }, i) => {
    if (name !== cues[i - 1]?.name) runs.set(name, (runs.get(name) ?? 0) + 1);
  });
  return new Set([...runs].filter(([name, count]) => name !== null && count === 1).map(([name]) => name));
};

const writeSrt = (cues: readonly Cue[]): string => {
  const once = namesOfOneRun(cues);
  return cues
    .map((cue, i) => {
      const before = once.has(cue.name) ? null : (cues[i - 1]?.name ?? null);
      const text = `${labelAt(cue.name, before)}${cue.text}`;
      return `${i + 1}\n${writeClock(cue.startMs, ',')} --> ${writeClock(cue.endMs, ',')}\n${text}\n`;
    })
    .join('\n');
};

interface JsonSegment {
  speaker?: string;
  startTime?: number;
  endTime?: number;
  body: string;
}

/** Podcasting 2.0 JSON; where the source times words, a segment is a word, as that format has it. */
const writeJson = (pieces: readonly Piece[]): string => {
  const named = pieces.some((piece) => piece.name !== null);
  const segmentOf = (
    piece: Piece,
    body: string,
    startMs: number | null,
    endMs: number | null,
  ): JsonSegment => ({
    ...(named ? { speaker: piece.name ?? '' } : {}),
    ...(startMs === null ? {} : { startTime: startMs / 1000 }),
    ...(endMs === null ? {} : { endTime: endMs / 1000 }),
    body,
  });
  const segments = pieces.flatMap((piece) => {
    const words = piece.timedWords;
    const isTimed = words?.every((word) => word.startMs !== null) ?? false;
    return words && isTimed
      ? words.map((word) => segmentOf(piece, word.text, word.startMs, word.endMs))
      : [segmentOf(piece, piece.text, piece.startMs, piece.endMs)];
  });
  return `${JSON.stringify({ version: '1.0.0', segments }, null, 1)}\n`;
};

/** Paragraphs under `Name  1:02`; without times a line a segment, under `Name: `. */
const writeTxt = (pieces: readonly Piece[]): string => {
  if (pieces.every((piece) => piece.startMs === null)) {
    return pieces
      .map((piece, i) => `${labelAt(piece.name, pieces[i - 1]?.name ?? null)}${piece.text}\n`)
      .join('');
  }
  const paragraphs: { heading: string; name: string | null; text: string }[] = [];
  for (const piece of pieces) {
    const last = paragraphs.at(-1);
    if (last && last.name === piece.name && (piece.startMs === null || last.text.length < LONG_PARAGRAPH)) {
      last.text += ` ${piece.text}`;
    } else {
      const clock = writeShortClock(piece.startMs ?? 0);
      const heading = piece.name === null ? clock : `${piece.name}  ${clock}`;
      paragraphs.push({ heading, name: piece.name, text: piece.text });
    }
  }
  return paragraphs.map(({ heading, text }) => `${heading}\n${text}\n`).join('\n');
};

/**
 * Writes an episode's text in a format. Words and times are those of the source; `names` gives what is printed for a turn
 * (by default its label), and nothing is printed for a turn no one states.
 * @throws PullquoteError `not-acceptable` where captions are asked for of a text without any times.
 */
export const serializeTranscript = (
  text: EpisodeText,
  format: SerialFormat,
  names: (turn: Turn) => string | null = (turn) => turn.label,
): string => {
  const pieces = piecesOf(text, names);
  if (format === 'json') return writeJson(pieces);
  if (format === 'txt') return writeTxt(pieces);
  const cues = cuesOf(text, pieces, format);
  return format === 'vtt' ? writeVtt(cues) : writeSrt(cues);
};
