import { referenceCentre } from './centre.ts';
import { dot, meanRow, normaliseRows } from './matrix.ts';
import type { ReferenceDocument } from './types.ts';

/**
 * What is taken out of the space (docs/methods.md §2): nothing; the mean; the mean and the leading
 * components ("all-but-the-top"); the mean and the covariance.
 */
export const CORRECTIONS = ['none', 'centre', 'top', 'whiten'] as const;

export type CorrectionName = (typeof CORRECTIONS)[number];

/** A vector x becomes L⁻¹x, with L Lᵀ = Σ the reference's shrunk covariance. */
export interface Whitening {
  /** The lower triangle L, row by row: i + 1 numbers in row i. */
  readonly factor: readonly Float64Array<ArrayBuffer>[];
  /** Share of the even covariance in Σ, in (0, 1]. */
  readonly shrinkage: number;
}

/** A correction as fitted on the reference: plain data, which `correct` applies. */
export type Correction =
  | { readonly name: 'none' }
  | { readonly name: 'centre'; readonly centre: Float64Array<ArrayBuffer> }
  | {
      readonly name: 'top';
      readonly centre: Float64Array<ArrayBuffer>;
      /** Orthonormal, [dims] each. */
      readonly components: readonly Float64Array<ArrayBuffer>[];
    }
  | {
      readonly name: 'whiten';
      readonly centre: Float64Array<ArrayBuffer>;
      readonly whitening: Whitening;
    };

/** The correction by the reference's mean; `none` without any reference row that counts. */
export function centring(reference: readonly ReferenceDocument[], dims: number): Correction {
  const centre = referenceCentre(reference, dims);
  return centre ? { name: 'centre', centre } : { name: 'none' };
}

/**
 * x ← normalise(x − μ) for every row, as a new array; `top` and `whiten` turn x − μ before its
 * length is taken, and without a correction the rows are copied as they are. Zero rows stay zero,
 * and a row equal to μ becomes zero. Each row depends on itself and the correction only.
 */
export function correct(
  rows: Float32Array,
  dims: number,
  correction: Correction,
): Float32Array<ArrayBuffer> {
  const out = new Float32Array(rows);
  if (correction.name === 'none') return out;
  const { centre } = correction;
  const shifted = new Float64Array(dims);
  for (let start = 0; start < rows.length; start += dims) {
    let known = false;
    for (let i = 0; i < dims; i++) {
      const value = rows[start + i]!;
      known ||= value !== 0;
      shifted[i] = value - centre[i]!;
    }
    if (!known) continue;
    normaliseRows(shifted, dims);
    if (correction.name === 'top') removeComponents(shifted, correction.components);
    if (correction.name === 'whiten') whiten(shifted, correction.whitening);
    out.set(correction.name === 'centre' ? shifted : normaliseRows(shifted, dims), start);
  }
  return out;
}

/** x ← x − Σ ⟨x, u⟩ u over orthonormal u, in place. */
function removeComponents(x: Float64Array, components: readonly Float64Array[]): void {
  for (const component of components) {
    const along = dot(x, component);
    for (let i = 0; i < x.length; i++) x[i]! -= along * component[i]!;
  }
}

/** x ← L⁻¹x by forward substitution, in place. */
function whiten(x: Float64Array, { factor }: Whitening): void {
  for (let i = 0; i < x.length; i++) {
    const line = factor[i]!;
    let rest = x[i]!;
    for (let j = 0; j < i; j++) rest -= line[j]! * x[j]!;
    x[i] = rest / line[i]!;
  }
}

/**
 * A document's raw vector, [dims]: the normalised mean of its raw passage rows (docs/methods.md
 * §2); zero if there are none. Correct it with `correct` afterwards.
 */
export function documentVector(passages: Float32Array, dims: number): Float32Array<ArrayBuffer> {
  return Float32Array.from(normaliseRows(meanRow(passages, dims), dims));
}
