import { balancedRows, referenceCentre } from './centre.ts';
import { centring, type Correction, type CorrectionName } from './correction.ts';
import { BASIS_MAX_DIMS, BASIS_MIN_DOCUMENTS } from '../limits.ts';
import type { EmbeddedDocument, ReferenceDocument } from './types.ts';

/**
 * Fits a correction on the reference (docs/methods.md §2). Its name is that of what will be applied:
 * `none` without any reference row that counts, and `centre` if the reference does not vary around
 * its mean.
 *
 * Waits only for the linear algebra of `top` and `whiten`, which nobody downloads who does not ask
 * for them; 600 passages of 384 dims take about a second.
 */
export async function fitCorrection(
  name: CorrectionName,
  reference: readonly ReferenceDocument[],
  dims: number,
): Promise<Correction> {
  if (name === 'none') return { name };
  const centre = referenceCentre(reference, dims);
  if (name === 'centre' || !centre) return centring(reference, dims);

  const rows = balancedRows(reference, dims, centre);
  if (name === 'top') {
    const { topComponents } = await import('./top-components.ts');
    const components = topComponents(rows);
    return components.length > 0 ? { name, centre, components } : { name: 'centre', centre };
  }
  const { whiteningOf } = await import('./whitening.ts');
  const whitening = whiteningOf(rows);
  return whitening ? { name, centre, whitening } : { name: 'centre', centre };
}

/** Corrections that can be fitted on documents of the corpus, in a space that has no reference. */
export const OWN_CORRECTIONS = ['none', 'centre', 'top'] as const;

/**
 * The correction that takes the place of another one where it is fitted on the documents: `whiten`
 * would need far more of them than dimensions, and `top` takes too long in many (docs/methods.md §2).
 */
export function ownCorrection(
  name: CorrectionName,
  dims: number,
): (typeof OWN_CORRECTIONS)[number] {
  if (name === 'none') return name;
  return name === 'top' && dims <= BASIS_MAX_DIMS ? 'top' : 'centre';
}

/**
 * Fits a correction on the documents of the corpus, every one with the same weight, where the reference
 * has no vectors. It moves with the corpus. `none` below `BASIS_MIN_DOCUMENTS` of them.
 */
export async function fitOnDocuments(
  name: CorrectionName,
  documents: readonly Pick<EmbeddedDocument, 'id' | 'passages' | 'vectors'>[],
  dims: number,
): Promise<Correction> {
  if (documents.length < BASIS_MIN_DOCUMENTS) return { name: 'none' };
  const basis = documents.map(({ id, passages, vectors }) => ({
    genre: id,
    text: '',
    passages,
    vectors,
  }));
  return fitCorrection(ownCorrection(name, dims), basis, dims);
}
