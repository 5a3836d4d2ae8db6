import type { Diagnosis } from '../../core/relate/diagnosis.ts';
import type { CorrectionName } from '../../core/space/correction.ts';
import { count, counted, overlap } from './figures.ts';

export const title = 'Correction of the space';

export const names: Readonly<Record<CorrectionName, { name: string; what: string }>> = {
  centre: {
    name: 'Centred',
    what: 'The mean of the neutral texts is taken away. The default, and what the exhibits’ predictions were frozen with.',
  },
  top: {
    name: 'Without its strongest directions',
    what: 'The strongest directions that all neutral texts share are taken away as well (“all but the top”).',
  },
  whiten: {
    name: 'Whitened',
    what: 'All correlations among the neutral texts are taken away, so that no direction counts more than another.',
  },
  none: {
    name: 'As the encoder gives it',
    what: 'Nothing is taken away. Everything looks alike, and percentiles are against neutral texts all the same.',
  },
};

/** What the correction in use does to the documents, in two sentences. */
export function diagnosis({ before, after, sampled, documents, k }: Diagnosis): string | null {
  if (!before || !after) return null;
  const which =
    sampled < documents
      ? `${count(sampled)} of ${counted(documents, 'document')}, drawn at random`
      : counted(documents, 'document');
  const cosines = `Among ${which}, the mean cosine of two is ${overlap(before.meanCosine)} without correction and ${overlap(after.meanCosine)} with it.`;
  if (before.skewness === null || after.skewness === null) return cosines;
  return `${cosines} How often one is among another’s ${count(k)} nearest is skewed by ${overlap(before.skewness)} without and by ${overlap(after.skewness)} with it; 0 would mean no hubs.`;
}

export const diagnosing = 'Looking at how alike everything is…';
