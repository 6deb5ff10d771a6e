/** What the internet is to an app under test: the host of one podcast. */
export const FEED = 'https://podcast.example/feed.xml';

const WORDS = `WEBVTT

00:00:01.000 --> 00:00:04.000
<v SPEAKER_1>Who rows the mail out when the ferry stops?

00:00:04.500 --> 00:00:09.000
<v SPEAKER_2>My aunt did, and she never once asked what was in it.
`;

const item = (guid: string, more: string): string =>
  `<item><guid>${guid}</guid><title>Mail boat ${guid}</title><pubDate>Sat, 14 Mar 2026 06:00:00 GMT</pubDate>${more}</item>`;

const transcript = (path: string): string =>
  `<podcast:transcript url="https://podcast.example/${path}" type="text/vtt"/>`;

const FILES: Readonly<Record<string, string>> = {
  '/feed.xml':
    '<rss><channel><title>Harbour Mail</title><language>en</language>' +
    item('one', `<podcast:person role="host">Ada Quill</podcast:person>${transcript('words.vtt')}`) +
    item('two', transcript('gone.vtt')) +
    item('three', '') +
    item('inside', transcript('moved.vtt')) +
    '</channel></rss>',
  '/words.vtt': WORDS,
  '/page.html': '<!doctype html><title>No feed</title>',
};

/** What is answered at an address outside. */
export function outside(address: string): { status: number; body: string; headers: Record<string, string> } {
  const { pathname } = new URL(address);
  if (pathname === '/moved.vtt')
    return { status: 302, body: '', headers: { Location: 'http://169.254.169.254/latest' } };
  const body = FILES[pathname];
  return body === undefined
    ? { status: 404, body: '', headers: {} }
    : { status: 200, body, headers: { 'Content-Type': pathname.endsWith('vtt') ? 'text/vtt' : 'text/xml' } };
}
