import { summariseValues } from '../groups/summary.ts';
import { rowMeans } from '../groups/table.ts';
import { BOOTSTRAP_REPLICATES } from '../limits.ts';
import { undecidable, type Outcome } from './judgement.ts';
import type { Estimate, Measurements } from './measurements.ts';
import type { ExhibitSettings, MeasureOf } from './predictions.ts';

/** The median over documents of a group of their mean percentile, against a threshold. */
export function judgeMedianPercentile(
  { group, below }: MeasureOf<'median-percentile'>,
  { documents, scenarios, percentile }: Measurements,
  { seed }: ExhibitSettings,
): Outcome {
  const rows = documents.length;
  const means = rowMeans({ rows, columns: scenarios.length, data: percentile });
  const values = means.filter((_, row) => documents[row]!.group === group);
  const draws = { replicates: BOOTSTRAP_REPLICATES, seed };
  const { quartiles, interval, missing } = summariseValues(values, draws);
  const notes = missing > 0 ? (['missing-values'] as const) : [];
  if (!quartiles || !interval) return undecidable(...notes, 'too-few-documents');
  const estimate = { value: quartiles[1], interval };
  return { ...judgeEstimate(estimate, [-Infinity, below]), notes };
}

/** Whether an axis tells held-out twins apart, better than guessing would. */
export function judgeAxis(
  { axis }: MeasureOf<'axis'>,
  measurements: Measurements,
  alpha: number,
): Outcome {
  const found = measurements.axes.get(axis);
  if (!found) return undecidable('not-measured');
  const { supported, p, accuracy } = found;
  const { value, interval } = accuracy;
  const isHeld = supported && p <= alpha;
  const isBelowChance = interval[1] < 0.5;
  return {
    verdict: isHeld ? 'held' : isBelowChance ? 'did-not-hold' : 'undecidable',
    figures: { kind: 'axis', accuracy: value, interval, p, supported },
    notes: [],
  };
}

/** Whether two axes are neither alike nor opposite: their cosine against ± a threshold. */
export function judgeAxesApart(
  { axes, within }: MeasureOf<'axes-apart'>,
  { angles }: Measurements,
): Outcome {
  const found = angles.find((angle) => areSame(angle.axes, axes));
  return found ? judgeEstimate(found.cosine, [-within, within]) : undecidable('not-measured');
}

/** Whether the crossed contrast grows when topic is taken out. */
export function judgeGain(
  { groups }: MeasureOf<'crossed-contrast-gain'>,
  { gains }: Measurements,
): Outcome {
  const found = gains.find((gain) => areSame(gain.groups, groups));
  return found ? judgeEstimate(found.gain, [0, Infinity]) : undecidable('not-measured');
}

/**
 * An estimate held if its whole interval lies in the predicted range, did not hold if it lies wholly
 * on one side of that, and is not decidable otherwise. Ends of the range are in neither.
 */
function judgeEstimate({ value, interval }: Estimate, range: readonly [number, number]): Outcome {
  const [low, high] = interval;
  const isInside = low > range[0] && high < range[1];
  const isOutside = high < range[0] || low > range[1];
  return {
    verdict: isInside ? 'held' : isOutside ? 'did-not-hold' : 'undecidable',
    figures: { kind: 'estimate', value, interval, range },
    notes: [],
  };
}

function areSame(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && b.every((name) => a.includes(name));
}
