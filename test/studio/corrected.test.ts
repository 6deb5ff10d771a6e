import { describe, expect, test } from 'vitest';
import { corrected } from '../../src/studio/correct/corrected.ts';
import { parseTranscript } from '../../src/transcript/parse.ts';
import { normalize } from '../../src/transcript/normalize.ts';
import { serializeTranscript } from '../../src/transcript/serialize.ts';
import { wordsScript } from './script.ts';

const FILE = `WEBVTT

00:00:01.000 --> 00:00:04.000
<v Ada>We rowed <00:00:02.000>over the flore, she & I.

00:00:04.500 --> 00:00:09.000
<v Bo>Over the flore again.
`;

function open(file: string, language = 'en') {
  const transcript = parseTranscript(new TextEncoder().encode(file), { fileName: 'a.vtt' });
  const { text } = normalize(transcript, { language, durationMs: null, speakers: {}, participants: [] });
  return { text, vtt: serializeTranscript(text, 'vtt', ({ label }) => label), script: wordsScript(text) };
}

/** The words of a file after it was taken in again. */
function wordsOf(vtt: string | null): string[] {
  return open(vtt ?? '').text.words.map(({ text }) => text);
}

describe('correcting words of a transcript', () => {
  test('a word is corrected where it was picked, and nowhere else', () => {
    const { vtt, script } = open(FILE);
    const fixed = corrected(vtt, script, { from: 0, to: 8 }, 'We rowed over the floor, she & I.');
    expect(wordsOf(fixed)).toEqual('We rowed over the floor, she & I. Over the flore again.'.split(' '));
  });

  test('times, names and all other words stay as they are', () => {
    const { vtt, script } = open(FILE);
    const fixed = corrected(vtt, script, { from: 8, to: 12 }, 'Over the floor again.');
    expect(fixed).toBe(vtt.replace('flore again', 'floor again'));
  });

  test.each([
    ['one word of two', 'We rowed overthe flore, she & I.', 'We rowed overthe flore, she & I.'],
    [
      'two words of one',
      'We rowed over the ship’s floor, she & I.',
      'We rowed over the ship’s floor, she & I.',
    ],
    ['a word added', 'We rowed over the old flore, she & I.', 'We rowed over the old flore, she & I.'],
    [
      'a word at the beginning',
      'And We rowed over the flore, she & I.',
      'And We rowed over the flore, she & I.',
    ],
    ['what looks like a tag', 'We rowed over the <b> she & I.', 'We rowed over the <b> she & I.'],
  ])('%s', (_, next, said) => {
    const { vtt, script } = open(FILE);
    expect(
      wordsOf(corrected(vtt, script, { from: 0, to: 8 }, next)).slice(0, said.split(' ').length),
    ).toEqual(said.split(' '));
  });

  test('of words without spaces one character can be corrected', () => {
    const { vtt, script } = open('WEBVTT\n\n00:01.000 --> 00:04.000\n舟が岸に着いた。\n', 'ja');
    const fixed = corrected(vtt, script, { from: 0, to: script.words.length }, '船が岸に着いた。');
    expect(fixed).toContain('船が岸に着いた。');
  });

  test('a file of other words is not touched', () => {
    const { script } = open(FILE);
    expect(
      corrected('WEBVTT\n\n00:01.000 --> 00:02.000\nNo.\n', script, { from: 0, to: 2 }, 'Yes'),
    ).toBeNull();
  });

  test('a stretch cannot be emptied', () => {
    const { vtt, script } = open(FILE);
    expect(corrected(vtt, script, { from: 0, to: 8 }, '  ')).toBeNull();
  });
});
