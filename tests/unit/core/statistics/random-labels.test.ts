import { randomLcg } from 'd3';
import { describe, expect, it } from 'vitest';
import { drawLabels } from '../../../../src/core/statistics/random-labels.ts';

/** How often each unit is labelled, and how often each pair of neighbours. */
function drawn(units: number, labelled: number, draws: number) {
  const random = randomLcg(3);
  const segment = { nibble: 1, units, labelled };
  const nibbles = new Uint8Array(2 + Math.ceil(units / 4));
  const alone = new Float64Array(units);
  const together = new Float64Array(units - 1);
  for (let b = 0; b < draws; b++) {
    drawLabels(nibbles, segment, random);
    const labels = Array.from(alone, (_, u) => (nibbles[1 + (u >> 2)]! >> (u & 3)) & 1);
    expect(labels.reduce((a, c) => a + c, 0)).toBe(labelled);
    labels.forEach((label, u) => {
      alone[u]! += label;
      if (u > 0) together[u - 1]! += label * labels[u - 1]!;
    });
  }
  expect([nibbles[0], nibbles.at(-1)]).toEqual([0, 0]);
  return { alone, together };
}

describe('drawn labels', () => {
  it.each([
    [40, 13],
    [40, 20],
    [70, 1],
    [33, 32],
    [64, 3],
  ])(
    'are on each of %i units, and on neighbours, as often as %i of them say',
    (units, labelled) => {
      const draws = 10_000;
      const { alone, together } = drawn(units, labelled, draws);
      // Within 4.5 standard deviations: about one count in 150,000 is not.
      const near = (count: number, chance: number) =>
        expect(Math.abs(count - draws * chance)).toBeLessThanOrEqual(
          4.5 * Math.sqrt(draws * chance * (1 - chance)),
        );
      for (const count of alone) near(count, labelled / units);
      const both = (labelled * (labelled - 1)) / (units * (units - 1));
      for (const count of together) near(count, both);
    },
  );

  it('are none or all where they must be', () => {
    expect([...drawn(35, 0, 3).alone]).toEqual(Array(35).fill(0));
    expect([...drawn(35, 35, 3).alone]).toEqual(Array(35).fill(3));
  });
});
