import type { AxisBackground, AxisSettings } from './axis-report.ts';
import type { StanceDocument } from './types.ts';

/** The documents of a space as axes see them, and what they are seen against. */
export interface StanceSetting {
  /** All that are to be placed, examples among them. */
  readonly documents: readonly StanceDocument[];
  readonly background: AxisBackground;
  readonly settings: AxisSettings;
}
