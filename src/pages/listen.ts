/** A place to listen from a time on. */
export interface Listening {
  /** The platform, `null` for the audio itself or the show's own page. */
  on: string | null;
  href: string;
}

/** Platforms whose episode pages take the time, in seconds, as the parameter `t`. */
const TAKES_T: readonly [host: RegExp, name: string][] = [
  [/(?:^|\.)(?:youtube\.com|youtu\.be)$/, 'YouTube'],
  [/(?:^|\.)spotify\.com$/, 'Spotify'],
  [/(?:^|\.)podcasts\.apple\.com$/, 'Apple Podcasts'],
];

/**
 * Where a person can listen from `startMs` on: the audio file, and the episode's page where it is the only place or that of a
 * platform. A time is a media fragment (W3C Media Fragments URI 1.0) unless the platform has its own way.
 */
export function listenAddresses(
  episode: { url: string | null; mediaUrl: string | null },
  startMs: number,
): Listening[] {
  const places = [episode.mediaUrl, episode.url].flatMap((address) => {
    const place = address === null ? null : listening(address, Math.floor(startMs / 1000));
    return place === null ? [] : [place];
  });
  return places.filter(({ on }, index) => index === 0 || on !== null);
}

function listening(address: string, seconds: number): Listening | null {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (url === null || !/^https?:$/.test(url.protocol)) return null;
  const on = TAKES_T.find(([host]) => host.test(url.hostname))?.[1] ?? null;
  if (on === null) url.hash = `t=${seconds}`;
  else url.searchParams.set('t', String(seconds));
  return { on, href: url.href };
}
