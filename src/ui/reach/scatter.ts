import { max, median, min, quantile } from 'd3';
import { regress, residual, type Fit } from '../../core/relate/regression.ts';
import type { NullEntry, Ranking } from '../../core/relate/types.ts';
import type { Row } from './reach.ts';

/**
 * The picture of shared words against shared meaning (docs/methods.md §3.9). x is √TF-IDF as the surplus
 * takes it. y is relatedness on the scale of its own null, from 0 at the null's median to 1 where 95
 * of 100 neutral texts are passed: texts of different length have different nulls, and scenarios too.
 */
export interface Scatter {
  readonly spots: readonly Spot[];
  /** Rows that have no percentile and so no place. */
  readonly unplaced: number;
  /** Neutral texts, one array an axis. */
  readonly neutral: { readonly x: readonly number[]; readonly y: readonly number[] };
  readonly band: Band;
  /** x up to which the label of little shared wording can be given. */
  readonly corner: number;
  /** What the axes show. */
  readonly x: readonly [number, number];
  readonly y: readonly [number, number];
}

export interface Spot {
  readonly row: Row;
  readonly x: number;
  readonly y: number;
}

/** What wording predicts among neutral texts, and within which residuals 90 of 100 of them lie. */
export interface Band extends Fit {
  readonly low: number;
  readonly high: number;
}

/** Room beyond the outermost mark, in shares of the range. */
const MARGIN = 0.06;
/** Neutral texts further out than all but one in so many are not made room for. */
const OUTLIER = 0.005;

/**
 * @param rows what is placed; axes and band come from the whole ranking, so that hiding a group moves nothing
 * @returns null without a null to place anything against
 */
export function scatterOf(ranking: Ranking, rows: readonly Row[]): Scatter | null {
  const scales = new Map(ranking.nulls.map((entry) => [keyOf(entry), scaleOf(entry)]));
  const neutral = pooled(ranking.nulls, scales);
  if (neutral.x.length === 0) return null;
  const place = ({ overlap, ...relation }: Row['relation']): [number, number] | null => {
    const scale = scales.get(keyOf(relation));
    return scale && overlap !== null ? [overlap, scale(relation.relatedness)] : null;
  };
  const spots = rows.flatMap((row) => {
    const at = place(row.relation);
    return at ? [{ row, x: at[0], y: at[1] }] : [];
  });
  const all = ranking.relations.flatMap((relation) => {
    const at = place(relation);
    return at ? [at] : [];
  });
  const xs = [...all.map(([x]) => x), quantile(neutral.x, 1 - OUTLIER)!];
  const ys = [
    ...all.map(([, y]) => y),
    quantile(neutral.y, OUTLIER)!,
    quantile(neutral.y, 1 - OUTLIER)!,
    1.5,
  ];
  const fit = regress(neutral.x, neutral.y);
  const residuals = neutral.x.map((x, i) => residual(fit, x, neutral.y[i]!));
  return {
    spots,
    unplaced: rows.length - spots.length,
    neutral,
    band: { ...fit, low: quantile(residuals, 0.05)!, high: quantile(residuals, 0.95)! },
    corner: max(ranking.nulls, ({ overlap }) => median(overlap))!,
    x: [0, Math.max(max(xs)! * (1 + MARGIN), 0.05)],
    y: widened([min(ys)!, max(ys)!]),
  };
}

/** Relatedness on the scale of a null; null where all its scores are one. */
export function scaleOf({
  distribution: { scores },
}: Pick<NullEntry, 'distribution'>): ((score: number) => number) | null {
  const middle = median(scores);
  // The lowest score above which a percentile exceeds .95.
  const passes = scores[Math.floor(0.95 * scores.length)];
  if (middle === undefined || passes === undefined || passes <= middle) return null;
  return (score) => (score - middle) / (passes - middle);
}

function pooled(
  nulls: readonly NullEntry[],
  scales: ReadonlyMap<string, ((score: number) => number) | null>,
): Scatter['neutral'] {
  const x: number[] = [];
  const y: number[] = [];
  for (const entry of nulls) {
    const scale = scales.get(keyOf(entry));
    if (!scale) continue;
    for (const [i, score] of entry.distribution.scores.entries()) {
      x.push(entry.overlap[i]!);
      y.push(scale(score));
    }
  }
  return { x, y };
}

function widened([low, high]: readonly [number, number]): [number, number] {
  const margin = (high - low) * MARGIN;
  return [low - margin, high + margin];
}

const keyOf = ({ scenario, windowSize }: Pick<NullEntry, 'scenario' | 'windowSize'>): string =>
  `${windowSize} ${scenario}`;
