import type { Evidence, EvidenceRow, Match } from '../../../../src/core/relate/types.ts';

/** Evidence with one row per list of matches; contributions and s as core makes them. */
export function madeEvidence(...matches: readonly (readonly Match[])[]): Evidence {
  const rows = matches.map((found, scenarioPassage): EvidenceRow => {
    let contribution = 0;
    for (const { weight, cosine } of found) contribution += weight * cosine;
    return { scenarioPassage, contribution, matches: found, sharedLemmas: 0 };
  });
  let sum = 0;
  for (const { contribution } of rows) sum += contribution;
  return {
    document: 'd',
    scenario: 's',
    relatedness: sum / rows.length,
    rows,
    sharedLemmas: [],
    sharedSpans: { document: [], scenario: [] },
    leakage: null,
  };
}

export const match = (passage: number, cosine: number, weight = 1): Match => ({
  passage,
  cosine,
  weight,
});
