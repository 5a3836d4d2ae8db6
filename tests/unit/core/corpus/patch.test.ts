import fc from 'fast-check';
import { expect, it } from 'vitest';
import { applyPatch, patchBetween } from '../../../../src/core/corpus/patch.ts';

interface Item {
  readonly id: string;
  readonly value: number;
}

const item = fc.record({
  id: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'),
  value: fc.nat(2),
});
const items = fc
  .uniqueArray(item, { selector: ({ id }) => id })
  .map((all) => new Map(all.map((each): [string, Item] => [each.id, each])));

it('leads from any map to any other, order included', () => {
  fc.assert(
    fc.property(items, items, (from, to) => {
      expect([...applyPatch(from, patchBetween(from, to))]).toEqual([...to]);
    }),
    { numRuns: 1000 },
  );
});

it('does nothing between equal maps', () => {
  fc.assert(
    fc.property(items, (map) => {
      expect(patchBetween(map, new Map(map))).toEqual({ remove: [], insert: [], replace: [] });
    }),
  );
});

it('keeps the entries that another map has, each once', () => {
  fc.assert(
    fc.property(items, items, items, (from, to, other) => {
      const patch = patchBetween(from, to);
      const result = applyPatch(other, patch);
      const kept = [...other.keys()].filter((id) => !patch.remove.includes(id));
      expect([...result.keys()]).toEqual(expect.arrayContaining(kept));
    }),
  );
});
