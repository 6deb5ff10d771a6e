import { nameList, printedDate } from '../card/phrases.ts';
import type { Episode } from '../quote/model.ts';

/** Show, date and people of an episode in a line. @param show its title, `null` where it is said already */
export function subtitle({ participants, publishedAt, language }: Episode, show: string | null): string {
  const names = participants.map(({ name }) => name);
  return [
    ...(show === null ? [] : [show]),
    ...(publishedAt === null ? [] : [printedDate(language, publishedAt)]),
    ...(names.length === 0 ? [] : [nameList(language, names)]),
  ].join(' · ');
}
