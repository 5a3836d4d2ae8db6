import { BOOTSTRAP_REPLICATES } from '../limits.ts';
import { interval95, resample } from '../relate/bootstrap.ts';
import { dot } from '../space/matrix.ts';
import { removeTopic, type TopicBasis } from './topic-removal.ts';
import type { Interval, Pole } from './types.ts';

/** Of two topics, half of all resamples draw one alone. */
const MIN_TOPICS = 3;

/** Documents in which value and topic are crossed. */
export interface CrossedDocuments {
  readonly dims: number;
  /** Corrected unit vectors, [documents × dims]; zero rows are left out. */
  readonly rows: Float32Array<ArrayBuffer>;
  readonly topics: readonly string[];
  readonly values: readonly Pole[];
}

/** A difference of mean cosines. */
export interface Contrast {
  /** In [−2, 2]; null where one of the two means has no pairs. */
  readonly delta: number | null;
  /** From resampling topics; null below three topics, or without `delta`. */
  readonly interval: Interval | null;
}

/** Sums of cosines from which Δ follows for any weights of the topics. */
interface Tables {
  readonly topics: number;
  /** Same value, by the two topics, [topics × topics]; the diagonal is not used. */
  readonly sameValue: Float64Array<ArrayBuffer>;
  readonly samePairs: Float64Array<ArrayBuffer>;
  /** Other value, within each topic, [topics]. */
  readonly otherValue: Float64Array<ArrayBuffer>;
  readonly otherPairs: Float64Array<ArrayBuffer>;
}

/**
 * Crossed contrast Δ = mean cos(same value, other topic) − mean cos(other value, same topic): whether
 * value brings texts together more than topic does (docs/methods.md §4). Its interval comes from
 * 999 seeded resamples of topics, in which copies of one topic count as the same topic. Negative is
 * what an encoder of topics gives.
 */
export function crossedContrast(documents: CrossedDocuments, seed: number): Contrast {
  const tables = tabulate(documents);
  const replicates = [...resampled([tables], seed)].map(([delta]) => delta!);
  return contrast(deltaOf(tables, once(tables)), replicates, tables.topics);
}

/** Δ before and after topics were taken out, and what that gains, on the same resamples. */
export function crossedContrastGain(
  documents: CrossedDocuments,
  basis: TopicBasis,
  seed: number,
): { readonly before: Contrast; readonly after: Contrast; readonly gain: Contrast } {
  const removed = { ...documents, rows: removeTopic(documents.rows, basis) };
  const both = [tabulate(documents), tabulate(removed)] as const;
  const gains = [...resampled(both, seed)].map(([first, second]) => difference(second!, first!));
  const before = crossedContrast(documents, seed);
  const after = crossedContrast(removed, seed);
  return {
    before,
    after,
    gain: contrast(difference(after.delta, before.delta), gains, both[0].topics),
  };
}

function difference(a: number | null, b: number | null): number | null {
  return a === null || b === null ? null : a - b;
}

function once({ topics }: Tables): Float64Array {
  return new Float64Array(topics).fill(1);
}

function tabulate({ dims, rows, topics, values }: CrossedDocuments): Tables {
  const names = [...new Set(topics)].sort();
  const index = new Map(names.map((name, i) => [name, i]));
  const n = names.length;
  const tables: Tables = {
    topics: n,
    sameValue: new Float64Array(n * n),
    samePairs: new Float64Array(n * n),
    otherValue: new Float64Array(n),
    otherPairs: new Float64Array(n),
  };
  const row = (i: number) => rows.subarray(i * dims, (i + 1) * dims);
  const used = [...topics.keys()].filter((i) => row(i).some((value) => value !== 0));
  for (const i of used) {
    for (const j of used) {
      if (j >= i) break;
      const [s, t] = [index.get(topics[i]!)!, index.get(topics[j]!)!];
      if (s !== t && values[i] === values[j]) {
        const cell = Math.max(s, t) * n + Math.min(s, t);
        tables.sameValue[cell]! += dot(row(i), row(j));
        tables.samePairs[cell]!++;
      } else if (s === t && values[i] !== values[j]) {
        tables.otherValue[s]! += dot(row(i), row(j));
        tables.otherPairs[s]!++;
      }
    }
  }
  return tables;
}

/** Δ with every topic counted `times` often; null where one of the two means has no pairs. */
function deltaOf(tables: Tables, times: ArrayLike<number>): number | null {
  const n = tables.topics;
  let [same, samePairs, other, otherPairs] = [0, 0, 0, 0];
  for (let s = 0; s < n; s++) {
    other += times[s]! * tables.otherValue[s]!;
    otherPairs += times[s]! * tables.otherPairs[s]!;
    for (let t = 0; t < s; t++) {
      const weight = times[s]! * times[t]!;
      same += weight * tables.sameValue[s * n + t]!;
      samePairs += weight * tables.samePairs[s * n + t]!;
    }
  }
  return samePairs === 0 || otherPairs === 0 ? null : same / samePairs - other / otherPairs;
}

/** Resampled Δ of each of the tables, on the same draws; draws without pairs are left out. */
function* resampled(all: readonly Tables[], seed: number): Generator<(number | null)[]> {
  const topics = all[0]!.topics;
  const { draws } = resample(topics, BOOTSTRAP_REPLICATES, seed);
  for (let b = 0; b < BOOTSTRAP_REPLICATES; b++) {
    const times = Float64Array.from({ length: topics }, (_, t) => {
      return draws[t * BOOTSTRAP_REPLICATES + b]!;
    });
    yield all.map((tables) => deltaOf(tables, times));
  }
}

function contrast(delta: number | null, replicates: readonly (number | null)[], topics: number) {
  const found = Float64Array.from(replicates.filter((value) => value !== null));
  const enough = delta !== null && topics >= MIN_TOPICS;
  return { delta, interval: enough ? interval95(found) : null };
}
