/** Hosts whose episode pages take the time, in seconds, as the parameter `t`. */
const TAKES_T = /(?:^|\.)(?:youtube\.com|youtu\.be|spotify\.com|podcasts\.apple\.com)$/;

/**
 * Where a person can listen from `startMs` on: the audio file or the episode's page, at that time. A time is a media
 * fragment (W3C Media Fragments URI 1.0) unless the host has its own way.
 * @returns `null` where nothing is known to listen to
 */
export function listenAddress(
  episode: { url: string | null; mediaUrl: string | null },
  startMs: number,
): string | null {
  const address = [episode.mediaUrl, episode.url].find((known) => known !== null && URL.canParse(known));
  if (address === undefined || address === null) return null;
  const url = new URL(address);
  const seconds = Math.floor(startMs / 1000);
  if (TAKES_T.test(url.hostname)) url.searchParams.set('t', String(seconds));
  else url.hash = `t=${seconds}`;
  return url.href;
}
