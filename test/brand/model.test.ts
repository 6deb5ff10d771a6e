import { describe, expect, test } from 'vitest';
import { defaultBrand } from '../../src/brand/model.ts';
import { brandSchema } from '../../src/brand/schema.ts';

describe('a brand', () => {
  test('needs no more than an ID and a name', () => {
    expect(brandSchema.parse({ id: 'night-ferry', name: 'Night Ferry' })).toMatchObject({
      colors: null,
      fonts: { body: 'inter', display: null },
      template: 'classic',
      photo: { style: 'color', focus: { x: 0.5, y: 0.35 } },
    });
  });

  test('has its colours in lower case, so that equal brands share layers', () => {
    const colors = { background: '#FFFFFF', text: '#000000', muted: '#555555', accent: '#FF0000' };
    expect(brandSchema.parse({ id: 'a', name: 'A', colors }).colors?.accent).toBe('#ff0000');
  });

  test.each([
    [
      'a colour by name',
      { colors: { background: 'white', text: '#000000', muted: '#555555', accent: '#ff0000' } },
    ],
    ['a logo that is no digest', { logo: '../../etc/passwd' }],
    ['a setting there is not', { shadow: true }],
    ['a focus outside the photo', { photo: { focus: { x: 2, y: 0 } } }],
  ])('refuses %s', (_name, part) => {
    expect(brandSchema.safeParse({ id: 'a', name: 'A', ...part }).success).toBe(false);
  });

  test('of Pullquote’s own is the default in all but its name and colours', () => {
    const { id, name, colors } = defaultBrand;
    expect(brandSchema.parse({ id, name, colors })).toEqual(defaultBrand);
  });

  test('of Pullquote’s own survives being written and read', () => {
    expect(brandSchema.parse(JSON.parse(JSON.stringify(defaultBrand)))).toEqual(defaultBrand);
  });
});
