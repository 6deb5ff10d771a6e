import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PullquoteError } from '../../src/errors.ts';
import { parseTranscript, type SourceHint } from '../../src/transcript/parse.ts';
import { brief, codes, read } from './read.ts';

const SRT = '1\n00:00:01,000 --> 00:00:02,000\nnaïve words\n';
const utf16 = (text: string, littleEndian: boolean): Uint8Array => {
  const bytes = new DataView(new ArrayBuffer(text.length * 2 + 2));
  [...`\ufeff${text}`].forEach((letter, i) => bytes.setUint16(i * 2, letter.charCodeAt(0), littleEndian));
  return new Uint8Array(bytes.buffer);
};

const clock = (ms: number, point: string) => new Date(ms).toISOString().slice(11, 23).replace('.', point);

const badCue = (i: number) => `00:00:00,000 --> 00:00:0x,000\nnumber ${i}\n`;

const times = (cue: { startMs: number; endMs: number }, point: string, arrow: string) =>
  `${clock(cue.startMs, point)}${arrow}${clock(cue.endMs, point)}`;

describe('bytes', () => {
  test.each([
    ['UTF-8', new TextEncoder().encode(SRT)],
    ['UTF-8 with its mark', new TextEncoder().encode(`\ufeff${SRT}`)],
    ['UTF-16, little end first', utf16(SRT, true)],
    ['UTF-16, big end first', utf16(SRT, false)],
  ])('%s', (_, bytes) => {
    expect(brief(parseTranscript(bytes).segments)).toEqual([[1000, 2000, null, 'naïve words']]);
  });

  test('a charset the content type names', () => {
    const bytes = Uint8Array.from(SRT, (letter) => letter.charCodeAt(0));
    expect(parseTranscript(bytes, { contentType: 'text/srt; charset=ISO-8859-1' }).segments[0]?.body).toBe(
      'naïve words',
    );
    expect(() => parseTranscript(bytes)).toThrow(
      expect.objectContaining({ code: 'bad-transcript', details: { line: 3, column: 3 } }),
    );
    expect(() => parseTranscript(bytes, { contentType: 'text/srt; charset=klingon' })).toThrow(/klingon/);
  });

  test.each([
    ['nothing', ''],
    ['white space', ' \n\t\n'],
    ['a NUL', 'so\nwh\0at'],
    ['a PDF', '%PDF-1.7\n'],
    ['RTF', '{\\rtf1\\ansi words}'],
  ])('%s is refused', (_, text) => {
    expect(() => read(text)).toThrow(expect.objectContaining({ code: 'bad-transcript' }));
  });

  test('a NUL is found by line and column', () => {
    expect(() => read('so\r\nwh\0at')).toThrow(/line 2, column 3/);
  });

  test('too many bytes are refused before they are read', () => {
    expect(() => parseTranscript(new Uint8Array(64 * 1024 * 1024 + 1))).toThrow(
      expect.objectContaining({ code: 'too-large' }),
    );
  });
});

describe('format', () => {
  const wrong: SourceHint = { contentType: 'text/html', fileName: 'a.json' };

  test.each([
    ['vtt', 'WEBVTT\n\n00:01.000 --> 00:02.000\nso it is'],
    ['srt', SRT],
    ['podcast-json', '{"segments":[{"body":"so it is"}]}'],
    ['podcast-html', '<cite>A</cite><p>so it is</p>'],
    ['sbv', '0:00:01.000,0:00:02.000\nso it is'],
    ['lrc', '[00:01.00]so it is'],
    ['ttml', '<tt><body><p begin="1s">so it is</p></body></tt>'],
    ['speaker-text', 'Anna  0:03\nso it is'],
    ['bucket-text', '00:00 - 00:30 so it is'],
  ])('%s is known by its content, whatever its name', (format, text) => {
    expect(read(text, wrong).format).toBe(format);
  });

  test('the type decides where the content does not, and the name where there is no type', () => {
    expect(() => read('so it is', { contentType: 'application/json', fileName: 'a.txt' })).toThrow(
      /Expected JSON/,
    );
    expect(() => read('so it is', { contentType: 'application/octet-stream', fileName: 'a.SRT' })).toThrow(
      /SRT cues/,
    );
    expect(read('so it is', { contentType: 'text/plain', fileName: 'a.txt' }).format).toBe('caption-text');
    expect(read('so it is', { contentType: 'constructor', fileName: 'a.constructor' }).format).toBe(
      'caption-text',
    );
  });

  test.each(['[Music] so it is', '{laughs} so it is', '<laughs> so it is', 'so --> it is', '- so it is'])(
    'plain words: %s',
    (text) => {
      expect(read(text).format).toBe('caption-text');
    },
  );
});

/** Text made of what formats are made of, so that chance finds their corners. */
const scrap = fc.constantFrom(
  'WEBVTT',
  '\n',
  '\n\n',
  '\r\n',
  ' ',
  '00:00:01.000',
  '00:01.000 --> 00:02.000',
  '0:00:01.000,0:00:02.000',
  '-->',
  '1',
  '[00:01.00]',
  '<00:01.00>',
  '00:00 - 00:30',
  'Anna: ',
  'Anna  0:03',
  '<v Bob>',
  '</v>',
  '<',
  '>',
  '&amp;',
  '&',
  '<p>',
  '</p>',
  '<cite>',
  '<time>',
  '<tt>',
  '<body>',
  '<p begin="1s">',
  '<!--',
  '<script>',
  '# Chapter 1',
  '{',
  '}',
  '[',
  ']',
  '"segments":',
  '"body":',
  '"text":',
  '"words":',
  '"start":',
  '1e999',
  '-1',
  'null',
  ',',
  ':',
  '"a"',
  '{"segments":[{"body":"a b","startTime":1}]}',
  'word',
  'naïve',
  '漢字',
  'مرحبا',
  '😀',
  '\ud800',
  '\0',
  '\u2028',
  '\ufeff',
  'NOTE',
  'STYLE',
  'REGION',
  'Transcription',
  '- ',
  '>> ',
  '****',
  '.',
  '—',
);
const scraps = fc.oneof(
  fc.array(scrap, { maxLength: 60 }).map((parts) => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 200 }),
);
const hint = fc.record(
  {
    contentType: fc.constantFrom(
      'text/vtt',
      'application/srt',
      'application/json',
      'text/html',
      'text/xml',
      'text/plain; charset=utf-8',
    ),
    fileName: fc.constantFrom('a.vtt', 'a.srt', 'a.json', 'a.html', 'a.ttml', 'a.lrc', 'a.sbv', 'a.txt', 'a'),
  },
  { requiredKeys: [] },
);

const sound = (bytes: Uint8Array, given: SourceHint): void => {
  try {
    const { segments } = parseTranscript(bytes, given);
    expect(segments.length).toBeGreaterThan(0);
    segments.forEach(({ index, startMs, endMs, body, timedWords }, i) => {
      expect([index, body.trim() === body, body === '']).toEqual([i, true, false]);
      for (const ms of [startMs, endMs])
        expect(ms === null || (Number.isSafeInteger(ms) && ms >= 0)).toBe(true);
      expect(startMs === null || endMs === null || startMs <= endMs).toBe(true);
      const letters = (timedWords ?? []).map((word) => word.text).join('');
      expect(timedWords === undefined || letters.replace(/\s/g, '') === body.replace(/\s/g, '')).toBe(true);
    });
  } catch (error) {
    if (!(error instanceof PullquoteError)) throw error;
    expect(['bad-transcript', 'too-large']).toContain(error.code);
  }
};

describe('whatever comes', () => {
  test('text gives sound segments or a PullquoteError', () => {
    fc.assert(
      fc.property(scraps, hint, (text, given) => sound(new TextEncoder().encode(text), given)),
      { numRuns: 3000 },
    );
  });

  test('so do bytes', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), hint, sound));
  });

  test('so does any JSON', () => {
    const key = fc.constantFrom(
      'segments',
      'body',
      'text',
      'words',
      'word',
      'start',
      'end',
      'startTime',
      'speaker',
      'results',
      'channels',
      'alternatives',
      'monologues',
      'elements',
      'value',
      'ts',
      'events',
      'segs',
      'utf8',
      'tStartMs',
      'utterances',
      'chunks',
      'timestamp',
    );
    const { node } = fc.letrec<{ node: unknown }>((tie) => ({
      node: fc.oneof(
        { maxDepth: 6, depthSize: 'large' },
        fc.constantFrom<unknown>(null, 'word', ' a b', '', -1, 0, 1.5, 1e300, '2.5', true),
        fc.array(tie('node'), { maxLength: 4 }),
        fc.dictionary(key, tie('node'), { maxKeys: 4 }),
      ),
    }));
    fc.assert(
      fc.property(node, (value) => sound(new TextEncoder().encode(JSON.stringify(value)), {})),
      { numRuns: 2000 },
    );
  });
});

describe('no word is lost', () => {
  const words = fc
    .array(fc.stringMatching(/^[a-z]{1,7}[.,?]?$/), { minLength: 2, maxLength: 8 })
    .map((all) => all.join(' '));
  const cues = fc
    .array(fc.tuple(words, fc.nat(5000), fc.nat(5000)), { minLength: 1, maxLength: 30 })
    .map((all) => {
      let at = 0;
      return all.map(([text, pause, length]) => {
        const startMs = at + pause;
        at = startMs + length;
        return { text, startMs, endMs: at };
      });
    });
  type Cues = readonly { text: string; startMs: number; endMs: number }[];
  const writers: Record<string, (all: Cues) => string> = {
    vtt: (all) => `WEBVTT\n\n${all.map((cue) => `${times(cue, '.', ' --> ')}\n${cue.text}`).join('\n\n')}`,
    'vtt without blank lines': (all) =>
      `WEBVTT\n${all.map((cue) => `${times(cue, '.', ' --> ')}\n${cue.text}`).join('\n')}`,
    'vtt in seconds': (all) =>
      `WEBVTT\n\n${all.map((cue) => `${cue.startMs / 1000} --> ${cue.endMs / 1000}\n${cue.text}`).join('\n\n')}`,
    srt: (all) =>
      all.map((cue, i) => `${i + 1}\r\n${times(cue, ',', ' --> ')}\r\n${cue.text}\r\n`).join('\r\n'),
    'srt without blank lines': (all) =>
      all.map((cue, i) => `${i + 1}\n${times(cue, ',', ' --> ')}\n${cue.text}`).join('\n'),
    'srt without numbers': (all) => all.map((cue) => `${times(cue, '.', '-->')}\n${cue.text}\n`).join('\n'),
    json: (all) =>
      JSON.stringify({
        segments: all.map((cue) => ({
          startTime: cue.startMs / 1000,
          endTime: cue.endMs / 1000,
          body: cue.text,
        })),
      }),
    ttml: (all) =>
      `<tt><body>${all.map((cue) => `<p begin="${cue.startMs}ms" end="${cue.endMs}ms">${cue.text}</p>`).join('\n')}</body></tt>`,
    sbv: (all) => all.map((cue) => `${times(cue, '.', ',')}\n${cue.text}\n`).join('\n'),
  };

  test.each(Object.entries(writers))('%s: every cue, its words and its times', (_, write) => {
    fc.assert(
      fc.property(cues, (all) => {
        const { segments } = read(write(all));
        expect(segments.map(({ body, startMs, endMs }) => ({ text: body, startMs, endMs }))).toEqual(all);
      }),
    );
  });

  test('plain lines: every line', () => {
    fc.assert(
      fc.property(fc.array(words, { minLength: 1 }), (all) => {
        expect(read(all.join('\n\n')).segments.map((segment) => segment.body)).toEqual(all);
      }),
    );
  });
});

describe('warnings', () => {
  test('many of a kind are told in few, with the number of all', () => {
    const good = Array.from({ length: 1000 }, (_, i) => `00:00:00,000 --> 00:00:01,000\nnumber ${i}\n`);
    const transcript = read([...good, ...Array.from({ length: 900 }, (_, i) => badCue(i))].join('\n'));
    const bad = transcript.warnings.filter((warning) => warning.code === 'bad-time');
    expect([transcript.segments.length, bad.length, bad.at(-1)?.message]).toEqual([
      1900,
      26,
      expect.stringContaining('875 more places'),
    ]);
  });

  test('a clean file has none', () => {
    expect(codes(read(SRT))).toEqual([]);
  });
});
