/** Podcast RSS as far as imports need it: RSS 2.0, the iTunes tags and those of Podcasting 2.0's namespace. */
import { PullquoteError } from '../errors.ts';
import type { Soundbite } from '../quote/model.ts';
import {
  attribute,
  child,
  children,
  languageTag,
  linkOf,
  ownText,
  parseXml,
  sourceOf,
  textOf,
  type Node,
} from './feed-xml.ts';

export interface Feed {
  title: string;
  url: string | null;
  language: string | null;
  items: FeedItem[];
}

export interface FeedItem {
  /** The item's guid, else the address of its audio. */
  guid: string;
  title: string;
  url: string | null;
  mediaUrl: string | null;
  /** The day as the publisher writes it, `2026-03-14`. */
  publishedAt: string | null;
  durationMs: number | null;
  /** Its own picture, else the channel's. */
  imageUrl: string | null;
  /** Its own people; the channel's where it names none. */
  people: FeedPerson[];
  /** Best first. */
  transcripts: FeedTranscript[];
  chaptersUrl: string | null;
  soundbites: Soundbite[];
  /** Its show notes as the feed writes them, mostly HTML. */
  notes: string | null;
}

interface FeedPerson {
  name: string;
  role: string | null;
  imageUrl: string | null;
}

export interface FeedTranscript {
  url: string;
  type: string;
  language: string | null;
}

/** Types of transcripts from the one that says most to the one that says least: speakers and times, times, words. */
const TYPES = [/json/, /vtt/, /srt|subrip/, /html/, /./];

/** Limits of what is kept of one item: characters of notes, stretches it marks. */
const MOST_NOTES = 200_000;
const MOST_SOUNDBITES = 100;
/** No episode is longer, in seconds. */
const MOST_SECONDS = 1_000_000;

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** @throws PullquoteError `bad-request` where it is no RSS feed, with line and column where it is no XML. */
export function parseFeed(text: string): Feed {
  const channel = child(child(parseXml(text), 'rss'), 'channel');
  if (!channel)
    throw new PullquoteError('bad-request', 'Expected an RSS feed with a channel but found none.');
  return {
    title: textOf(channel, 'title') ?? 'Untitled',
    url: linkOf(textOf(channel, 'link')),
    language: languageTag(textOf(channel, 'language')),
    items: children(channel, 'item').flatMap((item) => readItem(item, channel)),
  };
}

function readItem(item: Node, channel: Node): FeedItem[] {
  const mediaUrl = linkOf(attribute(child(item, 'enclosure'), 'url'));
  const url = linkOf(textOf(item, 'link'));
  const guid = textOf(item, 'guid') ?? mediaUrl ?? url;
  if (guid === null) return [];
  const own = readPeople(item);
  return [
    {
      guid,
      title: textOf(item, 'itunes:title') ?? textOf(item, 'title') ?? guid,
      url,
      mediaUrl,
      publishedAt: readDay(textOf(item, 'pubDate')),
      durationMs: readDuration(textOf(item, 'itunes:duration')),
      imageUrl: readImage(item) ?? readImage(channel),
      people: own.length > 0 ? own : readPeople(channel),
      transcripts: readTranscripts(item, languageTag(textOf(channel, 'language'))),
      chaptersUrl: linkOf(attribute(child(item, 'podcast:chapters'), 'url')),
      soundbites: children(item, 'podcast:soundbite').flatMap(readSoundbite).slice(0, MOST_SOUNDBITES),
      notes: readNotes(item),
    },
  ];
}

/** One entry a name; somebody with two roles has both. The default role is the namespace's. */
function readPeople(parent: Node): FeedPerson[] {
  const people = new Map<string, FeedPerson>();
  for (const person of children(parent, 'podcast:person')) {
    const name = ownText(person);
    if (name === null) continue;
    const role = attribute(person, 'role')?.toLowerCase() ?? 'host';
    const before = people.get(name);
    const imageUrl = linkOf(attribute(person, 'img'));
    people.set(name, {
      name,
      role: before?.role === undefined || before.role === role ? role : `${before.role}, ${role}`,
      imageUrl: before?.imageUrl ?? imageUrl,
    });
  }
  return [...people.values()];
}

function readTranscripts(item: Node, language: string | null): FeedTranscript[] {
  const transcripts = children(item, 'podcast:transcript').flatMap((node) => {
    const url = linkOf(attribute(node, 'url'));
    const type = attribute(node, 'type')?.toLowerCase() ?? '';
    return url === null ? [] : [{ url, type, language: languageTag(attribute(node, 'language')) }];
  });
  // A translation is not what was said: those in the feed's language come first.
  const isForeign = (own: string | null): boolean =>
    own !== null && language !== null && own.split('-')[0] !== language.split('-')[0];
  const rank = ({ type, language: own }: FeedTranscript): number =>
    TYPES.findIndex((pattern) => pattern.test(type || 'unknown')) + (isForeign(own) ? TYPES.length : 0);
  return transcripts.toSorted((a, b) => rank(a) - rank(b));
}

function readSoundbite(node: Node): Soundbite[] {
  const start = Number(attribute(node, 'startTime') ?? Number.NaN);
  const duration = Number(attribute(node, 'duration') ?? Number.NaN);
  if (!(start >= 0) || !(duration > 0) || !(start + duration <= MOST_SECONDS)) return [];
  const startMs = Math.round(start * 1000);
  return [{ startMs, endMs: startMs + Math.round(duration * 1000), title: ownText(node) }];
}

/** The longest way the item describes itself in: some feeds cut the others off. */
function readNotes(item: Node): string | null {
  const sources = ['content:encoded', 'description', 'itunes:summary'].map((name) => sourceOf(item, name));
  const [longest = ''] = sources.toSorted((a, b) => b.length - a.length);
  return longest === '' ? null : longest.slice(0, MOST_NOTES);
}

function readImage(parent: Node): string | null {
  const itunes = linkOf(attribute(child(parent, 'itunes:image'), 'href'));
  const image = child(parent, 'image');
  return itunes ?? (image ? linkOf(textOf(image, 'url')) : null);
}

/** RFC 822's date without its time: what day it is elsewhere does not matter. */
function readDay(date: string | null): string | null {
  const [, day, name, year] = /(\d{1,2})\s+([a-z]{3})[a-z]*\s+(\d{4})/i.exec(date ?? '') ?? [];
  const month = MONTHS.indexOf(name?.toLowerCase() ?? '') + 1;
  if (day !== undefined && month > 0) {
    return `${year}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`;
  }
  return /^\d{4}-\d{2}-\d{2}/.exec(date ?? '')?.[0] ?? null;
}

/** `H:MM:SS`, `MM:SS` or seconds. */
function readDuration(raw: string | null): number | null {
  if (raw === null || !/^\d+(?::\d{1,2}){0,2}$/.test(raw)) return null;
  const seconds = raw.split(':').reduce((sum, part) => sum * 60 + Number(part), 0);
  return seconds > 0 ? seconds * 1000 : null;
}
