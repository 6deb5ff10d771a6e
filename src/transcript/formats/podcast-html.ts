/** Podcasting 2.0 HTML: `<cite>Name:</cite> <time>0:00</time> <p>words</p>`, read tag by tag so that no page breaks it. */

import { decodeHTML } from 'entities/decode';
import { readClock } from '../source/clock.ts';
import type { Draft, Parsed } from '../source/draft.ts';
import type { Findings } from '../source/findings.ts';
import { lineCounter } from '../source/lines.ts';

/** Elements whose content is nobody's words. */
const SKIPPED = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'svg',
  'nav',
  'button',
  'form',
  'iframe',
]);
const BLOCK = new Set([
  'p',
  'div',
  'li',
  'ul',
  'ol',
  'section',
  'article',
  'main',
  'body',
  'blockquote',
  'tr',
  'td',
  'dd',
  'dt',
  'header',
  'footer',
]);
const HEADING = /^h[1-6]$/;
const TAG = /^<(\/?)([a-z][a-z0-9:-]*)/i;

interface Piece {
  kind: 'text' | 'open' | 'close';
  /** The text, or the lower-case name of the element. */
  value: string;
  tag: string;
  offset: number;
}

/** Tags and text in order; comments, declarations and skipped elements left out. Linear. */
function* piecesOf(html: string): Generator<Piece> {
  let at = 0;
  while (at < html.length) {
    const open = html.indexOf('<', at);
    const text = html.slice(at, open < 0 ? html.length : open);
    if (text !== '') yield { kind: 'text', value: text, tag: '', offset: at };
    if (open < 0) return;
    if (!/[a-z!?/]/i.test(html.charAt(open + 1))) {
      yield { kind: 'text', value: '<', tag: '', offset: open };
      at = open + 1;
      continue;
    }
    const comment = html.startsWith('<!--', open);
    const end = comment ? html.indexOf('-->', open + 4) : html.indexOf('>', open);
    if (end < 0) {
      if (!comment) yield { kind: 'text', value: html.slice(open), tag: '', offset: open };
      return;
    }
    at = end + (comment ? 3 : 1);
    const tag = html.slice(open, at);
    const match = comment ? null : TAG.exec(tag);
    const name = match?.[2]?.toLowerCase();
    if (!match || name === undefined) continue;
    if (match[1] === '' && SKIPPED.has(name)) {
      const close = new RegExp(`</${name}\\s*>`, 'gi');
      close.lastIndex = at;
      at = close.exec(html) ? close.lastIndex : html.length;
      continue;
    }
    yield { kind: match[1] === '' ? 'open' : 'close', value: name, tag, offset: open };
  }
}

const squeeze = (text: string): string => decodeHTML(text).replace(/\s+/g, ' ').trim();

const timeOf = (text: string): number | null => readClock(squeeze(text).replace(/^[[(]|[\])]$/g, ''));

/** Reads Podcasting 2.0 HTML. A name counts until the next; a time belongs to the words that follow it. */
export const parsePodcastHtml = (html: string, findings: Findings): Parsed => {
  const lineOf = lineCounter(html);
  const drafts: Draft[] = [];
  const head: Record<'title' | 'heading', string> = { title: '', heading: '' };
  let label: string | null | undefined;
  let startMs: number | null = null;
  let within: 'cite' | 'time' | 'title' | 'heading' | 'head' | null = null;
  let held = '';
  let body = '';
  let begun = false;
  let line = 1;
  let speakers = 0;

  const flush = (): void => {
    const words = body
      .split('\u0000')
      .map(squeeze)
      .filter((part) => part !== '')
      .join('\n');
    body = '';
    begun = false;
    if (words === '') return;
    drafts.push({ body: words, startMs, endMs: null, line, ...(label === undefined ? {} : { label }) });
    startMs = null;
    label = undefined;
  };
  const close = (name: string): void => {
    if (within === 'cite' && name === 'cite') {
      label = squeeze(held).replace(/\s*:$/, '') || null;
      speakers++;
    } else if (within === 'time' && name === 'time') {
      startMs = timeOf(held);
      if (startMs === null)
        findings.add(
          'bad-time',
          `Expected a time like 1:02 in <time> but received \`${squeeze(held).slice(0, 40)}\`.`,
          line,
        );
    } else if ((within === 'title' && name === 'title') || (within === 'heading' && HEADING.test(name))) {
      head[within] ||= squeeze(held);
    } else if (!(within === 'head' && name === 'head')) return;
    within = null;
  };

  for (const piece of piecesOf(html)) {
    const { kind, value } = piece;
    if (kind === 'text') {
      if (within !== null) held += value;
      else {
        if (!begun && value.trim() !== '') {
          begun = true;
          line = lineOf(piece.offset + value.search(/\S/));
        }
        body += value;
      }
    } else if (kind === 'open') {
      if (value === 'br' && within === null) body += '\u0000';
      if (BLOCK.has(value)) flush();
      const opens =
        value === 'cite' || value === 'time' || value === 'title' || value === 'head'
          ? value
          : HEADING.test(value)
            ? 'heading'
            : null;
      if (opens === null || (within !== null && within !== 'head')) continue;
      if (opens !== 'title') flush();
      within = opens;
      held = '';
      line = lineOf(piece.offset);
    } else {
      if (within !== null) close(value);
      if (BLOCK.has(value)) flush();
    }
  }
  if (within !== null && within !== 'head')
    findings.add('unclosed', `Expected <${within}> to be closed; the words after it are lost.`, line);
  flush();
  if (head.heading !== '') findings.add('heading', 'Headings were left out of the words.');
  const timed = drafts.some((draft) => draft.startMs !== null);
  if (!timed && speakers === 0)
    findings.add(
      'bare-page',
      'This page has neither <cite> nor <time>; all its text was taken for the words.',
    );
  return { drafts, title: head.heading || head.title || null, carries: true };
};
