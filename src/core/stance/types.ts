/** A document as an axis sees it. */
export interface StanceDocument {
  readonly id: string;
  /**
   * Corrected unit vector, [dims]: x − μ at unit length (docs/methods.md §2); zero for a text of
   * which the encoder knows no word.
   */
  readonly vector: Float32Array<ArrayBuffer>;
  /** Content lemmas in reading order, with repetitions: what the axis of wording sees. */
  readonly lemmas: readonly string[];
  /** What the axis of sentiment sees. */
  readonly text: string;
  /** The topic, or domain, that the document belongs to; null if it has none. */
  readonly topic: string | null;
}

/** Two documents on one topic that differ in value, by id. */
export interface Twin {
  readonly positive: string;
  readonly negative: string;
  readonly topic: string | null;
}

/** A document that stands for one pole of an axis. */
export interface Example {
  readonly document: string;
  readonly pole: Pole;
  readonly topic: string | null;
}

/** The end of an axis: 1 for what it counts as more, −1 for less. */
export type Pole = 1 | -1;

/** What an axis is learnt from. */
export type AxisSource =
  | { readonly kind: 'paired'; readonly twins: readonly Twin[] }
  | { readonly kind: 'discriminant'; readonly examples: readonly Example[] };

/** A range at 95 %. */
export type Interval = readonly [number, number];

/** How well an axis orders what it was not learnt from (docs/methods.md §4). */
export interface Validation {
  /**
   * Share ordered rightly, in [0, 1], .5 by chance: of held-out twins, or of held-out pairs of
   * opposite poles within one topic (AUROC). Null if nothing could be held out.
   */
  readonly accuracy: number | null;
  /** How many of them are in the right order, ties counted half. */
  readonly right: number;
  /** Out of how many. */
  readonly of: number;
  /** Of `accuracy`, from resampling topics; descriptive. Null below two topics. */
  readonly interval: Interval | null;
  /** Mean difference in score of held-out twins, a cosine times a length; null if not from twins. */
  readonly gap: number | null;
  /** Of `gap`, from resampling topics; descriptive. */
  readonly gapInterval: Interval | null;
  /** Chance of a statistic at least as large if the poles were arbitrary; null if not testable. */
  readonly p: number | null;
  /** Relabellings behind `p`: all there are if `exact`, else drawn at random. */
  readonly draws: number;
  readonly exact: boolean;
}

/** Why an axis is not supported. */
export type SupportReason =
  | 'few-twins'
  | 'few-examples'
  | 'few-topics'
  | 'topics-unknown'
  | 'not-testable'
  | 'not-significant';

/** Whether an axis may colour a map. */
export interface Support {
  readonly supported: boolean;
  /** Empty if supported. */
  readonly reasons: readonly SupportReason[];
}

/** One document on an axis. */
export interface AxisScore {
  readonly document: string;
  /** ⟨x, a⟩ with the unit axis a, in [−1, 1]. */
  readonly score: number;
  /** Share of reference documents that score lower, ties half; null without a reference. */
  readonly percentile: number | null;
  /** Whether the axis was learnt from this very document. */
  readonly inSample: boolean;
  /**
   * Score on the axis learnt without this document's topic; `score` if the axis has no example of
   * that topic. Null if the axis has no other topic.
   */
  readonly heldOut: number | null;
}

/** What stands beside an axis: other ways to order the same examples, validated the same way. */
export interface Comparisons {
  /** The same fit on TF-IDF vectors. */
  readonly wording: Validation;
  /** The same fit on the mean valence of the words. */
  readonly sentiment: Validation;
  /** Negative control: the same fit with poles given at random once; null below two twins. */
  readonly random: Validation | null;
}

/** Everything that is known of one axis. Plain data. */
export interface AxisReport {
  readonly kind: AxisSource['kind'];
  /** Unit vector a, [dims]; zeros if the examples do not differ. */
  readonly direction: Float32Array<ArrayBuffer>;
  readonly support: Support;
  readonly validation: Validation;
  readonly comparisons: Comparisons;
  /** Whether wording alone orders the held-out examples as well; null if not testable. */
  readonly wordsExplain: boolean | null;
  /** The same of the sentiment of the words. */
  readonly sentimentExplains: boolean | null;
  /** How strongly a discriminant was regularised, in (0, 1]; null for twins. */
  readonly shrinkage: number | null;
  /** Twins, or examples, that the axis was learnt from, in the order of their ids. */
  readonly used: AxisSource;
  /** Topics that they come from, ascending. */
  readonly topics: readonly string[];
  /** Documents that were named as examples but have no direction or are unknown, ascending. */
  readonly leftOut: readonly string[];
  /** All documents, in the order given. */
  readonly scores: readonly AxisScore[];
}
