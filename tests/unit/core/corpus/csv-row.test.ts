import { csvParseRows } from 'd3';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { csvRow } from '../../../../src/core/corpus/csv-row.ts';

it('writes numbers in full, yes and no, and nothing for what is unknown', () => {
  expect(csvRow([1, -0.25, 1 / 3, 0, true, false, null, NaN, -Infinity, ''])).toBe(
    '1,-0.25,0.3333333333333333,0,yes,no,,,,\r\n',
  );
  expect(csvRow([])).toBe('\r\n');
});

it('quotes what must be quoted', () => {
  expect(csvRow(['a,b', 'say "so"', 'two\nlines', 'plain text'])).toBe(
    '"a,b","say ""so""","two\nlines",plain text\r\n',
  );
});

it.each(['=1+1', '+1', '-1', '@sum', '\t=1', '\r=1', '\n=1', '＝1', '＋1', '－1', '＠sum'])(
  'takes its meaning from the text %j, which a spreadsheet would calculate',
  (text) => {
    expect(csvParseRows(csvRow([text]))).toEqual([[`'${text}`]]);
  },
);

it('comes through a parser, cell by cell', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'grapheme' }), { minLength: 2 }), (cells) => {
      const [row = []] = csvParseRows(csvRow(cells));
      expect(row.map((cell) => cell.replace(/^'(?=[=+\-@\t\r\n＝＋－＠])/, ''))).toEqual(cells);
    }),
    { seed: 19 },
  );
});
