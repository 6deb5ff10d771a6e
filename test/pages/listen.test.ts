import { expect, test } from 'vitest';
import { listenAddresses } from '../../src/pages/listen.ts';

test.each([
  ['https://cdn.example/31.mp3', null, ['https://cdn.example/31.mp3#t=816']],
  [null, 'https://show.example/31#notes', ['https://show.example/31#t=816']],
  [null, 'https://www.youtube.com/watch?v=abc', ['https://www.youtube.com/watch?v=abc&t=816']],
  [null, 'https://youtu.be/abc?t=5', ['https://youtu.be/abc?t=816']],
  [null, 'https://open.spotify.com/episode/abc', ['https://open.spotify.com/episode/abc?t=816']],
  [
    null,
    'https://podcasts.apple.com/us/podcast/x/id1?i=2',
    ['https://podcasts.apple.com/us/podcast/x/id1?i=2&t=816'],
  ],
  [null, 'https://notyoutube.com/31', ['https://notyoutube.com/31#t=816']],
  ['https://cdn.example/31.mp3', 'https://show.example/31', ['https://cdn.example/31.mp3#t=816']],
  [
    'https://cdn.example/31.mp3',
    'https://youtu.be/abc',
    ['https://cdn.example/31.mp3#t=816', 'https://youtu.be/abc?t=816'],
  ],
  [null, 'javascript:alert(1)', []],
  [null, null, []],
])('audio %s and page %s at 13:36.9 are listened to at %j', (mediaUrl, url, addresses) => {
  expect(listenAddresses({ mediaUrl, url }, 816_900).map(({ href }) => href)).toEqual(addresses);
});
