import { describe, expect, test } from 'vitest';
import { byteRange } from '../../src/http/byte-range.ts';
import { createGate, createLobby } from '../../src/http/gate.ts';
import { memoryPictures, pictureKey, type Pictures } from '../../src/http/pictures.ts';
import { countedAddress, memoryRateLimit } from '../../src/http/rate-limit.ts';

describe('byteRange of 100 bytes', () => {
  test.each([
    ['bytes=0-9', { from: 0, to: 10 }],
    ['bytes=90-200', { from: 90, to: 100 }],
    ['bytes=-10', { from: 90, to: 100 }],
    ['bytes=-200', { from: 0, to: 100 }],
    ['bytes=50-', { from: 50, to: 100 }],
    ['bytes=100-', 'unsatisfiable'],
    ['bytes=-0', 'unsatisfiable'],
    ['bytes=9-1', null],
    ['bytes=-', null],
    ['bytes=0-1,5-6', null],
    ['pages=1-2', null],
    ['', null],
  ])('%s is %j', (header, range) => {
    expect(byteRange(header, 100)).toEqual(range);
  });
});

describe('pictureKey', () => {
  test.each([
    ['size=og&dpr=1', '/a.png'],
    ['v=1&size=story', '/a.png?size=story&v=1'],
    ['size=story&v=1', '/a.png?size=story&v=1'],
    ['for=x&size=og', '/a.png?for=x&size=og'],
    ['size=og&size=og', null],
  ])('%s is %s', (query, key) => {
    expect(pictureKey('/a.png', new URLSearchParams(query))).toBe(key);
  });
});

const picture = (size: number) => ({ bytes: new Uint8Array(size), headers: {} });

async function keep(pictures: Pictures, key: string, size: number): Promise<void> {
  await pictures.put(key, picture(size));
  await pictures.put(key, picture(size));
}

describe('memoryPictures', () => {
  test('a picture sent once is not kept, one sent again is', async () => {
    const pictures = memoryPictures(6100, () => 0);
    await pictures.put('a', picture(1000));
    expect(await pictures.get('a')).toBeNull();
    await pictures.put('a', picture(1000));
    expect(await pictures.get('a')).not.toBeNull();
  });

  test('keeps no more bytes than it may: the longest unasked go', async () => {
    const pictures = memoryPictures(6100, () => 0);
    await keep(pictures, 'a', 1000);
    await keep(pictures, 'b', 1000);
    await pictures.get('a');
    await keep(pictures, 'c', 1000);
    expect(await Promise.all(['a', 'b', 'c'].map(async (key) => (await pictures.get(key)) !== null))).toEqual(
      [true, false, true],
    );
  });

  test('a picture too large for it is not kept', async () => {
    const pictures = memoryPictures(6100, () => 0);
    await keep(pictures, 'a', 6101);
    expect(await pictures.get('a')).toBeNull();
  });

  test('a picture is fresh for ten seconds', async () => {
    let now = 0;
    const pictures = memoryPictures(6100, () => now);
    await keep(pictures, 'a', 1);
    now = 9999;
    expect(await pictures.get('a')).not.toBeNull();
    now = 10_000;
    expect(await pictures.get('a')).toBeNull();
  });
});

describe('memoryRateLimit', () => {
  test('so many at once, and as many a minute, for each caller by itself', async () => {
    let now = 0;
    const limit = memoryRateLimit({ render: 2, write: 1 }, () => now);
    const ask = (caller: string): Promise<boolean> => limit('render', caller);
    expect([await ask('a'), await ask('a'), await ask('a'), await ask('b')]).toEqual([
      true,
      true,
      false,
      true,
    ]);
    now = 30_000;
    expect([await ask('a'), await ask('a')]).toEqual([true, false]);
    expect(await limit('write', 'a')).toBe(true);
  });
});

test.each([
  ['198.51.100.7', '198.51.100.7'],
  ['::ffff:198.51.100.7', '198.51.100.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
  ['2001:db8::1', '2001:db8:0:0'],
  ['::1', '0:0:0:0'],
])('%s is counted as %s', (address, counted) => {
  expect(countedAddress(address)).toBe(counted);
});

test('a gate lets in so many at once, and again when one has left', async () => {
  const gate = createGate(1);
  const { promise, resolve } = Promise.withResolvers<void>();
  const inside = gate(() => promise);
  await expect(gate(async () => 1)).rejects.toMatchObject({ code: 'busy' });
  resolve();
  await inside;
  expect(await gate(async () => 1)).toBe(1);
});

test('before a gate that is open the next waits for a place, and gets it', async () => {
  const gate = createGate(1);
  const lobby = createLobby(1);
  const leave = await lobby(gate);
  const next = lobby(gate);
  leave();
  leave();
  expect(await next).toBeTypeOf('function');
});

test('before a gate that is full nobody waits, not even who waits already', async () => {
  const gate = createGate(1);
  const lobby = createLobby(1);
  const leave = await lobby(gate);
  const waiting = lobby(gate);
  const { promise, resolve } = Promise.withResolvers<void>();
  const inside = gate(() => promise);
  await expect(lobby(gate)).rejects.toMatchObject({ code: 'busy' });
  leave();
  await expect(waiting).rejects.toMatchObject({ code: 'busy' });
  resolve();
  await inside;
});
