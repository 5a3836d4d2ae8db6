import { mkdir, writeFile } from 'node:fs/promises';
import { brotliCompressSync } from 'node:zlib';
import { buildCorpus } from '../scripts/corpora/build.ts';
import { readBundle } from '../src/core/corpus/bundle.ts';
import { centring, correct } from '../src/core/space/correction.ts';
import { fromHalves, toHalves } from '../src/core/space/half.ts';
import { normaliseRows } from '../src/core/space/matrix.ts';
import { nearestOfAll } from '../src/core/space/neighbours.ts';
import type { Figures } from './benchmark.ts';
import { fromBytes, toBytes } from './int8-rows.ts';

const NEAREST = 10;
const ABOUT = `What the vectors that ship with the demo lose: for all passages of demo and reference, corrected as the explorer corrects them, the share of the ${NEAREST} nearest by float32 that are still among the ${NEAREST} nearest, and the largest change of a cosine with one of these; size of the vectors of both, brotli. Half precision is what ships`;

interface Format {
  readonly name: string;
  /** Vectors as they come out of the format's bytes, and those bytes. */
  readonly through: (rows: Float32Array, dims: number) => readonly [Float32Array, Uint8Array];
}

const FORMATS: readonly Format[] = [
  { name: 'float32', through: (rows) => [rows, new Uint8Array(rows.slice().buffer)] },
  {
    name: 'half',
    through: (rows) => {
      const halves = toHalves(rows);
      return [fromHalves(halves), new Uint8Array(halves.buffer)];
    },
  },
  {
    name: 'int8 with a scale a row',
    through: (rows, dims) => {
      const bytes = toBytes(rows, dims);
      return [fromBytes(bytes, dims), bytes];
    },
  },
];

/** Measures the formats and writes `bench/results/corpus.json`. */
export async function main(): Promise<void> {
  const [demo, reference] = await Promise.all(
    (['demo', 'reference'] as const).map(async (name) => {
      const built = await buildCorpus('.', name);
      const { corpus } = readBundle(built.bundle, built.vectors, name);
      const documents = [...corpus.documents.values()];
      return { ...built, dims: built.bundle.dims, documents };
    }),
  );
  if (!demo || !reference) return;
  const { dims } = demo;
  const passages = demo.documents.reduce((sum, each) => sum + each.passages.length, 0);

  /** All passages in the corrected space, the reference last. */
  const space = (through: Format['through']) => {
    const [shown, shownBytes] = through(demo.exact.subarray(0, passages * dims), dims);
    const [neutral, neutralBytes] = through(reference.exact, dims);
    const rows = normaliseRows(Float32Array.from([...shown, ...neutral]), dims);
    let next = passages * dims;
    const texts = reference.documents.map(({ group, text, passages: spans }) => ({
      genre: group,
      text,
      passages: spans,
      vectors: rows.slice(next, (next += spans.length * dims)),
    }));
    const data = correct(rows, dims, centring(texts, dims));
    const bytes = [shownBytes, neutralBytes].reduce(
      (sum, b) => sum + brotliCompressSync(b).length,
      0,
    );
    return { rows: data.length / dims, dims, data, bytes };
  };

  const figures: Record<string, number> = { passages: passages + reference.exact.length / dims };
  const exact = space(FORMATS[0]!.through);
  const wanted = nearestOfAll(exact, NEAREST);
  for (const { name, through } of FORMATS) {
    const { bytes, ...matrix } = space(through);
    figures[`${name}, brotli kB`] = Math.round(bytes / 1000);
    if (name === 'float32') continue;
    const found = nearestOfAll(matrix, NEAREST);
    figures[`${name}, recall of the ${NEAREST} nearest`] =
      Math.round(1e4 * recall(wanted.indices, found.indices)) / 1e4;
    figures[`${name}, largest change of a cosine`] = largestChange(
      exact.data,
      matrix.data,
      wanted.indices,
      dims,
    );
  }
  const date = new Date().toISOString().slice(0, 10);
  console.table(figures);
  await mkdir('bench/results', { recursive: true });
  const result: { figures: Figures } & Record<string, unknown> = { about: ABOUT, date, figures };
  await writeFile('bench/results/corpus.json', `${JSON.stringify(result, null, 2)}\n`);
}

/** Share of the wanted neighbours that were found, row by row. */
function recall(wanted: Int32Array, found: Int32Array): number {
  let kept = 0;
  for (let start = 0; start < wanted.length; start += NEAREST) {
    const row = new Set(found.subarray(start, start + NEAREST));
    for (const index of wanted.subarray(start, start + NEAREST)) if (row.has(index)) kept++;
  }
  return kept / wanted.length;
}

function largestChange(
  exact: Float32Array,
  rounded: Float32Array,
  neighbours: Int32Array,
  dims: number,
): number {
  const cosine = (rows: Float32Array, a: number, b: number): number => {
    let sum = 0;
    for (let d = 0; d < dims; d++) sum += rows[a * dims + d]! * rows[b * dims + d]!;
    return sum;
  };
  let largest = 0;
  neighbours.forEach((other, i) => {
    const row = Math.floor(i / NEAREST);
    largest = Math.max(largest, Math.abs(cosine(exact, row, other) - cosine(rounded, row, other)));
  });
  return Number(largest.toPrecision(2));
}
