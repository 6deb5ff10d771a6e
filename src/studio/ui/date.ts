/** `2026-03-14` as people write it: `14 March 2026` */
export function dateOf(day: string): string {
  return new Date(`${day}T00:00Z`).toLocaleDateString('en-GB', { dateStyle: 'long', timeZone: 'UTC' });
}
