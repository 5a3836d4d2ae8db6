/** Numbers in any order, none of them NaN. */
type Scores = readonly number[] | Float64Array;

/**
 * How many pairs (a positive, a negative) have the positive higher, ties counted half: Mann and
 * Whitney's U (1947), in [0, positives × negatives].
 */
export function orderedPairs(positives: Scores, negatives: Scores): number {
  // Below some 64 pairs, comparing each is faster than sorting both sides.
  return positives.length * negatives.length <= 64
    ? comparedPairs(positives, negatives)
    : mergedPairs(Float64Array.from(positives).sort(), Float64Array.from(negatives).sort());
}

/**
 * Area under the receiver operating characteristic: the share of pairs that are ordered rightly, in
 * [0, 1], .5 by chance (Hanley & McNeil 1982). Null if either side is empty.
 */
export function auroc(positives: Scores, negatives: Scores): number | null {
  const pairs = positives.length * negatives.length;
  return pairs === 0 ? null : orderedPairs(positives, negatives) / pairs;
}

function comparedPairs(positives: Scores, negatives: Scores): number {
  let ordered = 0;
  for (const positive of positives) {
    for (const negative of negatives) {
      if (positive > negative) ordered++;
      else if (positive === negative) ordered += 0.5;
    }
  }
  return ordered;
}

/** The same for two ascending lists, in one pass over both. */
function mergedPairs(positives: Float64Array, negatives: Float64Array): number {
  let ordered = 0;
  let below = 0;
  let notAbove = 0;
  for (const score of positives) {
    while (below < negatives.length && negatives[below]! < score) below++;
    while (notAbove < negatives.length && negatives[notAbove]! <= score) notAbove++;
    ordered += (below + notAbove) / 2;
  }
  return ordered;
}
