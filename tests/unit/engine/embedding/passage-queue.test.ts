import { expect, it } from 'vitest';
import { PassageQueue } from '../../../../src/engine/embedding/passage-queue.ts';

it('hands out each text once, in order, until none is left', () => {
  const queue = new PassageQueue([4, 5, 6, 7, 8]);
  expect([queue.take(2), queue.take(2), queue.take(2), queue.take(2)]).toEqual([
    [4, 5],
    [6, 7],
    [8],
    [],
  ]);
  expect(queue.size).toBe(0);
});

it('hands out first what was given back', () => {
  const queue = new PassageQueue([1, 2, 3, 4]);
  queue.take(2);
  queue.giveBack([2]);
  expect(queue.size).toBe(3);
  expect(queue.take(9)).toEqual([2, 3, 4]);
  queue.giveBack([4]);
  expect(queue.take(9)).toEqual([4]);
});

it('sorts what waits by length within windows only', () => {
  const lengths = [9, 3, 5, 1, 8, 2];
  const queue = new PassageQueue([0, 1, 2, 3, 4, 5]);
  queue.take(1);
  queue.sortWithin(3, (text) => lengths[text]!);
  expect(queue.take(9)).toEqual([3, 1, 2, 5, 4]);
});

it('hands out fewer at a time towards the end, where several take from it', () => {
  const queue = new PassageQueue(Array.from({ length: 20 }, (_, i) => i));
  const sizes: number[] = [];
  while (queue.size > 0) sizes.push(queue.take(4, 2).length);
  expect(sizes).toEqual([4, 4, 3, 3, 2, 1, 1, 1, 1]);
});
