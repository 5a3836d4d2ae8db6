import { located } from './leakage.ts';
import type { Measures } from './measures.ts';
import type { Placed } from './placed.ts';
import type { Evidence } from './types.ts';
import type { Wording } from './wording.ts';
import { wordsOf } from './written.ts';

/** The passages and words behind one relation. */
export function evidence(
  document: Placed,
  scenario: Placed,
  measures: Measures,
  wording: Wording,
): Evidence {
  const shared = wording.shared(document, scenario);
  const leakage = measures.leakage(document, scenario);
  return {
    document: document.source.id,
    scenario: scenario.source.id,
    relatedness: measures.score(document, scenario),
    rows: measures.rows(document, scenario),
    sharedLemmas: shared.lemmas,
    sharedSpans: { document: shared.first, scenario: shared.second },
    leakage:
      leakage && located(leakage, wordsOf(document.source.text), wordsOf(scenario.source.text)),
  };
}
