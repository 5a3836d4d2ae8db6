import type { Browser } from 'playwright';

/** Named figures, each with its unit in the name. */
export type Figures = Readonly<Record<string, number | string>>;

export interface Benchmark {
  readonly name: string;
  /** What is measured, and against what. */
  readonly about: string;
  readonly run: (browser: Browser) => Promise<Figures>;
}
