import { judgeAxisContrast, judgeContrast } from './contrasts.ts';
import { judgeAxesApart, judgeAxis, judgeGain, judgeMedianPercentile } from './estimates.ts';
import type { Judgement, Outcome } from './judgement.ts';
import type { Measurements } from './measurements.ts';
import { judgeMutualTwins, judgeNearestOutside } from './nearest.ts';
import { judgeOwnBehaviour } from './own-behaviour.ts';
import type { ExhibitSettings, Measure, Prediction } from './predictions.ts';

/**
 * Judges a prediction by the rules that were frozen with it (docs/methods.md §5b). What cannot be
 * computed is not decidable, with a note; nothing is thrown for it. The same measurements give the
 * same judgement everywhere, in whatever order documents and scenarios come.
 */
export function judge(
  { id, measure, reportedOnly }: Prediction,
  measurements: Measurements,
  settings: ExhibitSettings,
): Judgement {
  return { id, reportedOnly, ...outcomeOf(measure, measurements, settings) };
}

function outcomeOf(
  measure: Measure,
  measurements: Measurements,
  settings: ExhibitSettings,
): Outcome {
  const { permutations, seed, alpha } = settings;
  const contrast = { replicates: permutations, seed, alpha };
  switch (measure.kind) {
    case 'contrast':
      return judgeContrast(measure, measurements, contrast);
    case 'median-percentile':
      return judgeMedianPercentile(measure, measurements, settings);
    case 'mutual-nearest-twins':
      return judgeMutualTwins(measure, measurements);
    case 'axis':
      return judgeAxis(measure, measurements, alpha);
    case 'crossed-contrast-gain':
      return judgeGain(measure, measurements);
    case 'axes-apart':
      return judgeAxesApart(measure, measurements);
    case 'nearest-outside':
      return judgeNearestOutside(measure, measurements);
    case 'axis-contrast':
      return judgeAxisContrast(measure, measurements, contrast);
    case 'own-behaviour':
      return judgeOwnBehaviour(measure, measurements, contrast);
  }
}
