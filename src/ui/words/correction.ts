import { BASIS_MAX_DIMS, BASIS_MIN_DOCUMENTS } from '../../core/limits.ts';
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

/** The same where they are fitted on the reader's own documents, for want of neutral texts. */
export const own = {
  centre: {
    name: 'Centred on your documents',
    what: 'The mean of the documents in this space is taken away. It moves with what you add and remove.',
  },
  top: {
    name: 'Without their strongest directions',
    what: 'The strongest directions that these documents share are taken away as well (“all but the top”).',
  },
  none: {
    name: 'As they came',
    what: 'Nothing is taken away. Everything may look alike.',
  },
} satisfies Partial<Record<CorrectionName, { name: string; what: string }>>;
export const ownWhy = (documents: number, tooLong: boolean): string =>
  `Fitted on your own documents, since the neutral texts have no vectors here. Below ${count(BASIS_MIN_DOCUMENTS)} documents nothing is taken away${documents < BASIS_MIN_DOCUMENTS ? `: there are ${count(documents)} now` : ''}.${tooLong ? ` Strongest directions are sought in up to ${count(BASIS_MAX_DIMS)} dimensions.` : ''}`;

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
