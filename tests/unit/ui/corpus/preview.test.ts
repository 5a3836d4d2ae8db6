import { describe, expect, it } from 'vitest';
import { alike, fieldNames, wordsIn } from '../../../../src/ui/corpus/preview.ts';

describe('wordsIn', () => {
  it('counts exactly', () => {
    expect(wordsIn([{ text: 'One two  three.\nFour' }, { text: '' }])).toEqual({
      words: 4,
      exact: true,
    });
  });

  it('estimates what would take long to count, to two figures', () => {
    const text = 'word '.repeat(100_000);
    const drafts = Array.from({ length: 9 }, () => ({ text }));
    expect(wordsIn(drafts)).toEqual({ words: 900_000, exact: false });
  });
});

describe('what is said of files', () => {
  const said = (...codes: string[]) => codes.map((code, at) => ({ code, at }));

  it('is said together from four of a kind on, in the order of kinds', () => {
    const all = alike(said('a', 'b', 'a', 'a', 'b', 'a'));
    expect(all.map(({ first, others }) => [first.at, others.map(({ at }) => at)])).toEqual([
      [0, [2, 3, 5]],
      [1, []],
      [4, []],
    ]);
    expect(alike([])).toEqual([]);
  });
});

it('offers the names of fields once each', () => {
  const meta = (...keys: string[]) => ({ meta: new Map(keys.map((key) => [key, 'x'])) });
  expect(fieldNames([meta('topic', 'id'), meta(), meta('id')])).toEqual(['id', 'topic']);
});
