import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { watch } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { brandView, quoteView } from '../../src/http/schemas.ts';
import { CLI, run } from './run.ts';

const WORDS = `WEBVTT

00:01.000 --> 00:04.000
<v Ida>We count the gulls, not the fish.

00:04.500 --> 00:06.000
<v Jon>And what do the gulls count?
`;

describe('pullquote', () => {
  let folder = '';
  let data: string[] = [];
  const path = (name: string): string => join(folder, name);

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'pullquote-cli-'));
    data = ['--data', path('data')];
    await writeFile(path('gulls.vtt'), WORDS);
    await run('import', '--example', ...data);
  });
  afterAll(() => rm(folder, { recursive: true }));

  async function quotesOf(episode: string): Promise<z.output<typeof quoteView>[]> {
    const { stdout } = await run('quotes', episode, '--json', ...data);
    return z.array(quoteView).parse(JSON.parse(stdout));
  }

  test('import takes a file in and says what it found', async () => {
    const people = ['--participant', 'Ida Holm=Pilot', '--speaker', 'Ida=Ida Holm'];
    const about = [
      '--show',
      'Cold Harbour',
      '--title',
      'Gulls',
      '--episode',
      'gulls',
      '--date',
      '2026-02-03',
    ];
    const { code, stdout } = await run('import', path('gulls.vtt'), ...about, ...people, ...data);
    expect(code).toBe(0);
    expect(stdout).toContain('created: gulls (Gulls, Cold Harbour)');
    expect((await quotesOf('gulls')).map(({ text }) => text)).toEqual([
      'We count the gulls, not the fish.',
      'And what do the gulls count?',
    ]);
  });

  test('import of another file under the same ID makes a new revision', async () => {
    const about = ['--show', 'Cold Harbour', '--title', 'Terns', '--episode', 'terns', ...data];
    await run('import', path('gulls.vtt'), ...about);
    await writeFile(path('corrected.vtt'), WORDS.replace('the fish', 'the fishes'));
    const { stdout } = await run('import', path('corrected.vtt'), ...about);
    expect(stdout).toContain('revised: terns');
    expect(stdout).toContain('1 changed');
  });

  test('import without a show says what is missing', async () => {
    const { code, stderr } = await run('import', path('gulls.vtt'), ...data);
    expect([code, stderr]).toEqual([1, 'Expected FILE with --show and --title, or --feed, or --example.\n']);
  });

  test('import --feed reads a feed from a file and skips episodes without transcript', async () => {
    const feed = `<rss version="2.0"><channel><title>Cold Harbour</title><item><title>Bare</title><guid>bare</guid></item></channel></rss>`;
    await writeFile(path('feed.xml'), feed);
    const { code, stdout } = await run('import', '--feed', path('feed.xml'), ...data);
    expect(code).toBe(0);
    expect(stdout).toContain('1 without transcript');
  });

  test('quotes lists ID, time and words', async () => {
    const { stdout } = await run('quotes', 'example', ...data);
    expect(stdout).toMatch(/^q_[a-z0-9]{13} {2}0:42 {2}Two identical towers, same motors, same software\.$/m);
  });

  test('quotes of an episode there is not ends with 1 and a sentence', async () => {
    const { code, stdout, stderr } = await run('quotes', 'nowhere', ...data);
    expect([code, stdout, stderr]).toEqual([1, '', 'There is no episode `nowhere`.\n']);
  });

  test('quotes --json says of each what its picture does', async () => {
    const quote = (await quotesOf('example')).find(({ text }) => text.startsWith('Two identical'));
    expect(quote?.alt).toBe(
      '“Two identical towers, same motors, same software.” — Mika Haddad (Elevator engineer). Slow Signal, The Elevator That Apologises, March 14, 2026, 0:42.',
    );
  });

  test.each(['png', 'svg'])('card draws a quote into a .%s', async (format) => {
    const quote = (await quotesOf('example')).find(({ text }) => text.startsWith('Two identical'));
    const file = path(`card.${format}`);
    const { code, stderr } = await run('card', quote?.id ?? '', '-o', file, '--size', 'square', ...data);
    expect([code, stderr]).toEqual([0, '']);
    const bytes = await readFile(file);
    expect(bytes.subarray(0, 5).toString('latin1')).toBe(format === 'png' ? '\x89PNG\r' : '<svg ');
  });

  test('card draws a range, written as in addresses', async () => {
    const file = path('range.png');
    const { code } = await run('card', 'example/0:42-0:48', '-o', file, ...data);
    expect(code).toBe(0);
    expect((await readFile(file)).length).toBeGreaterThan(1000);
  });

  test('clip writes a video, or its captions', async () => {
    const [video, captions] = [join(folder, 'clip.mp4'), join(folder, 'clip.vtt')];
    for (const out of [video, captions])
      expect((await run('clip', 'example/s=11', '-o', out, ...data)).code).toBe(0);
    expect((await readFile(video)).subarray(4, 8).toString()).toBe('ftyp');
    expect(await readFile(captions, 'utf8')).toMatch(/^WEBVTT\n\n00:00:00\.000 --> /);
    const preview = join(folder, 'clip.webp');
    const asked = ['--size', 'square', '--template', 'waveform', '--fillers', 'hide'];
    expect((await run('clip', 'example/s=11', '-o', preview, ...asked, ...data)).code).toBe(0);
    expect((await readFile(preview)).subarray(8, 12).toString()).toBe('WEBP');
    const other = await run('clip', 'example/s=11', '-o', 'x.avi', ...data);
    expect([other.code, other.stderr]).toEqual([
      1,
      'Expected a file that ends in .mp4, .gif, .webp, .vtt or .srt but received `x.avi`.\n',
    ]);
  });

  test('import --audio keeps a recording, of which clips then have their sound', async () => {
    const about = ['--show', 'Gulls', '--title', 'Heard', '--episode', 'heard'];
    const audio = ['--audio', 'examples/example.mp3'];
    expect((await run('import', path('gulls.vtt'), ...about, ...audio, ...data)).code).toBe(0);
    expect((await run('clip', 'heard/s=0', '-o', path('heard.mp4'), ...data)).code).toBe(0);
    expect((await readFile(path('heard.mp4'))).includes('mp4a')).toBe(true);
    const none = await run('import', path('gulls.vtt'), ...about, '--audio', path('gulls.vtt'), ...data);
    expect([none.code, none.stderr]).toEqual([1, expect.stringContaining('Expected a recording as MP3')]);
  });

  test('clip killed as it begins to write leaves nothing half-written under the name asked for', async () => {
    const out = join(await mkdtemp(join(folder, 'killed-')), 'clip.mp4');
    const child = spawn(process.execPath, [...CLI, 'clip', 'example/s=11', '-o', out, ...data]);
    const exited = once(child, 'exit');
    const watcher = watch(dirname(out), () => child.kill('SIGKILL'));
    await exited;
    watcher.close();
    const written = await readFile(out).catch(() => Buffer.alloc(0));
    // Each box says how long it is.
    let end = 0;
    for (; end < written.length; end += written.readUInt32BE(end));
    expect(end).toBe(written.length);
  });

  test.each([
    [['example/13:99', '-o', 'x.png'], 'Expected a time like 13:36 for `range` but received `13:99`.'],
    [
      ['example/s=1', '-o', 'x.bmp'],
      'Expected a file that ends in one of .png, .jpg, .webp, .avif, .svg, .pdf but received `x.bmp`',
    ],
    [['example/s=1', '-o', 'x.png', '--size', 'big'], '`size`'],
  ])('card %j ends with 1 and says why', async (args, sentence) => {
    const { code, stderr } = await run('card', ...args, ...data);
    expect(code).toBe(1);
    expect(stderr).toContain(sentence);
  });

  test('parse prints Podcasting 2.0 JSON and nothing else on stdout', async () => {
    const { code, stdout } = await run('parse', path('gulls.vtt'));
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      version: expect.any(String),
      segments: [
        { speaker: 'Ida', startTime: 1, body: 'We count the gulls, not the fish.' },
        { speaker: 'Jon' },
      ],
    });
  });

  test.each([
    ['a file that is no transcript', 'not-words.bin', Buffer.from([0, 1, 2, 3, 0, 255, 254, 0, 9])],
    ['an empty file', 'empty.vtt', Buffer.alloc(0)],
  ])('parse of %s ends with 1 and one sentence', async (_, name, bytes) => {
    await writeFile(path(name), bytes);
    const { code, stdout, stderr } = await run('parse', path(name));
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
  });

  test('parse of a file there is not ends with 1 and names it', async () => {
    const { code, stderr } = await run('parse', path('nothing.vtt'));
    expect([code, stderr]).toEqual([1, `There is no file ${path('nothing.vtt')}.\n`]);
  });

  test('speakers lists who speaks and how that is known', async () => {
    const { stdout } = await run('speakers', 'example', '--json', ...data);
    expect(JSON.parse(stdout)).toContainEqual(
      expect.objectContaining({ label: 'Mika Haddad', participantId: 'mika-haddad', source: 'label' }),
    );
  });

  test('search finds words', async () => {
    const { stdout } = await run('search', 'identical', 'towers', ...data);
    expect(stdout).toContain('*identical* *towers*');
  });

  test('search says so where no sentence has the words', async () => {
    const { code, stdout, stderr } = await run('search', 'xylophone', ...data);
    expect([code, stdout, stderr]).toEqual([0, '', 'No sentence has these words.\n']);
  });

  test('help of card and clip says what each parameter may be', async () => {
    expect((await run('card', '--help')).stdout).toMatch(/--template <value> .*\n? *One of classic,/);
    expect((await run('clip', '--help')).stdout).toMatch(/--style <value> +Whether the word/);
  });

  test('notes lead to highlights: read from a file, shown, taken away', async () => {
    await writeFile(path('notes.md'), '# Notes\n- Why a **mirror** beats a wall\n');
    expect((await run('notes', 'example', path('notes.md'), ...data)).stdout).toBe(
      'Why a mirror beats a wall\n',
    );
    const { stdout } = await run('highlights', 'example', '--count', '1', ...data);
    expect(stdout).toMatch(
      /^s=20.*Thirty seconds with a mirror.*\n {4}for the note: Why a mirror beats a wall$/m,
    );
    expect((await run('notes', 'example', '--none', ...data)).stdout).toBe('');
    expect((await run('highlights', 'example', '--count', '1', ...data)).stdout).not.toContain(
      'for the note',
    );
  });

  test('verify says what was changed and where it was said', async () => {
    const words = 'Thirty seconds with a mirror is longer than 20 seconds with a wall.';
    const { stdout } = await run('verify', words, ...data);
    expect(stdout).toContain('altered\n');
    expect(stdout).toContain('[-shorter-] {+longer+} than twenty seconds');
    expect(stdout).toContain('1:10  Mika Haddad');
  });

  test('token create prints the secret once; list does not know it; revoke ends it', async () => {
    const { stdout: secret } = await run(
      'token',
      'create',
      '--scope',
      'import',
      '--label',
      'laptop',
      ...data,
    );
    expect(secret).toMatch(/^pq_[a-z2-7]{32}\n$/);
    const list = await run('token', 'list', '--json', ...data);
    expect(list.stdout).not.toContain(secret.trim());
    const tokens = z.array(z.object({ id: z.string(), label: z.string() })).parse(JSON.parse(list.stdout));
    const id = tokens.find(({ label }) => label === 'laptop')?.id ?? '';
    expect((await run('token', 'revoke', id, ...data)).code).toBe(0);
    expect((await run('token', 'list', ...data)).stdout).toMatch(/ revoked +laptop/);
  });

  test('token create without a scope says which there are', async () => {
    const { code, stderr } = await run('token', 'create', ...data);
    expect(code).toBe(1);
    expect(stderr).toContain('--scope');
  });

  test('brand makes, changes, lists and shows kits, and says which colours it repaired', async () => {
    const made = await run('brand', 'set', 'ferry', 'examples/brand.json', ...data);
    expect(made).toMatchObject({ code: 0, stdout: 'created: ferry, revision 1\n' });
    await writeFile(
      path('pale.json'),
      '{"name":"Pale","colors":{"background":"#ffffff","text":"#cccccc","muted":"#dddddd","accent":"#ffff00"}}',
    );
    const changed = await run('brand', 'set', 'ferry', path('pale.json'), ...data);
    expect(changed.stdout).toMatch(/^changed: ferry, revision 2\n {2}text: #cccccc is drawn as #/);
    expect((await run('brand', 'list', ...data)).stdout).toBe('ferry  r2  classic  Pale\n');
    const { kit } = brandView.parse(JSON.parse((await run('brand', 'show', 'ferry', ...data)).stdout));
    expect(kit).toMatchObject({ id: 'ferry', name: 'Pale', colors: { text: '#cccccc' } });
  });

  test('brand takes fonts from files; one that is none leaves the brand as it was', async () => {
    const font = 'node_modules/@fontsource-variable/archivo/files/archivo-latin-standard-italic.woff2';
    const made = await run(
      'brand',
      'set',
      'own-fonts',
      'examples/brand.json',
      '--display-font',
      font,
      ...data,
    );
    expect(made.stdout).toBe('created: own-fonts, revision 1\n');
    const { kit } = brandView.parse(JSON.parse((await run('brand', 'show', 'own-fonts', ...data)).stdout));
    expect(kit.fonts.display).toMatch(/^[0-9a-f]{64}$/);
    const wrong = await run(
      'brand',
      'set',
      'own-fonts',
      'examples/brand.json',
      '--body-font',
      'README.md',
      ...data,
    );
    expect([wrong.code, wrong.stderr]).toEqual([1, expect.stringContaining('a font in TTF, OTF or WOFF2')]);
    expect((await run('brand', 'list', ...data)).stdout).toContain('own-fonts  r1');
  });

  test('brand refuses a kit it cannot draw', async () => {
    await writeFile(path('wrong.json'), '{"name":"Wrong","template":"poster"}');
    const { code, stderr } = await run('brand', 'set', 'wrong', path('wrong.json'), ...data);
    expect(code).toBe(1);
    expect(stderr).toContain('for `template` but received `poster`');
  });
});
