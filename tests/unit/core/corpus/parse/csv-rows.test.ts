import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rowParts, rowsIn, type Row } from '../../../../../src/core/corpus/parse/csv-rows.ts';

const said = (rows: readonly Row[]): unknown =>
  rows
    .map(({ cells, malformed }) => ({ cells, malformed }))
    // A line break at the very end makes an empty row or none.
    .filter(({ cells }, at) => at < rows.length - 1 || cells.join('') !== '');

describe('rows of a table', () => {
  it('know where the next one begins', () => {
    const table = 'a,b\n"x\ny",z\nlast';
    const rows = rowsIn(table, ',');
    expect(rows.map(({ cells }) => cells)).toEqual([['a', 'b'], ['x\ny', 'z'], ['last']]);
    expect(rows.slice(0, 2).map(({ end }) => table.slice(end, end + 2))).toEqual(['"x', 'la']);
    expect(rowsIn(table, ',', 1)).toHaveLength(1);
  });

  it('are the same in parts as at once, broken quotes and all', () => {
    const piece = fc.constantFrom('a', ',', '\n', '"', '""', ' ', 'long cell', '"quoted, \n"', 'ü');
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 60 }),
        fc.integer({ min: 1, max: 20 }),
        (all, part) => {
          const table = all.join('');
          expect(said([...rowParts(table, ',', part)].flat())).toEqual(said(rowsIn(table, ',')));
        },
      ),
      { seed: 11, numRuns: 2000 },
    );
  });

  it('come in parts that hold whole rows, however long one is', () => {
    const long = `"${'x\n'.repeat(500)}"`;
    const parts = [...rowParts(`a\n${long}\nb\nc`, ',', 8)];
    expect(parts.length).toBeGreaterThan(1);
    expect(parts.flat().map(({ cells }) => cells[0]?.length)).toEqual([1, 1000, 1, 1]);
  });
});
