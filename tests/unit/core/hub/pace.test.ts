import { expect, it } from 'vitest';
import { paceOf, withMark, type Mark } from '../../../../src/core/hub/pace.ts';

it('knows no rate from fewer than two marks or less than half a second', () => {
  const unknown = { rate: null, seconds: null };
  expect(paceOf([], 10)).toEqual(unknown);
  expect(paceOf([{ at: 0, done: 5 }], 10)).toEqual(unknown);
  expect(
    paceOf(
      [
        { at: 0, done: 0 },
        { at: 499, done: 5 },
      ],
      10,
    ),
  ).toEqual(unknown);
});

it('is bytes a second between the first mark and the last, and the rest at that rate', () => {
  const marks = [
    { at: 1000, done: 100 },
    { at: 1500, done: 900 },
    { at: 3000, done: 1100 },
  ];
  expect(paceOf(marks, 2100)).toEqual({ rate: 500, seconds: 2 });
});

it('does not count what was there before, and has no end while nothing arrives', () => {
  const marks = [
    { at: 0, done: 5000 },
    { at: 1000, done: 5000 },
  ];
  expect(paceOf(marks, 9000)).toEqual({ rate: 0, seconds: null });
});

it('forgets what is more than five seconds old', () => {
  let marks: readonly Mark[] = [];
  for (let second = 0; second <= 20; second++) {
    marks = withMark(marks, { at: second * 1000, done: second < 10 ? second : 10 + second * 100 });
  }
  expect(marks[0]?.at).toBe(15_000);
  expect(paceOf(marks, 5000).rate).toBe(100);
});
