import type { ExhibitDocument, Measurements } from '../../../../src/core/exhibits/measurements.ts';

/** Documents of one group, one a topic. */
export function group(
  name: string,
  topics: readonly (string | null)[],
  twinsOf?: string,
): ExhibitDocument[] {
  return topics.map((topic, i) => ({
    id: `${name}${i}`,
    group: name,
    topic,
    twin: twinsOf === undefined ? null : `${twinsOf}${i}`,
  }));
}

/** Measurements of which nothing was measured but what is given. */
export function measured(
  documents: readonly ExhibitDocument[],
  behaviours: readonly (string | null)[],
  given: Partial<Measurements> = {},
): Measurements {
  const missing = () => new Float64Array(documents.length * behaviours.length).fill(NaN);
  return {
    documents,
    scenarios: behaviours.map((behaviour, i) => ({ id: `s${i}`, behaviour })),
    relatedness: missing(),
    percentile: missing(),
    tfidf: missing(),
    surplus: missing(),
    vectors: new Float32Array(documents.length * 2),
    axes: new Map(),
    angles: [],
    gains: [],
    ...given,
  };
}

/** [documents × scenarios] from a number for each cell. */
export function table(
  documents: readonly ExhibitDocument[],
  scenarios: number,
  cell: (document: number, scenario: number) => number,
): Float64Array<ArrayBuffer> {
  return Float64Array.from(
    documents.flatMap((_, d) => Array.from({ length: scenarios }, (_, s) => cell(d, s))),
  );
}
