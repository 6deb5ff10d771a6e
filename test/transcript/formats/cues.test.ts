import { describe, expect, test } from 'vitest';
import { brief, codes, read, timed } from '../read.ts';

const lines = (...all: string[]): string => all.join('\n');

const rolling = (i: number) => [
  `00:0${i}.000 --> 00:0${i}.500`,
  `line ${i - 1}`,
  `line<00:0${i}.100><c> ${i}</c>`,
  '',
  `00:0${i}.500 --> 00:0${i}.510`,
  `line ${i}`,
  ' ',
  '',
];

const vttCue = (i: number, words: string) => [`00:0${i}.000 --> 00:0${i}.500`, words, ''];

const cue = (number: number, words: string, point = ',') =>
  `${number}\n00:00:0${number}${point}000 --> 00:00:0${number}${point}900\n${words}\n`;

const said = (...texts: string[]) =>
  read(texts.map((text, i) => `${i + 1}\n00:00:${10 + i},000 --> 00:00:${10 + i},900\n${text}\n`).join('\n'));

const speakers = (...texts: string[]) => brief(said(...texts).segments).map((segment) => segment.slice(2));

describe('WebVTT files as they are', () => {
  test('times in seconds alone', () => {
    const transcript = read(
      lines('WEBVTT', '', '0.000 --> 3.480', '<v A>one', '', '64.5 --> 65', '<v B>two'),
    );
    expect(brief(transcript.segments)).toEqual([
      [0, 3480, 'A', 'one'],
      [64_500, 65_000, 'B', 'two'],
    ]);
    expect(codes(transcript)).toEqual(['loose-times']);
  });

  test.each([
    '00:00:01,000 --> 00:00:02,000',
    '0:01.000 --> 0:02.000',
    '00:00:01 --> 00:00:02',
    '00:01.0 --> 00:02.0',
  ])('times as %s', (times) => {
    const transcript = read(lines('WEBVTT', '', times, 'one'));
    expect(brief(transcript.segments)).toEqual([[1000, 2000, null, 'one']]);
    expect(codes(transcript)).toContain('loose-times');
  });

  test('a missing or wrong signature is a warning', () => {
    const transcript = read(lines('webvtt', '', '00:01.000 --> 00:02.000', '<v A>one'), {
      fileName: 'a.vtt',
    });
    expect(brief(transcript.segments)).toEqual([[1000, 2000, 'A', 'one']]);
    expect(codes(transcript)).toContain('signature');
  });

  test('header, notes, styles and regions are nobody’s words', () => {
    const transcript = read(
      lines(
        'WEBVTT - a title',
        'Language: en-GB',
        '',
        'NOTE',
        'a note',
        '',
        'STYLE',
        '::cue {}',
        '',
        '00:01.000 --> 00:02.000',
        'one',
        '',
        'NOTE two',
        'lines',
      ),
    );
    expect(brief(transcript.segments)).toEqual([[1000, 2000, null, 'one']]);
    expect([transcript.language, codes(transcript)]).toEqual(['en-GB', []]);
  });

  test('a number above the times is no word, with or without a blank line', () => {
    const transcript = read(
      lines('WEBVTT', '', '1', '00:01.000 --> 00:02.000', 'one', '2', '00:02.000 --> 00:03.000', 'two'),
    );
    expect(transcript.segments.map((segment) => segment.body)).toEqual(['one', 'two']);
    expect(codes(transcript)).toEqual(['missing-blank-line']);
  });

  test('a voice counts until the next, and one cue may have two', () => {
    const transcript = read(
      lines(
        'WEBVTT',
        '',
        '00:01.000 --> 00:02.000',
        '<v A>one</v> <v B>two</v>',
        '',
        '00:02.000 --> 00:03.000',
        'three',
      ),
    );
    expect(brief(transcript.segments)).toEqual([
      [1000, 2000, 'A', 'one'],
      [1000, 2000, 'B', 'two'],
      [2000, 3000, '~B', 'three'],
    ]);
  });

  test('times within a cue time its words', () => {
    const transcript = read(
      lines('WEBVTT', '', '00:01.000 --> 00:04.000', 'one<00:02.000> two <00:03.000><c>three</c> four'),
    );
    expect(timed(transcript.segments[0])).toEqual([
      ['one', 1000, 2000],
      ['two', 2000, 3000],
      ['three', 3000, null],
      ['four', null, null],
    ]);
    expect(transcript.timing).toBe('word');
  });

  test('captions that roll say each line once', () => {
    const transcript = read(
      lines('WEBVTT', '', '00:00.000 --> 00:00.900', 'line 0', '', ...[1, 2, 3, 4].flatMap(rolling)),
    );
    expect(transcript.segments.map((segment) => segment.body)).toEqual([
      'line 0',
      'line 1',
      'line 2',
      'line 3',
      'line 4',
    ]);
    expect(codes(transcript)).toContain('rolling-captions');
  });

  test('a speaker’s own repetition stays', () => {
    const words = ['no', 'no', 'I said', 'it again', 'and again'];
    const transcript = read(lines('WEBVTT', '', ...words.flatMap((text, i) => vttCue(i, text))));
    expect(transcript.segments.map((segment) => segment.body)).toEqual(words);
  });

  test('words in no cue are left out and said', () => {
    const transcript = read(lines('WEBVTT', '', '00:01.000 --> 00:02.000', 'one', '', 'stray'));
    expect(transcript.warnings).toMatchObject([{ code: 'text-outside-cue', line: 6 }]);
  });

  test('tags no one knows and reading aids are left out and said', () => {
    const transcript = read(
      lines('WEBVTT', '', '00:01.000 --> 00:02.000', '<laughs>so <ruby>漢<rt>kan</rt></ruby>'),
    );
    expect(transcript.segments[0]?.body).toBe('so 漢');
    expect(codes(transcript)).toEqual(['unknown-tag', 'ruby']);
  });
});

describe('SRT files as they are', () => {
  test.each([
    ['a comma', ','],
    ['a dot', '.'],
  ])('decimals after %s', (_, point) => {
    const transcript = read([cue(1, 'one', point), cue(2, 'two', point)].join('\n'));
    expect([transcript.format, brief(transcript.segments)]).toEqual([
      'srt',
      [
        [1000, 1900, null, 'one'],
        [2000, 2900, null, 'two'],
      ],
    ]);
  });

  test('CRLF, a byte order mark, and tags', () => {
    const transcript = read(
      `\ufeff${cue(1, '<i>one</i> {\\an8}<font color="red">two</font>').replaceAll('\n', '\r\n')}`,
    );
    expect([transcript.segments[0]?.body, codes(transcript)]).toEqual(['one two', []]);
  });

  test('missing numbers and blank lines, and a number that is a word', () => {
    const text = lines(
      '00:00:01,000 --> 00:00:02,000',
      'one',
      '00:00:02,000 --> 00:00:03,000',
      '42',
      '',
      '3',
      '00:00:03,000 --> 00:00:04,000',
      'three',
    );
    const transcript = read(text);
    expect(transcript.segments.map((segment) => segment.body)).toEqual(['one', '42', 'three']);
    expect(transcript.warnings).toMatchObject([{ code: 'missing-blank-line', line: 3 }]);
  });

  test('a blank line among the words keeps the words', () => {
    const transcript = read(
      lines(
        '1',
        '00:00:01,000 --> 00:00:02,000',
        'one',
        '',
        'two',
        '',
        '2',
        '00:00:02,000 --> 00:00:03,000',
        'three',
      ),
    );
    expect(transcript.segments.map((segment) => segment.body)).toEqual(['one\ntwo', 'three']);
    expect(transcript.warnings).toMatchObject([{ code: 'blank-line', line: 4 }]);
  });

  test('a blank line after every line', () => {
    const transcript = read(
      [cue(1, 'one'), cue(2, 'two'), cue(3, 'three')].join('\n').replaceAll('\n', '\n\n'),
    );
    expect(transcript.segments.map((segment) => segment.body)).toEqual(['one', 'two', 'three']);
  });

  test('times that cannot be read leave the words without them', () => {
    const transcript = read(
      [cue(1, 'one'), cue(2, 'two').replace('00:00:02,900', '00:00:6x,900'), cue(3, 'three')].join('\n'),
    );
    expect(brief(transcript.segments)).toEqual([
      [1000, 1900, null, 'one'],
      [2000, null, null, 'two'],
      [3000, 3900, null, 'three'],
    ]);
    expect(transcript.warnings).toMatchObject([
      { code: 'bad-time', line: 6 },
      { code: 'cues-lost', line: 6 },
    ]);
  });

  test('where most cannot be read the file is refused, naming lines', () => {
    const text = [cue(1, 'one'), cue(2, 'two'), cue(3, 'three')].join('\n').replaceAll(/:0[23]/g, ':6x');
    expect(() => read(text)).toThrow(/3 lines have `-->` but only 1 give a cue with times \(lines 6, 10\)/);
  });

  test('overlapping, backward and reversed times are said, with lines', () => {
    const text = lines(
      '00:00:05,000 --> 00:00:07,000',
      'a',
      '',
      '00:00:06,000 --> 00:00:08,000',
      'b',
      '',
      '00:00:01,000 --> 00:00:00,500',
      'c',
    );
    const transcript = read(text);
    expect(transcript.warnings).toMatchObject([
      { code: 'times-overlap', line: 4 },
      { code: 'end-before-start', line: 7 },
      { code: 'time-backwards', line: 7 },
    ]);
    expect(transcript.segments.map(({ startMs, endMs }) => [startMs, endMs])).toEqual([
      [5000, 7000],
      [6000, 8000],
      [1000, null],
    ]);
  });

  test('one word a cue becomes sentences of timed words', () => {
    const transcript = read(
      [cue(1, 'So'), cue(2, 'be'), cue(3, 'it.'), cue(4, 'Good'), cue(5, 'night')].join('\n'),
    );
    expect(brief(transcript.segments)).toEqual([
      [1000, 3900, null, 'So be it.'],
      [4000, 5900, null, 'Good night'],
    ]);
    expect(timed(transcript.segments[0])).toEqual([
      ['So', 1000, 1900],
      ['be', 2000, 2900],
      ['it.', 3000, 3900],
    ]);
  });
});

describe('speakers written into cues', () => {
  test('count from twice on, and are carried until the next', () => {
    expect(
      speakers('Anna: hello you', 'and more', 'Ben Lee: yes so', 'Anna: fine then', 'Ben Lee: good then'),
    ).toEqual([
      ['Anna', 'hello you'],
      ['~Anna', 'and more'],
      ['Ben Lee', 'yes so'],
      ['Anna', 'fine then'],
      ['Ben Lee', 'good then'],
    ]);
  });

  test.each([
    "Here's the thing: it works",
    'Question: who is it',
    'I said: go now',
    'He told me this: no way',
    'Look at 3:15 again',
    'https://example.org is it',
  ])('are not made of %s', (text) => {
    expect(speakers(text, 'and so on', text, 'and so on')).toEqual([
      [null, text],
      [null, 'and so on'],
      [null, text],
      [null, 'and so on'],
    ]);
  });

  test('are numbered by programs, also in brackets', () => {
    expect(speakers('SPEAKER_1: hello you', '[SPEAKER_02]: hello there', '[Music] and words')).toEqual([
      ['SPEAKER_1', 'hello you'],
      ['SPEAKER_02', 'hello there'],
      ['~SPEAKER_02', '[Music] and words'],
    ]);
  });

  test('met once in a file with labels are words, and end what is carried', () => {
    const transcript = said('Anna: hello you', 'Carl: who knows', 'and so on', 'Anna: yes indeed');
    expect(brief(transcript.segments).map((segment) => segment.slice(2))).toEqual([
      ['Anna', 'hello you'],
      [null, 'Carl: who knows'],
      [null, 'and so on'],
      ['Anna', 'yes indeed'],
    ]);
    expect(codes(transcript)).toEqual(['unsure-speaker']);
  });

  test('two in one cue make two segments; dashes and >> mark turns of no one', () => {
    expect(
      speakers(
        'Anna: hello you\nBen: hi there',
        'Anna: so what\nBen: nothing much',
        '- who?\n- me!',
        '>> and you?',
      ),
    ).toEqual([
      ['Anna', 'hello you'],
      ['Ben', 'hi there'],
      ['Anna', 'so what'],
      ['Ben', 'nothing much'],
      [null, '- who?'],
      [null, '- me!'],
      [null, '- and you?'],
    ]);
  });
});
