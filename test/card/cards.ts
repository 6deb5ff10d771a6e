import type { Card } from '../../src/card/model.ts';
import { directionOf, wordsLanguage } from '../../src/card/language.ts';

/** A card of a made-up episode that says `words`. */
export function cardOf(words: string, fields: Partial<Card> = {}): Card {
  const language = fields.language ?? 'en';
  const spoken = wordsLanguage(words, language);
  return {
    quoteId: 'q_gulls',
    episodeId: 'gulls',
    language,
    spoken,
    direction: directionOf(spoken),
    words,
    speakers: [{ name: 'Ida Holm', role: 'Pilot', photo: null }],
    exchange: null,
    participants: ['Ida Holm', 'Jon Vik'],
    author: null,
    time: { label: '13:36', startMs: 816_000, exact: true },
    show: 'Cold Harbour',
    episode: 'Gulls',
    publishedAt: '2026-02-03',
    cover: null,
    url: 'https://q.example/q/q_gulls',
    ...fields,
  };
}
