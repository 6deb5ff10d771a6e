/** Sends a transcript with what a person said about it. */
import type { ImportView } from '../../http/views.ts';
import { request } from '../api/request.ts';

export interface About {
  title: string;
  show: string;
  /** Episode whose words these correct; `null` for a new one. */
  replaces: string | null;
  publishedAt: string;
  language: string;
  cover: File | null;
  /** Label of the transcript -> who it is. */
  speakers: Readonly<Record<string, string>>;
}

/** What a person said so far. */
export interface Said extends Omit<About, 'show'> {
  /** `null` until something is said: then it is the only show there is. */
  show: string | null;
}

/** Files are the same where they are one and the same. */
export function isSameSaid(a: Said, b: Said): boolean {
  return a.cover === b.cover && JSON.stringify(a) === JSON.stringify(b);
}

export async function sendTranscript(
  file: File,
  about: About,
  { dryRun, signal }: { dryRun: boolean; signal?: AbortSignal },
): Promise<ImportView> {
  const form = new FormData();
  form.set('metadata', JSON.stringify(metadataOf(about)));
  form.set('transcript', file, file.name);
  if (about.cover !== null) form.append('pictures', about.cover, about.cover.name);
  const response = await request(`/v1/episodes${dryRun ? '?dry_run=true' : ''}`, {
    method: 'POST',
    body: form,
    ...(signal === undefined ? {} : { signal }),
  });
  return response.json();
}

function metadataOf({ title, show, replaces, publishedAt, language, cover, speakers }: About): object {
  const named = Object.entries(speakers)
    .map(([label, name]) => [label, name.trim()] as const)
    .filter(([, name]) => name !== '');
  const names = [...new Set(named.map(([, name]) => name))];
  return {
    show: show.trim(),
    title: title.trim(),
    ...(replaces === null ? {} : { id: replaces }),
    ...(publishedAt === '' ? {} : { publishedAt }),
    ...(language === '' ? {} : { language }),
    ...(cover === null ? {} : { cover: cover.name }),
    ...(names.length === 0
      ? {}
      : { participants: names.map((name) => ({ name })), speakers: Object.fromEntries(named) }),
  };
}
