/** YouTube srv3 (`<timedtext format="3">`, milliseconds) and its elder srv1 (`<transcript><text start dur>`, seconds). */

import { decodeHTML } from 'entities/decode';
import { readMs, readSeconds } from '../source/clock.ts';
import type { Parsed } from '../source/draft.ts';
import { elementsOf, textOf, type XmlElement } from './xml.ts';
import { draftEvents, type TimedEvent } from './youtube.ts';

const readParagraph = (p: XmlElement): TimedEvent => ({
  startMs: readMs(p.attributes['t']),
  durationMs: readMs(p.attributes['d']),
  pieces: p.children.map((child) =>
    typeof child === 'string'
      ? { text: child, offsetMs: null }
      : { text: child.name === 'br' ? '\n' : textOf(child), offsetMs: readMs(child.attributes['t']) },
  ),
});

/** srv1 escapes its text twice. */
const readText = (text: XmlElement): TimedEvent => ({
  startMs: readSeconds(text.attributes['start']),
  durationMs: readSeconds(text.attributes['dur']),
  pieces: [{ text: decodeHTML(textOf(text)), offsetMs: null }],
});

/** Reads YouTube's srv3 or srv1. */
export const parseYoutubeSrv3 = (root: XmlElement): Parsed => ({
  drafts: draftEvents(
    root.name === 'transcript'
      ? elementsOf(root, 'text').map(readText)
      : elementsOf(root, 'p').map(readParagraph),
  ),
});
