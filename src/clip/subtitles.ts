import type { Caption } from './model.ts';

/** The captions beside a clip, as WebVTT or SubRip: words as printed, times from the clip's start. */
export function subtitles(captions: readonly Caption[], format: 'vtt' | 'srt'): string {
  const cues = captions.map(({ text, startMs, endMs }, i) =>
    format === 'vtt'
      ? `${clock(startMs, '.')} --> ${clock(endMs, '.')}\n${escaped(text)}\n`
      : `${i + 1}\n${clock(startMs, ',')} --> ${clock(endMs, ',')}\n${text}\n`,
  );
  return (format === 'vtt' ? ['WEBVTT\n', ...cues] : cues).join('\n');
}

function clock(ms: number, point: string): string {
  const whole = Math.round(ms);
  const seconds = whole / 1000;
  return `${two(seconds / 3600)}:${two((seconds / 60) % 60)}:${two(seconds % 60)}${point}${String(whole % 1000).padStart(3, '0')}`;
}

function two(value: number): string {
  return String(Math.floor(value)).padStart(2, '0');
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
