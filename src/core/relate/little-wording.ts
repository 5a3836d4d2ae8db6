import { CHANCE } from './ranking.ts';
import type { CosineTable } from './late-interaction.ts';
import { rangeOf, type Reading } from './reading.ts';

/** Content lemmas that a scenario passage and its best match may share (docs/methods.md §3.5). */
const MOST_SHARED = 2;

/** What the label asks of a pair before passages are compared. */
export interface Standing {
  /** Null percentile of relatedness, in [0, 1]. */
  readonly percentile: number;
  /** √TF-IDF of the text with the scenario, as `Overlap` gives it. */
  readonly overlap: number;
  /** Median of the same over the reference windows of this size. */
  readonly medianOverlap: number;
}

/** Whether a pair can carry the label, passages aside: it passes, and shares words as little as half the reference does. */
export function mayBeLittle({ percentile, overlap, medianOverlap }: Standing): boolean {
  return percentile > 1 - CHANCE && overlap <= medianOverlap;
}

/**
 * Whether each passage of the scenario shares at most two distinct content lemmas with the passage
 * of a stretch of the text that has the highest cosine with it, the earliest of equals.
 *
 * @param table cosines of the scenario's passages with the text's
 * @param start first passage of the stretch, in the table as in the text
 */
export function sharesLittle(
  table: CosineTable,
  scenario: Reading,
  text: Reading,
  { start, count, column = start }: { start: number; count: number; column?: number },
): boolean {
  for (let p = 0; p < table.rows; p++) {
    const best = bestPassage(table, p, column, count);
    if (best === null) continue;
    if (sharedBetween(scenario, p, text, start + best) > MOST_SHARED) return false;
  }
  return true;
}

/** Index, among `count` columns from `start`, of the highest cosine in row `p`; null without any. */
export function bestPassage(
  { values, columns }: CosineTable,
  p: number,
  start: number,
  count: number,
): number | null {
  let best: number | null = null;
  for (let q = 0; q < count; q++) {
    const offset = p * columns + start;
    if (best === null || values[offset + q]! > values[offset + best]!) best = q;
  }
  return best;
}

/** Distinct content lemmas that a passage of one text shares with a passage of another. */
export function sharedBetween(a: Reading, passageA: number, b: Reading, passageB: number): number {
  const first = new Set(a.lemmas.ids.subarray(...rangeOf(a.lemmas, passageA)));
  const second = new Set(b.lemmas.ids.subarray(...rangeOf(b.lemmas, passageB)));
  let shared = 0;
  for (const id of first) if (second.has(id)) shared++;
  return shared;
}
