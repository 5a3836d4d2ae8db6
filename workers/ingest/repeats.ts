import { unpackPrints, type PackedPrints } from '../../src/core/corpus/repeats/packed-prints.ts';
import { survey, type Bunch, type Survey } from '../../src/core/corpus/repeats/survey.ts';
import type { Job } from '../job.ts';

/** Texts that come in together, as they travel. */
export interface PackedBunch extends Omit<Bunch, 'prints'> {
  readonly prints: PackedPrints;
}

/** Finds duplicates and templates by prints alone. */
export const findRepeats: Job<readonly PackedBunch[], never, Survey> = (bunches) =>
  survey(bunches.map((bunch) => ({ ...bunch, prints: unpackPrints(bunch.prints) })));
