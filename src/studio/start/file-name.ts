/** What the name of a transcript's file says of its episode. */

const DAY = /(?:^|[^0-9])(20\d\d|19\d\d)[-_.]?(0[1-9]|1[0-2])[-_.]?(0[1-9]|[12]\d|3[01])(?![0-9])/;

/** `031-the-elevator.en.vtt` -> `031 the elevator`; the day it was published is no part of the title. */
export function titleOf(fileName: string): string {
  const words = fileName
    .replace(/(?:\.[a-z0-9-]{2,6})+$/i, '')
    .replace(DAY, ' ')
    .replace(/[-_\s]+/g, ' ')
    .trim();
  return words === '' ? fileName : words.charAt(0).toUpperCase() + words.slice(1);
}

/** `weekly_2026-03-14.vtt` -> `2026-03-14`; empty where it names no day. */
export function dayIn(fileName: string): string {
  const [, year, month, day] = DAY.exec(fileName) ?? [];
  return day === undefined ? '' : `${year}-${month}-${day}`;
}
