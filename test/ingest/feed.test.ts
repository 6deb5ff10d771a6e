import { describe, expect, test } from 'vitest';
import { parseChapters } from '../../src/ingest/chapters.ts';
import { parseFeed } from '../../src/ingest/feed.ts';

function feed(item: string, channel = ''): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:podcast="https://podcastindex.org/namespace/1.0" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd">
<channel><title>Second Clock</title>${channel}<item><guid>g1</guid>${item}</item></channel></rss>`;
}

function transcript(name: string, type: string, language = ''): string {
  return `<podcast:transcript url="https://a.example/${name}" type="${type}" ${language && `language="${language}"`}/>`;
}

const first = (item: string, channel?: string) => parseFeed(feed(item, channel)).items[0];

describe('a feed', () => {
  test('says what its show is', () => {
    const channel = '<link>https://tidal.example/</link><language>pt_br</language>';
    expect(parseFeed(feed('', channel))).toMatchObject({
      title: 'Second Clock',
      url: 'https://tidal.example/',
      language: 'pt-BR',
    });
  });

  test('says what its episodes are', () => {
    const item = first(`<title>
        Mud &amp; moon&#8230;
      </title><link>https://tidal.example/1</link>
      <enclosure url="https://tidal.example/1.mp3?a=1&amp;b=2" type="audio/mpeg" length="1"/>
      <pubDate>Sat, 14 Mar 2026 23:30:00 -0500</pubDate><itunes:duration>1:02:03</itunes:duration>`);
    expect(item).toMatchObject({
      guid: 'g1',
      title: 'Mud & moon…',
      url: 'https://tidal.example/1',
      mediaUrl: 'https://tidal.example/1.mp3?a=1&b=2',
      publishedAt: '2026-03-14',
      durationMs: 3_723_000,
    });
  });

  test('takes CDATA as it is written', () => {
    expect(first('<title><![CDATA[Mud & <moon>]]> <![CDATA[&amp; sea]]></title>')?.title).toBe(
      'Mud & <moon>&amp; sea',
    );
  });

  test('prefers an item’s people to the channel’s, and joins the roles of one', () => {
    const host = '<podcast:person img="https://a.example/i.png">Ines Prado</podcast:person>';
    expect(first('', host)?.people).toEqual([
      { name: 'Ines Prado', role: 'host', imageUrl: 'https://a.example/i.png' },
    ]);
    const guests =
      '<podcast:person role="Guest">Bram</podcast:person><podcast:person role="editor">Bram</podcast:person>';
    expect(first(guests, host)?.people).toEqual([{ name: 'Bram', role: 'guest, editor', imageUrl: null }]);
  });

  test('prefers an item’s picture to the channel’s', () => {
    const channel = '<image><url>https://a.example/show.png</url></image>';
    expect(first('', channel)?.imageUrl).toBe('https://a.example/show.png');
    expect(first('<itunes:image href="https://a.example/1.png"/>', channel)?.imageUrl).toBe(
      'https://a.example/1.png',
    );
  });

  test('puts the transcript that says most first, translations last', () => {
    const item = first(
      transcript('fr', 'application/json', 'fr') +
        transcript('html', 'text/html') +
        transcript('txt', 'text/plain') +
        transcript('srt', 'application/x-subrip') +
        transcript('vtt', 'text/vtt', 'en-GB') +
        transcript('json', 'application/json') +
        '<podcast:transcript type="text/vtt"/>',
      '<language>en-us</language>',
    );
    expect(item?.transcripts.map(({ url }) => url.split('/').at(-1))).toEqual([
      'json',
      'vtt',
      'srt',
      'html',
      'txt',
      'fr',
    ]);
  });

  test('gives chapters and soundbites', () => {
    const item = first(`<podcast:chapters url="https://a.example/c.json" type="application/json+chapters"/>
      <podcast:soundbite startTime="73.25" duration="60">The mud</podcast:soundbite><podcast:soundbite startTime="x" duration="1"/>`);
    expect(item?.chaptersUrl).toBe('https://a.example/c.json');
    expect(item?.soundbites).toEqual([{ startMs: 73_250, endMs: 133_250, title: 'The mud' }]);
  });

  test('gives show notes with their lines, the longest where there are several', () => {
    const item = first(`<description>Short.</description>
      <content:encoded><![CDATA[<p>The mud</p>
<p>The moon &amp; the clock</p>]]></content:encoded>`);
    expect(item?.notes).toBe('<p>The mud</p>\n<p>The moon &amp; the clock</p>');
    expect(first('<description>&lt;p&gt;The mud&lt;/p&gt;</description>')?.notes).toBe('<p>The mud</p>');
    expect(first('')?.notes).toBeNull();
  });

  test('knows an item without a guid by its audio', () => {
    const text = feed('<enclosure url="https://a.example/1.mp3"/>').replace('<guid>g1</guid>', '');
    expect(parseFeed(text).items[0]?.guid).toBe('https://a.example/1.mp3');
  });

  test('takes thousands of entities, and never a document’s own', () => {
    expect(first(`<title>${'&amp;'.repeat(5000)}</title>`)?.title).toBe('&'.repeat(5000));
    const bomb = feed('<title>&big;</title>').replace('<rss', '<!DOCTYPE rss [<!ENTITY big "bigger">]><rss');
    expect(parseFeed(bomb).items[0]?.title).toBe('&big;');
  });

  test('leaves out links that are not http(s)', () => {
    expect(first('<link>javascript:alert(1)</link>')?.url).toBeNull();
  });

  test.each(['', 'not a feed', '<html><body>no</body></html>', '<rss><channel><title>cut'])(
    'is not %j',
    (text) => {
      expect(() => parseFeed(text)).toThrow(/^Expected a(?:n RSS| podcast) feed/);
    },
  );
});

const bytes = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));

describe('chapters', () => {
  test('are given in order, without those of no title or out of the table of contents', () => {
    const chapters = [
      { startTime: 60.5, title: ' Two ' },
      { startTime: 0, title: 'One' },
      { startTime: 9 },
      { startTime: 10, title: 'x', toc: false },
    ];
    expect(parseChapters(bytes({ version: '1.2.0', chapters }))).toEqual([
      { startMs: 0, title: 'One' },
      { startMs: 60_500, title: 'Two' },
    ]);
  });

  test('are null where there are none', () => {
    expect(parseChapters(bytes([]))).toBeNull();
    expect(parseChapters(new TextEncoder().encode('<html>'))).toBeNull();
  });
});
