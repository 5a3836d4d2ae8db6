import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { tune } from '../../../../scripts/encoder/contrast.ts';
import { missingTokens } from '../../../../scripts/encoder/numerals.ts';
import { readPairs, type Pair } from '../../../../scripts/encoder/pairs.ts';
import { learnPieces } from '../../../../scripts/encoder/pieces.ts';
import { normal, seededRandom } from '../../../../scripts/encoder/random.ts';

test('normal draws have mean 0 and variance 1, the same for the same seed', () => {
  const draws = (seed: number) => {
    const random = seededRandom(seed);
    return Array.from({ length: 20_000 }, () => normal(random));
  };
  const first = draws(7);
  expect(first).toEqual(draws(7));
  expect(first.slice(0, 9)).not.toEqual(draws(8).slice(0, 9));
  expect(first.reduce((sum, x) => sum + x, 0) / first.length).toBeCloseTo(0, 1);
  expect(first.reduce((sum, x) => sum + x * x, 0) / first.length).toBeCloseTo(1, 1);
});

describe('readPairs', () => {
  const ids = new Map([...['big', 'large', 'very', 'ship'].entries()].map(([id, w]) => [w, id]));

  async function read(name: string, content: string | Uint8Array) {
    const folder = await mkdtemp(join(tmpdir(), 'pairs-'));
    try {
      await writeFile(join(folder, name), content);
      return await readPairs(join(folder, name), ids);
    } finally {
      await rm(folder, { recursive: true });
    }
  }

  test('reads words and phrases, compressed or not, and drops what teaches nothing', async () => {
    const text = 'Big\tvery large\nship\tunheard\nship\tship.\n';
    const expected = [[[0], [2, 1]]];
    expect(await read('pairs.tsv', text)).toEqual(expected);
    expect(await read('pairs.tsv.gz', gzipSync(text))).toEqual(expected);
  });

  test('names the line that is no pair', async () => {
    await expect(read('pairs.tsv', 'big\tlarge\nship\n')).rejects.toThrow(/pairs\.tsv:2: not two/);
  });
});

test('tune moves paraphrases together and leaves words without a pair alone', () => {
  const [words, dims] = [64, 8];
  const random = seededRandom(3);
  const vectors = Float64Array.from({ length: (words + 1) * dims }, () => normal(random));
  const pairs = Array.from({ length: words / 2 }, (_, i): Pair => [[2 * i], [2 * i + 1]]);
  const weights = new Float64Array(words + 1).fill(1);
  const row = (i: number) => vectors.slice(i * dims, (i + 1) * dims);
  const cosine = (i: number, j: number) => {
    const [a, b] = [row(i), row(j)];
    return a.reduce((sum, x, d) => sum + x * b[d]!, 0) / (Math.hypot(...a) * Math.hypot(...b));
  };
  const mean = (j: (i: number) => number) =>
    pairs.reduce((sum, _, i) => sum + cosine(2 * i, j(i)), 0) / pairs.length;
  const [together, lone] = [mean((i) => 2 * i + 1), row(words)];
  const tuning = { batch: 32, epochs: 60, temperature: 0.1, rate: 0.05, pull: 0.01 };
  const loss = tune(vectors, dims, weights, pairs, random, tuning);
  expect(loss).toBeLessThan(Math.log(32) / 4);
  expect(mean((i) => 2 * i + 1)).toBeGreaterThan(together + 0.4);
  expect(Math.abs(mean((i) => (2 * i + 2) % words))).toBeLessThan(0.4);
  const scale = row(words)[0]! / lone[0]!;
  for (const [d, x] of row(words).entries()) expect(x).toBeCloseTo(lone[d]! * scale, 9);
});

test('learnPieces finds what an ending adds to the words it ends', () => {
  const dims = 2;
  const letters = Array.from('bcdfghklmnp');
  const stems = letters.flatMap((a) => letters.map((b) => `${a}o${b}`));
  const known = new Map(stems.map((stem, i) => [stem, Float64Array.of(i % 7, i % 5)]));
  const rare = new Map(
    stems.map((stem) => [`${stem}ness`, known.get(stem)!.map((x, d) => x + (d ? -2 : 3))]),
  );
  const { pieces, rows } = learnPieces(known, rare, dims);
  const at = pieces.indexOf('ness');
  expect(pieces.slice(0, 2)).toEqual(['a', 'b']);
  expect(rows[at * dims]! / 3).toBeCloseTo(1, 1);
  expect(rows[at * dims + 1]! / -2).toBeCloseTo(1, 1);
});

test('missingTokens gives numbers a common meaning and one of their own', () => {
  const dims = 100;
  const random = seededRandom(5);
  const needed =
    'an me one two three four five six seven eight nine ten twenty thirty forty fifty hundred thousand';
  const words = needed.split(' ');
  const vectors = Float64Array.from({ length: words.length * dims }, () => 3 + normal(random));
  const ranks = [...words.keys()];
  const found = missingTokens({ words, ranks, vectors }, dims, random);
  const row = (word: string) => {
    const at = found.words.indexOf(word);
    return found.vectors.subarray(at * dims, (at + 1) * dims);
  };
  expect(Array.from(row('a'))).toEqual(Array.from(vectors.subarray(0, dims)));
  expect(row('1999')).not.toEqual(row('2000'));
  expect(row('17').reduce((sum, x) => sum + x, 0) / dims).toBeGreaterThan(1);
  expect(new Set(found.words).size).toBe(found.words.length);
  expect(found.vectors.length).toBe(found.words.length * dims);
});
