import { describe, expect, it } from 'vitest';
import { cosines } from '../../../../src/core/space/cosines.ts';
import { dot, row } from '../../../../src/core/space/matrix.ts';
import { randomRows } from './rows.ts';

describe('cosines', () => {
  it.each([
    [1, 1],
    [3, 5],
    [4, 2],
    [9, 7],
  ])('of %i × %i rows are the plain dot products, to the last bit', (n, m) => {
    const a = randomRows(n, 13, 1);
    const b = randomRows(m, 13, 2);
    const found = cosines(a.data, b.data, 13);
    expect(found).toHaveLength(n * m);
    for (let i = 0; i < n; i++) {
      for (let j = 0; j < m; j++) expect(found[i * m + j]).toBe(dot(row(a, i), row(b, j)));
    }
  });

  it('never leave [−1, 1]', () => {
    const one = Float32Array.of(0.6, 0.8000001);
    const two = Float32Array.of(-0.6, -0.8000001);
    expect([...cosines(one, one, 2)]).toEqual([1]);
    expect([...cosines(one, two, 2)]).toEqual([-1]);
  });

  it('are nothing for no rows', () => {
    expect(cosines(new Float32Array(0), randomRows(3, 4, 1).data, 4)).toHaveLength(0);
    expect(cosines(randomRows(3, 4, 1).data, new Float32Array(0), 4)).toHaveLength(0);
  });
});
