import { describe, expect, test } from 'vitest';
import { readTtmlTime } from '../../../src/transcript/formats/ttml.ts';
import { brief, codes, read, timed } from '../read.ts';

const tt = (body: string, head = '', attributes = '') =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<tt xmlns="http://www.w3.org/ns/ttml" xmlns:ttm="x" xmlns:ttp="y" xml:lang="en" ${attributes}><head>${head}</head><body><div>${body}</div></body></tt>`;

const span = (text: string, begin: string, end: string) =>
  `<span unit="word" begin="${begin}" end="${end}">${text}</span>`;

describe('Podcasting 2.0 HTML', () => {
  test('names, times and paragraphs', () => {
    const transcript = read(
      '<!-- saved -->\n<html lang="en"><head><meta charset=utf-8><title>An &amp; B</title><style>p{}</style></head><body>\n<cite>Anna:</cite>\n<time>0:00</time>\n<p>It&#39;s <b>one</b><br>two.</p>\n<p>Three.</p><cite>Ben</cite><time>1:02:03</time><p>Four</body></html>',
    );
    expect([transcript.format, transcript.title]).toEqual(['podcast-html', 'An & B']);
    expect(brief(transcript.segments)).toEqual([
      [0, null, 'Anna', "It's one\ntwo."],
      [null, null, '~Anna', 'Three.'],
      [3_723_000, null, 'Ben', 'Four'],
    ]);
    expect(transcript.segments[0]?.sourceLine).toBe(5);
  });

  test('names and times within the paragraph', () => {
    const transcript = read(
      '<p><cite>Anna:</cite> <time>0:07</time> Hello you.</p><p><cite>Ben:</cite> <time>[0:09]</time> Yes.</p>',
    );
    expect(brief(transcript.segments)).toEqual([
      [7000, null, 'Anna', 'Hello you.'],
      [9000, null, 'Ben', 'Yes.'],
    ]);
  });

  test('scripts and comments are no words, a lone < is one', () => {
    const transcript = read('<p>1 < 2 <!-- no --> so<script>if (a<b) {}</script></p>');
    expect(transcript.segments[0]?.body).toBe('1 < 2 so');
    expect(codes(transcript)).toEqual(['bare-page']);
  });
});

describe('TTML', () => {
  test('paragraphs, line ends, agents and language', () => {
    const transcript = read(
      tt(
        '<p begin="00:00:01.500" end="00:00:03.000" ttm:agent="a">One &amp;<br/><span>two</span></p>\n<p begin="4s" dur="500ms" ttm:agent="b">Three</p>',
        '<metadata><ttm:title>A title</ttm:title><ttm:agent xml:id="a" type="person"><ttm:name type="full">Anna</ttm:name></ttm:agent></metadata>',
      ),
    );
    expect([transcript.format, transcript.language, transcript.title]).toEqual(['ttml', 'en', 'A title']);
    expect(brief(transcript.segments)).toEqual([
      [1500, 3000, 'Anna', 'One &\ntwo'],
      [4000, 4500, 'b', 'Three'],
    ]);
  });

  test('words in spans, timed from the document’s start although within a paragraph', () => {
    const transcript = read(
      tt(
        `<p begin="10.0" end="12.0"><span unit="sentence" begin="10.0" end="12.0">${span('Hi', '10.0', '11.0')}${span('you.', '11.0', '12.0')}</span></p>`,
      ),
    );
    expect(brief(transcript.segments)).toEqual([[10_000, 12_000, null, 'Hi you.']]);
    expect(timed(transcript.segments[0])).toEqual([
      ['Hi', 10_000, 11_000],
      ['you.', 11_000, 12_000],
    ]);
  });

  test('times within an element count from its begin', () => {
    const transcript = read(
      tt(
        '<p begin="10s" end="20s"><span begin="1s" end="2s">Hi</span> <span begin="2s" end="3s">you</span></p>',
      ),
    );
    expect(timed(transcript.segments[0])).toEqual([
      ['Hi', 11_000, 12_000],
      ['you', 12_000, 13_000],
    ]);
  });

  test.each([
    ['00:00:01:15', 1600],
    ['50f', 2000],
    ['30t', 300],
    ['1.5h', 5_400_000],
    ['2m', 120_000],
    ['250ms', 250],
    ['00:61:00', null],
    ['soon', null],
  ])('the time %s', (text, ms) => {
    expect(readTtmlTime(text, { frames: 25, ticks: 100 })).toBe(ms);
  });
});

describe('YouTube XML', () => {
  test('srv3: timed words, an event ending where the next begins', () => {
    const transcript = read(
      '<?xml version="1.0" encoding="utf-8" ?><timedtext format="3">\n<head><ws id="0"/></head><body><w t="0" id="1"/><p t="100" d="5000" w="1"><s ac="0">so</s><s t="400" ac="0"> what</s></p><p t="2000" d="10" w="1" a="1">\n</p><p t="2010" d="900">it&#39;s</p></body></timedtext>',
    );
    expect([transcript.format, brief(transcript.segments)]).toEqual([
      'youtube-srv3',
      [
        [100, 2010, null, 'so what'],
        [2010, 2910, null, "it's"],
      ],
    ]);
    expect(timed(transcript.segments[0])).toEqual([
      ['so', 100, 500],
      ['what', 500, 2010],
    ]);
  });

  test('srv1: seconds, escaped twice', () => {
    const transcript = read('<transcript><text start="0.5" dur="1.25">it&amp;#39;s &lt;</text></transcript>');
    expect(brief(transcript.segments)).toEqual([[500, 1750, null, "it's <"]]);
  });
});

describe('refusals', () => {
  test.each([
    ['a feed', '<?xml version="1.0"?><rss><channel/></rss>', /a feed/],
    ['other XML', '<?xml version="1.0"?><svg/>', /<svg>/],
    ['XML cut off', '<tt><body>\n<p begin="1s">one', /line 2/],
    ['nesting without end', `<tt>${'<div>'.repeat(5000)}${'</div>'.repeat(5000)}</tt>`, /./],
  ])('%s', (_, text, message) => {
    expect(() => read(text)).toThrow(
      expect.objectContaining({ code: 'bad-transcript', message: expect.stringMatching(message) }),
    );
  });

  test('entities of the document’s own are not expanded', () => {
    const bomb = '<!DOCTYPE tt [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>';
    expect(
      read(`<?xml version="1.0"?>${bomb}<tt><body><p begin="1s">so &b;</p></body></tt>`).segments[0]?.body,
    ).toBe('so &b;');
  });
});
