import { normalize } from '../../src/transcript/normalize.ts';
import type { EpisodeText, Segment } from '../../src/transcript/model.ts';

/** An episode of segments of ten seconds each; a line may begin with `Name: `. */
export function episode(lines: readonly string[], language = 'en'): EpisodeText {
  const segments = lines.map((line, index): Segment => {
    const [, label, body] = /^(?:(\p{Lu}\p{L}+): )?([\s\S]*)$/u.exec(line) ?? [];
    const times = { index, startMs: index * 10_000, endMs: (index + 1) * 10_000, body: body ?? '' };
    return label === undefined ? times : { ...times, speakerLabel: label };
  });
  return normalize(
    { format: 'vtt', timing: 'cue', language, title: null, segments, notes: [], warnings: [] },
    { language },
  ).text;
}

/** The range of `words` in a text. */
export function spanOf(text: EpisodeText, words: string): { wordFrom: number; wordTo: number } {
  const wanted = words.split(' ');
  const wordFrom = text.words.findIndex((_, i) =>
    wanted.every((word, k) => text.words[i + k]?.text === word),
  );
  if (wordFrom < 0) throw new Error(`"${words}" is not in the text.`);
  return { wordFrom, wordTo: wordFrom + wanted.length };
}
