import { nameList, printedDate } from '../card/phrases.ts';
import type { Episode } from '../quote/model.ts';

/** Show, date and people of an episode in a line. */
export function subtitle({ participants, publishedAt, language }: Episode, show: string): string {
  const names = participants.map(({ name }) => name);
  return [
    show,
    ...(publishedAt === null ? [] : [printedDate(language, publishedAt)]),
    ...(names.length === 0 ? [] : [nameList(language, names)]),
  ].join(' · ');
}
