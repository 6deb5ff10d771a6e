/** YouTube json3: `events[{tStartMs, dDurationMs, segs: [{utf8, tOffsetMs}]}]`. */

import { readMs } from '../source/clock.ts';
import type { Parsed } from '../source/draft.ts';
import { isRecord, records, stringOf } from './json.ts';
import { draftEvents } from './youtube.ts';

export const isYoutubeJson3 = (value: unknown): boolean =>
  isRecord(value) &&
  records(value['events']).some((event) => Array.isArray(event['segs']) || 'tStartMs' in event);

/** Reads YouTube's json3. */
export const parseYoutubeJson3 = (value: unknown): Parsed => {
  const events = isRecord(value) ? records(value['events']) : [];
  return {
    drafts: draftEvents(
      events.map((event) => ({
        startMs: readMs(event['tStartMs']),
        durationMs: readMs(event['dDurationMs']),
        pieces: records(event['segs']).map((seg) => ({
          text: stringOf(seg['utf8']) ?? '',
          offsetMs: readMs(seg['tOffsetMs']),
        })),
      })),
    ),
  };
};
