import { describe, expect, test } from 'vitest';
import { overlapOf } from '../../../src/transcript/formats/caption-text.ts';
import { brief, codes, read, timed } from '../read.ts';

const lines = (...all: string[]): string => all.join('\n');

test('SBV', () => {
  const transcript = read(
    lines(
      '0:00:00.599,0:00:04.160',
      '>> Hi, I am[br]Anna',
      '',
      '0:00:04.160,1:00:06.770',
      'and this is',
      'me',
    ),
  );
  expect([transcript.format, brief(transcript.segments)]).toEqual([
    'sbv',
    [
      [599, 4160, null, '- Hi, I am\nAnna'],
      [4160, 3_606_770, null, 'and this is\nme'],
    ],
  ]);
});

describe('LRC', () => {
  test('lines end where the next begins; fields and an offset', () => {
    const transcript = read(
      lines(
        '[ti:A title]',
        '[offset:+500]',
        '[00:01.50]one',
        '[00:03.25] two',
        '[00:05.00]',
        '[61:00.000]three',
      ),
    );
    expect([transcript.format, transcript.title, brief(transcript.segments)]).toEqual([
      'lrc',
      'A title',
      [
        [1000, 2750, null, 'one'],
        [2750, 4500, null, 'two'],
        [3_659_500, null, null, 'three'],
      ],
    ]);
  });

  test('a line with several times is said several times, in order', () => {
    const transcript = read(lines('[00:01.00][00:05.00]one', '[00:03.00]two'));
    expect(brief(transcript.segments).map(([startMs, , , body]) => [startMs, body])).toEqual([
      [1000, 'one'],
      [3000, 'two'],
      [5000, 'one'],
    ]);
  });

  test('times of words', () => {
    const transcript = read(
      lines('[00:01.00]<00:01.00>one <00:02.00>two<00:02.50>', '[00:03.00]<00:03.00>three'),
    );
    expect(timed(transcript.segments[0])).toEqual([
      ['one', 1000, 2000],
      ['two', 2000, 2500],
    ]);
  });
});

describe('text with names and times', () => {
  test.each([
    [
      'Otter',
      lines(
        'A meeting',
        '',
        'Anna Lee  0:03  ',
        'Hello you.',
        '',
        'Unknown Speaker  1:02:03',
        'Yes at 3:15 then.',
        '',
        'Transcribed by https://example.ai',
      ),
    ],
    [
      'Rev',
      lines(
        'A meeting',
        '',
        'Anna Lee (00:03):',
        'Hello you.',
        '',
        'Unknown Speaker (01:02:03):',
        'Yes at 3:15 then.',
      ),
    ],
    [
      'Descript',
      lines(
        'A meeting',
        '',
        '[00:00:03] Anna Lee: Hello you.',
        '',
        '[01:02:03] Unknown Speaker: Yes at 3:15 then.',
      ),
    ],
    [
      'one line each',
      lines('A meeting', '', '0:03 Anna Lee: Hello you.', '1:02:03 Unknown Speaker: Yes at 3:15 then.'),
    ],
  ])('%s', (_, text) => {
    const transcript = read(text);
    expect([transcript.format, transcript.timing, transcript.title]).toEqual([
      'speaker-text',
      'cue',
      'A meeting',
    ]);
    expect(brief(transcript.segments)).toEqual([
      [3000, null, 'Anna Lee', 'Hello you.'],
      [3_723_000, null, 'Unknown Speaker', 'Yes at 3:15 then.'],
    ]);
    expect(codes(transcript)).toContain('page-furniture');
  });

  test('a further paragraph is the same speaker’s', () => {
    expect(
      brief(read(lines('Anna  0:03', 'One.', '', 'Two', 'lines.', '', 'Ben  0:09', 'Three.')).segments),
    ).toEqual([
      [3000, null, 'Anna', 'One.'],
      [null, null, '~Anna', 'Two\nlines.'],
      [9000, null, 'Ben', 'Three.'],
    ]);
  });

  test('times without names', () => {
    expect(brief(read(lines('0:00', 'one', '0:05', 'two', '75:30', 'three')).segments)).toEqual([
      [0, null, null, 'one'],
      [5000, null, null, 'two'],
      [4_530_000, null, null, 'three'],
    ]);
  });

  test('words that name a time are no heading', () => {
    const text = lines('Anna  0:03', 'We met', 'on Monday 3:15', 'and left.', '', 'Ben  0:09', 'Yes.');
    expect(read(text).segments.map((segment) => segment.body)).toEqual([
      'We met\non Monday 3:15\nand left.',
      'Yes.',
    ]);
  });
});

describe('text in stretches of time', () => {
  const page = lines(
    'A teaser',
    'A title',
    'Summary',
    'What it is about.',
    'Chapters',
    '00:00 - 01:00: Beginning of it',
    'Key Takeaways',
    'One thing.',
    'A title Transcription',
    '00:00 - 00:30',
    '00:30 - 01:00 One two',
    'three.',
    '75:00 - 75:30 Four – five',
  );

  test('words come after the line that says so; what is before gives title and notes', () => {
    const transcript = read(page);
    expect(transcript).toMatchObject({
      format: 'bucket-text',
      timing: 'bucket',
      title: 'A title',
      notes: ['What it is about.', 'One thing.'],
    });
    expect(brief(transcript.segments)).toEqual([
      [30_000, 60_000, null, 'One two\nthree.'],
      [4_500_000, 4_530_000, null, 'Four – five'],
    ]);
    expect(transcript.warnings.map(({ code, line }) => [code, line])).toEqual([
      ['page-furniture', 1],
      ['empty-bucket', 10],
    ]);
  });

  test('without such a line they begin with the first stretch', () => {
    const transcript = read(lines('00:00 - 00:30 one', '00:30 - 01:00 two'));
    expect([transcript.title, brief(transcript.segments)]).toEqual([
      null,
      [
        [0, 30_000, null, 'one'],
        [30_000, 60_000, null, 'two'],
      ],
    ]);
  });
});

describe('plain lines', () => {
  test('have no times; dashes mark turns', () => {
    const transcript = read(lines('- one two', '', 'three – four', '', '- five ****', '-six'));
    expect([transcript.format, transcript.timing]).toEqual(['caption-text', 'none']);
    expect(brief(transcript.segments)).toEqual([
      [null, null, null, '- one two'],
      [null, null, null, 'three – four'],
      [null, null, null, '- five ****'],
      [null, null, null, '-six'],
    ]);
  });

  test('lines a part repeats from the part before are taken out once, a speaker’s own repetitions are not', () => {
    const text = lines(
      '# Chapter 1',
      'a',
      'no',
      'no',
      'b',
      'c',
      'd',
      'e',
      '# Chapter 2',
      'b',
      'c',
      'd',
      'e',
      'e',
      'f',
      '# Chapter 3',
      'f',
      'g',
    );
    const transcript = read(text);
    expect(transcript.segments.map((segment) => segment.body).join(' ')).toBe('a no no b c d e e f f g');
    expect(transcript.warnings.map(({ code, line }) => [code, line])).toEqual([
      ['heading', 1],
      ['overlap-removed', 10],
    ]);
  });

  test('names before colons are speakers as in captions', () => {
    expect(
      brief(read(lines('Anna: one', 'two', 'Ben: three', 'Anna: four', 'Ben: five')).segments).map(
        (segment) => segment.slice(2),
      ),
    ).toEqual([
      ['Anna', 'one'],
      ['~Anna', 'two'],
      ['Ben', 'three'],
      ['Anna', 'four'],
      ['Ben', 'five'],
    ]);
  });

  test.each([
    [['a', 'b'], ['c'], 0],
    [['a', 'b'], ['b', 'c'], 1],
    [['b', 'b', 'b'], ['b', 'b', 'c'], 2],
    [['a', 'b', 'a', 'b'], ['a', 'b', 'a', 'b', 'c'], 4],
    [['a', 'b'], ['a', 'b'], 2],
    [[], ['a'], 0],
  ])('the end of %j and the beginning of %j share %i lines', (before, after, shared) => {
    expect(overlapOf(before, after)).toBe(shared);
  });
});
