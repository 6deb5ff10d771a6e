import { describe, expect, test } from 'vitest';
import { contextParagraphs } from '../../src/pages/context.ts';
import type { Episode } from '../../src/quote/model.ts';
import { normalize } from '../../src/transcript/normalize.ts';
import { parseTranscript } from '../../src/transcript/parse.ts';

const VTT = `WEBVTT

00:00.000 --> 00:04.000
<v Ida>One is here. Two is here. Three is here, and more. Four is here.

00:05.000 --> 00:09.000
<v Jon>Five is here. Six is here.
`;

const { text } = normalize(parseTranscript(new TextEncoder().encode(VTT)), { language: 'en' });
const episode: Episode = {
  id: 'counting',
  showId: 'show',
  title: 'Counting',
  publishedAt: null,
  guid: null,
  url: null,
  mediaUrl: null,
  durationMs: null,
  language: 'en',
  participants: [],
  chapters: [],
  cover: null,
  brandId: null,
};

function at(sentence: number): { wordFrom: number; wordTo: number } {
  const found = text.sentences[sentence];
  if (found === undefined) throw new Error(`There is no sentence ${sentence}.`);
  return found;
}

describe('contextParagraphs', () => {
  test('shows three sentences before and after, a paragraph a speaker', () => {
    expect(contextParagraphs(text, [at(3)], episode)).toEqual([
      {
        speaker: 'Ida',
        parts: [
          { text: 'One is here. Two is here. Three is here, and more. ', quoted: false },
          { text: 'Four is here.', quoted: true },
        ],
      },
      { speaker: 'Jon', parts: [{ text: 'Five is here. Six is here.', quoted: false }] },
    ]);
  });

  test('white space stands outside what is quoted', () => {
    const [first] = contextParagraphs(text, [at(1)], episode);
    expect(first?.parts).toEqual([
      { text: 'One is here. ', quoted: false },
      { text: 'Two is here.', quoted: true },
      { text: ' Three is here, and more. Four is here.', quoted: false },
    ]);
  });

  test('what a quote leaves out between its spans is shown, and is not quoted', () => {
    const [first] = contextParagraphs(text, [at(0), at(2)], episode);
    expect(first?.parts.map(({ quoted }) => quoted)).toEqual([true, false, true, false]);
  });

  test('a quote that goes over a change of speaker is quoted in both paragraphs', () => {
    const spans = [{ wordFrom: at(3).wordFrom, wordTo: at(4).wordTo }];
    const quoted = contextParagraphs(text, spans, episode).map(({ parts }) =>
      parts.filter((part) => part.quoted),
    );
    expect(quoted).toEqual([
      [{ text: 'Four is here.', quoted: true }],
      [{ text: 'Five is here.', quoted: true }],
    ]);
  });
});
