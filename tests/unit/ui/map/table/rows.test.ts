import { describe, expect, it } from 'vitest';
import { placeMap } from '../../../../../src/ui/map/place/place.ts';
import { matching, rowAt, rowsOf, sorted, visible } from '../../../../../src/ui/map/table/rows.ts';
import { corpusOf, mapOf } from '../fixtures.ts';

const corpus = corpusOf([
  { id: 'a', group: 'stories' },
  { id: 'b', group: 'essays' },
  { id: 's', group: 'tests' },
]);
const place = placeMap(
  mapOf([
    ['a', -1, 0],
    ['b', 1, 0.5],
    ['s', 0, -1],
  ]),
);
const shading = { scale: 'near', shares: new Map([['b', 0.25]]) } as const;
const rows = rowsOf(place, { shown: Uint8Array.of(1, 1, 1) }, corpus, shading, {
  neighbours: [2, 0],
});
const ids = (list: readonly { id: string }[]): string => list.map(({ id }) => id).join('');

describe('the rows of a map', () => {
  it('say what its marks show', () => {
    expect(rows[1]).toMatchObject({
      title: 'Title of b',
      groupName: 'Group essays',
      role: 'training',
      shade: 0.25,
      near: null,
    });
    expect(rows.map(({ near }) => near)).toEqual([2, null, 1]);
    // Up is up, as on the map.
    expect(rows[1]!.up).toBeGreaterThan(rows[2]!.up);
    expect(rows[0]!.across).toBeLessThan(rows[1]!.across);
  });

  it('leave out what is hidden or gone', () => {
    const shown = { shown: Uint8Array.of(0, 1, 1) };
    expect(ids(rowsOf(place, shown, corpus, null, { neighbours: [] }))).toBe('bs');
    const none = corpusOf([]);
    expect(rowsOf(place, shown, none, null, { neighbours: [] })).toEqual([]);
  });

  it('are filtered by every word, in title or group', () => {
    expect(ids(matching(rows, 'TITLE essays'))).toBe('b');
    expect(matching(rows, '  ')).toBe(rows);
    expect(matching(rows, 'nowhere')).toEqual([]);
  });

  it('are sorted both ways, those without a value last', () => {
    expect(ids(sorted(rows, { by: 'groupName', descending: false }))).toBe('bas');
    expect(ids(sorted(rows, { by: 'title', descending: true }))).toBe('sba');
    expect(ids(sorted(rows, { by: 'near', descending: false }))).toBe('sab');
    expect(ids(sorted(rows, { by: 'near', descending: true }))).toBe('asb');
    expect(ids(sorted(rows, { by: 'role', descending: false }))).toBe('sab');
  });
});

describe('a window on many rows', () => {
  it('draws what is in view and a little more, whatever there is', () => {
    const { first, last } = visible(100_000, 30, { top: 3000, height: 600 });
    expect(first).toBeLessThanOrEqual(100);
    expect(last).toBeGreaterThanOrEqual(120);
    expect(last - first).toBeLessThan(50);
    expect(visible(0, 30, { top: 0, height: 600 })).toEqual({ first: 0, last: 0 });
    expect(visible(3, 30, { top: 0, height: 600 })).toEqual({ first: 0, last: 3 });
  });

  it('is gone through by keys, and left at no end', () => {
    expect(rowAt('ArrowDown', 4, 10, 5)).toBe(5);
    expect(rowAt('ArrowDown', 9, 10, 5)).toBe(9);
    expect(rowAt('PageUp', 3, 10, 5)).toBe(0);
    expect(rowAt('End', 3, 10, 5)).toBe(9);
    expect(rowAt('x', 3, 10, 5)).toBeNull();
    expect(rowAt('Home', 0, 0, 5)).toBeNull();
  });
});
