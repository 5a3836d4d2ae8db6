import { describe, expect, it } from 'vitest';
import {
  evidenceRows,
  relatedness,
  type CosineTable,
} from '../../../../src/core/relate/late-interaction.ts';
import { readFixture } from '../../../fixtures/read.ts';

interface Fixture {
  table: number[][];
  /** By run length. */
  scores: Record<string, number>;
}

const fixtures = readFixture<Fixture[]>('relate/late-interaction.json');

function tableOf(rows: number[][]): CosineTable {
  const columns = rows[0]?.length ?? 0;
  return { values: Float64Array.from(rows.flat()), rows: rows.length, columns };
}

const cases = fixtures.flatMap(({ table, scores }) =>
  Object.entries(scores).map(([length, score]) => ({
    shape: `${table.length} × ${table[0]!.length}`,
    length: Number(length),
    table: tableOf(table),
    score,
  })),
);

describe('late interaction', () => {
  it.each(cases)('of $shape cosines by runs of $length is NumPy’s', ({ table, length, score }) => {
    const whole = { start: 0, count: table.columns };
    expect(relatedness(table, whole, length)).toBeCloseTo(score, 12);
  });

  it.each(cases)('of $shape by runs of $length is its evidence, exactly', ({ table, length }) => {
    const rows = evidenceRows(table, length);
    let sum = 0;
    for (const { contribution, matches } of rows) {
      let product = 0;
      for (const { weight, cosine } of matches) product += weight * cosine;
      expect(product).toBe(contribution);
      expect(matches.reduce((total, { weight }) => total + weight, 0)).toBeCloseTo(1, 12);
      sum += contribution;
    }
    const whole = { start: 0, count: table.columns };
    expect(sum / rows.length).toBe(relatedness(table, whole, length));
  });

  it('opens a long document to the best passage of each run, heaviest first', () => {
    const table = tableOf([[0.1, 0.9, 0.2, 0.3, 0.8]]);
    // Runs of 2: (.1 .9) (.9 .2) (.2 .3) (.3 .8)
    expect(evidenceRows(table, 2)[0]!.matches).toEqual([
      { passage: 1, cosine: 0.9, weight: 0.5 },
      { passage: 3, cosine: 0.3, weight: 0.25 },
      { passage: 4, cosine: 0.8, weight: 0.25 },
    ]);
  });

  it('prefers the earlier of equal passages', () => {
    const table = tableOf([[0.5, 0.5, 0.5]]);
    expect(evidenceRows(table, 9)[0]!.matches).toEqual([{ passage: 0, cosine: 0.5, weight: 1 }]);
    const [row] = evidenceRows(tableOf([[0.1, 0.5, 0.2, 0.5]]), 3);
    expect(row!.matches).toEqual([{ passage: 1, cosine: 0.5, weight: 1 }]);
  });

  it('scores a stretch as the text that it is', () => {
    const [inner, outer] = [tableOf([[0.2, -0.4, 0.6]]), tableOf([[0.9, 0.2, -0.4, 0.6, 0.9]])];
    expect(relatedness(outer, { start: 1, count: 3 }, 2)).toBe(
      relatedness(inner, { start: 0, count: 3 }, 2),
    );
  });

  it('is 0 where either side is empty', () => {
    const empty = { values: new Float64Array(0), rows: 0, columns: 3 };
    expect(relatedness(empty, { start: 0, count: 3 }, 2)).toBe(0);
    const wordless = { values: new Float64Array(0), rows: 2, columns: 0 };
    expect(relatedness(wordless, { start: 0, count: 0 }, 1)).toBe(0);
    expect(evidenceRows(wordless, 1)[0]!.matches).toEqual([]);
  });
});
