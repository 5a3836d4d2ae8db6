import type { Judgement } from '../../src/core/exhibits/judgement.ts';
import type { ExhibitText } from '../../src/core/exhibits/measure.ts';
import type { ExhibitSettings, Prediction } from '../../src/core/exhibits/predictions.ts';
import type { CorrectionName } from '../../src/core/space/correction.ts';
import { fitCorrection } from '../../src/core/space/fit-correction.ts';
import type { Job } from '../job.ts';
import { inSteps } from './in-steps.ts';
import { opened, openedSpace } from './space.ts';

/** Documents of the demo by id, with what may have changed since they came. */
export interface ExhibitsInput {
  readonly documents: readonly Pick<ExhibitText, 'id' | 'group' | 'meta'>[];
  readonly predictions: readonly Prediction[];
  readonly settings: ExhibitSettings;
  readonly correction: CorrectionName;
}

/** Judges the exhibits' predictions on the documents of the demo alone. */
export const exhibits: Job<ExhibitsInput, number, readonly Judgement[]> = async (
  input,
  context,
) => {
  const { documents, predictions, settings } = input;
  // Nobody downloads this who does not look at an exhibit.
  const { judge, measureInSteps } = await import('../../src/core/exhibits/exhibits.ts');
  const { reference, dims } = openedSpace();
  const sources = opened().sources(documents.map(({ id }) => id));
  const texts = sources.map((source, i) => ({ ...source, ...documents[i]! }));
  const correction = await fitCorrection(input.correction, reference, dims);
  const within = { reference, dims, correction, seed: settings.seed };
  const measured = await inSteps(measureInSteps(texts, predictions, within), context);
  return predictions.map((prediction) => judge(prediction, measured, settings));
};
