import { execFileSync } from 'node:child_process';
import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { crc32 as nodeCrc32 } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { crc32 } from '../../src/pack/crc32.ts';
import { zip, type ZipEntry } from '../../src/pack/zip.ts';
import { unzip } from './unzip.ts';

function entry(name: string, bytes: Uint8Array): ZipEntry {
  return { name, size: bytes.length, crc: crc32(bytes), read: async () => bytes };
}

async function bytesOf(pieces: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const all: Uint8Array[] = [];
  for await (const piece of pieces) all.push(piece);
  return Buffer.concat(all);
}

const files = fc.uniqueArray(
  fc.record({
    name: fc.stringMatching(/^[a-zé漢0-9_-]{1,12}(\/[a-z0-9 ._-]{0,8}[a-z])?$/),
    bytes: fc.uint8Array({ maxLength: 300 }),
  }),
  { selector: ({ name }) => name, maxLength: 12 },
);

test('the checksum is that of zlib', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 100 }), fc.nat(3), (bytes, from) => {
      const part = bytes.subarray(Math.min(from, bytes.length));
      expect(crc32(part)).toBe(nodeCrc32(part));
    }),
  );
});

describe('zip', () => {
  test('another reader finds the same names and contents', async () => {
    await fc.assert(
      fc.asyncProperty(files, async (made) => {
        const archive = zip(made.map(({ name, bytes }) => entry(name, bytes)));
        const bytes = await bytesOf(archive.read());
        expect(bytes.length).toBe(archive.size);
        const found = await unzip(bytes);
        expect(found).toEqual(made.map(({ name, bytes: content }) => [name, Buffer.from(content)]));
      }),
      { numRuns: 8 },
    );
  });

  test('any range is that part of the whole', async () => {
    await fc.assert(
      fc.asyncProperty(files, fc.nat(), fc.nat(), async (made, a, b) => {
        const archive = zip(made.map(({ name, bytes }) => entry(name, bytes)));
        const whole = await bytesOf(archive.read());
        const [from, to] = [a % (whole.length + 1), b % (whole.length + 1)].toSorted((x, y) => x - y);
        expect(await bytesOf(archive.read(from, to))).toEqual(whole.subarray(from, to));
      }),
    );
  });

  test('a range reads only the files it reaches', async () => {
    const read: string[] = [];
    const watched = ['a', 'b', 'c'].map((name) => ({
      ...entry(name, new Uint8Array(1000)),
      read: async () => {
        read.push(name);
        return new Uint8Array(1000);
      },
    }));
    await bytesOf(zip(watched).read(1100, 1200));
    expect(read).toEqual(['b']);
  });

  test('more than 65,535 files are found again', async () => {
    const made = Array.from({ length: 65_600 }, (_, nth) => entry(`f/${nth}`, new Uint8Array([nth & 255])));
    const found = await unzip(await bytesOf(zip(made).read()));
    expect([found.length, found.at(-1)?.[0]]).toEqual([65_600, 'f/65599']);
  });

  test('a file of more than 4 GiB, and one after it, are found again', async () => {
    const huge = 0x1_2000_0000;
    const last = new TextEncoder().encode('the last');
    const made = [
      { name: 'huge', size: huge, crc: 0, read: async () => new Uint8Array() },
      entry('last', last),
    ];
    const archive = zip(made);
    const folder = await mkdtemp(join(tmpdir(), 'pullquote-zip-'));
    try {
      // The huge file is a hole: only what stands around it is written.
      const path = join(folder, 'huge.zip');
      const file = await open(path, 'w');
      const head = 30 + 4 + 20;
      await file.write(await bytesOf(archive.read(0, head)), 0, head, 0);
      const rest = await bytesOf(archive.read(head + huge));
      await file.write(rest, 0, rest.length, head + huge);
      await file.close();
      const script =
        'import sys,zipfile\nz=zipfile.ZipFile(sys.argv[1])\n' +
        'print(z.getinfo("huge").file_size, z.read("last").decode(), z.getinfo("last").header_offset)';
      const printed = execFileSync('python3', ['-c', script, path]).toString().trim();
      expect(printed).toBe(`${huge} the last ${head + huge}`);
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  test('a file that is not as it was recorded breaks the archive off', async () => {
    const archive = zip([{ ...entry('a', new Uint8Array(3)), read: async () => new Uint8Array(2) }]);
    await expect(bytesOf(archive.read())).rejects.toThrow('another size');
  });
});
