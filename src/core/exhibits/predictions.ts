/** What a contrast can be of: a table of the measurements, or evenness over kinds of scenario. */
export type Quantity = 'relatedness' | 'surplus' | 'tfidf' | 'evenness';

/** How a prediction is measured; groups and axes by name. */
export type Measure =
  | {
      readonly kind: 'contrast';
      readonly quantity: Quantity;
      readonly more: string;
      readonly less: string;
    }
  | { readonly kind: 'median-percentile'; readonly group: string; readonly below: number }
  | {
      readonly kind: 'mutual-nearest-twins';
      readonly groups: readonly string[];
      readonly atLeast: number;
    }
  | { readonly kind: 'axis'; readonly axis: string }
  | { readonly kind: 'crossed-contrast-gain'; readonly groups: readonly string[] }
  | { readonly kind: 'axes-apart'; readonly axes: readonly string[]; readonly within: number }
  | {
      readonly kind: 'nearest-outside';
      readonly group: string;
      readonly among: readonly string[];
      readonly atLeast: number;
    }
  | {
      readonly kind: 'axis-contrast';
      readonly axis: string;
      readonly more: string;
      readonly less: string;
    }
  | { readonly kind: 'own-behaviour'; readonly groups: readonly string[] };

/** A measure of one kind. */
export type MeasureOf<K extends Measure['kind']> = Extract<Measure, { kind: K }>;

/** A statement made before its result was known. */
export interface Prediction {
  readonly id: string;
  /** Exhibit that it belongs to. */
  readonly exhibit: string;
  readonly statement: string;
  readonly measure: Measure;
  /** Shown, but neither outcome counts for or against anything. */
  readonly reportedOnly: boolean;
}

/** Under which all predictions are judged. */
export interface ExhibitSettings {
  readonly encoder: string;
  readonly correction: string;
  readonly seed: number;
  /** In (0, 1). */
  readonly alpha: number;
  readonly permutations: number;
  /** The rules of the verdicts in words. */
  readonly verdicts: string;
}

/** The file `exhibits/predictions.json`. */
export interface Predictions {
  /** Day on which they were written down, as YYYY-MM-DD. */
  readonly frozen: string;
  readonly settings: ExhibitSettings;
  readonly predictions: readonly Prediction[];
}
