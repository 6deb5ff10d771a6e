import { describe, expect, test } from 'vitest';
import { brief, codes, read, timed } from '../read.ts';

const json = (value: unknown) => read(JSON.stringify(value));

const deepgramWord = (word: string, start: number, speaker: number) => ({
  word: word.toLowerCase().replace(/\W/g, ''),
  punctuated_word: word,
  start,
  end: start + 0.5,
  speaker,
});

describe('Podcasting 2.0', () => {
  test('segments in seconds; a speaker counts until the next, an empty one ends it', () => {
    const transcript = json({
      version: '1.0.0',
      segments: [
        { speaker: 'Anna', startTime: 0.5, endTime: 2, body: 'Hello to all.' },
        { startTime: 2, endTime: 3.001, body: 'And more.' },
        { speaker: '', startTime: 4, endTime: 5, body: 'Who is this?' },
      ],
    });
    expect([transcript.format, transcript.timing]).toEqual(['podcast-json', 'cue']);
    expect(brief(transcript.segments)).toEqual([
      [500, 2000, 'Anna', 'Hello to all.'],
      [2000, 3001, '~Anna', 'And more.'],
      [4000, 5000, null, 'Who is this?'],
    ]);
  });

  test('one word a segment becomes a speaker’s sentences', () => {
    const words = ['I', 'am', 'here', '.', 'You', 'too'].map((body, i) => ({
      speaker: i < 5 ? 'A' : 'B',
      startTime: i,
      endTime: i + 0.5,
      body,
    }));
    const transcript = json({ version: '1.0.0', segments: words });
    expect([transcript.timing, brief(transcript.segments)]).toEqual([
      'word',
      [
        [0, 3500, 'A', 'I am here.'],
        [4000, 4500, 'A', 'You'],
        [5000, 5500, 'B', 'too'],
      ],
    ]);
    expect(timed(transcript.segments[0])).toEqual([
      ['I', 0, 500],
      ['am', 1000, 1500],
      ['here', 2000, 2500],
      ['.', 3000, 3500],
    ]);
  });

  test('one word a segment in a script without spaces gets none', () => {
    const segments = ['今日', 'は', 'いい', '天気', 'です', '。'].map((body, i) => ({
      startTime: i,
      endTime: i + 1,
      body,
    }));
    expect(json({ version: '1.0.0', segments }).segments[0]?.body).toBe('今日はいい天気です。');
  });

  test('what is no segment or no time is said', () => {
    const transcript = json({
      segments: [
        { startTime: 'soon', body: 'one two' },
        { startTime: 1 },
        7,
        { startTime: '00:00:02.5', body: 'three four' },
      ],
    });
    expect(brief(transcript.segments)).toEqual([
      [null, null, null, 'one two'],
      [2500, null, null, 'three four'],
    ]);
    expect(codes(transcript)).toEqual(['bad-time', 'bad-segment', 'bad-segment']);
  });
});

describe('Whisper', () => {
  test('segments with words, and a language', () => {
    const transcript = json({
      text: ' Hello there you.',
      language: 'en',
      segments: [
        {
          id: 0,
          start: 0,
          end: 1.5,
          text: ' Hello there you.',
          words: [
            { word: ' Hello', start: 0, end: 0.5 },
            { word: ' there', start: 0.5, end: 1 },
            { word: ' you.', start: 1, end: 1.5 },
          ],
        },
      ],
    });
    expect([transcript.format, transcript.timing, transcript.language]).toEqual([
      'whisper-json',
      'word',
      'en',
    ]);
    expect(brief(transcript.segments)).toEqual([[0, 1500, null, 'Hello there you.']]);
    expect(timed(transcript.segments[0])).toEqual([
      ['Hello', 0, 500],
      ['there', 500, 1000],
      ['you.', 1000, 1500],
    ]);
  });

  test('WhisperX: words without times happen, speakers are not carried', () => {
    const transcript = json({
      segments: [
        {
          start: 1,
          end: 2,
          text: ' In 2024 then',
          speaker: 'SPEAKER_00',
          words: [
            { word: 'In', start: 1, end: 1.2, score: 0.9 },
            { word: '2024' },
            { word: 'then', start: 1.8, end: 2 },
          ],
        },
        { start: 2, end: 3, text: ' so it is' },
      ],
      word_segments: [],
    });
    expect(brief(transcript.segments).map((segment) => segment[2])).toEqual(['SPEAKER_00', null]);
    expect(timed(transcript.segments[0])[1]).toEqual(['2024', null, null]);
    expect(codes(transcript)).toEqual(['words-untimed']);
  });

  test('words that are not those of the text are left out, the text stays', () => {
    const transcript = json({
      segments: [{ start: 0, end: 1, text: 'one two', words: [{ word: 'three', start: 0, end: 1 }] }],
    });
    expect([transcript.segments[0]?.body, timed(transcript.segments[0]), codes(transcript)]).toEqual([
      'one two',
      [],
      ['words-differ'],
    ]);
  });

  test.each([
    [
      'whisper.cpp',
      {
        result: { language: 'de' },
        transcription: [{ timestamps: {}, offsets: { from: 10, to: 990 }, text: ' so ist es' }],
      },
    ],
    ['transformers', { text: 'so ist es', chunks: [{ timestamp: [0.01, 0.99], text: ' so ist es' }] }],
  ])('%s', (_, value) => {
    expect(brief(json(value).segments)).toEqual([[10, 990, null, 'so ist es']]);
  });
});

describe('services', () => {
  test('Deepgram: words gathered to a speaker’s sentences', () => {
    const words = [
      deepgramWord('Hello.', 0, 0),
      deepgramWord('Good', 1, 0),
      deepgramWord('day.', 2, 0),
      deepgramWord('Thanks!', 3, 1),
    ];
    const transcript = json({
      metadata: {},
      results: { channels: [{ detected_language: 'en', alternatives: [{ transcript: 'x', words }] }] },
    });
    expect([transcript.format, transcript.timing, transcript.language]).toEqual([
      'deepgram-json',
      'word',
      'en',
    ]);
    expect(brief(transcript.segments)).toEqual([
      [0, 500, 'Speaker 0', 'Hello.'],
      [1000, 2500, 'Speaker 0', 'Good day.'],
      [3000, 3500, 'Speaker 1', 'Thanks!'],
    ]);
  });

  test('AssemblyAI: milliseconds', () => {
    const words = [
      { text: 'Hello', start: 250, end: 650, speaker: 'A' },
      { text: 'there.', start: 730, end: 1022, speaker: 'A' },
    ];
    const transcript = json({
      id: 'x',
      language_code: 'en_us',
      text: 'Hello there.',
      words,
      utterances: [{ speaker: 'A', start: 250, end: 1022, text: 'Hello there.', words }],
    });
    expect([transcript.format, transcript.timing, transcript.language]).toEqual([
      'assemblyai-json',
      'word',
      'en-us',
    ]);
    expect(brief(transcript.segments)).toEqual([[250, 1022, 'Speaker A', 'Hello there.']]);
  });

  test('Rev: words and the punctuation after them', () => {
    const elements = [
      { type: 'text', value: 'Hi', ts: 0.5, end_ts: 1, confidence: 1 },
      { type: 'punct', value: ', ' },
      { type: 'text', value: 'my', ts: 1, end_ts: 1.5 },
      { type: 'punct', value: ' ' },
      { type: 'text', value: 'name', ts: 1.5, end_ts: 2 },
      { type: 'punct', value: '.' },
    ];
    const transcript = json({
      speakers: [{ id: 0, name: 'Anna Lee' }],
      monologues: [
        { speaker: 0, elements },
        { speaker: 1, elements: elements.slice(0, 2) },
      ],
    });
    expect(brief(transcript.segments)).toEqual([
      [500, 2000, 'Anna Lee', 'Hi, my name.'],
      [500, 1000, 'Speaker 1', 'Hi,'],
    ]);
    expect(timed(transcript.segments[0])).toEqual([
      ['Hi,', 500, 1000],
      ['my', 1000, 1500],
      ['name.', 1500, 2000],
    ]);
  });

  test('YouTube json3: events with timed words, each ending where the next begins', () => {
    const transcript = json({
      wireMagic: 'pb3',
      events: [
        { tStartMs: 0, dDurationMs: 9000, id: 1 },
        { tStartMs: 100, dDurationMs: 4000, segs: [{ utf8: 'so' }, { utf8: ' what', tOffsetMs: 300 }] },
        { tStartMs: 2000, dDurationMs: 10, aAppend: 1, segs: [{ utf8: '\n' }] },
        { tStartMs: 2010, dDurationMs: 1000, segs: [{ utf8: '>> now then' }] },
      ],
    });
    expect([transcript.format, brief(transcript.segments)]).toEqual([
      'youtube-json3',
      [
        [100, 2010, null, 'so what'],
        [2010, 3010, null, '- now then'],
      ],
    ]);
    expect(timed(transcript.segments[0])).toEqual([
      ['so', 100, 400],
      ['what', 400, 2010],
    ]);
  });
});

describe('refusals', () => {
  test('broken JSON names line and column', () => {
    expect(() => read('{"version": "1.0.0",\n "segments": [,]}')).toThrow(/line 2, column 15/);
    expect(() => read('{"version": "1.0.0",\n "segments": [')).toThrow(/line 2, column 15/);
    expect(() => read('{"a": 01}')).toThrow(/line 1, column 8/);
    expect(() => read('{"a": "x\n"}')).toThrow(/line 1, column 7/);
    expect(() => read('{"a": [1}]}')).toThrow(/line 1, column 9/);
    expect(() => read('{"a": 1} x')).toThrow(/line 1, column 10/);
  });

  test.each([{}, { a: 1 }, [], { segments: [] }, { segments: [{ x: 1 }] }])(
    'JSON that is no transcript: %j',
    (value) => {
      expect(() => json(value)).toThrow(expect.objectContaining({ code: 'bad-transcript' }));
    },
  );

  test.each(['['.repeat(1_000_000), '{"a":'.repeat(500_000), `{"segments":[{"body":${'['.repeat(100_000)}`])(
    'nesting without end',
    (text) => {
      expect(() => read(text)).toThrow(expect.objectContaining({ code: 'bad-transcript' }));
    },
  );
});
