/** What a test found on data without an effect. */
export interface NullOutcome {
  readonly p: number;
  /** Share of relabellings that tie with the data, in [0, p]. */
  readonly ties: number;
}

/** A test that can be tried on as many data sets without an effect as one likes. */
export interface NullTest {
  readonly name: string;
  /** Draws the data set of that number and tests it by so many relabellings; the same every time. */
  readonly onNull: (set: number, replicates: number) => NullOutcome;
}
