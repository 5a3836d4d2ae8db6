import { randomLcg } from 'd3';
import { describe, expect, it } from 'vitest';
import { findBoilerplate } from '../../../../../src/core/corpus/repeats/boilerplate.ts';
import { findDuplicates } from '../../../../../src/core/corpus/repeats/duplicates.ts';
import { hashedLines, withoutLines } from '../../../../../src/core/corpus/repeats/lines.ts';
import { printOf, similarity } from '../../../../../src/core/corpus/repeats/print.ts';

const random = randomLcg(7);
const words = (count: number): string[] =>
  Array.from({ length: count }, () => `w${Math.floor(random() * 5000)}`);

/** The true share of runs of five words that two texts have in common. */
function jaccard(a: readonly string[], b: readonly string[]): number {
  const runs = (list: readonly string[]): Set<string> =>
    new Set(list.slice(4).map((_, i) => list.slice(i, i + 5).join(' ')));
  const [x, y] = [runs(a), runs(b)];
  const common = [...x].filter((run) => y.has(run)).length;
  return common / (x.size + y.size - common);
}

const changed = (text: readonly string[], share: number): string[] =>
  text.map((word) => (random() < share ? 'changed' : word));

describe('similarity', () => {
  it('estimates the share of common shingles, without bias', () => {
    for (const share of [0, 0.01, 0.05, 0.2, 1]) {
      const errors = Array.from({ length: 40 }, () => {
        const text = words(400);
        const other = changed(text, share);
        return similarity(printOf(text.join(' ')), printOf(other.join(' '))) - jaccard(text, other);
      });
      const mean = errors.reduce((sum, error) => sum + error, 0) / errors.length;
      // The error of one is at most about .5 / √128, of the mean of 40 a sixth of that.
      expect(Math.abs(mean)).toBeLessThan(0.025);
      expect(Math.max(...errors.map(Math.abs))).toBeLessThan(0.2);
    }
  });

  it('is one for the same words in other cases and marks, and is defined for none', () => {
    const [a, b] = [printOf('The Keeper — lit, the LAMP.'), printOf('the keeper lit the lamp')];
    expect(similarity(a, b)).toBe(1);
    expect(a.exact).toBe(b.exact);
    expect(similarity(printOf(''), printOf('!'))).toBe(1);
    expect(similarity(printOf('one'), printOf('two'))).toBe(0);
  });
});

describe('findDuplicates', () => {
  it.each([[0], [1], [2], [3]])('finds none among %i different texts', (count) => {
    expect(
      findDuplicates(Array.from({ length: count }, () => printOf(words(50).join(' ')))),
    ).toEqual([]);
  });

  it('finds what was planted, and nothing else', () => {
    const texts = Array.from({ length: 300 }, () => words(300));
    const near = changed(texts[10] ?? [], 0.005);
    const exact = [...(texts[20] ?? [])];
    const prints = [...texts, near, exact, near].map((text) => printOf(text.join(' ')));
    expect(findDuplicates(prints)).toEqual([
      { at: 300, of: 10, exact: false },
      { at: 301, of: 20, exact: true },
      { at: 302, of: 300, exact: true },
    ]);
  });
});

describe('findBoilerplate', () => {
  const header = 'To: All staff of the Summit Bridge company';
  const footer = 'This message is confidential and may be read by nobody.';
  const mail = (i: number): string =>
    `${header}\n\nLetter ${i} about ${words(20).join(' ')}.\n\n${footer}\n`;

  it('finds the lines of a template, and no other', () => {
    const texts = Array.from({ length: 20 }, (_, i) => mail(i));
    const { lines, texts: count, example } = findBoilerplate(texts.map(printOf));
    const hashes = [...hashedLines(texts[example] ?? '')].map(({ hash }) => hash);
    expect(new Set(lines)).toEqual(new Set([hashes[0], hashes[2]]));
    expect(count).toBe(20);
    const stripped = withoutLines(texts[3] ?? '', new Set(lines));
    expect(stripped).toMatch(/^Letter 3 about .*\.$/);
  });

  it('finds nothing in few texts, or in texts without a common line', () => {
    expect(findBoilerplate([]).lines).toEqual([]);
    expect(findBoilerplate([0, 1, 2, 3].map(mail).map(printOf)).lines).toEqual([]);
    expect(findBoilerplate(Array.from({ length: 30 }, () => printOf(words(30).join(' '))))).toEqual(
      {
        lines: [],
        texts: 0,
        example: -1,
      },
    );
  });

  it('leaves a text alone that has none of the lines', () => {
    expect(withoutLines('  One.\n\n\n\nTwo. ', new Set([1]))).toBe('  One.\n\n\n\nTwo. ');
  });
});
