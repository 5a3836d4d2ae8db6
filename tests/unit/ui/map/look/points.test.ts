import { describe, expect, it } from 'vitest';
import { toggled } from '../../../../../src/ui/filter.ts';
import { marksOf } from '../../../../../src/ui/groups.ts';
import { legendOf } from '../../../../../src/ui/map/look/legend.ts';
import { looksOf, markSizes } from '../../../../../src/ui/map/look/points.ts';
import { placeMap } from '../../../../../src/ui/map/place/place.ts';
import { corpusOf, mapOf } from '../fixtures.ts';

const corpus = corpusOf([
  { id: 'a', group: 'stories' },
  { id: 'b', group: 'essays' },
  { id: 's', group: 'tests' },
]);
const marks = marksOf(corpus);
const place = placeMap(
  mapOf([
    ['s', 0, 0],
    ['a', 1, 0],
    ['b', 2, 0],
    ['gone', 3, 0],
  ]),
);
const looks = (view: Partial<Parameters<typeof looksOf>[3]> = {}) =>
  looksOf(place, corpus, marks, { colour: 'group', hidden: [], ...view });

describe('the looks of points', () => {
  it('give each group its mark', () => {
    const { mark, marks: used } = looks();
    expect([1, 2].map((point) => used[mark[point]!])).toEqual([
      marks.get('stories'),
      marks.get('essays'),
    ]);
  });

  it('give each role its mark when colour means the role', () => {
    const { mark, marks: used } = looks({ colour: 'role' });
    expect(mark[1]).toBe(mark[2]);
    expect(used[mark[0]!]?.shape).toBe('diamond');
    expect(used[mark[1]!]?.shape).toBe('circle');
  });

  it('keep shapes and give each document its tone when colour means a quantity', () => {
    const shading = { scale: 'near', shares: new Map([['a', 1]]) } as const;
    const { mark, marks: used } = looksOf(
      place,
      corpus,
      marks,
      { colour: 'relatedness', hidden: [] },
      shading,
    );
    expect(used[mark[1]!]).toEqual({ shape: marks.get('stories')?.shape, ink: 'near-7' });
    expect(used[mark[2]!]).toEqual({ shape: marks.get('essays')?.shape, ink: 'secondary' });
    expect(used[mark[0]!]).toEqual(marks.get('tests'));
  });

  it('draw scenarios last, and nothing that is hidden or gone', () => {
    expect(new Set(looks().order.subarray(0, 2))).toEqual(new Set([1, 2]));
    expect(looks().order[2]).toBe(0);
    const { order, training, shown } = looks({ hidden: ['stories'] });
    expect([...order]).toEqual([2, 0]);
    expect(training).toBe(1);
    expect([...shown]).toEqual([1, 0, 1, 0]);
  });

  it('mix the groups in drawing order', () => {
    const ids = Array.from({ length: 40 }, (_, i) => `d${i}`);
    const two = corpusOf(ids.map((id, i) => ({ id, group: i < 20 ? 'first' : 'second' })));
    const many = placeMap(mapOf(ids.map((id, i) => [id, i, 0] as const)));
    const { order } = looksOf(many, two, marksOf(two), { colour: 'group', hidden: [] });
    const early = order.subarray(0, 20).filter((point) => point < 20).length;
    expect(early).toBeGreaterThan(5);
    expect(early).toBeLessThan(15);
  });

  it('make marks small where there are many, and scenarios larger', () => {
    const sizes = (points: number, scenarios: number, k = 1) =>
      markSizes({ ...looks(), order: new Uint32Array(points), training: points - scenarios }, k);
    expect(sizes(40, 6).training).toBeGreaterThan(sizes(10_000, 6).training);
    expect(sizes(1_000_000, 6, 0.5).training).toBeGreaterThanOrEqual(3);
    expect(sizes(40, 6).scenario).toBeGreaterThan(1.3 * sizes(40, 6).training);
    expect(sizes(5000, 5000).scenario).toBeLessThan(1.3 * sizes(5000, 5000).training);
    expect(sizes(0, 0)).toEqual(sizes(1, 0));
  });
});

describe('the legend', () => {
  const entries = (colour: 'group' | 'role', hidden: string[] = []) =>
    legendOf(corpus, marks, { colour, hidden });

  it('lists groups with documents and how many', () => {
    expect(entries('group').map(({ label, documents }) => [label, documents])).toEqual([
      ['Group stories', 1],
      ['Group essays', 1],
      ['Group tests', 1],
    ]);
  });

  it('lists roles when colour means the role, each hiding all its groups', () => {
    const [training, scenarios] = entries('role');
    expect(training?.groups).toEqual(['stories', 'essays']);
    expect(toggled(['tests'], training!.groups)).toEqual(['tests', 'stories', 'essays']);
    expect(scenarios?.documents).toBe(1);
  });

  it('shows again what it hid', () => {
    const [stories] = entries('group', ['stories', 'tests']);
    expect(stories?.hidden).toBe(true);
    expect(toggled(['stories', 'tests'], stories!.groups)).toEqual(['tests']);
  });

  it('completes a role of which a part is hidden', () => {
    const [training] = entries('role', ['stories']);
    expect(training?.hidden).toBe(false);
    expect(toggled(['stories'], training!.groups)).toEqual(['stories', 'essays']);
  });
});
