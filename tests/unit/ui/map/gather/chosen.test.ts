import { describe, expect, it } from 'vitest';
import { documentsAt, flagsOf } from '../../../../../src/ui/map/gather/chosen.ts';
import { placeMap } from '../../../../../src/ui/map/place/place.ts';
import { mapOf } from '../fixtures.ts';

describe('chosen documents', () => {
  it('are flagged at all their points, passages included', () => {
    const passages = placeMap(mapOf([['a', 0, 0, 0], ['a', 1, 0, 1], ['b', 2, 0, 0]], 'passages')); // prettier-ignore
    expect([...flagsOf(passages, ['a'])!]).toEqual([1, 1, 0]);
    expect(flagsOf(passages, ['gone'])).toBeNull();
    expect(documentsAt(passages, [0, 1, 2])).toEqual(['a', 'b']);
  });
});
