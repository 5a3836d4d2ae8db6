import { expect, test } from 'vitest';
import { frameOf, putInFrame } from '../../../../../src/core/encoders/transformer/token-frame.ts';

test('finds the special tokens around a text', () => {
  expect(frameOf([101, 7, 102], [7])).toEqual({ before: [101], after: [102] });
  expect(frameOf([7, 1], [7])).toEqual({ before: [], after: [1] });
  expect(frameOf([7], [7])).toEqual({ before: [], after: [] });
});

test('cuts the text, never the frame', () => {
  const frame = { before: [101], after: [102] };
  expect(putInFrame([1, 2, 3], frame, 5)).toEqual({ ids: [101, 1, 2, 3, 102], truncated: 0 });
  expect(putInFrame([1, 2, 3], frame, 4)).toEqual({ ids: [101, 1, 2, 102], truncated: 1 });
  expect(putInFrame([1, 2, 3], frame, 1)).toEqual({ ids: [101, 102], truncated: 3 });
  expect(putInFrame([1, 2, 3], frame, null)).toEqual({ ids: [101, 1, 2, 3, 102], truncated: 0 });
});
