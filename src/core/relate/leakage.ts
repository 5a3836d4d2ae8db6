import type { Span } from '../corpus/model.ts';
import { cosines } from '../space/cosines.ts';
import { Grams, type SharedRun } from './grams.ts';
import type { Placed } from './placed.ts';
import { rangeOf, type Reading } from './reading.ts';

/** Why a document is taken to quote a scenario (docs/methods.md §3.8). */
export type LeakageKind = 'run' | 'containment' | 'cosine';

const KINDS: readonly LeakageKind[] = ['run', 'containment', 'cosine'];

/** What shows that a document quotes a scenario. */
export interface Leakage {
  readonly kinds: readonly LeakageKind[];
  /** Shared runs of at least 13 words, in reading order of the document. */
  readonly runs: readonly {
    readonly words: number;
    readonly document: Span;
    readonly scenario: Span;
  }[];
  /** Scenario passages whose 8-grams the document contains, with the share that it does. */
  readonly contained: readonly { readonly scenarioPassage: number; readonly share: number }[];
  /** Passages that nearly coincide, by uncorrected cosine. */
  readonly coincident: readonly {
    readonly passage: number;
    readonly scenarioPassage: number;
    readonly cosine: number;
  }[];
}

/** `Leakage` by position of words instead of characters. */
export interface LeakageFound extends Pick<Leakage, 'kinds' | 'contained' | 'coincident'> {
  readonly runs: readonly SharedRun[];
}

/**
 * Share of a scenario passage's 8-grams in the document from which on it counts as contained. A copy
 * in which every eleventh word was replaced keeps 3 of 11, every tenth 2 of 10, so that this finds
 * edited copies in which no run of 13 is left; unrelated texts of one language share next to none.
 */
const CONTAINED = 0.25;

const SAME_COSINE = 0.97;

/** Below this two passages coincide by being short (docs/methods.md §3.8). */
const MIN_CONTENT_WORDS = 20;

/** Looks for one scenario in documents; n-grams are indexed once. */
export class LeakageSearch {
  readonly #scenario: Placed;
  readonly #reading: Reading;
  readonly #grams: Grams;
  readonly #dims: number;

  constructor(scenario: Placed, reading: Reading, dims: number) {
    this.#scenario = scenario;
    this.#reading = reading;
    this.#grams = new Grams(reading.words.ids);
    this.#dims = dims;
  }

  /** What of the scenario a document quotes; null if nothing. */
  in(document: Placed, reading: Reading): LeakageFound | null {
    const { runs, found } = this.#grams.in(reading.words.ids);
    const contained = this.#contained(found);
    const coincident = this.#coincident(document, reading);
    const lists = [runs, contained, coincident];
    const kinds = KINDS.filter((_, i) => lists[i]!.length > 0);
    return kinds.length === 0 ? null : { kinds, runs, contained, coincident };
  }

  /** @param found 8-grams of the scenario that the document has */
  #contained(found: ReadonlySet<number>): Leakage['contained'] {
    if (found.size === 0) return [];
    const { words } = this.#reading;
    return Array.from(words.ends, (_, scenarioPassage) => {
      const grams = this.#grams.hashes(...rangeOf(words, scenarioPassage));
      const share = grams.filter((gram) => found.has(gram)).length / Math.max(1, grams.length);
      return { scenarioPassage, share };
    }).filter(({ share }) => share >= CONTAINED);
  }

  #coincident({ source }: Placed, { lemmas }: Reading): Leakage['coincident'] {
    const own = longPassages(this.#reading);
    if (own.length === 0) return [];
    const other = new Set(longPassages({ lemmas }));
    if (other.size === 0) return [];
    const columns = source.passages.length;
    const table = cosines(this.#scenario.source.vectors, source.vectors, this.#dims);
    return own.flatMap((scenarioPassage) =>
      Array.from(other, (passage) => ({
        passage,
        scenarioPassage,
        cosine: table[scenarioPassage * columns + passage]!,
      })).filter(({ cosine }) => cosine >= SAME_COSINE),
    );
  }
}

/** What was found, by characters of the two texts' words. */
export function located(
  found: LeakageFound,
  document: readonly Span[],
  scenario: readonly Span[],
): Leakage {
  const span = (words: readonly Span[], from: number, count: number): Span => ({
    start: words[from]!.start,
    end: words[from + count - 1]!.end,
  });
  return {
    ...found,
    runs: found.runs.map(({ inText, inIndexed, words }) => ({
      words,
      document: span(document, inText, words),
      scenario: span(scenario, inIndexed, words),
    })),
  };
}

function longPassages({ lemmas }: Pick<Reading, 'lemmas'>): number[] {
  return Array.from(lemmas.ends, (_, passage) => passage).filter((passage) => {
    const [from, to] = rangeOf(lemmas, passage);
    return to - from >= MIN_CONTENT_WORDS;
  });
}
