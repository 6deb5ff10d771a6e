/** Every template and every language's sample as PNG, SVG and PDF: the same bytes from Node and from workerd. */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { memoryBlobs } from '../../src/blobs/memory.ts';
import { defaultBrand } from '../../src/brand/model.ts';
import { packLayer } from '../../src/layer/pack.ts';
import { SIZES } from '../../src/layer/sizes.ts';
import { templateNames, templates } from '../../templates/index.ts';
import { testLayers } from '../layer/deps.ts';
import { samples } from '../text/samples.ts';
import { bytesOf, Client } from './client.ts';
import { episodeForm, type Served, startNode, startWorker } from './servers.ts';

/** Seconds as WebVTT writes them, below an hour. */
function time(seconds: number): string {
  return `${String(Math.floor(seconds / 60)).padStart(2, '0')}:${String(seconds % 60).padStart(2, '0')}.000`;
}

/** For all languages of a template on a busy machine. */
const PATIENCE = 300_000;

/** The samples as an episode, ten seconds each, with a portrait and a cover where there are to be pictures. */
async function samplesForm(pictures: readonly string[]): Promise<FormData> {
  const cues = samples.map(
    ({ text }, i) =>
      `${time(10 * i)} --> ${time(10 * i + 9)}\n<v Mika Haddad>${text.replaceAll('&', '&amp;')}`,
  );
  const [photo = null, cover = null] = pictures;
  const metadata = {
    show: 'Samples',
    title: 'All languages',
    id: 'samples',
    language: 'en',
    cover,
    participants: [{ name: 'Mika Haddad', photo }],
  };
  const form = episodeForm(metadata, `WEBVTT\n\n${cues.join('\n\n')}\n`);
  for (const name of pictures) form.append('pictures', new Blob([await readFile(`examples/${name}`)]), name);
  return form;
}

async function digests(server: Served, paths: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for (const path of paths) {
    const response = await new Client(server).ask(path);
    const bytes = await bytesOf(response);
    const said = response.status === 200 ? '' : new TextDecoder().decode(bytes);
    found.push(`${path} ${response.status} ${createHash('sha256').update(bytes).digest('hex')} ${said}`);
  }
  return found;
}

describe('Node and workerd draw the same bytes of', () => {
  let servers: Served[] = [];
  beforeAll(async () => {
    servers = await Promise.all([startNode(), startWorker()]);
    for (const server of servers) {
      const response = await new Client(server).import(await samplesForm(['mika-haddad.png', 'cover.png']));
      if (response.status !== 201) throw new Error(await response.text());
    }
  });
  afterAll(() => Promise.all(servers.map((server) => server.close())));

  test.each(
    templateNames.flatMap((template) => ['png', 'svg', 'pdf'].map((format) => [template, format] as const)),
  )(
    '%s as %s in every language',
    async (template, format) => {
      const paths = samples.map(
        (_, i) => `/e/samples/t=${10 * i + 1},${10 * i + 8}.${format}?template=${template}`,
      );
      const [onNode, onWorker] = await Promise.all(servers.map((server) => digests(server, paths)));
      expect(
        onNode?.every((line) => / 200 /.test(line)),
        onNode?.join('\n'),
      ).toBe(true);
      expect(onWorker).toEqual(onNode);
    },
    PATIENCE,
  );

  test(
    'a brand with fonts of its own, in every language',
    async () => {
      const folder = 'node_modules/@fontsource-variable/archivo/files/';
      for (const server of servers) {
        const client = new Client(server);
        await client.send('/v1/brands/fonts', { name: 'Fonts' }, 'admin', 'PUT');
        for (const [role, style] of Object.entries({ display: 'italic', body: 'normal' })) {
          const body = await readFile(`${folder}archivo-latin-standard-${style}.woff2`);
          const given = await client.ask(`/v1/brands/fonts/fonts/${role}`, {
            method: 'PUT',
            as: 'admin',
            body,
          });
          expect(given.status).toBe(200);
        }
      }
      const paths = ['png', 'pdf'].flatMap((format) =>
        samples.map((_, i) => `/e/samples/t=${10 * i + 1},${10 * i + 8}.${format}?brand=fonts`),
      );
      const [onNode, onWorker] = await Promise.all(servers.map((server) => digests(server, paths)));
      expect(
        onNode?.every((line) => / 200 /.test(line)),
        onNode?.join('\n'),
      ).toBe(true);
      expect(onWorker).toEqual(onNode);
    },
    PATIENCE,
  );

  test('WebP, whose encoder is the same everywhere', async () => {
    const paths = ['/e/samples/t=1,8.webp'];
    const [onNode, onWorker] = await Promise.all(servers.map((server) => digests(server, paths)));
    expect(onWorker).toEqual(onNode);
  });
});

describe('a Worker with layers drawn ahead', () => {
  let folder: string;
  let server: Served;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'pullquote-assets-'));
    await promisify(execFile)('cp', ['-al', 'dist/assets/.', folder]).catch(() =>
      promisify(execFile)('cp', ['-a', 'dist/assets/.', folder]),
    );
    await rm(join(folder, 'layers'), { recursive: true, force: true });
    await mkdir(join(folder, 'layers'));
    // A layer of one colour that no template draws: a card that shows it was not drawn anew.
    const shape = {
      direction: 'ltr',
      language: 'en',
      photo: null,
      cover: null,
      speaker: true,
      time: true,
      slide: false,
      mark: false,
      question: false,
    } as const;
    const layer = await testLayers({ blobs: memoryBlobs() }).layer(
      templates.bold,
      shape,
      defaultBrand,
      SIZES.og,
      1,
    );
    const pixels = new Uint8Array(layer.pixels.length).map((_, i) => (i % 4 === 1 || i % 4 === 3 ? 255 : 0));
    await writeFile(join(folder, 'layers', layer.key), packLayer({ ...layer, pixels }));
    await writeFile(join(folder, 'layers', 'index.json'), JSON.stringify([layer.key]));
    server = await startWorker(folder);
    await new Client(server).import(await samplesForm([]));
  });
  afterAll(async () => {
    await server.close();
    await rm(folder, { recursive: true });
  });

  test('draws on those', async () => {
    const response = await new Client(server).ask('/e/samples/t=1,8.png?template=bold');
    const { data } = PNG.sync.read(Buffer.from(await bytesOf(response)));
    expect([...data.subarray(0, 4)]).toEqual([0, 255, 0, 255]);
  });

  test('and draws the others itself', async () => {
    const response = await new Client(server).ask('/e/samples/t=1,8.png?template=minimal');
    const { data } = PNG.sync.read(Buffer.from(await bytesOf(response)));
    expect([...data.subarray(0, 4)]).not.toEqual([0, 255, 0, 255]);
  });
});
