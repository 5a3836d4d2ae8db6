import { describe, expect, it } from 'vitest';
import {
  bestPassage,
  mayBeLittle,
  sharedBetween,
  sharesLittle,
} from '../../../../src/core/relate/little-wording.ts';
import { Reader, type Reading } from '../../../../src/core/relate/reading.ts';

/** Texts of one passage a line, read by one reader. */
function read(...texts: readonly (readonly string[])[]): Reading[] {
  const reader = new Reader();
  return texts.map((lines) => {
    const text = lines.join('\n');
    let start = 0;
    const passages = lines.map((line) => {
      const span = { start, end: start + line.length };
      start = span.end + 1;
      return span;
    });
    return reader.read({ text, passages });
  });
}

const [scenario, text] = read(
  ['keeper writes lamp log', 'fox bites leaking boat'],
  ['lamp shines, log lies, keeper sleeps', 'fox and boats, foxes, boat', 'bees'],
) as [Reading, Reading];

const table = (...values: number[]) => ({ values: Float64Array.from(values), rows: 2, columns: 3 });

describe('little shared wording', () => {
  it('counts distinct lemmas between two passages', () => {
    expect(sharedBetween(scenario, 0, text, 0)).toBe(3);
    expect(sharedBetween(scenario, 1, text, 1)).toBe(2);
    expect(sharedBetween(scenario, 0, text, 2)).toBe(0);
  });

  it('looks at the best match of every scenario passage, the earliest of equals', () => {
    const whole = { start: 0, count: 3 };
    expect(bestPassage(table(0.1, 0.5, 0.5, 0, 0, 0), 0, 0, 3)).toBe(1);
    expect(bestPassage(table(0, 0, 0, 0, 0, 0), 0, 0, 0)).toBeNull();
    expect(sharesLittle(table(0.1, 0.9, 0, 0, 0.9, 0), scenario, text, whole)).toBe(true);
    expect(sharesLittle(table(0.9, 0.1, 0, 0, 0.9, 0), scenario, text, whole)).toBe(false);
    expect(
      sharesLittle(table(0.9, 0.1, 0, 0, 0.9, 0), scenario, text, { start: 1, count: 2 }),
    ).toBe(true);
  });

  it('asks for a percentile above .95 and words no more than the median', () => {
    const base = { percentile: 0.951, overlap: 0.2, medianOverlap: 0.2 };
    expect(mayBeLittle(base)).toBe(true);
    expect(mayBeLittle({ ...base, percentile: 0.95 })).toBe(false);
    expect(mayBeLittle({ ...base, overlap: 0.201 })).toBe(false);
  });
});
