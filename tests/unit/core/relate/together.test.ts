import { describe, expect, it } from 'vitest';
import { countTogether } from '../../../../src/core/relate/together.ts';

const relation = (document: string, scenario: string, percentile: number | null) => ({
  document,
  scenario,
  percentile,
});

describe('documents taken together', () => {
  it('are counted per scenario, with the median of their percentiles', () => {
    const rows = countTogether(
      [
        relation('a', 's', 0.96),
        relation('b', 's', 0.5),
        relation('c', 's', 0.95),
        relation('a', 't', 0.97),
        relation('b', 't', 0.99),
      ],
      'document',
    );
    expect(rows).toEqual([
      { id: 't', passing: 2, measured: 2, median: 0.98 },
      { id: 's', passing: 1, measured: 3, median: 0.95 },
    ]);
  });

  it('are counted per document where scenarios are gathered', () => {
    const rows = countTogether([relation('a', 's', 0.1), relation('a', 't', 0.3)], 'scenario');
    expect(rows).toEqual([{ id: 'a', passing: 0, measured: 2, median: 0.2 }]);
  });

  it('say nothing of what has no percentile', () => {
    expect(countTogether([relation('a', 's', null)], 'document')).toEqual([]);
    expect(countTogether([], 'document')).toEqual([]);
  });
});
