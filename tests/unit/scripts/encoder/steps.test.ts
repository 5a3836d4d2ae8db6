import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { COMPONENTS, removeCommonComponents } from '../../../../scripts/encoder/components.ts';
import { quantiseRows } from '../../../../scripts/encoder/quantise.ts';
import { readWords, SOURCE, type SourceWord } from '../../../../scripts/encoder/source.ts';
import { isUsable } from '../../../../scripts/encoder/vocabulary.ts';
import { inverseFrequencies, wordProbabilities } from '../../../../scripts/encoder/weights.ts';
import { writeSafetensors } from '../../../../scripts/encoder/write-safetensors.ts';
import { readSafetensors } from '../../../../src/core/encoders/static/safetensors.ts';

describe('readWords', () => {
  test('reads words in order, whatever characters they hold', async () => {
    const words = ['the', '"', ']', '\\', '],"x":[', 'é', '“'];
    const vectors = Object.fromEntries(
      words.map((word, rank) => [word, [...Array<number>(SOURCE.dims).fill(0.5), 5, rank]]),
    );
    const folder = await mkdtemp(join(tmpdir(), 'words-'));
    const path = join(folder, 'vectors.json');
    await writeFile(path, JSON.stringify({ words, vectors, unkVector: [0, 0] }));
    const found: SourceWord[] = [];
    for await (const word of readWords(path)) found.push(word);
    expect(found.map(({ word }) => word)).toEqual(words);
    expect(found.map(({ rank }) => rank)).toEqual([0, 1, 2, 3, 4, 5, 6]);
    expect(found.every(({ vector }) => vector.length === SOURCE.dims)).toBe(true);
    await rm(folder, { recursive: true });
  });
});

test('isUsable keeps what the tokenizer can yield', () => {
  expect(['ship', 'mp3', 'well-known', 'café', '42', "'", ''].map(isUsable)).toEqual([
    ...[true, true],
    ...[false, false, false, false, false],
  ]);
});

test('frequent words weigh less, fragments of contractions like function words', () => {
  const probabilities = wordProbabilities(['the', 'don', 'ship'], [0, 3110, 3000]);
  expect(probabilities[0]).toBeGreaterThan(0.01);
  expect(probabilities[1]).toBeGreaterThan(probabilities[2]!);
  const weights = inverseFrequencies(probabilities);
  expect(weights[0]).toBeLessThan(weights[1]!);
  expect(weights[1]).toBeLessThan(weights[2]!);
  expect(weights[2]).toBeCloseTo(1, 1);
});

test('removeCommonComponents takes away a shared offset and the widest directions', () => {
  const dims = COMPONENTS + 2;
  const count = 200;
  // Column d alternates in sign with period 2^(d+1) and has the width dims − d.
  const vectors = Float64Array.from({ length: count * dims }, (_, at) => {
    const [i, d] = [Math.floor(at / dims), at % dims];
    return 10 + (dims - d) * ((i >> d) % 2 === 0 ? 1 : -1);
  });
  const even = new Float64Array(count).fill(1 / count);
  removeCommonComponents(vectors, dims, even, new Float64Array(count).fill(1));
  const column = (d: number) => Array.from({ length: count }, (_, i) => vectors[i * dims + d]!);
  const spread = (d: number) => Math.sqrt(column(d).reduce((sum, x) => sum + x * x, 0) / count);
  for (let d = 0; d < dims; d++) {
    expect(column(d).reduce((sum, x) => sum + x, 0) / count).toBeCloseTo(0, 9);
  }
  expect(spread(0)).toBeLessThan(1);
  expect(spread(dims - 1) + spread(dims - 2)).toBeGreaterThan(1);
});

test('quantiseRows uses the whole range of each row and gives its values back', () => {
  const values = Float64Array.of(1, -2, 0.5, 100, 0, 50, 0, 0, 0);
  const { rows, scales } = quantiseRows(values, 3);
  expect(rows[1]).toBe(-127);
  expect(rows[3]).toBe(127);
  for (const [at, value] of values.entries()) {
    const scale = scales[Math.floor(at / 3)]!;
    expect(Math.abs(rows[at]! * scale - value)).toBeLessThan(0.5001 * scale + 1e-12);
  }
});

test('writeSafetensors writes what the reader reads', () => {
  const file = writeSafetensors([
    { name: 'w', data: Float32Array.of(1, 2), shape: [2] },
    { name: 'e', data: Int8Array.of(1, -1), shape: [2, 1] },
  ]);
  expect(file.length % 2).toBe(0);
  const tensors = readSafetensors(Uint8Array.from(file), { encoder: 'test', file: 'f' });
  expect([...tensors].map(([name, t]) => [name, t.type, t.shape, t.bytes.length])).toEqual([
    ['w', 'F32', [2], 8],
    ['e', 'I8', [2, 1], 2],
  ]);
});
