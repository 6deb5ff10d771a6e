import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { readCsv, writeCsv } from '../../src/pack/csv.ts';

test('what is written is read again', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'é', '"', ',', '\n', ' ', '漢') });
  const rows = fc.array(fc.array(word, { minLength: 1, maxLength: 4 }), { maxLength: 5 });
  fc.assert(
    fc.property(rows, (made) => {
      expect(readCsv(writeCsv(made))).toEqual(made.filter((row) => row.some((value) => value !== '')));
    }),
  );
});

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', ' =1', '\u200b=1', '＝1'])(
  'a spreadsheet does not run %j',
  (value) => {
    expect(readCsv(writeCsv([[value]]))).toEqual([[`'${value}`]]);
  },
);

test('cells of other programs are read: LF, CR, a last line without an end', () => {
  expect(readCsv('a,b\nc,"d ""e"""\r\nf')).toEqual([['a', 'b'], ['c', 'd "e"'], ['f']]);
});
