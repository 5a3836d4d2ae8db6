import { cellOf, FORCES } from './forces.ts';
import type { Edges } from './fuzzy-set.ts';

/** Points pushed away for each that is pulled nearer, as in umap-learn. */
const NEGATIVES = 5;

/** No force moves a point further than this times the rate. */
const LARGEST_STEP = 4;

/** The linear congruential generator of Numerical Recipes, which d3's is, too. */
const MULTIPLIER = 1664525;
const INCREMENT = 1013904223;

export interface DescentOptions {
  readonly epochs: number;
  readonly seed: number;
  /** Length of the first steps; they shrink to nothing. */
  readonly rate: number;
  /** [rows], 1 for points that stay where they are; null if all may move. */
  readonly fixed: Uint8Array | null;
}

/**
 * Stochastic gradient descent with negative sampling (McInnes et al. 2018, §3.2): an edge is followed
 * in a share of the epochs that is its weight over the largest one, its ends are pulled together, and
 * each time five random points are pushed away from its head. Moves `positions` [rows × 2] in place
 * and yields the number of epochs done. Deterministic under a seed.
 */
export function* descendInSteps(
  positions: Float32Array,
  edges: Edges,
  options: DescentOptions,
): Generator<number, void> {
  const { epochs, seed, rate } = options;
  const { kept, every } = schedule(edges, epochs);
  const state = { positions, edges: kept, every, next: every.slice(), fixed: options.fixed };
  let random = seed | 0;
  for (let epoch = 0; epoch < epochs; epoch++) {
    random = descend(state, epoch, rate * (1 - epoch / epochs), random);
    yield epoch + 1;
  }
}

interface Descent {
  readonly positions: Float32Array;
  readonly edges: Edges;
  /** Epochs from one use of an edge to the next. */
  readonly every: Float32Array;
  /** Epoch of its next use. */
  readonly next: Float32Array;
  readonly fixed: Uint8Array | null;
}

/** Edges that are used at all in so many epochs, and how often. */
function schedule({ starts, tails, weights }: Edges, epochs: number) {
  const largest = weights.reduce((most, weight) => Math.max(most, weight), 0);
  const least = largest / epochs;
  const used = weights.reduce((count, weight) => count + (weight >= least ? 1 : 0), 0);
  const kept = {
    starts: new Int32Array(starts.length),
    tails: new Int32Array(used),
    weights: new Float32Array(used),
  };
  const every = new Float32Array(used);
  let at = 0;
  for (let row = 0; row + 1 < starts.length; row++) {
    for (let i = starts[row]!; i < starts[row + 1]!; i++) {
      const weight = weights[i]!;
      if (weight < least) continue;
      kept.tails[at] = tails[i]!;
      kept.weights[at] = weight;
      every[at++] = largest / weight;
    }
    kept.starts[row + 1] = at;
  }
  return { kept, every };
}

/**
 * One epoch; returns the state of the random numbers. All in one loop, forces looked up and numbers
 * drawn on the spot: calls would take longer than the work.
 */
function descend(
  { positions, edges, every, next, fixed }: Descent,
  epoch: number,
  rate: number,
  seed: number,
): number {
  const { starts, tails } = edges;
  const { attraction, repulsion, float, bits } = FORCES;
  const find = cellOf;
  const rows = starts.length - 1;
  const share = rows / 2 ** 32;
  let random = seed;
  for (let head = 0; head < rows; head++) {
    const stays = fixed !== null && fixed[head] === 1;
    let x = positions[2 * head]!;
    let y = positions[2 * head + 1]!;
    for (let i = starts[head]!; i < starts[head + 1]!; i++) {
      if (next[i]! > epoch) continue;
      next[i]! += every[i]!;
      const tail = tails[i]!;
      let dx = x - positions[2 * tail]!;
      let dy = y - positions[2 * tail + 1]!;
      float[0] = dx * dx + dy * dy;
      if (bits[0] !== 0) {
        const force = attraction[find(bits[0]!)]!;
        const sx = rate * clip(force * dx);
        const sy = rate * clip(force * dy);
        if (fixed === null || fixed[tail] === 0) {
          positions[2 * tail]! -= sx;
          positions[2 * tail + 1]! -= sy;
        }
        x += sx;
        y += sy;
      }
      for (let n = 0; n < NEGATIVES; n++) {
        random = (Math.imul(random, MULTIPLIER) + INCREMENT) | 0;
        const other = Math.floor((random >>> 0) * share);
        if (other === head) continue;
        dx = x - positions[2 * other]!;
        dy = y - positions[2 * other + 1]!;
        float[0] = dx * dx + dy * dy;
        // Two points in one place have no direction to part in; any will do.
        if (bits[0] === 0) {
          x += rate * LARGEST_STEP;
          y += rate * LARGEST_STEP;
          continue;
        }
        const force = repulsion[find(bits[0]!)]!;
        x += rate * clip(force * dx);
        y += rate * clip(force * dy);
      }
    }
    if (stays) continue;
    positions[2 * head] = x;
    positions[2 * head + 1] = y;
  }
  return random;
}

function clip(step: number): number {
  return step > LARGEST_STEP ? LARGEST_STEP : step < -LARGEST_STEP ? -LARGEST_STEP : step;
}
