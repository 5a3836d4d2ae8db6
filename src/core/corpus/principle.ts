/** One sentence of what a constitution asks of an AI: half of one of the six values of the demo. */
export interface Principle {
  readonly id: string;
  /** The value that it spells out; documents name it in their field `principles`. */
  readonly value: string;
  readonly sentence: string;
  /** [dims], unit length, uncorrected. */
  readonly vector: Float32Array<ArrayBuffer>;
}
