import { describe, expect, it } from 'vitest';
import { NOTHING } from '../../../../../src/ui/map/look/highlight.ts';
import { withStrangers } from '../../../../../src/ui/map/look/strangers.ts';
import { placeMap } from '../../../../../src/ui/map/place/place.ts';
import { mapOf } from '../fixtures.ts';

const place = placeMap(
  mapOf([
    ['own', 0, 0],
    ['near', 1, 0],
    ['stranger', 2, 0],
    ['far', 9, 0],
  ]),
);
const shown = Uint8Array.of(1, 1, 1, 1);
const selected = { ...NOTHING, selected: [0], neighbours: [1, 3], lit: new Set([0, 1, 3]) };

describe('strangers', () => {
  it('are near on the map alone, and in their stead true neighbours are missing', () => {
    const { missing, strangers, lit } = withStrangers(place, shown, selected);
    expect([...missing]).toEqual([3]);
    expect(strangers).toEqual([2]);
    expect(lit).toEqual(new Set([0, 1, 2, 3]));
  });

  it('are not looked for without one point that is selected', () => {
    expect(withStrangers(place, shown, NOTHING)).toBe(NOTHING);
    const two = { ...selected, selected: [0, 1] };
    expect(withStrangers(place, shown, two)).toBe(two);
  });

  it('are not drawn where their group is hidden', () => {
    expect(withStrangers(place, Uint8Array.of(1, 1, 0, 1), selected).strangers).toEqual([]);
  });
});
