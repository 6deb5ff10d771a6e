/** Podcasting 2.0 JSON: `{version, segments: [{speaker, startTime, endTime, body}]}`, times in seconds. */

import { readClock, readSeconds } from '../source/clock.ts';
import type { Draft, Parsed } from '../source/draft.ts';
import type { Findings } from '../source/findings.ts';
import { isRecord, records, show, stringOf, type Json } from './json.ts';

export const isPodcastJson = (value: unknown): boolean =>
  isRecord(value) && records(value['segments']).some((segment) => 'body' in segment);

const readTime = (segment: Json, key: string, name: string, findings: Findings): number | null => {
  const value = segment[key];
  if (value === undefined || value === null) return null;
  const ms = readSeconds(value) ?? (typeof value === 'string' ? readClock(value.trim()) : null);
  if (ms === null)
    findings.add('bad-time', `Expected seconds for \`${name}.${key}\` but received ${show(value)}.`);
  return ms;
};

/** Reads Podcasting 2.0 JSON. A speaker counts until the next; an empty one ends it. */
export const parsePodcastJson = (value: unknown, findings: Findings): Parsed => {
  const file: Json = isRecord(value) ? value : {};
  const listed: readonly unknown[] = Array.isArray(file['segments']) ? file['segments'] : [];
  const drafts: Draft[] = [];
  listed.forEach((segment, i) => {
    const name = `segments[${i}]`;
    const body = isRecord(segment) ? stringOf(segment['body']) : null;
    if (!isRecord(segment) || body === null) {
      findings.add('bad-segment', `Expected \`${name}\` to have a \`body\` of text; it was left out.`);
      return;
    }
    const speaker = segment['speaker'];
    drafts.push({
      body,
      startMs: readTime(segment, 'startTime', name, findings),
      endMs: readTime(segment, 'endTime', name, findings),
      label: speaker === undefined ? undefined : stringOf(speaker),
    });
  });
  return {
    drafts,
    language: stringOf(file['language']),
    title: stringOf(file['title']),
    carries: true,
    mayBeWords: true,
  };
};
