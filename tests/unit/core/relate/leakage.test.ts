import { describe, expect, it } from 'vitest';
import { Grams } from '../../../../src/core/relate/grams.ts';
import { LeakageSearch, located } from '../../../../src/core/relate/leakage.ts';
import { Placed } from '../../../../src/core/relate/placed.ts';
import { Reader } from '../../../../src/core/relate/reading.ts';
import { wordsOf } from '../../../../src/core/relate/written.ts';
import { Author, DIMS, document } from './sample.ts';

/** `count` words that no other prefix has. */
const words = (prefix: string, count: number) =>
  Array.from({ length: count }, (_, i) => `${prefix}${'abcdefghij'[i % 10]!}${i}x`);

/** What a one-passage text shows of a one-passage scenario. */
function search(scenarioText: string, documentText: string, vectors = { noise: 9 }) {
  const author = new Author(4);
  const direction = author.direction();
  const reader = new Reader();
  const make = (id: string, text: string, row: number[]) =>
    new Placed(
      { ...document(id, 'training', [row], text), passages: [{ start: 0, end: text.length }] },
      DIMS,
      { name: 'none' },
    );
  const scenario = make('s', scenarioText, direction);
  const text = make('d', documentText, author.near(direction, vectors.noise));
  const found = new LeakageSearch(scenario, reader.read(scenario.source), DIMS).in(
    text,
    reader.read(text.source),
  );
  return found && located(found, wordsOf(documentText), wordsOf(scenarioText));
}

describe('leakage', () => {
  it('is a shared run of 13 words, and shows it in both texts, whatever the case', () => {
    const run = words('r', 13);
    const scenario = [...words('s', 60), ...run].join(' ');
    const text = [...words('d', 5), ...run.map((word) => word.toUpperCase()), 'end'].join(', ');
    const found = search(scenario, text)!;
    expect(found.kinds).toEqual(['run']);
    const [only] = found.runs;
    expect(only!.words).toBe(13);
    expect(scenario.slice(only!.scenario.start, only!.scenario.end)).toBe(run.join(' '));
    expect(text.slice(only!.document.start, only!.document.end)).toBe(run.join(', ').toUpperCase());
    const shorter = [...words('s', 60), ...run.slice(1)].join(' ');
    expect(search(shorter, text)).toBeNull();
  });

  it('is a passage with every eleventh word changed, and not with every tenth', () => {
    const scenario = words('s', 66);
    const changed = (every: number) =>
      scenario.map((word, i) => (i % every === every - 1 ? `new${i}` : word)).join(' ');
    const found = search(scenario.join(' '), changed(11))!;
    expect(found.kinds).toEqual(['containment']);
    // 59 beginnings, of which the first 3 of every 11 are free of a change.
    expect(found.contained).toEqual([{ scenarioPassage: 0, share: 18 / 59 }]);
    expect(search(scenario.join(' '), changed(10))).toBeNull();
  });

  it('is a passage that nearly coincides, if both have 20 content words', () => {
    const [own, other] = [words('s', 20).join(' '), words('d', 20).join(' ')];
    const found = search(own, other, { noise: 0.01 })!;
    expect(found.kinds).toEqual(['cosine']);
    expect(found.coincident[0]).toMatchObject({ passage: 0, scenarioPassage: 0 });
    expect(found.coincident[0]!.cosine).toBeGreaterThan(0.97);
    expect(search(words('s', 19).join(' '), other, { noise: 0.01 })).toBeNull();
    expect(search(own, words('d', 19).join(' '), { noise: 0.01 })).toBeNull();
    expect(search(own, other, { noise: 1 })).toBeNull();
  });

  it('is all three for a copy, and nothing for texts without words', () => {
    const text = words('s', 40).join(' ');
    expect(search(text, text, { noise: 0 })!.kinds).toEqual(['run', 'containment', 'cosine']);
    expect(search('', text)).toBeNull();
    expect(search(text, '')).toBeNull();
    expect(search('', '')).toBeNull();
  });

  it('finds quotations that a passage ends, and those of a short passage', () => {
    const short = words('s', 9);
    expect(search(short.join(' '), [...words('d', 20), ...short].join(' '))!.kinds).toEqual([
      'containment',
    ]);
  });
});

describe('n-grams', () => {
  it('get through a text of one word over and over', () => {
    const same = new Uint32Array(20_000).fill(3);
    const { runs, found } = new Grams(same).in(new Uint32Array(20_000).fill(3));
    expect(found.size).toBe(1);
    expect(runs[0]).toEqual({ inText: 0, inIndexed: 0, words: 20_000 });
    expect(runs.length).toBeLessThan(20);
  });

  it('give each run once, as long as it can be', () => {
    const text = Uint32Array.from({ length: 40 }, (_, i) => i);
    const other = Uint32Array.from([...text.subarray(10, 30), 99, ...text.subarray(0, 15)]);
    expect(new Grams(text).in(other).runs).toEqual([
      { inText: 0, inIndexed: 10, words: 20 },
      { inText: 21, inIndexed: 0, words: 15 },
    ]);
  });
});
