/** TTML: `<p begin end>` with agents as speakers, and words timed by `<span begin end>` (as podcast apps write them). */

import type { TimedWord } from '../model.ts';
import { readClock, readMs } from '../source/clock.ts';
import type { Draft, Parsed } from '../source/draft.ts';
import type { Findings } from '../source/findings.ts';
import { elementsOf, textOf, type XmlElement } from './xml.ts';

interface Rates {
  frames: number;
  ticks: number;
}

const UNIT_MS: Readonly<Record<string, number>> = { h: 3_600_000, m: 60_000, s: 1000, ms: 1 };

/** A TTML time expression (clock time, clock time with frames, or a number with a unit) in milliseconds. */
export const readTtmlTime = (text: string | undefined, rates: Rates): number | null => {
  if (text === undefined) return null;
  const [, number, unit] = /^(\d{1,15}(?:\.\d{1,12})?)(h|ms|m|s|f|t)$/.exec(text.trim()) ?? [];
  if (number !== undefined && unit !== undefined) {
    const perUnit =
      unit === 'f' ? 1000 / rates.frames : unit === 't' ? 1000 / rates.ticks : (UNIT_MS[unit] ?? 0);
    return readMs(Number(number) * perUnit);
  }
  const [, clock, frames] = /^(\d+:\d\d:\d\d):(\d{1,3})$/.exec(text.trim()) ?? [];
  const whole = readClock(clock ?? text.trim());
  return whole === null || frames === undefined
    ? whole
    : whole + Math.round((Number(frames) * 1000) / rates.frames);
};

const ratesOf = (root: XmlElement): Rates => {
  const frames = Number(root.attributes['frameRate'] ?? 30) || 30;
  return { frames, ticks: Number(root.attributes['tickRate'] ?? frames) || frames };
};

const namesOf = (root: XmlElement): Map<string, string> =>
  new Map(
    elementsOf(root, 'agent').flatMap((agent): [string, string][] => {
      const name = elementsOf(agent, 'name').map(textOf).join(' ').trim();
      return agent.attributes['id'] !== undefined && name !== '' ? [[agent.attributes['id'], name]] : [];
    }),
  );

interface Times {
  startMs: number | null;
  endMs: number | null;
}

/**
 * Begin and end of an element, counted from the begin of the element around it, as TTML says. Files that count from the
 * start of the document all the same are known by a begin that would lie after the end of what is around it.
 */
const timesOf = (element: XmlElement, around: Times, rates: Rates): Times => {
  const begin = readTtmlTime(element.attributes['begin'], rates);
  const end = readTtmlTime(element.attributes['end'], rates);
  const duration = readTtmlTime(element.attributes['dur'], rates);
  const outer = around.startMs ?? 0;
  const isAbsolute =
    begin !== null && begin >= outer && around.endMs !== null && outer + begin > around.endMs;
  const baseMs = isAbsolute ? 0 : outer;
  const startMs = begin === null ? null : baseMs + begin;
  const endMs = end === null ? null : baseMs + end;
  return { startMs, endMs: endMs ?? (startMs !== null && duration !== null ? startMs + duration : null) };
};

interface Paragraph {
  texts: string[];
  words: TimedWord[];
}

/** Text of a paragraph; spans marked as words get a space between them where the file has none. */
const readParagraph = (element: XmlElement, around: Times, rates: Rates, into: Paragraph): void => {
  for (const child of element.children) {
    if (typeof child === 'string') into.texts.push(child.replace(/\s+/g, ' '));
    else if (child.name === 'br') into.texts.push('\n');
    else if (child.name === 'span') {
      const times = timesOf(child, around, rates);
      const text = textOf(child);
      const isLeaf = child.children.every((inner) => typeof inner === 'string');
      const isWord = child.attributes['unit'] === 'word' || child.attributes['unit'] === 'sentence';
      if (isWord && /\S/.test(into.texts.at(-1)?.at(-1) ?? '')) into.texts.push(' ');
      if (isLeaf && times.startMs !== null && text.trim() !== '')
        into.words.push({ text: text.trim(), ...times });
      if (isLeaf) into.texts.push(text.replace(/\s+/g, ' '));
      else readParagraph(child, times.startMs === null ? around : times, rates, into);
    }
  }
};

/** Reads a TTML document. */
export const parseTtml = (root: XmlElement, findings: Findings): Parsed => {
  const rates = ratesOf(root);
  const names = namesOf(root);
  const drafts: Draft[] = [];
  const visit = (element: XmlElement, around: Times, agent: string | undefined): void => {
    const times = timesOf(element, around, rates);
    const within = times.startMs === null ? around : times;
    const own = element.attributes['agent'] ?? agent;
    if (element.name !== 'p') {
      for (const child of element.children) if (typeof child === 'object') visit(child, within, own);
      return;
    }
    const paragraph: Paragraph = { texts: [], words: [] };
    readParagraph(element, within, rates, paragraph);
    if (times.startMs === null && element.attributes['begin'] !== undefined) {
      findings.add(
        'bad-time',
        `Expected a TTML time for \`begin\` but received \`${element.attributes['begin'].slice(0, 40)}\`.`,
      );
    }
    const label = own === undefined ? undefined : (names.get(own) ?? own);
    const first = paragraph.words[0];
    drafts.push({
      body: paragraph.texts.join(''),
      startMs: times.startMs ?? first?.startMs ?? null,
      endMs: times.endMs ?? paragraph.words.at(-1)?.endMs ?? null,
      label,
      timedWords: first ? paragraph.words : undefined,
    });
  };
  for (const body of elementsOf(root, 'body')) visit(body, { startMs: null, endMs: null }, undefined);
  const head = elementsOf(root, 'head')[0];
  const title = head ? elementsOf(head, 'title').map(textOf).join(' ').trim() : '';
  return { drafts, language: root.attributes['lang'] || null, title: title || null };
};
