import type { Span } from '../corpus/model.ts';
import type { Leakage, LeakageKind } from './leakage.ts';

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
  /**
   * Share below among the other training documents, without its twin and without what quotes the
   * scenario; null where fewer than 30 are left (METHODS §3.2). Never a substitute for `percentile`.
   */
  readonly corpusPercentile: number | null;
  /** Passages per window of the null this relation is measured against; a key of `Ranking.nulls`. */
  readonly windowSize: number;
  /** Cosine of the TF-IDF vectors of the two whole texts, in [0, 1] (METHODS §3.3). */
  readonly tfidf: number;
  /**
   * √TF-IDF with the idf of the reference alone, in [0, 1]: what the surplus takes out and the label of
   * little shared wording looks at (METHODS §3.4); null without a percentile.
   */
  readonly overlap: number | null;
  /** BM25 of the document for the scenario as query, at least 0 (METHODS §3.3). */
  readonly bm25: number;
  /** Percentile of what wording does not explain of the relatedness, in [0, 1] (METHODS §3.4). */
  readonly surplus: number | null;
  /** 95 % bootstrap interval of the surplus over reference documents, the regression held fixed. */
  readonly surplusInterval: readonly [number, number] | null;
  /** Related with little shared wording; null without a percentile (METHODS §3.5). */
  readonly littleWording: boolean | null;
  /** Why the document is taken to quote the scenario; null if it is not (METHODS §3.8). */
  readonly leakage: readonly LeakageKind[] | null;
  /** Relatedness less what is near everything, in [−4, 4]; null below 10 items a side (METHODS §3.7). */
  readonly csls: number | null;
  /** Scenarios that have the document among their nearest; null where there is no `Ranking.hubs`. */
  readonly lists: number | null;
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
  /** √TF-IDF of each of these windows, in the order of the scores (METHODS §3.4). */
  readonly overlap: Float32Array<ArrayBuffer>;
  /** R² of relatedness on shared wording over these windows, in [0, 1] (METHODS §3.4). */
  readonly wordingExplains: number;
}

/** How many relations pass, and how many would by chance alone (METHODS §3.6). */
export interface Passing {
  readonly observed: number;
  readonly expected: number;
}

/** Documents that are near many scenarios whatever these are about (METHODS §3.7). */
export interface Hubs {
  /** Of how often each training document is among a scenario's nearest. */
  readonly skewness: number;
  /** 99th percentile of the same over random lists of this shape. */
  readonly limit: number;
  /** Whether the skewness exceeds the limit. */
  readonly warning: boolean;
  /** Length of each scenario's list. */
  readonly k: number;
  /** Documents in most lists, at most five, all in at least two. */
  readonly most: readonly { readonly document: string; readonly lists: number }[];
}

/** Relations of one scenario to all documents, or of one document to all scenarios. */
export interface Ranking {
  /** Best percentile first, then relatedness. */
  readonly relations: readonly Relation[];
  /** One entry per (scenario, window size) that occurs in `relations`. */
  readonly nulls: readonly NullEntry[];
  /** Relations above the 95th null percentile. */
  readonly passing: Passing;
  /** Relations whose surplus is above .95. */
  readonly surplusPassing: Passing;
  /** Relations with little shared wording; chance is the share of reference windows with the label. */
  readonly littleWordingPassing: Passing;
  /** Of the whole corpus; null below 10 training documents or 10 scenarios. */
  readonly hubs: Hubs | null;
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
export interface Contribution {
  readonly scenarioPassage: number;
  readonly contribution: number;
  /** Heaviest first. */
  readonly matches: readonly Match[];
}

export interface EvidenceRow extends Contribution {
  /** Distinct content lemmas that the scenario passage shares with the match of the highest cosine. */
  readonly sharedLemmas: number;
}

/** A content lemma of both texts. */
export interface SharedLemma {
  readonly lemma: string;
  /** Whether it is a name (METHODS §3.3). */
  readonly name: boolean;
}

/** One use of a shared lemma. */
export interface SharedSpan extends Span {
  readonly lemma: string;
}

/** The passages behind one relation; `relatedness` is the mean of the rows' contributions, exactly. */
export interface Evidence {
  readonly document: string;
  readonly scenario: string;
  readonly relatedness: number;
  readonly rows: readonly EvidenceRow[];
  /** Content lemmas that both texts use, by falling TF-IDF weight (METHODS §3.3). */
  readonly sharedLemmas: readonly SharedLemma[];
  /** Where those lemmas stand in each text. */
  readonly sharedSpans: {
    readonly document: readonly SharedSpan[];
    readonly scenario: readonly SharedSpan[];
  };
  /** What shows that the document quotes the scenario; null if nothing does (METHODS §3.8). */
  readonly leakage: Leakage | null;
}

/** How close all pairs are: [documents × scenarios], NaN for null. */
export interface ScoreTable {
  /** Training documents, in insertion order. */
  readonly documents: readonly string[];
  /** Scenarios, in insertion order. */
  readonly scenarios: readonly string[];
  readonly relatedness: Float64Array<ArrayBuffer>;
  readonly percentile: Float64Array<ArrayBuffer>;
}

/** Numbers of all pairs, for group measures and exhibits: [documents × scenarios], NaN for null. */
export interface PairTable extends ScoreTable {
  readonly tfidf: Float64Array<ArrayBuffer>;
  readonly surplus: Float64Array<ArrayBuffer>;
}
