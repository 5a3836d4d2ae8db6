import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { loadEncoder } from '../../../../src/core/encoders/load.ts';
import { parseRegistry } from '../../../../src/core/encoders/registry.ts';

async function bundled() {
  const registry = parseRegistry(await readFile('public/models/registry.json', 'utf8'));
  const spec = registry.default;
  const folder = `public/models/${spec.path}`;
  const read = async (path: string) => new Uint8Array(await readFile(folder + path));
  return { spec, encoder: await loadEncoder(spec, { read }) };
}

describe('the bundled encoder', () => {
  test('places texts of like meaning closer than texts of unlike meaning', async () => {
    const { spec, encoder } = await bundled();
    const { vectors } = await encoder.embed([
      'The ship refused to deceive its captain.',
      'A vessel would not lie to the commander.',
      'Stir the onions in butter until they are golden.',
    ]);
    const cosine = (a: number, b: number) => {
      let sum = 0;
      for (let d = 0; d < spec.dims; d++) {
        sum += vectors[a * spec.dims + d]! * vectors[b * spec.dims + d]!;
      }
      return sum;
    };
    expect(cosine(0, 0)).toBeCloseTo(1, 5);
    expect(cosine(0, 1)).toBeGreaterThan(cosine(0, 2) + 0.2);
    expect(cosine(0, 1)).toBeGreaterThan(cosine(1, 2) + 0.2);
  });

  test('tells figures apart, and knows words that it has never seen by their pieces', async () => {
    const { spec, encoder } = await bundled();
    const { vectors } = await encoder.embed([
      'The shares rose 17 percent.',
      'The shares rose 2 percent.',
      'unglamorousnesses',
      'Sales of 48,213 units.',
      '9',
    ]);
    const length = (a: number) =>
      Math.hypot(...vectors.subarray(a * spec.dims, (a + 1) * spec.dims));
    expect([0, 1, 2, 3, 4].map(length).every((each) => Math.abs(each - 1) < 1e-5)).toBe(true);
    const [a, b] = [vectors.subarray(0, spec.dims), vectors.subarray(spec.dims, 2 * spec.dims)];
    expect(a.reduce((sum, x, d) => sum + x * b[d]!, 0)).toBeLessThan(0.95);
  });

  test('gives zeros for a text without words', async () => {
    const { encoder, spec } = await bundled();
    const texts = ['', '… !? 漢', '\udfff', 'tide'];
    const { vectors, empty, truncated } = await encoder.embed(texts);
    expect(vectors.subarray(0, 3 * spec.dims)).toEqual(new Float32Array(3 * spec.dims));
    expect(Array.from(empty)).toEqual([1, 1, 1, 0]);
    expect(Array.from(truncated)).toEqual([0, 0, 0, 0]);
  });

  test('reads 100,000 words to the last, and texts with lone surrogates', async () => {
    const { encoder, spec } = await bundled();
    const word = 'harbour ';
    const { vectors, empty, truncated } = await encoder.embed([
      word.repeat(100_000),
      word,
      `${word.repeat(99_999)}keeper`,
      `\ud83d ${word} \udc00`,
    ]);
    const row = (i: number) => Array.from(vectors.subarray(i * spec.dims, (i + 1) * spec.dims));
    expect(row(0).every((value, d) => Math.abs(value - row(1)[d]!) < 1e-6)).toBe(true);
    expect(row(2)).not.toEqual(row(0));
    expect(row(3)).toEqual(row(1));
    expect(Array.from(empty)).toEqual([0, 0, 0, 0]);
    expect(Array.from(truncated)).toEqual([0, 0, 0, 0]);
  });
});
