/** `13:36`, `73:36`, `1:02:03`, with up to three decimals. Minutes may pass 59 where no hours are given. `null` if it is none. */
export function parseClock(text: string): number | null {
  const match = /^(?:(\d{1,3}):)?(\d{1,4}):(\d{2})(?:\.(\d{1,3}))?$/.exec(text);
  if (match === null) return null;
  const [, hours, minutes, seconds, decimals] = match;
  if (hours !== undefined && (Number(minutes) > 59 || minutes?.length !== 2)) return null;
  if (Number(seconds) > 59) return null;
  const whole = (Number(hours ?? 0) * 60 + Number(minutes)) * 60 + Number(seconds);
  return whole * 1000 + Number((decimals ?? '').padEnd(3, '0'));
}

/** Normal play time of a media fragment: seconds (`816`, `816.5`) or a clock. `null` if it is neither. */
export function parseNpt(text: string): number | null {
  const match = /^(\d{1,7})(?:\.(\d{0,3})\d*)?s?$/.exec(text);
  if (match === null) return parseClock(text);
  return Number(match[1]) * 1000 + Number((match[2] ?? '').padEnd(3, '0'));
}

const two = (value: number): string => String(value).padStart(2, '0');

/** `13:36`, `1:02:03`; decimals only where there are any. */
export function formatClock(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const decimals =
    ms % 1000 === 0
      ? ''
      : `.${String(ms % 1000)
          .padStart(3, '0')
          .replace(/0+$/, '')}`;
  return `${h > 0 ? `${h}:${two(m)}` : m}:${two(s)}${decimals}`;
}
