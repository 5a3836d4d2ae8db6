import { describe, expect, it } from 'vitest';
import {
  crossedContrast,
  crossedContrastGain,
  type CrossedDocuments,
} from '../../../../src/core/stance/crossed-contrast.ts';
import { topicBasis } from '../../../../src/core/stance/topic-removal.ts';
import type { Pole } from '../../../../src/core/stance/types.ts';
import { readFixture } from '../../../fixtures/read.ts';
import { unitMatrix } from '../space/rows.ts';
import { normalNumbers } from './sample.ts';

interface Fixture {
  dims: number;
  rows: number[];
  topics: string[];
  values: Pole[];
  delta: number;
}

const fixture = readFixture<Fixture>('stance/crossed-contrast.json');
const documents = { ...fixture, rows: Float32Array.from(fixture.rows) };

/** Six topics, two documents of either value in each, `value` and `topic` apart along own directions. */
function planted(value: number, topic: number, seed: number): CrossedDocuments {
  const normal = normalNumbers(seed);
  const cells = Array.from({ length: 24 }, (_, i) => ({ topic: i % 6, pole: i < 12 ? 1 : -1 }));
  const rows = cells.map((cell) =>
    Array.from({ length: 10 }, (_, d) => {
      return normal() / 2 + (d === cell.topic ? topic : 0) + (d === 9 ? cell.pole * value : 0);
    }),
  );
  return {
    dims: 10,
    rows: unitMatrix(rows).data,
    topics: cells.map((cell) => `topic ${cell.topic}`),
    values: cells.map((cell) => (cell.pole > 0 ? 1 : -1)),
  };
}

describe('the crossed contrast', () => {
  it('is NumPy’s, pair by pair', () => {
    expect(crossedContrast(documents, 1).delta).toBeCloseTo(fixture.delta, 6);
  });

  it('is positive where value brings texts together, negative where topic does', () => {
    const value = crossedContrast(planted(3, 1, 1), 1);
    expect(value.delta).toBeGreaterThan(0);
    expect(value.interval![0]).toBeGreaterThan(0);
    const topic = crossedContrast(planted(1, 3, 1), 1);
    expect(topic.delta).toBeLessThan(0);
    expect(topic.interval![1]).toBeLessThan(0);
  });

  it('does not count copies of a topic as other topics', () => {
    // All of a topic is alike and topics are orthogonal: any copy counted as another topic
    // would bring cosines of 1 among the same values.
    const rows = Array.from({ length: 8 }, (_, i) => [0, 1, 2, 3].map((d) => +(d === i % 4)));
    const { delta, interval } = crossedContrast(
      {
        dims: 4,
        rows: unitMatrix(rows).data,
        topics: rows.map((_, i) => `topic ${i % 4}`),
        values: rows.map((_, i) => (i < 4 ? 1 : -1)),
      },
      1,
    );
    expect(delta).toBe(-1);
    expect(interval).toEqual([-1, -1]);
  });

  it('depends neither on the order of documents nor on zero rows', () => {
    const { dims } = fixture;
    const row = (i: number) => [...documents.rows.subarray(i * dims, (i + 1) * dims)];
    const order = fixture.values.map((_, i) => (i * 7) % 10);
    const shuffled = crossedContrast(
      {
        dims,
        rows: Float32Array.from([...order.flatMap(row), ...new Array<number>(dims).fill(0)]),
        topics: [...order.map((i) => fixture.topics[i]!), 'topic 0'],
        values: [...order.map((i) => fixture.values[i]!), 1],
      },
      1,
    );
    const straight = crossedContrast(documents, 1);
    expect(shuffled.delta).toBeCloseTo(straight.delta!, 12);
    expect(shuffled.interval![0]).toBeCloseTo(straight.interval![0], 12);
  });

  it('is undefined without pairs of both kinds, and has no interval below three topics', () => {
    const empty = { dims: 2, rows: new Float32Array(), topics: [], values: [] };
    expect(crossedContrast(empty, 1)).toEqual({ delta: null, interval: null });
    const rows = Float32Array.of(1, 0, 0, 1, 1, 0, 0, 1);
    const values: Pole[] = [1, -1, 1, -1];
    expect(
      crossedContrast({ dims: 2, rows, topics: ['a', 'a', 'a', 'a'], values }, 1).delta,
    ).toBeNull();
    const two = crossedContrast({ dims: 2, rows, topics: ['a', 'a', 'b', 'b'], values }, 1);
    expect(two).toEqual({ delta: 1, interval: null });
  });
});

describe('the gain from taking topics out', () => {
  it('is the difference, found where topics overlay a value', () => {
    const neutral = planted(0, 3, 2);
    const basis = topicBasis(neutral.rows, neutral.dims, neutral.topics);
    const { before, after, gain } = crossedContrastGain(planted(1, 3, 1), basis, 1);
    expect(gain.delta).toBeCloseTo(after.delta! - before.delta!, 12);
    expect(gain.interval![0]).toBeGreaterThan(0);
  });

  it('comes from nothing where topics are fitted on the compared documents themselves', () => {
    const noise = planted(0, 0, 4);
    const own = crossedContrastGain(noise, topicBasis(noise.rows, 10, noise.topics), 1);
    expect(own.gain.interval![0]).toBeGreaterThan(0);
    const other = planted(0, 0, 5);
    const apart = crossedContrastGain(noise, topicBasis(other.rows, 10, other.topics), 1);
    expect(apart.gain.interval![0]).toBeLessThan(0);
    expect(apart.gain.interval![1]).toBeGreaterThan(0);
  });

  it('is nothing where nothing is taken out', () => {
    const none = topicBasis(new Float32Array(), 10, []);
    const { gain } = crossedContrastGain(planted(1, 1, 3), none, 1);
    expect(gain.delta).toBeCloseTo(0, 6);
    expect(gain.interval![0]).toBeCloseTo(0, 6);
  });
});
