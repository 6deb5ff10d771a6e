import { expect, test } from 'vitest';
import { graphemeBounds } from '../../src/text/graphemes.ts';
import { resolveScripts } from '../../src/text/scripts.ts';

function scriptsOf(text: string): string[] {
  return resolveScripts(text, graphemeBounds(text));
}

test('marks around a whole text have the script of its words', () => {
  expect(new Set(scriptsOf('“Never.”'))).toEqual(new Set(['Latn']));
  expect(new Set(scriptsOf('«Никогда».'))).toEqual(new Set(['Cyrl']));
});

test('a closing mark has the script of its opening one', () => {
  expect(scriptsOf('A (و) b').filter((_, at) => at === 2 || at === 4)).toEqual(['Latn', 'Latn']);
});
