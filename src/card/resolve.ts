import type { Participant } from '../quote/model.ts';
import type { Turn } from '../transcript/model.ts';
import { directionOf, wordsLanguage } from './language.ts';
import type { Card, Exchange, StatedSpeaker } from './model.ts';
import type { Subject } from './subject.ts';
import { printedTime } from './time.ts';
import { smarten } from '../text/typography.ts';

/** Sources of an attribution that may be printed as fact. */
const STATED: ReadonlySet<Turn['source']> = new Set(['label', 'carried', 'mapped', 'confirmed']);

/** Labels a machine gives to voices it told apart but could not name. */
const PLACEHOLDER = /^(?:speaker|spk|voice|unknown|s)?[\s_#-]*(?:\d+|[a-z])?$/iu;

/**
 * Puts together what a card says. A speaker is stated only when a source states one for every word of the quote;
 * otherwise the card names the episode and its participants.
 */
export function resolveCard(
  { quote, exchange, episode, show }: Subject,
  look: { publicUrl: string; language?: string | undefined },
): Card {
  const language = look.language ?? episode.language;
  const spoken = wordsLanguage(quote.text, language);
  const set = (words: string): string => smarten(words, spoken, { within: true });
  return {
    quoteId: quote.id,
    episodeId: episode.id,
    language,
    spoken,
    direction: directionOf(spoken),
    words: set(quote.text),
    speakers: statedSpeakers(quote.turns, episode.participants),
    exchange: exchange === null ? null : exchangeOf(quote.turns, episode.participants, exchange.map(set)),
    participants: episode.participants.map((participant) => participant.name),
    author: quote.author,
    time: printedTime(quote.startMs, quote.timing),
    show: show.title,
    episode: episode.title,
    publishedAt: episode.publishedAt,
    cover: episode.cover,
    url: quote.id === null ? `${look.publicUrl}/e/${episode.id}` : `${look.publicUrl}/q/${quote.id}`,
  };
}

function exchangeOf(
  turns: readonly Turn[],
  participants: readonly Participant[],
  [question, answer]: readonly string[],
): Exchange | null {
  const [asker, answerer] = turns.map((turn) => statedSpeaker(turn, participants));
  if (!asker || !answerer || asker.name === answerer.name) return null;
  if (question === undefined || answer === undefined) return null;
  return { asker: asker.name, question, answerer, answer };
}

function statedSpeakers(turns: readonly Turn[], participants: readonly Participant[]): StatedSpeaker[] {
  const speakers = turns.map((turn) => statedSpeaker(turn, participants));
  const stated = speakers.filter((speaker) => speaker !== null);
  if (stated.length < turns.length) return [];
  return stated.filter(({ name }, index) => stated.findIndex((other) => other.name === name) === index);
}

function statedSpeaker(turn: Turn, participants: readonly Participant[]): StatedSpeaker | null {
  if (!STATED.has(turn.source)) return null;
  const participant = participants.find(({ id }) => id === turn.participantId);
  if (participant !== undefined) {
    const { name, role, photo, focus } = participant;
    return { name, role, photo, ...(focus === undefined ? {} : { focus }) };
  }
  if (turn.label === null || PLACEHOLDER.test(turn.label)) return null;
  return { name: turn.label, role: null, photo: null };
}
