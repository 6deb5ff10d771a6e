import { z } from 'zod';
import type { Chapter } from '../quote/model.ts';

/** JSON chapters of Podcasting 2.0, as far as they are used; chapters that are left out of the table of contents are left out. */
const chaptersFile = z.object({
  chapters: z.array(
    z.object({
      startTime: z.number().nonnegative(),
      title: z.string().optional(),
      toc: z.boolean().optional(),
    }),
  ),
});

/** Chapters in order. `null` where the bytes are no chapters. */
export function parseChapters(bytes: Uint8Array): Chapter[] | null {
  const parsed = chaptersFile.safeParse(readJson(bytes));
  if (!parsed.success) return null;
  return parsed.data.chapters
    .filter(({ title, toc }) => toc !== false && title?.trim())
    .map(({ startTime, title = '' }) => ({
      startMs: Math.round(startTime * 1000),
      title: title.trim().slice(0, 500),
    }))
    .toSorted((a, b) => a.startMs - b.startMs);
}

function readJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return null;
  }
}
