import type { Document, Role, Span } from '../../../src/core/corpus/model.ts';
import { contribution } from '../../../src/core/relate/late-interaction.ts';
import type {
  Evidence,
  Match,
  Ranking,
  Relation,
  SharedSpan,
} from '../../../src/core/relate/types.ts';
import type { Mark } from '../../../src/ui/groups.ts';

/** Texts, relations and evidence made up for tests of what the screen does with them. */

const SENTENCE =
  'The keeper wrote down what the light had shown, and why it mattered to the harbour. ';

/** A document of equally long passages. */
export function madeDocument(id: string, role: Role, passages: number): Document {
  const passage = `${id} begins. ${SENTENCE.repeat(5)}`;
  const spans = Array.from({ length: passages }, (_, i): Span => ({
    start: i * passage.length,
    end: (i + 1) * passage.length,
  }));
  return {
    id,
    role,
    group: role,
    title: `Title of ${id}`,
    text: passage.repeat(passages),
    passages: spans,
    meta: new Map([['topic', 'harbour']]),
    origin: 'demo',
  };
}

export const MARKS: ReadonlyMap<string, Mark> = new Map([
  ['training', { shape: 'circle', ink: 'hue-1' }],
  ['evaluation', { shape: 'diamond', ink: 'ink' }],
]);

/** Where a word stands in a text, every time. */
export function spansOf(text: string, word: string): SharedSpan[] {
  return [...text.matchAll(new RegExp(word, 'g'))].map(({ index }) => ({
    lemma: word,
    start: index,
    end: index + word.length,
  }));
}

/** Evidence with one row per list of matches. */
export function madeEvidence(
  document: Document,
  scenario: Document,
  matches: readonly (readonly Match[])[],
): Evidence {
  const rows = matches.map((found, scenarioPassage) => ({
    scenarioPassage,
    contribution: contribution(found),
    matches: found,
    sharedLemmas: 1,
  }));
  return {
    document: document.id,
    scenario: scenario.id,
    relatedness: rows.reduce((sum, row) => sum + row.contribution, 0) / rows.length,
    rows,
    sharedLemmas: [
      { lemma: 'keeper', name: false },
      { lemma: 'harbour', name: false },
    ],
    sharedSpans: {
      document: spansOf(document.text, 'harbour'),
      scenario: spansOf(scenario.text, 'harbour'),
    },
    leakage: null,
  };
}

export function madeRelation(document: string, scenario: string, relatedness: number): Relation {
  return {
    document,
    scenario,
    relatedness,
    percentile: relatedness,
    interval: [Math.max(0, relatedness - 0.05), Math.min(1, relatedness + 0.05)],
    windowSize: 3,
    tfidf: 0.04,
    overlap: 0.2,
    bm25: 2,
    corpusPercentile: null,
    surplus: relatedness,
    surplusInterval: [Math.max(0, relatedness - 0.05), Math.min(1, relatedness + 0.05)],
    littleWording: false,
    leakage: null,
    csls: null,
    lists: null,
  };
}

/** A ranking whose null is even from 0 to 1. */
export function madeRanking(relations: readonly Relation[]): Ranking {
  const scores = Float32Array.from({ length: 101 }, (_, i) => i / 100);
  const scenario = relations[0]?.scenario ?? '';
  return {
    relations,
    nulls: [
      {
        scenario,
        windowSize: 3,
        distribution: { scores, documents: 40 },
        overlap: scores.map((_, i) => ((i * 37) % 101) / 250),
        wordingExplains: 0.05,
      },
    ],
    passing: { observed: 0, expected: 0.05 * relations.length },
    surplusPassing: { observed: 0, expected: 0.05 * relations.length },
    littleWordingPassing: { observed: 0, expected: 0 },
    hubs: null,
  };
}
