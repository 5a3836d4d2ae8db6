/** A document of a contrasted group, with what decides for which others it may be exchanged. */
export interface Member {
  readonly id: string;
  readonly topic: string | null;
  /** `id` of its twin; a twin counts if each names the other. */
  readonly twin: string | null;
}

/** A table [rows × columns], row-major; NaN where nothing was measured. */
export interface Table {
  readonly rows: number;
  readonly columns: number;
  readonly data: Float64Array;
}

/** What a contrast or a prediction came to (docs/methods.md §5). */
export type Verdict = 'held' | 'did-not-hold' | 'undecidable';
