import type { AxisBackground } from './axis-report.ts';
import { axisReport } from './axis-report.ts';
import { topicReport, type TopicReport } from './topic-report.ts';
import type { AxisReport, AxisSource, StanceDocument, Twin } from './types.ts';

/** The documents of a space as axes see them. */
export class StanceSpace {
  readonly #documents: readonly StanceDocument[];
  readonly #background: AxisBackground;
  readonly #options: { readonly dims: number; readonly seed: number };

  /**
   * @param documents all that are to be placed, examples among them
   * @param dims length of every vector
   */
  constructor(
    documents: readonly StanceDocument[],
    background: AxisBackground,
    { dims, seed }: { readonly dims: number; readonly seed: number },
  ) {
    this.#documents = documents;
    this.#background = background;
    this.#options = { dims, seed };
  }

  /** Learns an axis, validates it and places all documents on it; see `axisReport`. */
  axis(source: AxisSource): AxisReport {
    return axisReport(this.#documents, source, this.#background, this.#options);
  }

  /** What topic and value do to the closeness of twins; see `topicReport`. */
  topics(twins: readonly Twin[]): TopicReport {
    return topicReport(this.#documents, twins, this.#options);
  }
}
