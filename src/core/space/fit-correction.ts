import { balancedRows, referenceCentre } from './centre.ts';
import { centring, type Correction, type CorrectionName } from './correction.ts';
import type { ReferenceDocument } from './types.ts';

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
