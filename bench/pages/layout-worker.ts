import { randomLcg, randomNormal } from 'd3';
import { UMAP } from 'umap-js';
import { faithfulnessInSteps } from '../../src/core/faithfulness/faithfulness.ts';
import { layOut } from '../../src/core/layout/layout.ts';
import { MappedSpace } from '../../src/core/layout/mapped-space.ts';
import { pca } from '../../src/core/layout/pca.ts';
import { indexPositions, openIndex } from '../../src/core/layout/spatial-index.ts';
import { finish } from '../../src/core/relate/steps.ts';
import { normaliseRows } from '../../src/core/space/matrix.ts';
import type { Matrix } from '../../src/core/space/types.ts';

/** What to lay out, and by what. */
export interface LayoutShape {
  readonly rows: number;
  readonly dims: number;
  readonly seed: number;
  readonly what: 'pca' | 'ours' | 'umap-js';
}

export interface MeasuredLayout {
  /** Milliseconds of the search for neighbours; null where it is part of the layout. */
  readonly neighbours: number | null;
  /** Milliseconds of the layout alone. */
  readonly layout: number;
  /** Of the 15 nearest, on all points or on a sample of 2,000; null for principal components. */
  readonly trustworthiness: number | null;
  /** Of the neighbours; null where they are exact or none were searched. */
  readonly recall: number | null;
}

/** Groups of texts, and the directions in which those of a group vary beside noise. */
const GROUPS = 60;
const DIRECTIONS = 12;
const NOISE = 0.3;

/**
 * Unit rows in groups that lie in a few directions each, as embeddings of a corpus do: neighbours mean
 * something, and no picture in the plane holds them all.
 */
function corpusRows({ rows, dims, seed }: LayoutShape): Matrix {
  const random = randomLcg(seed);
  const normal = randomNormal.source(random)();
  const centres = Float64Array.from({ length: GROUPS * dims }, normal);
  const bases = Float64Array.from({ length: GROUPS * DIRECTIONS * dims }, () => 0.3 * normal());
  const data = new Float32Array(rows * dims);
  const places = new Float64Array(DIRECTIONS);
  for (let row = 0; row < rows; row++) {
    const group = Math.floor(random() * GROUPS);
    places.forEach((_, l) => (places[l] = normal()));
    for (let d = 0; d < dims; d++) {
      let value = centres[group * dims + d]! + NOISE * normal();
      for (let l = 0; l < DIRECTIONS; l++) {
        value += places[l]! * bases[(group * DIRECTIONS + l) * dims + d]!;
      }
      data[row * dims + d] = value;
    }
  }
  return { rows, dims, data: normaliseRows(data, dims) };
}

async function measure(shape: LayoutShape): Promise<MeasuredLayout> {
  const matrix = corpusRows(shape);
  if (shape.what === 'pca') {
    const layout = await milliseconds(() => pca(matrix, 2));
    return { neighbours: null, layout, trustworthiness: null, recall: null };
  }
  const space = new MappedSpace(matrix, 1);
  let positions = new Float32Array(0);
  if (shape.what === 'umap-js') {
    const layout = await milliseconds(() => {
      positions = byUmapJs(matrix, shape.seed);
    });
    return { neighbours: null, layout, ...(await quality(space, positions)), recall: null };
  }
  const neighbours = await milliseconds(() => space.graph(() => {}));
  const layout = await milliseconds(async () => {
    const options = { method: 'umap', seed: shape.seed, before: null } as const;
    ({ positions } = await layOut(space, options));
  });
  return { neighbours, layout, ...(await quality(space, positions)) };
}

/** As its readme uses it, with its own search, on the cosine distance. */
function byUmapJs({ rows, dims, data }: Matrix, seed: number): Float32Array<ArrayBuffer> {
  const cosineDistance = (a: number[], b: number[]): number => {
    let sum = 0;
    for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
    return 1 - sum;
  };
  const umap = new UMAP({ nNeighbors: 15, random: randomLcg(seed), distanceFn: cosineDistance });
  const list = Array.from({ length: rows }, (_, row) =>
    Array.from(data.subarray(row * dims, (row + 1) * dims)),
  );
  return Float32Array.from(umap.fit(list).flat());
}

async function quality(space: MappedSpace, positions: Float32Array) {
  const graph = await space.graph(() => {});
  const picture = { positions, index: openIndex(indexPositions(positions)) };
  const groups = new Int32Array(space.matrix.rows);
  const steps = faithfulnessInSteps(space.matrix, graph, picture, { groups, seed: 1 });
  return {
    trustworthiness: finish(steps)?.trustworthiness.value ?? null,
    recall: graph.recall?.share ?? null,
  };
}

async function milliseconds(action: () => unknown): Promise<number> {
  const start = performance.now();
  await action();
  return performance.now() - start;
}

self.onmessage = ({ data }: MessageEvent<LayoutShape>) => {
  void measure(data).then((measured) => self.postMessage(measured));
};
