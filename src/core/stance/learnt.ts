import type { Validation } from './types.ts';

/** An axis in some features, with how well it holds. */
export interface Learnt {
  /** Unit axis, [dims]; zeros if the examples do not differ. */
  readonly direction: Float64Array<ArrayBuffer>;
  /** Unit axis learnt without a topic's examples; zeros if there are no others. */
  readonly without: (topic: number) => Float64Array<ArrayBuffer>;
  /** How strongly it was regularised, in (0, 1]; null for twins. */
  readonly shrinkage: number | null;
  readonly validation: Validation;
  /** The negative control; null below two twins, or where no two examples can change poles. */
  readonly control: Validation | null;
}
