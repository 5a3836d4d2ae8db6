import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { folds } from '../../../../src/ui/reader/fold.ts';

describe('folds', () => {
  it('covers every passage once, in order, and never folds a marked one away', () => {
    const marks = fc.uniqueArray(fc.nat(300), { maxLength: 6 });
    fc.assert(
      fc.property(fc.nat(301), marks, fc.uniqueArray(fc.nat(300)), (passages, some, opened) => {
        const marked = new Set(some.filter((index) => index < passages));
        const all = folds(passages, marked, new Set(opened));
        let at = 0;
        for (const { from, to, shown } of all) {
          expect(from).toBe(at);
          expect(to).toBeGreaterThan(from);
          if (!shown) expect([...marked].some((index) => index >= from && index < to)).toBe(false);
          at = to;
        }
        expect(at).toBe(passages);
      }),
    );
  });

  it('shows a short text whole', () => {
    expect(folds(5, new Set([2]), new Set())).toEqual([{ from: 0, to: 5, shown: true }]);
  });

  it('keeps a neighbour on either side and opens the rest in steps', () => {
    expect(folds(100, new Set([10]), new Set())).toEqual([
      { from: 0, to: 9, shown: false },
      { from: 9, to: 12, shown: true },
      { from: 12, to: 100, shown: false },
    ]);
    expect(folds(100, new Set([10]), new Set([12])).slice(2)).toEqual([
      { from: 12, to: 62, shown: true },
      { from: 62, to: 100, shown: false },
    ]);
  });
});
