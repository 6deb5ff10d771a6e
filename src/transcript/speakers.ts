import type { EpisodeText, Segment, Turn, Word } from './model.ts';

/** How labels of the source become participants. */
export interface SpeakerOptions {
  /** The publisher's mapping: label as the source writes it -> participant ID. */
  speakers?: Readonly<Record<string, string>>;
  /** Participants of the episode; a label that equals a name is that participant's. */
  participants?: readonly { id: string; name: string }[];
}

type Speaker = Omit<Turn, 'wordFrom' | 'wordTo'>;

const nobody: Speaker = { label: null, participantId: null, source: 'none' };

const sameName = (a: string, b: string): boolean =>
  a.normalize('NFC').trim().toLowerCase() === b.normalize('NFC').trim().toLowerCase();

function speakerOf(segment: Segment | undefined, options: SpeakerOptions): Speaker {
  const label = segment?.speakerLabel?.trim();
  if (segment === undefined || label === undefined || label === '') return nobody;
  const mapped =
    options.speakers !== undefined && Object.hasOwn(options.speakers, label)
      ? options.speakers[label]
      : undefined;
  if (mapped !== undefined) return { label, participantId: mapped, source: 'mapped' };
  const named = options.participants?.find((participant) => sameName(participant.name, label));
  return {
    label,
    participantId: named?.id ?? null,
    source: segment.speakerCarried === true ? 'carried' : 'label',
  };
}

/** True where both are the same person as far as the source says, however it says so. Two unknown speakers are not. */
export function sameSpeaker(a: Speaker, b: Speaker): boolean {
  if (a.label === null && a.participantId === null) return false;
  if (a.participantId !== null || b.participantId !== null) return a.participantId === b.participantId;
  return a.label === b.label;
}

function equal(a: Speaker, b: Speaker): boolean {
  return a.source === b.source && a.label === b.label && a.participantId === b.participantId;
}

/** The turns of an episode: every word lies in exactly one, in order. A mark of a new turn begins one though nobody is named. */
export function turnsOf(
  segments: readonly Segment[],
  words: readonly Word[],
  options: SpeakerOptions,
): Turn[] {
  const turns: Turn[] = [];
  let wordFrom = 0;
  for (const segment of segments) {
    let wordTo = wordFrom;
    while (words[wordTo]?.segment === segment.index) wordTo++;
    if (wordTo === wordFrom) continue;
    const speaker = speakerOf(segment, options);
    const last = turns.at(-1);
    if (last !== undefined && segment.turnMark !== true && equal(last, speaker)) last.wordTo = wordTo;
    else turns.push({ wordFrom, wordTo, ...speaker });
    wordFrom = wordTo;
  }
  return turns;
}

/** The parts of `turns` that lie in the spans, cut to them. */
export function turnsWithin(
  turns: readonly Turn[],
  spans: readonly { wordFrom: number; wordTo: number }[],
): Turn[] {
  const within: Turn[] = [];
  for (const span of spans) {
    for (const turn of turns) {
      const wordFrom = Math.max(turn.wordFrom, span.wordFrom);
      const wordTo = Math.min(turn.wordTo, span.wordTo);
      if (wordFrom < wordTo) within.push({ ...turn, wordFrom, wordTo });
    }
  }
  return within;
}

/**
 * The text with `participantId` as the confirmed speaker of the words in `spans`: a person has listened and said so.
 * Labels of the source stay. Sentences stay as they are, so that no address moves.
 */
export function confirmSpeakers(
  text: EpisodeText,
  spans: readonly { wordFrom: number; wordTo: number }[],
  participantId: string,
): EpisodeText {
  let turns = text.turns;
  for (const span of spans) {
    const next: Turn[] = [];
    for (const turn of turns) {
      const from = Math.min(Math.max(turn.wordFrom, span.wordFrom), turn.wordTo);
      const to = Math.max(Math.min(turn.wordTo, span.wordTo), from);
      const confirmed: Turn = { ...turn, wordFrom: from, wordTo: to, participantId, source: 'confirmed' };
      for (const part of [{ ...turn, wordTo: from }, confirmed, { ...turn, wordFrom: to }]) {
        if (part.wordFrom < part.wordTo) next.push(part);
      }
    }
    turns = next;
  }
  return { ...text, turns: joinConfirmed(turns) };
}

/** Neighbouring parts confirmed for the same person are one turn, however often that was said. */
function joinConfirmed(turns: readonly Turn[]): Turn[] {
  const joined: Turn[] = [];
  for (const turn of turns) {
    const last = joined.at(-1);
    if (last !== undefined && turn.source === 'confirmed' && equal(last, turn)) last.wordTo = turn.wordTo;
    else joined.push({ ...turn });
  }
  return joined;
}
