import type { Contribution, Match } from './types.ts';

/** Cosines of a scenario's passages with a text's passages: `values[p * columns + q]`. */
export interface CosineTable {
  readonly values: Float32Array | Float64Array;
  /** Passages of the scenario. */
  readonly rows: number;
  /** Passages of the text: the table's stride. */
  readonly columns: number;
}

/** A contiguous stretch of a text's passages. */
interface Stretch {
  readonly start: number;
  readonly count: number;
}

/**
 * s(D, S) of late interaction, in [−1, 1]: the mean over the scenario's passages p of
 * max_q cos(p, q) over the text's passages q (ColBERT: Khattab & Zaharia 2020, arXiv:2004.12832;
 * docs/methods.md §3.1). A stretch longer than `runLength` is scored as the mean over its
 * contiguous runs of `runLength` passages, so that a long text gets no more draws for its maximum
 * than the windows it is compared with (§3.2). 0 if either side has no passages.
 *
 * @param runLength at least 1
 */
export function relatedness(table: CosineTable, stretch: Stretch, runLength: number): number {
  if (table.rows === 0) return 0;
  let sum = 0;
  for (let p = 0; p < table.rows; p++) sum += contribution(matches(table, p, stretch, runLength));
  return sum / table.rows;
}

/**
 * The rows behind `relatedness` for a whole text: the mean of their contributions, summed in
 * order, is that number exactly.
 */
export function evidenceRows(table: CosineTable, runLength: number): Contribution[] {
  const whole = { start: 0, count: table.columns };
  return Array.from({ length: table.rows }, (_, scenarioPassage) => {
    const found = matches(table, scenarioPassage, whole, runLength);
    return { scenarioPassage, contribution: contribution(found), matches: found };
  });
}

/** Σ weight · cosine, in the order of the matches; 0 without any. */
export function contribution(found: readonly Match[]): number {
  let sum = 0;
  for (const { weight, cosine } of found) sum += weight * cosine;
  return sum;
}

/**
 * The distinct best passages of a stretch's runs for scenario passage `p`, each weighted by the
 * share of runs in which it is the best; heaviest first, then by passage. Of equal cosines within
 * a run the earlier passage is the best.
 */
function matches(
  { values, columns }: CosineTable,
  p: number,
  { start, count }: Stretch,
  runLength: number,
): Match[] {
  if (count === 0) return [];
  const offset = p * columns + start;
  const length = Math.min(runLength, count);
  const runs = count - length + 1;
  const found: Match[] = [];
  let best = -1;
  let since = 0;
  for (let run = 0; run < runs; run++) {
    const before = best;
    const last = run + length - 1;
    if (best < run) best = firstLargest(values, offset + run, length) - offset;
    else if (values[offset + last]! > values[offset + best]!) best = last;
    if (best === before) continue;
    // Runs move forward, and so does their best passage: it wins all its runs in a row.
    if (run > 0) found.push(match(before, run - since));
    since = run;
  }
  found.push(match(best, runs - since));
  return found.sort((a, b) => b.weight - a.weight || a.passage - b.passage);

  function match(q: number, won: number): Match {
    return { passage: start + q, cosine: values[offset + q]!, weight: won / runs };
  }
}

/** Index of the first of the largest of `count` values from `first` on. */
function firstLargest(values: CosineTable['values'], first: number, count: number): number {
  let best = first;
  for (let i = first + 1; i < first + count; i++) if (values[i]! > values[best]!) best = i;
  return best;
}
