import { expect, test } from 'vitest';
import { poolTokens } from '../../../../../src/core/encoders/transformer/pooling.ts';

const STATES = Float32Array.of(3, 0, 0, 4);

test('pools the mean or the first token, at unit length', () => {
  const into = new Float32Array(2);
  expect(poolTokens(STATES, 'mean', into)).toBe(true);
  expect(Array.from(into)).toEqual([0.6, 0.8].map(Math.fround));
  expect(poolTokens(STATES, 'cls', into)).toBe(true);
  expect(Array.from(into)).toEqual([1, 0]);
});

test.each([[Float32Array.of(0, 0)], [Float32Array.of(NaN, 1)], [Float32Array.of(Infinity, 1)]])(
  'leaves zeros where there is no direction: %s',
  (states) => {
    const into = new Float32Array(2);
    expect(poolTokens(states, 'mean', into)).toBe(false);
    expect(Array.from(into)).toEqual([0, 0]);
  },
);
