import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { cleanPicture } from '../../src/layer/clean.ts';
import { inspectPicture } from '../../src/layer/picture.ts';
import { nodeCodec } from '../../src/runtime/node-codec.ts';

const SECRET = 'Ridge Road 12';

/** Red on the left, blue on the right, 60 by 20. */
const twoColours = sharp(
  Buffer.from(
    '<svg xmlns="http://www.w3.org/2000/svg" width="60" height="20"><rect width="30" height="20" fill="#e00"/><rect x="30" width="30" height="20" fill="#00e"/></svg>',
  ),
);

async function clean(bytes: Uint8Array): Promise<{ type: string; bytes: Uint8Array }> {
  return cleanPicture(bytes, nodeCodec);
}

/** `red` or `blue` at a place of a picture, given as parts of its width and height. */
async function colourAt(bytes: Uint8Array, x: number, y: number): Promise<string> {
  const { data, info } = await sharp(bytes).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const at = (Math.floor(y * info.height) * info.width + Math.floor(x * info.width)) * info.channels;
  return (data[at] ?? 0) > (data[at + 2] ?? 0) ? 'red' : 'blue';
}

describe('a JPEG', () => {
  test('that is upright keeps its pixels bit by bit and loses its EXIF, comments and what follows its end', async () => {
    const jpeg = await twoColours
      .clone()
      .withExif({ IFD0: { Copyright: SECRET } })
      .jpeg()
      .toBuffer();
    const given = Buffer.concat([jpeg, Buffer.from(SECRET)]);
    expect(given.includes(SECRET)).toBe(true);
    const kept = await clean(new Uint8Array(given));
    expect(kept.type).toBe('image/jpeg');
    expect(Buffer.from(kept.bytes).includes(SECRET)).toBe(false);
    expect((await sharp(kept.bytes).metadata()).exif).toBeUndefined();
    expect(await sharp(kept.bytes).raw().toBuffer()).toEqual(await sharp(jpeg).raw().toBuffer());
  });

  test.each([
    [1, 'red', [0.1, 0.5], 60],
    [2, 'blue', [0.1, 0.5], 60],
    [3, 'blue', [0.1, 0.5], 60],
    [4, 'red', [0.1, 0.5], 60],
    [5, 'red', [0.5, 0.1], 20],
    [6, 'red', [0.5, 0.1], 20],
    [7, 'blue', [0.5, 0.1], 20],
    [8, 'blue', [0.5, 0.1], 20],
  ] as const)(
    'of orientation %i is kept the way it is meant to be seen',
    async (orientation, colour, [x, y], width) => {
      const jpeg = await twoColours.clone().withMetadata({ orientation }).jpeg().toBuffer();
      const { bytes } = await clean(new Uint8Array(jpeg));
      expect(inspectPicture(bytes).width).toBe(width);
      expect(await colourAt(bytes, x, y)).toBe(colour);
      expect((await sharp(bytes).metadata()).orientation ?? 1).toBe(1);
    },
  );

  test('that is cut short is refused', async () => {
    const jpeg = await twoColours.clone().jpeg().toBuffer();
    await expect(clean(new Uint8Array(jpeg.subarray(0, -20)))).rejects.toMatchObject({ code: 'bad-image' });
  });
});

test('a PNG keeps its pixels and loses text, EXIF and what follows its end', async () => {
  const png = await twoColours
    .clone()
    .withExif({ IFD0: { Copyright: SECRET } })
    .png()
    .toBuffer();
  const { bytes, type } = await clean(new Uint8Array(Buffer.concat([png, Buffer.from(SECRET)])));
  expect(type).toBe('image/png');
  expect(Buffer.from(bytes).includes(SECRET)).toBe(false);
  expect(await sharp(bytes).raw().toBuffer()).toEqual(await sharp(png).raw().toBuffer());
});

test('a WebP becomes a JPEG where it is opaque, else a PNG, no larger than cards need', async () => {
  const opaque = await clean(new Uint8Array(await twoColours.clone().removeAlpha().webp().toBuffer()));
  expect(opaque.type).toBe('image/jpeg');
  expect(await colourAt(opaque.bytes, 0.1, 0.5)).toBe('red');
  const glass = { create: { width: 3000, height: 30, channels: 4, background: '#ff000080' } } as const;
  const clear = await clean(new Uint8Array(await sharp(glass).webp().toBuffer()));
  expect(inspectPicture(clear.bytes)).toMatchObject({ type: 'image/png', width: 1000 });
});

test('a picture beyond the limits is refused before it is decoded', async () => {
  const large = { create: { width: 4000, height: 4000, channels: 3, background: '#fff' } } as const;
  const webp = await sharp(large).webp().toBuffer();
  await expect(clean(new Uint8Array(webp))).rejects.toThrow(/at most 12500000 pixels/);
});

async function cleaned(inner: string): Promise<string> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 9 9">${inner}</svg>`;
  return new TextDecoder().decode((await clean(new TextEncoder().encode(svg))).bytes);
}

describe('an SVG', () => {
  test('keeps shapes, gradients, styles and references inside', async () => {
    const inner =
      '<style>.a{fill:#c00}</style><defs><linearGradient id="g"><stop offset="0" stop-color="#123456"></stop></linearGradient></defs><path class="a" d="M0 0h9v9z" style="opacity:.5"></path><rect fill="url(#g)" width="3" height="3"></rect>';
    expect(await cleaned(inner)).toBe(
      `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">${inner}</svg>`,
    );
  });

  test.each([
    ['event handlers', '<path d="M0 0" onload="x()"/>', /onload/],
    ['unknown elements', '<metadata>secret</metadata><animate attributeName="x"/>', /metadata|animate/],
    ['comments', '<!-- secret -->', /secret/],
    ['properties that load', '<rect style="behavior:none;cursor:pointer;fill:red"/>', /cursor|behavior/],
  ])('loses %s', async (_what, inner, gone) => {
    expect(await cleaned(inner)).not.toMatch(gone);
  });

  test('has its styles read once, however they are filled up', async () => {
    const gap = ' '.repeat(90_000);
    const styles = `<style>${gap} .a${gap}{fill:#c00}${gap}x</style><path style="fill: a${gap}b"></path>`;
    expect(await cleaned(styles)).toMatch(/<style>\.a\{fill:#c00\}<\/style>/);
    expect(await cleaned(`<style>${'/*'.repeat(190_000)}</style>`)).not.toMatch(/style/);
  });

  test.each([
    ['a script', '<script>x()</script>'],
    ['a foreignObject', '<foreignObject/>'],
    ['text', '<text>Slow Signal</text>'],
    ['a picture', '<image href="data:image/png;base64,AA"/>'],
    ['a reference outside', '<use href="https://example.com/a.svg#a"/>'],
    ['a scripted reference', '<use xlink:href="javascript:alert(1)"/>'],
    ['a paint outside', '<rect fill="url(https://example.com/a)"/>'],
    ['a paint outside in a style', '<rect style="fill:url(//example.com/a)"/>'],
    ['an import', '<style>@import "https://example.com/a.css";.a{fill:red}</style>'],
    ['an entity', '<rect fill="&x;"/>'],
    ['copies of copies', '<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g>'],
    ['broken markup', '<g>'],
  ])('with %s is refused', async (_what, inner) => {
    await expect(cleaned(inner)).rejects.toMatchObject({ code: 'bad-image' });
  });
});
