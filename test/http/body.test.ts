import { expect, test } from 'vitest';
import { parseJson, readForm } from '../../src/http/body.ts';

const nested = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth);

test('JSON that nests deeper than anything that walks through it is refused', () => {
  expect(parseJson(nested(100), 'the body')).toHaveLength(1);
  expect(() => parseJson(nested(101), 'the body')).toThrow('nest at most 100');
});

test('brackets within strings do not nest', () => {
  const text = `\\"${'['.repeat(200)}`;
  expect(parseJson(JSON.stringify({ text }), 'the body')).toEqual({ text });
});

function form(parts: number): Request {
  const one = '--B\r\nContent-Disposition: form-data; name="a"\r\n\r\nx\r\n';
  return new Request('https://quotes.example/', {
    method: 'POST',
    headers: { 'Content-Type': 'multipart/form-data; boundary=B' },
    body: `${one.repeat(parts)}--B--\r\n`,
  });
}

test('a form of more parts than an import has is refused before it is read', async () => {
  expect((await readForm(form(20), 1_000_000)).getAll('a')).toHaveLength(20);
  await expect(readForm(form(1000), 1_000_000)).rejects.toThrow('at most 200 parts');
});
