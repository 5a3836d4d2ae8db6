import { expect, it } from 'vitest';
import { Morph, startsOf } from '../../../../../src/ui/map/move/morph.ts';
import { placeMap } from '../../../../../src/ui/map/place/place.ts';
import { mapOf } from '../fixtures.ts';

const before = placeMap(
  mapOf([
    ['a', -1, 0],
    ['b', 1, 0],
  ]),
);
const after = placeMap(
  mapOf([
    ['b', -1, 0],
    ['a', 1, 0],
    ['new', 0, 1],
  ]),
);

it('takes every document from its old place to its new one', () => {
  const morph = new Morph(before, before.places, 1, after, 1000);
  const start = morph.at(1000);
  expect([...start.places.subarray(0, 4)]).toEqual([1, 0, -1, after.places[3]! * 0]);
  expect(start.done).toBe(false);
  const end = morph.at(1200);
  expect([...end.places]).toEqual([...after.places]);
  expect(end.done).toBe(true);
});

it('lets new points stand where they will stay', () => {
  const starts = startsOf(before, before.places, 1, after);
  expect([...starts.subarray(4)]).toEqual([...after.places.subarray(4)]);
});

it('takes passages out of their document, and back into it', () => {
  const passages = placeMap(
    mapOf(
      [
        ['a', 0, 0, 0],
        ['a', 3, 3, 1],
      ],
      'passages',
    ),
  );
  const out = startsOf(before, before.places, 1, passages);
  expect([...out]).toEqual([-1, 0, -1, 0]);
  const back = startsOf(passages, passages.places, 1, before);
  expect([...back.subarray(0, 2)]).toEqual([...passages.places.subarray(0, 2)]);
});
