import { randomLcg, randomNormal } from 'd3';
import { describe, expect, it } from 'vitest';
import { contrastEach, type Measured } from '../../../../src/core/groups/contrast.ts';
import { rowMeans } from '../../../../src/core/groups/table.ts';

const SETTINGS = { replicates: 999, seed: 7, alpha: 0.05 };

function group(name: string, values: readonly (number | readonly number[])[]): Measured[] {
  return values.map((value, i) => ({
    id: `${name}${i}`,
    topic: null,
    twin: null,
    values: [value].flat(),
  }));
}

/** The n-th and following normal numbers of one seed. */
function normals(count: number, level: number, seed: number): number[] {
  const normal = randomNormal.source(randomLcg(seed))(level, 1);
  return Array.from({ length: count }, () => normal());
}

describe('a contrast', () => {
  it('of three against three has twenty arrangements and may just hold', () => {
    const found = contrastEach(group('a', [7, 8, 9]), group('b', [1, 2, 3]), SETTINGS);
    expect(found).toMatchObject({ kind: 'measured', arrangements: 20, exact: true, more: 3 });
    expect(found).toMatchObject({
      results: [{ effect: 6, p: 1 / 20, verdict: 'held', interval: [-Infinity, Infinity] }],
    });
  });

  it.each([
    [0, 0, 1],
    [0, 12, 1],
    [1, 1, 2],
    [1, 18, 19],
    [2, 3, 10],
    [3, 2, 10],
  ])('of %i against %i is refused, with its %i arrangements', (n, m, arrangements) => {
    const found = contrastEach(
      group('a', normals(n, 9, 1)),
      group('b', normals(m, 0, 2)),
      SETTINGS,
    );
    expect(found).toMatchObject({ kind: 'refused', reason: 'too-few-arrangements', arrangements });
  });

  it('of duplicates finds nothing', () => {
    const found = contrastEach(
      group('a', [0.1, 0.1, 0.1, 0.1]),
      group('b', [0.1, 0.1, 0.1, 0.1]),
      SETTINGS,
    );
    expect(found).toMatchObject({ results: [{ p: 1, verdict: 'undecidable' }] });
  });

  it('leaves out and counts documents with a missing number', () => {
    const whole = [4, 5, 6, 7];
    const found = contrastEach(
      group('a', [...whole, NaN]),
      group('b', [1, Infinity, 2, 3, 2.5]),
      SETTINGS,
    );
    expect(found).toMatchObject({ missing: 2, more: 4, less: 4, arrangements: 70 });
    expect(found).toMatchObject({ results: [{ effect: 5.5 - 2.125 }] });
  });

  it('takes the twin of a document left out for a document like others', () => {
    const more = group('a', [4, 5, NaN]).map((each, i) => ({ ...each, twin: `b${i}` }));
    const less = group('b', [1, 2, 3]).map((each, i) => ({ ...each, twin: `a${i}` }));
    expect(contrastEach(more, less, SETTINGS)).toMatchObject({ arrangements: 4, setAside: 1 });
  });

  it('does not depend on the order of documents, nor on other quantities', () => {
    const more = group(
      'a',
      normals(14, 0.5, 3).map((x, i) => [x, i]),
    );
    const less = group(
      'b',
      normals(13, 0, 4).map((x, i) => [x, -i]),
    );
    const found = contrastEach(more, less, SETTINGS);
    expect(found).toMatchObject({ kind: 'measured', exact: false });
    expect(contrastEach(more.toReversed(), less.toReversed(), SETTINGS)).toEqual(found);
    const first = (members: readonly Measured[]) =>
      members.map((each) => ({ ...each, values: [each.values[0]!] }));
    const alone = contrastEach(first(more), first(less), SETTINGS);
    if (found.kind === 'refused' || alone.kind === 'refused') throw new Error('refused');
    expect(alone.results).toEqual([found.results[0]]);
  });

  it('of many documents samples arrangements, of which there are more than can be said', () => {
    const found = contrastEach(
      group('a', normals(600, 0.3, 5)),
      group('b', normals(600, 0, 6)),
      SETTINGS,
    );
    expect(found).toMatchObject({ arrangements: Infinity, exact: false });
    if (found.kind === 'refused') throw new Error('refused');
    const { p, interval, effect } = found.results[0]!;
    expect(p).toBe(1 / 1000);
    // ±1.96 √(2/600) about the effect.
    expect(interval[1] - interval[0]).toBeCloseTo(2 * 1.96 * Math.sqrt(2 / 600), 1);
    expect(interval[0]).toBeLessThan(effect);
    expect(interval[1]).toBeGreaterThan(effect);
  });
});

describe('means over scenarios', () => {
  const data = Float64Array.of(1, 2, 6, 4, NaN, 5);
  it('are missing where one number is, or where there is no scenario', () => {
    const table = { rows: 2, columns: 3, data };
    expect(Array.from(rowMeans(table))).toEqual([3, NaN]);
    expect(Array.from(rowMeans(table, [0, 2]))).toEqual([3.5, 4.5]);
    expect(Array.from(rowMeans({ rows: 2, columns: 0, data: new Float64Array() }))).toEqual([
      NaN,
      NaN,
    ]);
  });
});
