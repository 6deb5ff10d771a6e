import { describe, expect, test } from 'vitest';
import { multiply, parseTransform } from '../../src/pdf/matrix.ts';
import { parseMarkup, Unsupported } from '../../src/pdf/markup.ts';
import { pathOperators, shapeOperators } from '../../src/pdf/path.ts';

describe('path data as operators', () => {
  test.each([
    ['lines, absolute and relative', 'M1 2L3 4l1,1z', '1 2 m\n3 4 l\n4 5 l\nh\n'],
    ['numbers that go on are lines', 'm1 1 2 0 0 2', '1 1 m\n3 1 l\n3 3 l\n'],
    ['level and upright lines', 'M0 0h5v-2H1V9', '0 0 m\n5 0 l\n5 -2 l\n1 -2 l\n1 9 l\n'],
    ['a quadratic curve raised to a cubic one', 'M0 0Q3 3 6 0', '0 0 m\n2 2 4 2 6 0 c\n'],
    [
      'a smooth curve mirrors the one before',
      'M0 0C0 1 1 2 2 2S4 1 4 0',
      '0 0 m\n0 1 1 2 2 2 c\n3 2 4 1 4 0 c\n',
    ],
    ['numbers without spaces', 'M.5.5-1-1', '0.5 0.5 m\n-1 -1 l\n'],
    ['an arc without a radius is a line', 'M0 0A0 0 0 0 1 5 5', '0 0 m\n5 5 l\n'],
    ['after closing, relative to the start', 'M2 2l4 0zl1 1', '2 2 m\n6 2 l\nh\n3 3 l\n'],
  ])('%s', (_, data, expected) => {
    expect(pathOperators(data)).toBe(expected);
  });

  test('flags of an arc may stand against what follows', () => {
    expect(pathOperators('M0 0a5 5 0 0110 0')).toBe(pathOperators('M0 0 a 5 5 0 0 1 10 0'));
  });

  test('a quarter of a circle is one curve, half of one is two', () => {
    expect(pathOperators('M10 0A10 10 0 0 1 0 10')).toBe('10 0 m\n10 5.5228 5.5228 10 0 10 c\n');
    expect(pathOperators('M10 0A10 10 0 0 1 -10 0').match(/ c\n/g)).toHaveLength(2);
  });

  test.each(['M0', 'X1 2', 'M0 0A1 1 0 2 0 3 3', 'M0 0Z5'])('%s is refused', (data) => {
    expect(() => pathOperators(data)).toThrow(Unsupported);
  });
});

function operators(markup: string): string | null {
  return shapeOperators(parseMarkup(markup));
}

test('basic shapes are paths', () => {
  expect(operators('<rect x="1" y="2" width="3" height="4"/>')).toBe('1 2 3 4 re\n');
  expect(operators('<polygon points="0,0 1,0 1,1"/>')).toBe('0 0 m\n1 0 l\n1 1 l\nh\n');
  expect(operators('<circle r="2"/>')?.match(/ c\n/g)).toHaveLength(4);
  expect(operators('<text/>')).toBeNull();
});

describe('transforms', () => {
  test('are applied from the right', () => {
    expect(parseTransform('translate(10 20) scale(2)')).toEqual(
      multiply([1, 0, 0, 1, 10, 20], [2, 0, 0, 2, 0, 0]),
    );
  });
  test('that are not understood are none', () => {
    expect(parseTransform('spin(4)')).toBeNull();
  });
});

test.each(['<svg>words</svg>', '<svg><style>a{}</style></svg>', '<svg><g></svg>'])(
  '%s is not read',
  (markup) => {
    expect(() => parseMarkup(markup)).toThrow(Unsupported);
  },
);
