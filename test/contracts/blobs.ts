import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Blobs } from '../../src/blobs/port.ts';

/** An adapter under test, and how to let go of it. */
export interface Opened<T> {
  subject: T;
  close(): Promise<void>;
}

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

async function* interrupted(): AsyncGenerator<Uint8Array> {
  yield new Uint8Array(9_000_000);
  throw new Error('The sender left.');
}

/** What every adapter of the blobs port promises. */
export function blobsContract(name: string, open: () => Promise<Opened<Blobs>>): void {
  describe(`blobs: ${name}`, () => {
    let opened: Opened<Blobs>;
    beforeAll(async () => {
      opened = await open();
    });
    afterAll(() => opened.close());

    test('gives back the bytes that were put', async () => {
      await opened.subject.put('cards/ab12.png', new Uint8Array([0, 255, 128, 10]), 'image/png');
      expect(await opened.subject.get('cards/ab12.png')).toEqual(new Uint8Array([0, 255, 128, 10]));
    });

    test('gives null for a name never put', async () => {
      expect(await opened.subject.get('cards/none.png')).toBeNull();
      expect(await opened.subject.has('cards/none.png')).toBe(false);
    });

    test('keeps an empty blob apart from none', async () => {
      await opened.subject.put('empty', new Uint8Array(), 'text/plain');
      expect(await opened.subject.get('empty')).toEqual(new Uint8Array());
      expect(await opened.subject.has('empty')).toBe(true);
    });

    test('replaces what a name held', async () => {
      await opened.subject.put('twice', bytes('first'), 'text/plain');
      await opened.subject.put('twice', bytes('second'), 'text/plain');
      expect(await opened.subject.get('twice')).toEqual(bytes('second'));
    });

    test('keeps bytes of its own, not the caller’s buffer', async () => {
      const buffer = bytes('kept');
      await opened.subject.put('own', buffer, 'text/plain');
      buffer.fill(0);
      expect(await opened.subject.get('own')).toEqual(bytes('kept'));
    });

    test.each([0, 10, 9_000_000])('keeps %d bytes that come in pieces', async (length) => {
      async function* pieces(): AsyncGenerator<Uint8Array> {
        for (let at = 0; at < length; at += 700_001) {
          yield new Uint8Array(Math.min(700_001, length - at)).fill(at % 251);
        }
      }
      await opened.subject.putPieces('pieces', pieces(), 'audio/mpeg');
      const kept = await opened.subject.get('pieces');
      expect(kept?.length).toBe(length);
      for (let at = 0; at < length; at += 700_001) expect(kept?.[at]).toBe(at % 251);
    });

    test('keeps nothing of pieces that end with an error', async () => {
      await expect(opened.subject.putPieces('left', interrupted(), 'audio/mpeg')).rejects.toThrow(
        'sender left',
      );
      expect(await opened.subject.has('left')).toBe(false);
    });

    test.each([
      [2, 5, [2, 3, 4]],
      [6, 99, [6, 7]],
      [8, 9, []],
      [20, 30, []],
    ])('reads bytes %d to %d of eight', async (from, to, expected) => {
      await opened.subject.put('eight', new Uint8Array([0, 1, 2, 3, 4, 5, 6, 7]), 'text/plain');
      expect(await opened.subject.read('eight', from, to)).toEqual(new Uint8Array(expected));
    });

    test('reads null where nothing has the name', async () => {
      expect(await opened.subject.read('no-such', 0, 1)).toBeNull();
    });

    test('deletes, also what is not there', async () => {
      await opened.subject.put('gone', bytes('x'), 'text/plain');
      await opened.subject.delete('gone');
      await opened.subject.delete('gone');
      expect(await opened.subject.has('gone')).toBe(false);
    });

    test('survives many writers of one name: a reader sees one of them whole', async () => {
      const versions = Array.from({ length: 10 }, (_, i) => new Uint8Array(20_000).fill(i));
      await Promise.all(versions.map((version) => opened.subject.put('raced', version, 'text/plain')));
      const read = await opened.subject.get('raced');
      expect(read?.length).toBe(20_000);
      expect(new Set(read).size).toBe(1);
    });

    test.each(['../up', 'a/../b', '/root', 'a//b', 'a/', '.hidden', 'a/.b', 'Upper', 'a b', 'a\\b', '', 'é'])(
      'refuses the name %j',
      async (bad) => {
        await expect(opened.subject.put(bad, bytes('x'), 'text/plain')).rejects.toThrow(TypeError);
        await expect(opened.subject.get(bad)).rejects.toThrow(TypeError);
        await expect(opened.subject.has(bad)).rejects.toThrow(TypeError);
        await expect(opened.subject.delete(bad)).rejects.toThrow(TypeError);
      },
    );
  });
}
