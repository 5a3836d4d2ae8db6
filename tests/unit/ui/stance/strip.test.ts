import { expect, it } from 'vitest';
import type { Corpus, Document } from '../../../../src/core/corpus/model.ts';
import type { Mark } from '../../../../src/ui/groups.ts';
import type { PlacedDocument } from '../../../../src/ui/stance/places.ts';
import { markAt, MOST_MARKS, stripOf, stripStep } from '../../../../src/ui/stance/strip.ts';

const MARK: Mark = { shape: 'circle', ink: 'hue-1' };

/** Documents of groups at places along the axis, evenly from the low end. */
function stripOfGroups(sizes: Readonly<Record<string, number>>, learntFrom = '') {
  const groups = new Map(
    Object.keys(sizes).map((id) => [id, { id, role: 'training' as const, name: id }]),
  );
  const places = Object.entries(sizes).flatMap(([group, size]) =>
    Array.from({ length: size }, (_, i): PlacedDocument => {
      const at = (i + 0.5) / size;
      return {
        document: { id: `${group}${i}`, group } as Document,
        score: {
          document: `${group}${i}`,
          score: at,
          percentile: null,
          inSample: group === learntFrom,
          heldOut: at,
        },
        at,
      };
    }),
  );
  const corpus: Corpus = { documents: new Map(), groups };
  const marks = new Map(Object.keys(sizes).map((id) => [id, MARK]));
  return stripOf(places, corpus, marks, 600);
}

it('has a row for each group with documents, those the axis was learnt from first', () => {
  const { rows, height } = stripOfGroups({ a: 2, none: 0, b: 3 }, 'b');
  expect(rows.map(({ group, documents }) => [group, documents])).toEqual([
    ['b', 3],
    ['a', 2],
  ]);
  expect(rows[1]!.middle).toBeGreaterThan(rows[0]!.middle);
  expect(height).toBeGreaterThan(rows[1]!.middle);
});

it('draws ten thousand documents as heaps that hold all of them', () => {
  const picture = stripOfGroups({ a: 10_000, b: MOST_MARKS });
  const [many, few] = picture.rows;
  expect(many!.marks).toEqual([]);
  expect(many!.heaps.reduce((sum, { documents }) => sum + documents, 0)).toBe(10_000);
  expect(many!.heaps.length).toBeLessThanOrEqual(60);
  expect([few!.marks.length, few!.heaps.length]).toEqual([MOST_MARKS, 0]);
  expect(picture.at.size).toBe(10_000 + MOST_MARKS);
});

it('finds the mark that is pointed at, and none far away', () => {
  const picture = stripOfGroups({ a: 3 });
  const { x, y } = picture.at.get('a1')!;
  expect(markAt(picture, x + 3, y - 2, 14)?.place.document.id).toBe('a1');
  expect(markAt(picture, x, y + 60, 14)).toBeNull();
});

it('is walked along the axis and from group to group, past heaps', () => {
  const picture = stripOfGroups({ a: 3, heap: 1000, b: 5 });
  const step = (from: string | null, key: string) =>
    stripStep(picture, from, key)?.place.document.id ?? null;
  expect(step(null, 'ArrowRight')).toBe('b0');
  expect(step('b0', 'ArrowRight')).toBe('a0');
  expect(step('b0', 'ArrowLeft')).toBeNull();
  expect(step('a1', 'ArrowDown')).toBe('b2');
  expect(step('b2', 'ArrowUp')).toBe('a1');
  expect(step('a1', 'ArrowUp')).toBeNull();
});
