import { describe, expect, test } from 'vitest';
import { parseMetadata } from '../../src/ingest/metadata.ts';
import { digestSlug, randomSlug, SLUG, slugOf } from '../../src/ingest/slug.ts';
import { guessLanguage } from '../../src/ingest/language.ts';

describe('metadata', () => {
  const least = { show: 'Tidal', title: 'Mud' };

  test('takes a show by its title or as an object', () => {
    expect(parseMetadata(least).show).toEqual({ title: 'Tidal' });
    expect(
      parseMetadata({ ...least, show: { id: 'tidal', title: 'Tidal', visibility: 'private' } }).show,
    ).toMatchObject({ id: 'tidal' });
  });

  test('takes the day out of a date and time', () => {
    expect(parseMetadata({ ...least, publishedAt: '2026-03-14T23:30:00-05:00' }).publishedAt).toBe(
      '2026-03-14',
    );
  });

  test.each([
    [null, 'Expected an object with `show` and `title` for `metadata` but received `null`.'],
    [
      { title: 'Mud' },
      'Expected a show’s title, or an object with `title` for `metadata.show` but received `nothing`.',
    ],
    [{ show: 'Tidal' }, 'Expected an episode’s title for `metadata.title` but received `nothing`.'],
    [{ ...least, title: ' ' }, 'Expected an episode’s title for `metadata.title` but received `" "`.'],
    [
      { ...least, publishedAt: 'yesterday' },
      'Expected a date like `2026-03-14` for `metadata.publishedAt` but received `"yesterday"`.',
    ],
    [
      { ...least, publishedAt: '2026-13-45' },
      'Expected a date that exists, like `2026-03-14` for `metadata.publishedAt` but received `"2026-13-45"`.',
    ],
    [
      { ...least, url: 'javascript:alert(1)' },
      'Expected an http(s) URL for `metadata.url` but received `"javascript:alert(1)"`.',
    ],
    [
      { ...least, language: 'Klingon!' },
      'Expected a language tag like `pt-BR` for `metadata.language` but received `"Klingon!"`.',
    ],
    [
      { ...least, participants: [{ role: 'host' }] },
      'Expected a participant’s name for `metadata.participants.0.name` but received `nothing`.',
    ],
    [
      { ...least, chapters: [{ startMs: 1.5, title: 'a' }] },
      'Expected a whole number of milliseconds for `metadata.chapters.0.startMs` but received `1.5`.',
    ],
    [
      { ...least, show: { title: 'Tidal', visibility: 'secret' } },
      'Expected `public` or `private` for `metadata.show.visibility` but received `"secret"`.',
    ],
    [
      { ...least, id: 'Not A Slug' },
      'Expected a slug like `low-water`: lower-case letters, digits and hyphens, at most 64 characters for `metadata.id` but received `"Not A Slug"`.',
    ],
    [
      { ...least, speakers: { A: 3 } },
      'Expected a participant’s ID or name for `metadata.speakers.A` but received `3`.',
    ],
    [{ ...least, tilte: 'Mud' }, '`metadata` has no field `tilte`.'],
  ])('%j is refused by a sentence', (value, message) => {
    expect(() => parseMetadata(value)).toThrow(message);
  });
});

describe('a slug', () => {
  test.each([
    ['Second Clock', 'second-clock'],
    ['  Inês & Bram: “Live!” ', 'ines-bram-live'],
    ["Don't Panic", 'dont-panic'],
    ['99% Noise', '99-noise'],
  ])('of %j is %s', async (name, slug) => {
    expect(await slugOf(name)).toBe(slug);
  });

  test('of a name it has no letters for ends in its digest, and differs from others', async () => {
    const [first, second, mixed] = await Promise.all([
      slugOf('東京ラジオ'),
      slugOf('大阪ラジオ'),
      slugOf('東京 FM'),
    ]);
    expect(first).toMatch(/^[0-9a-z]{10}$/);
    expect(second).not.toBe(first);
    expect(mixed).toMatch(/^fm-[0-9a-z]{10}$/);
    expect(await slugOf('東京ラジオ')).toBe(first);
  });

  test('is one a caller may give, however long the name', async () => {
    for (const name of ['a'.repeat(500), `${'long '.repeat(50)}`, '!!!', '🎙️'])
      expect(await slugOf(name)).toMatch(SLUG);
    expect(await digestSlug('x')).toMatch(SLUG);
    expect(randomSlug()).toMatch(SLUG);
  });
});

describe('the language', () => {
  test.each([
    ['en', 'The tide is what it was, and you have not seen the last of it.'],
    ['de', 'Das Wasser kommt wieder, und ich habe es nicht gesehen, aber das ist auch gut.'],
    ['fr', 'La mer est là, et nous ne sommes pas dans le port avec vous.'],
    ['es', 'El agua vuelve, pero no es lo que muy pronto vemos por aquí.'],
    ['pt', 'A maré não é como você pensa, mas isso é mais uma coisa.'],
    ['nl', 'Het water is niet van ons, maar wij zijn er ook met een boot.'],
    ['ja', '海は二度戻ってくる。'],
    ['zh', '潮水每天来两次。'],
    ['ko', '물은 하루에 두 번 옵니다.'],
    ['ar', 'الماء يعود مرتين كل يوم.'],
    ['uk', 'Вода повертається двічі на день, і її видно.'],
    ['ru', 'Вода возвращается дважды в день.'],
    ['th', 'น้ำขึ้นวันละสองครั้ง'],
    ['en', ''],
    ['en', '12 34 !!'],
  ])('%s is guessed from its words', (language, words) => {
    expect(guessLanguage(words)).toBe(language);
  });
});
