import type { Span } from '../corpus/model.ts';

/** How one document relates to one scenario. Relatedness has no sign: it says nothing of stance. */
export interface Relation {
  readonly document: string;
  readonly scenario: string;
  /** Late interaction s(D, S), a cosine in [−1, 1] (METHODS §3.1). */
  readonly relatedness: number;
  /** Share of reference windows below, in [0, 1]; null without a reference (METHODS §3.2). */
  readonly percentile: number | null;
  /** 95 % bootstrap interval of the percentile over reference documents. */
  readonly interval: readonly [number, number] | null;
  /** Passages per window of the null this relation is measured against; a key of `Ranking.nulls`. */
  readonly windowSize: number;
  /** Cosine of the TF-IDF vectors of the two whole texts, in [0, 1] (METHODS §3.3). */
  readonly tfidf: number;
}

/** Scores of the reference windows of one size against one scenario, ascending. */
export interface NullDistribution {
  readonly scores: Float32Array<ArrayBuffer>;
  /** Reference documents behind those windows. */
  readonly documents: number;
}

export interface NullKey {
  readonly scenario: string;
  readonly windowSize: number;
}

export interface NullEntry extends NullKey {
  readonly distribution: NullDistribution;
}

/** Relations of one scenario to all documents, or of one document to all scenarios. */
export interface Ranking {
  /** Best percentile first, then relatedness. */
  readonly relations: readonly Relation[];
  /** One entry per (scenario, window size) that occurs in `relations`. */
  readonly nulls: readonly NullEntry[];
  /** Relations above the 95th null percentile, and how many chance alone would put there (METHODS §3.6). */
  readonly passing: { readonly observed: number; readonly expected: number };
}

/** One document passage that answers one scenario passage. */
export interface Match {
  /** Index into the document's passages. */
  readonly passage: number;
  readonly cosine: number;
  /** Share of the document's runs in which this passage is the best match; 1 for short documents. */
  readonly weight: number;
}

/** What one scenario passage adds: `contribution` = Σ weight · cosine over `matches`. */
export interface EvidenceRow {
  readonly scenarioPassage: number;
  readonly contribution: number;
  /** Heaviest first. */
  readonly matches: readonly Match[];
}

/** The passages behind one relation; `relatedness` is the mean of the rows' contributions, exactly. */
export interface Evidence {
  readonly document: string;
  readonly scenario: string;
  readonly relatedness: number;
  readonly rows: readonly EvidenceRow[];
  /** Content lemmas that both texts use, by falling TF-IDF weight (METHODS §3.3). */
  readonly sharedLemmas: readonly string[];
  /** Where those lemmas stand in each text. */
  readonly sharedSpans: { readonly document: readonly Span[]; readonly scenario: readonly Span[] };
}
