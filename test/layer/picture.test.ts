import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { inspectPicture, PICTURE_LIMITS, toPicture } from '../../src/layer/picture.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** An SOI, a comment segment, then a frame header of 640 by 480. */
const JPEG = Uint8Array.from([
  0xff, 0xd8, 0xff, 0xfe, 0, 4, 1, 2, 0xff, 0xc2, 0, 17, 8, 0x01, 0xe0, 0x02, 0x80, 3, 1, 0x22, 0,
]);

/** A RIFF with a `VP8X` chunk of 300 by 200. */
function webp(): Uint8Array {
  const bytes = new Uint8Array(30);
  bytes.set(utf8('RIFF'), 0);
  bytes.set(utf8('WEBPVP8X'), 8);
  bytes.set([299 & 255, 299 >> 8, 0, 199, 0, 0], 24);
  return bytes;
}

describe('inspectPicture', () => {
  test('reads the size of a PNG', async () => {
    const bytes = new Uint8Array(await readFile('examples/cover.png'));
    expect(inspectPicture(bytes)).toEqual({ type: 'image/png', width: 800, height: 800 });
  });

  test('reads the size of a JPEG past other segments', () => {
    expect(inspectPicture(JPEG)).toEqual({ type: 'image/jpeg', width: 640, height: 480 });
  });

  test('reads the size of a WebP', () => {
    expect(inspectPicture(webp())).toEqual({ type: 'image/webp', width: 300, height: 200 });
  });

  test.each([
    ['<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"/>', 40, 20],
    ['<?xml version="1.0"?>\n<!-- art -->\n<svg width="12.5" height="50"></svg>', 12.5, 50],
  ])('reads the size of %s', (text, width, height) => {
    expect(inspectPicture(utf8(text))).toEqual({ type: 'image/svg+xml', width, height });
  });

  test.each([
    ['nothing', new Uint8Array()],
    ['text', utf8('Not a picture at all, however long it is written.')],
    ['a JPEG that ends before its frame', JPEG.subarray(0, 10)],
    ['an SVG without a size', utf8('<svg xmlns="http://www.w3.org/2000/svg"/>')],
  ])('refuses %s', (_name, bytes) => {
    expect(() => inspectPicture(bytes)).toThrow('PNG, JPEG, WebP or SVG');
  });

  test('refuses a picture whose header names more pixels than can be held, before it is decoded', () => {
    const huge = JPEG.slice();
    huge.set([0xff, 0xff, 0xff, 0xff], 13);
    expect(() => inspectPicture(huge)).toThrow('65535 by 65535');
  });

  test('refuses more bytes than the limit', () => {
    expect(() => inspectPicture(new Uint8Array(PICTURE_LIMITS.bytes + 1))).toThrow('at most 5000000 bytes');
  });
});

describe('toPicture', () => {
  test('gives a data address of the same bytes', () => {
    const { src } = toPicture(JPEG);
    expect(src).toBe(`data:image/jpeg;base64,${Buffer.from(JPEG).toString('base64')}`);
  });

  test('refuses a type that would be left out of the card', () => {
    expect(() => toPicture(webp())).toThrow('PNG, JPEG or SVG');
  });
});
