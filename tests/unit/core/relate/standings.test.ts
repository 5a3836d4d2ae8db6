import { describe, expect, it } from 'vitest';
import { Placed } from '../../../../src/core/relate/placed.ts';
import { meanOfLargest, randomSkewness, Standings } from '../../../../src/core/relate/standings.ts';
import { readFixture } from '../../../fixtures/read.ts';
import { DIMS, document } from './sample.ts';

interface Fixture {
  scores: number[][];
  csls: number[][];
  occurrence: number[];
  skewness: number;
}

const { scores, csls, occurrence, skewness } = readFixture<Fixture>('relate/standings.json');

/** Empty documents, named so that their ids sort as they are numbered. */
function placed(prefix: string, count: number): Placed[] {
  return Array.from({ length: count }, (_, i) => {
    const id = `${prefix}${String(i).padStart(3, '0')}`;
    return new Placed(document(id, 'training', []), DIMS, { name: 'none' });
  });
}

function stand(table: readonly (readonly number[])[]) {
  const documents = placed('d', table.length);
  const scenarios = placed('s', table[0]!.length);
  const score = (a: Placed, b: Placed) => table[documents.indexOf(a)]![scenarios.indexOf(b)]!;
  return { documents, scenarios, standings: new Standings(documents, scenarios, score, 1), score };
}

describe('CSLS', () => {
  it('is NumPy’s', () => {
    const { documents, scenarios, standings } = stand(scores);
    csls.forEach((row, i) =>
      row.forEach((value, j) =>
        expect(standings.csls(documents[i]!, scenarios[j]!)).toBeCloseTo(value, 12),
      ),
    );
  });

  it('is off below ten items on either side', () => {
    for (const table of [scores.slice(0, 9), scores.map((row) => row.slice(0, 9))]) {
      const { documents, scenarios, standings } = stand(table);
      expect(standings.csls(documents[0]!, scenarios[0]!)).toBeNull();
      expect(standings.lists(documents[0]!)).toBeNull();
      expect(standings.hubs).toBeNull();
    }
    expect(new Standings([], [], () => 0, 1).hubs).toBeNull();
  });

  it('takes the mean of the largest half, ten at most', () => {
    expect(meanOfLargest([])).toBe(0);
    expect(meanOfLargest([7])).toBe(0);
    expect(meanOfLargest([1, 4, 3])).toBe(4);
    expect(meanOfLargest(Array.from({ length: 40 }, (_, i) => i))).toBe(34.5);
  });
});

describe('hubs', () => {
  it('are counted as NumPy and SciPy count them', () => {
    const { documents, standings } = stand(scores);
    expect(documents.map((each) => standings.lists(each))).toEqual(occurrence);
    expect(standings.hubs!.skewness).toBeCloseTo(skewness, 12);
    const [first] = standings.hubs!.most;
    expect(first!.lists).toBe(Math.max(...occurrence));
  });

  it('warn of a planted one, in any order of documents', () => {
    const table = Array.from({ length: 40 }, (_, i) =>
      Array.from({ length: 30 }, (_, j) =>
        i < 2 ? 0.99 : Math.abs(Math.sin(1 + 31 * i + 7 * j * j)) * 0.9,
      ),
    );
    const { documents, scenarios, standings, score } = stand(table);
    expect(standings.hubs!.warning).toBe(true);
    expect(standings.hubs!.most.slice(0, 2)).toEqual([
      { document: 'd000', lists: 30 },
      { document: 'd001', lists: 30 },
    ]);
    const other = new Standings(documents.toReversed(), scenarios.toReversed(), score, 1);
    expect(other.hubs).toEqual(standings.hubs);
  });

  it('do not warn where lists are random, in 99 of 100 cases', () => {
    const limit = randomSkewness({ lists: 30, k: 10, n: 60 }, 1);
    const others = Array.from({ length: 5 }, (_, seed) =>
      randomSkewness({ lists: 30, k: 10, n: 60 }, seed + 2),
    );
    for (const other of others) expect(Math.abs(other - limit)).toBeLessThan(0.3);
    expect(randomSkewness({ lists: 30, k: 10, n: 60 }, 1)).toBe(limit);
    let warned = 0;
    for (let seed = 0; seed < 100; seed++) {
      const table = Array.from({ length: 60 }, (_, i) =>
        Array.from({ length: 30 }, (_, j) => hash(i, j, seed)),
      );
      if (stand(table).standings.hubs!.warning) warned++;
    }
    // Binomial(100, .01): more than 5 happens once in 2,000.
    expect(warned).toBeLessThanOrEqual(5);
  });
});

/** Evenly spread numbers in [0, 1) for a cell: splitmix's finaliser. */
function hash(i: number, j: number, seed: number): number {
  let z = (i * 0x9e3779b1 + j * 0x85ebca77 + seed * 0xc2b2ae3d) | 0;
  z = Math.imul(z ^ (z >>> 16), 0x21f0aaad);
  z = Math.imul(z ^ (z >>> 15), 0x735a2d97);
  return ((z ^ (z >>> 15)) >>> 0) / 2 ** 32;
}
