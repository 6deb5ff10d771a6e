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

/** True where both are the same person as far as the source says, however it says so. */
export function sameSpeaker(a: Speaker, b: Speaker): boolean {
  if (a.participantId !== null || b.participantId !== null) return a.participantId === b.participantId;
  return a.label === b.label;
}

function append(turns: Turn[], turn: Turn): void {
  const last = turns.at(-1);
  const joins =
    last !== undefined &&
    last.wordTo === turn.wordFrom &&
    last.source === turn.source &&
    last.label === turn.label &&
    last.participantId === turn.participantId;
  if (joins) last.wordTo = turn.wordTo;
  else turns.push({ ...turn });
}

/** The turns of an episode: every word lies in exactly one, in order. */
export function turnsOf(
  segments: readonly Segment[],
  words: readonly Word[],
  options: SpeakerOptions,
): Turn[] {
  const speakers = new Map(segments.map((segment) => [segment.index, speakerOf(segment, options)]));
  const turns: Turn[] = [];
  for (const [i, word] of words.entries()) {
    append(turns, { wordFrom: i, wordTo: i + 1, ...(speakers.get(word.segment) ?? nobody) });
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
      if (wordFrom < wordTo) append(within, { ...turn, wordFrom, wordTo });
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
      if (turn.wordFrom < from) append(next, { ...turn, wordTo: from });
      if (from < to)
        append(next, { ...turn, wordFrom: from, wordTo: to, participantId, source: 'confirmed' });
      if (to < turn.wordTo) append(next, { ...turn, wordFrom: to });
    }
    turns = next;
  }
  return { ...text, turns };
}
