import { GRAPH_NEIGHBOURS } from '../neighbours/graph.ts';
import { procrustes } from '../layout/procrustes.ts';
import { indexPositions, openIndex } from '../layout/spatial-index.ts';
import { pictureNeighbours } from './picture-neighbours.ts';

/** How much of a picture another seed leaves as it is. */
export interface Agreement {
  readonly seed: number;
  /** Procrustes disparity, in [0, 1]: 0 for the same shape. */
  readonly disparity: number;
  /** Mean share of a point's nearest in the picture that it has in the other one, too; in [0, 1]. */
  readonly overlap: number;
}

/** Compares a picture with that of another seed; null below 2 points. @param positions [points × 2] */
export function agreement(
  positions: Float32Array,
  other: Float32Array,
  seed: number,
): Agreement | null {
  const points = positions.length / 2;
  const fit = procrustes(other, positions);
  if (points < 2 || !fit) return null;
  const [here, there] = [positions, other].map((each) =>
    pictureNeighbours(openIndex(indexPositions(each)), each, GRAPH_NEIGHBOURS),
  );
  const { k, indices } = here!;
  let both = 0;
  for (let point = 0; point < points; point++) {
    const elsewhere = there!.indices.subarray(point * k, (point + 1) * k);
    for (let i = point * k; i < (point + 1) * k; i++) if (elsewhere.includes(indices[i]!)) both++;
  }
  return { seed, disparity: fit.disparity, overlap: both / (points * k) };
}
