import type { Judgement, Judgements } from '../../core/exhibits/judgement.ts';
import type { Prediction, Predictions } from '../../core/exhibits/predictions.ts';
import type { Verdict } from '../../core/groups/types.ts';
import type { ExhibitId } from '../../core/project/view.ts';
import type { CorrectionName } from '../../core/space/correction.ts';

/** A prediction, and as far as it is measured what became of it. */
export interface Result {
  readonly prediction: Prediction;
  /** Under the correction that it was frozen with. */
  readonly judgement: Judgement | null;
  /** Under the others, as far as they are done. */
  readonly others: readonly (readonly [CorrectionName, Verdict])[];
}

/** The predictions of an exhibit in their order, with their results. */
export function resultsOf(
  predictions: Predictions | null,
  judged: Judgements,
  exhibit: ExhibitId,
): Result[] {
  const frozen = predictions?.settings.correction;
  const of = (judgements: readonly Judgement[] | undefined, id: string): Judgement | null =>
    judgements?.find((each) => each.id === id) ?? null;
  return (predictions?.predictions ?? [])
    .filter((prediction) => prediction.exhibit === exhibit)
    .map((prediction) => ({
      prediction,
      judgement: of(judged.get(frozen as CorrectionName), prediction.id),
      others: [...judged].flatMap(([correction, judgements]) => {
        const found = correction === frozen ? null : of(judgements, prediction.id);
        return found ? [[correction, found.verdict] as const] : [];
      }),
    }));
}

/** Where the marks of an interval lie, in shares of the strip's width. */
export interface Strip {
  readonly low: number;
  readonly high: number;
  readonly value: number;
  /** Where the predicted side begins or ends. */
  readonly thresholds: readonly number[];
}

/** Room at either end of a strip, as a share of what it spans. */
const MARGIN = 0.08;

/** Lays out a value with its interval against thresholds; an end without limit runs to the edge. */
export function stripOf(
  value: number,
  [low, high]: readonly [number, number],
  thresholds: readonly number[],
): Strip {
  const finite = [value, low, high, ...thresholds].filter(Number.isFinite);
  const [least, most] = [Math.min(...finite), Math.max(...finite)];
  const margin = Math.max((most - least) * MARGIN, 1e-9);
  const place = (at: number): number =>
    Math.min(1, Math.max(0, (at - least + margin) / (most - least + 2 * margin)));
  return {
    low: place(low),
    high: place(high),
    value: place(value),
    thresholds: thresholds.filter(Number.isFinite).map(place),
  };
}
