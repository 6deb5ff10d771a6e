import { describe, expect, test } from 'vitest';
import { parseWebVtt } from '../../../src/transcript/formats/webvtt.ts';

const TIMES = '00:00:00.000 --> 00:00:01.000';
const cuesOf = (text: string) => parseWebVtt(text).cues;
const cueWith = (settings: string) => {
  const cue = cuesOf(`WEBVTT\n\n${TIMES} ${settings}\nwords`)[0];
  if (!cue) throw new Error('Expected a cue.');
  return cue;
};

const region = (settings: string) =>
  parseWebVtt(`WEBVTT\n\nREGION\n${settings}\n\n${TIMES}\nwords`).regions[0];

describe('signature', () => {
  test.each([
    ['alone', 'WEBVTT'],
    ['a line end', 'WEBVTT\n'],
    ['a space and words', 'WEBVTT anything\n'],
    ['a space, no line end', 'WEBVTT '],
    ['a tab', 'WEBVTT\t\n'],
    ['a byte order mark', '\ufeffWEBVTT\n'],
  ])('is accepted with %s', (_, text) => {
    expect(cuesOf(text)).toEqual([]);
  });

  test.each([
    ['empty', ''],
    ['too short', 'WEBVT'],
    ['lower case', 'webvtt\n'],
    ['a letter after it', 'WEBVTTx\n'],
    ['a NUL after it', 'WEBVTT\0\n'],
    ['a line above it', '\nWEBVTT\n'],
    ['a space before it', ' WEBVTT\n'],
    ['two byte order marks', '\ufeff\ufeffWEBVTT\n'],
  ])('is refused when %s', (_, text) => {
    expect(() => parseWebVtt(text)).toThrow(expect.objectContaining({ code: 'bad-transcript' }));
  });
});

describe('header', () => {
  test('ends at a line of times, which opens a cue', () => {
    expect(cuesOf(`WEBVTT\n${TIMES}\nwords`).map((cue) => cue.text)).toEqual(['words']);
  });

  test('takes other lines up to the first blank line', () => {
    expect(cuesOf(`WEBVTT\nKind: captions\nid\n\n${TIMES}\nwords`).map((cue) => cue.id)).toEqual(['']);
  });

  test('knows no cue identifier before the blank line', () => {
    expect(cuesOf(`WEBVTT\nid\n${TIMES}\nwords`).map((cue) => cue.id)).toEqual(['']);
  });
});

describe('lines', () => {
  test.each([
    ['LF', '\n'],
    ['CR', '\r'],
    ['CRLF', '\r\n'],
  ])('end with %s', (_, end) => {
    const [cue] = cuesOf(['WEBVTT', '', 'id', TIMES, 'one', 'two', ''].join(end));
    expect(cue).toMatchObject({ id: 'id', text: 'one\ntwo', sourceLine: 4 });
  });

  test('LF and CR together are two line ends', () => {
    expect(cuesOf(`WEBVTT\n\n${TIMES}\none\n\rtwo`).map((cue) => cue.text)).toEqual(['one']);
  });

  test('NUL becomes the replacement character', () => {
    expect(cuesOf(`WEBVTT\n\n\0id\n${TIMES}\n\0words`)[0]).toMatchObject({
      id: '\ufffdid',
      text: '\ufffdwords',
    });
  });

  test('white space around times is space, tab or form feed', () => {
    const text = ` ${TIMES} \n  one\n\n\t\t00:00.000\t-->\t00:01.000\t\ntwo\n\n\f00:00.000\f-->\f00:01.000\nthree`;
    expect(cuesOf(`WEBVTT\n\n${text}\n\n\v00:00.000\v-->\v00:01.000\nfour`).map((cue) => cue.text)).toEqual([
      '  one',
      'two',
      'three',
    ]);
  });

  test('a line with only a space does not end a cue', () => {
    expect(cuesOf(`WEBVTT\n\n${TIMES}\none\n \ntwo`).map((cue) => cue.text)).toEqual(['one\n \ntwo']);
  });
});

describe('identifiers and arrows', () => {
  test('any line without an arrow above the times is the identifier', () => {
    const text = ['WEBVTT', '', ' leading', TIMES, 'a', '', '-- >', TIMES, 'b', '', 'NOTE', TIMES, 'c'].join(
      '\n',
    );
    expect(cuesOf(text).map((cue) => cue.id)).toEqual([' leading', '-- >', 'NOTE']);
  });

  test('two lines above the times are no identifier, and the times open a new block', () => {
    expect(cuesOf(`WEBVTT\n\none\ntwo\n${TIMES}\nwords`)[0]).toMatchObject({ id: '', text: 'words' });
  });

  test('a line with an arrow ends the cue above it and may open one itself', () => {
    const text = `WEBVTT\n\n-->\n${TIMES}\none\nx-->\n${TIMES}\ntwo\n${TIMES}\nthree\n\n00:00:00.000 -- -->\n`;
    expect(cuesOf(text).map((cue) => cue.text)).toEqual(['one', 'two', 'three']);
  });

  test('a cue may be without words, and the file may end at any place', () => {
    expect(cuesOf(`WEBVTT\n\n${TIMES}`).map((cue) => cue.text)).toEqual(['']);
    expect(cuesOf(`WEBVTT\n\n${TIMES}\n\n${TIMES}\nend`).map((cue) => cue.text)).toEqual(['', 'end']);
  });
});

describe('times', () => {
  test.each([
    ['00:00.000 --> 00:01.000', 0, 1000],
    ['00:00:00.000-->00:00:01.000', 0, 1000],
    ['59:59.999 --> 01:00:00.000', 3_599_999, 3_600_000],
    ['0:00:00.000 --> 1:00:00.000', 0, 3_600_000],
    ['123:00:00.000 --> 1234:00:00.001', 442_800_000, 4_442_400_001],
    ['00:00:02.000 --> 00:00:01.000', 2000, 1000],
  ])('%s', (line, startMs, endMs) => {
    expect(cuesOf(`WEBVTT\n\n${line}\nwords`)[0]).toMatchObject({ startMs, endMs });
  });

  test.each([
    '00:60:00.000 --> 00:60:01.000',
    '00:00:60.000 --> 00:00:61.000',
    '60:00.000 --> 60:01.000',
    '0:00.000 --> 0:01.000',
    '000:00.000 --> 000:01.000',
    '00:0.000 --> 00:1.000',
    '00:000.000 --> 00:001.000',
    '00:00:00.00 --> 00:00:01.00',
    '00:00:00.0000 --> 00:00:01.0000',
    '00:00:00,000 --> 00:00:01,000',
    '00:00:00:000 --> 00:00:01:000',
    '00:00:00 --> 00:00:01',
    '00:00:00. --> 00:00:01.',
    ':00:00.000 --> :00:01.000',
    '-00:00:00.000 --> 00:00:01.000',
    '00:00:00.000 --> -00:00:01.000',
    '00:00:00.-000 --> 00:00:01.000',
    'x00:00:00.000 --> 00:00:01.000',
    '00:00:00.000x --> 00:00:01.000',
    '00:00:00.000 -->',
    '--> 00:00:01.000',
    '00:00:00.000 - -> 00:00:01.000',
    '00:00:00.000 ---> 00:00:01.000',
    '00:00:00.000 --> x00:00:01.000',
    '００:00:00.000 --> 00:00:01.000',
  ])('%s is none', (line) => {
    expect(cuesOf(`WEBVTT\n\n${line}\nwords`)).toEqual([]);
  });

  test('what follows the end without a space is read as settings', () => {
    expect(cuesOf(`WEBVTT\n\n${TIMES}align:end\nwords`)[0]?.align).toBe('end');
    expect(cuesOf(`WEBVTT\n\n${TIMES}x align:end\nwords`)[0]?.align).toBe('end');
  });
});

describe('settings', () => {
  test('have defaults', () => {
    expect(cueWith('')).toMatchObject({
      region: null,
      vertical: '',
      snapToLines: true,
      line: 'auto',
      lineAlign: 'start',
      position: 'auto',
      positionAlign: 'auto',
      size: 100,
      align: 'center',
    });
  });

  test('are read together, the last of a name counting', () => {
    expect(cueWith('align:start\tline:1% vertical:lr size:50% position:25% align:left')).toMatchObject({
      align: 'left',
      line: 1,
      snapToLines: false,
      vertical: 'lr',
      size: 50,
      position: 25,
    });
  });

  test.each(['align:middle', 'align:', 'align: end', 'align :end', ':end', 'align:End', 'align:end\0'])(
    '%j changes no alignment',
    (setting) => {
      expect(cueWith(setting).align).toBe('center');
    },
  );

  test.each([
    ['line:-1', -1],
    ['line:-0', 0],
    ['line:101', 101],
    ['line:1.5', 1.5],
    [`line:1${'0'.repeat(40)}`, 1e40],
  ])('%s is a line', (setting, line) => {
    expect(cueWith(setting)).toMatchObject({ line, snapToLines: true });
  });

  test.each([
    'line:-1%',
    'line:101%',
    'line:1%%',
    'line:%1',
    'line:1-',
    'line:-',
    'line:%',
    'line:1..5',
    'line:.5',
    'line:5.',
    'line:1e2',
    `line:9${'0'.repeat(400)}`,
  ])('%s is none', (setting) => {
    expect(cueWith(setting)).toMatchObject({ line: 'auto', snapToLines: true });
  });

  test('an alignment of the line that is none leaves the line', () => {
    expect(cueWith('line:100%,end')).toMatchObject({ line: 100, snapToLines: false, lineAlign: 'end' });
    expect(cueWith('line:100%,middle')).toMatchObject({ line: 100, snapToLines: false, lineAlign: 'start' });
  });

  test.each([
    ['position:1.5%', 1.5, 'auto'],
    ['position:1%,line-left', 1, 'line-left'],
    ['position:1%,line-right', 1, 'line-right'],
    ['position:1%,middle', 1, 'auto'],
    ['position:1%, center', 1, 'auto'],
    ['position:1% position:x', 1, 'auto'],
    ['position:1', 'auto', 'auto'],
    ['position:-1%', 'auto', 'auto'],
    ['position:101%,center', 'auto', 'auto'],
    ['position:1%x', 'auto', 'auto'],
  ])('%s', (setting, position, positionAlign) => {
    expect(cueWith(setting)).toMatchObject({ position, positionAlign });
  });

  test.each([
    ['size:0%', 0],
    ['size:2.5%', 2.5],
    ['size:100%', 100],
    ['size:101%', 100],
    ['size:50', 100],
    ['size:-5%', 100],
  ])('%s', (setting, size) => {
    expect(cueWith(setting).size).toBe(size);
  });
});

describe('regions and style sheets', () => {
  test('a region has defaults and settings over several lines', () => {
    expect(region('width:x')).toEqual({
      id: '',
      width: 100,
      lines: 3,
      regionAnchorX: 0,
      regionAnchorY: 100,
      viewportAnchorX: 0,
      viewportAnchorY: 100,
      scroll: '',
    });
    expect(region('id:a width:40%\nlines:5 regionanchor:1%,2%\nviewportanchor:3%,4% scroll:up')).toEqual({
      id: 'a',
      width: 40,
      lines: 5,
      regionAnchorX: 1,
      regionAnchorY: 2,
      viewportAnchorX: 3,
      viewportAnchorY: 4,
      scroll: 'up',
    });
  });

  test('what is no setting of a region is left out', () => {
    expect(region('lines:-1 lines:1.5 regionanchor:1% viewportanchor:101%,0% scroll:down')).toMatchObject({
      lines: 3,
      regionAnchorX: 0,
      viewportAnchorX: 0,
      scroll: '',
    });
  });

  test('a cue is in the last region of its name, or in none', () => {
    const regions = 'REGION\nid:a\n\nREGION \t\nid:b\n\nREGION\nid:a\nwidth:1%';
    const [a, b, both, none] = cuesOf(
      `WEBVTT\n\n${regions}\n\n${['region:a', 'region:a region:b', 'region:c region:a', 'region:a region:c'].map((setting) => `${TIMES} ${setting}\nx\n`).join('\n')}`,
    );
    expect([a?.region?.width, b?.region?.id, both?.region?.id, none?.region]).toEqual([1, 'b', 'a', null]);
  });

  test('neither counts after the first cue', () => {
    const file = parseWebVtt(
      `WEBVTT\n\n${TIMES}\nx\n\nREGION\nid:a\n\nSTYLE\n::cue {}\n\n${TIMES} region:a\ny`,
    );
    expect([file.regions, file.styles, file.cues.map((cue) => cue.text)]).toEqual([[], [], ['x', 'y']]);
  });

  test('style sheets end at a blank line or an arrow', () => {
    const file = parseWebVtt(`WEBVTT\n\nSTYLE\na\nb\n\nSTYLE \nc\n${TIMES}\nwords\n\n`);
    expect([file.styles, file.cues.map((cue) => cue.text)]).toEqual([['a\nb', 'c'], ['words']]);
  });

  test('STYLE, REGION and NOTE with other words on their line are comments', () => {
    const file = parseWebVtt(`WEBVTT\n\nSTYLE x\na\n\nREGION: id=foo\nid:a\n\nNOTE x\ny\n\nSTYLE`);
    expect(file).toEqual({ cues: [], regions: [], styles: [] });
  });
});
