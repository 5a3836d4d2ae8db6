import type { Member } from '../groups/types.ts';

/** A training document. */
export interface ExhibitDocument extends Member {
  /** Name of its group. */
  readonly group: string;
}

export interface ExhibitScenario {
  readonly id: string;
  /** Kind of scenario: its field `behaviour`. */
  readonly behaviour: string | null;
}

/** A value, and its 95 % interval. */
export interface Estimate {
  readonly value: number;
  readonly interval: readonly [number, number];
}

/** A concept axis, validated (docs/methods.md §4). */
export interface AxisMeasurement {
  /** Its held-out gap is significant, on enough twins and topics. */
  readonly supported: boolean;
  /** Of the mean held-out gap, one-sided. */
  readonly p: number;
  /** Share of held-out twins in the right order, in [0, 1]. */
  readonly accuracy: Estimate;
  /** [documents]: score on the axis as learnt without the document's own topic; NaN without one. */
  readonly heldOutScores: Float64Array;
}

export interface AngleMeasurement {
  /** Names, in either order. */
  readonly axes: readonly string[];
  /** In [−1, 1]. */
  readonly cosine: Estimate;
}

export interface GainMeasurement {
  /** Names, in either order. */
  readonly groups: readonly string[];
  /** Crossed contrast after topic removal less that before. */
  readonly gain: Estimate;
}

/**
 * Everything that predictions are judged by. Tables are [documents × scenarios], row-major in the
 * order of both lists, NaN where there is no number.
 */
export interface Measurements {
  readonly documents: readonly ExhibitDocument[];
  readonly scenarios: readonly ExhibitScenario[];
  /** Late interaction (docs/methods.md §3.1). */
  readonly relatedness: Float64Array;
  /** Its percentile among reference windows (§3.2). */
  readonly percentile: Float64Array;
  /** Cosine of TF-IDF vectors (§3.3). */
  readonly tfidf: Float64Array;
  /** Percentile of the residual (§3.4). */
  readonly surplus: Float64Array;
  /** [documents × dims], corrected, unit or zero rows. */
  readonly vectors: Float32Array;
  /** By name; without those that could not be fitted. */
  readonly axes: ReadonlyMap<string, AxisMeasurement>;
  readonly angles: readonly AngleMeasurement[];
  readonly gains: readonly GainMeasurement[];
}
