import { describe, expect, it } from 'vitest';
import { probeRemoval, topicProbe } from '../../../../src/core/stance/topic-probe.ts';
import { removeTopic, topicBasis } from '../../../../src/core/stance/topic-removal.ts';
import { readFixture } from '../../../fixtures/read.ts';
import { unitMatrix } from '../space/rows.ts';
import { normalNumbers } from './sample.ts';

interface Fixture {
  dims: number;
  neutral: number[];
  topics: string[];
  projector: number[];
  texts: number[];
  removed: number[];
}

const fixture = readFixture<Fixture>('stance/topic-removal.json');
const { dims, topics } = fixture;
const neutral = Float32Array.from(fixture.neutral);

/** Three topics far apart, two units of two documents in each, as one would embed them. */
function probed(spread: number, seed: number) {
  const normal = normalNumbers(seed);
  const rows = Array.from({ length: 12 }, (_, i) =>
    Array.from({ length: 5 }, (__, d) => (d === i % 3 ? spread : 0) + normal()),
  );
  return {
    dims: 5,
    rows: unitMatrix(rows).data,
    topics: rows.map((_, i) => `topic ${i % 3}`),
    units: rows.map((_, i) => `unit ${i % 6}`),
  };
}

describe('the basis of topics', () => {
  it('spans what NumPy’s projector projects on', () => {
    const basis = topicBasis(neutral, dims, topics);
    expect(basis.rank).toBe(3);
    for (let i = 0; i < dims; i++) {
      for (let j = 0; j < dims; j++) {
        let entry = 0;
        for (let c = 0; c < 3; c++) entry += basis.rows[c * dims + i]! * basis.rows[c * dims + j]!;
        expect(entry).toBeCloseTo(fixture.projector[i * dims + j]!, 6);
      }
    }
  });

  it('leaves what NumPy leaves of other texts', () => {
    const removed = removeTopic(
      Float32Array.from(fixture.texts),
      topicBasis(neutral, dims, topics),
    );
    removed.forEach((value, i) => expect(value).toBeCloseTo(fixture.removed[i]!, 6));
  });

  it('does not depend on the order of documents, and leaves out those without topic or direction', () => {
    const n = topics.length;
    const order = Array.from({ length: n }, (_, i) => (i * 7) % n);
    const row = (i: number) => neutral.subarray(i * dims, (i + 1) * dims);
    const shuffled = Float32Array.from([
      ...order.flatMap((i) => [...row(i)]),
      ...row(3),
      ...new Array<number>(dims).fill(0),
    ]);
    const names = [...order.map((i) => topics[i]!), null, 'nothing'];
    const texts = Float32Array.from(fixture.texts);
    const expected = removeTopic(texts, topicBasis(neutral, dims, topics));
    removeTopic(texts, topicBasis(shuffled, dims, names)).forEach((value, i) =>
      expect(value).toBeCloseTo(expected[i]!, 6),
    );
  });

  it('has no direction below two topics or where all centroids are the same', () => {
    expect(topicBasis(new Float32Array(), dims, []).rank).toBe(0);
    expect(
      topicBasis(
        neutral,
        dims,
        topics.map(() => 'one'),
      ).rank,
    ).toBe(0);
    const same = Float32Array.of(1, 0, 1, 0);
    const none = topicBasis(same, 2, ['a', 'b']);
    expect(none.rank).toBe(0);
    expect([...removeTopic(Float32Array.of(0.6, 0.8), none)]).toEqual([
      ...Float32Array.of(0.6, 0.8),
    ]);
  });

  it('makes zero of what is topic alone, and leaves zero rows zero', () => {
    const basis = topicBasis(Float32Array.of(1, 0, -1, 0), 2, ['a', 'b']);
    expect([...removeTopic(Float32Array.of(1, 0, 0, 0, 0, 1), basis)]).toEqual([0, 0, 0, 0, 0, 1]);
  });
});

describe('the probe of topics', () => {
  it('tells topics that are there, and no more than chance once they are taken out', () => {
    const others = probed(8, 2);
    const { before, after } = probeRemoval(
      probed(8, 1),
      topicBasis(others.rows, others.dims, others.topics),
    );
    expect(before).toEqual({ right: 12, of: 12, chance: 1 / 3 });
    expect(after.right).toBeLessThan(10);
  });

  it('does not let a twin tell a document’s topic', () => {
    // Each document equals its twin and nothing else; topics mean nothing.
    const rows = unitMatrix([
      [1, 0, 0, 0],
      [1, 0, 0, 0],
      [0, 1, 0, 0],
      [0, 1, 0, 0],
      [0, 0, 1, 0],
      [0, 0, 1, 0],
      [0, 0, 0, 1],
      [0, 0, 0, 1],
    ]).data;
    const names = ['a', 'a', 'b', 'b', 'a', 'a', 'b', 'b'];
    const apart = names.map((_, i) => `${i}`);
    const twins = names.map((_, i) => `${Math.floor(i / 2)}`);
    expect(topicProbe({ dims: 4, rows, topics: names, units: apart }).right).toBe(8);
    expect(topicProbe({ dims: 4, rows, topics: names, units: twins }).right).toBeLessThan(8);
  });

  it('asks about nothing that has no other unit of its topic to learn from', () => {
    const rows = Float32Array.of(1, 0, 0, 1, 0, 0);
    const units = ['1', '2', '3'];
    expect(topicProbe({ dims: 2, rows, topics: ['a', 'b', 'b'], units })).toMatchObject({ of: 0 });
    expect(topicProbe({ dims: 2, rows: new Float32Array(), topics: [], units: [] })).toEqual({
      right: 0,
      of: 0,
      chance: 0,
    });
  });
});
