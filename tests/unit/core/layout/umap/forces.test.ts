import { describe, expect, it } from 'vitest';
import { cellOf, FORCES } from '../../../../../src/core/layout/umap/forces.ts';

const A = 1.576943460405378;
const B = 0.8950608781227859;

function forcesAt(squared: number): [attraction: number, repulsion: number] {
  FORCES.float[0] = squared;
  const cell = cellOf(FORCES.bits[0]!);
  return [FORCES.attraction[cell]!, FORCES.repulsion[cell]!];
}

describe('the tabulated forces', () => {
  it('are those of the formulas at any distance', () => {
    for (let d2 = 1e-9; d2 < 1e6; d2 *= 1.37) {
      const pull = (-2 * A * B * d2 ** (B - 1)) / (1 + A * d2 ** B);
      const push = (2 * B) / ((0.001 + d2) * (1 + A * d2 ** B));
      const [attraction, repulsion] = forcesAt(d2);
      expect(Math.abs(attraction / pull - 1)).toBeLessThan(4e-3);
      expect(Math.abs(repulsion / push - 1)).toBeLessThan(4e-3);
    }
  });

  it.each([0, 1e-40, 1e-12, 1e30, Infinity])('stay finite at %d', (squared) => {
    expect(forcesAt(squared).every(Number.isFinite)).toBe(true);
  });
});
