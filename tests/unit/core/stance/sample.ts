import { randomLcg, randomNormal } from 'd3';
import type { Features } from '../../../../src/core/stance/features.ts';
import type { Differences } from '../../../../src/core/stance/paired.ts';
import type { Example, StanceDocument, Twin } from '../../../../src/core/stance/types.ts';
import { normaliseRows } from '../../../../src/core/space/matrix.ts';

/** A source of normal numbers, the same for the same seed. */
export function normalNumbers(seed: number): () => number {
  return randomNormal.source(randomLcg(seed))();
}

/** A document with this direction. */
export function aDocument(
  id: string,
  direction: readonly number[],
  fields: Partial<StanceDocument> = {},
): StanceDocument {
  const vector = normaliseRows(Float32Array.from(direction), direction.length);
  return { id, vector, lemmas: [], text: '', topic: null, ...fields };
}

export function byId(documents: readonly StanceDocument[]): ReadonlyMap<string, StanceDocument> {
  return new Map(documents.map((document) => [document.id, document]));
}

/** How planted twins are made. */
export interface Plan {
  readonly topics: number;
  readonly perTopic: number;
  readonly dims: number;
  /** Size of the step along one direction, against noise of size 1 in every one. */
  readonly effect: number;
  readonly seed: number;
}

/**
 * Twins around the centre of their topic whose positive lies `effect` further along the first
 * direction; `p3` and `n3` are the fourth pair.
 */
export function plantedTwins({ topics, perTopic, dims, effect, seed }: Plan): {
  documents: StanceDocument[];
  twins: Twin[];
  examples: Example[];
} {
  const normal = normalNumbers(seed);
  const documents: StanceDocument[] = [];
  const twins: Twin[] = [];
  for (let t = 0; t < topics; t++) {
    const centre = Array.from({ length: dims }, () => 3 * normal());
    for (let i = 0; i < perTopic; i++) {
      const [positive, negative] = [`p${twins.length}`, `n${twins.length}`];
      for (const [id, pole] of [
        [positive, 1],
        [negative, -1],
      ] as const) {
        const direction = centre.map(
          (value, d) => value + normal() + (d === 0 ? (pole * effect) / 2 : 0),
        );
        documents.push(aDocument(id, direction, { topic: `topic ${t}` }));
      }
      twins.push({ positive, negative, topic: `topic ${t}` });
    }
  }
  const examples = documents.map(({ id, topic }): Example => {
    return { document: id, pole: id.startsWith('p') ? 1 : -1, topic };
  });
  return { documents, twins, examples };
}

/** Differences as given, [twins × dims]. */
export function someDifferences(
  rows: readonly number[],
  dims: number,
  topics: readonly number[],
): Differences {
  return {
    dims,
    rows: Float64Array.from(rows),
    topics: Int32Array.from(topics),
    topicCount: Math.max(-1, ...topics) + 1,
  };
}

export function someFeatures(rows: readonly number[], dims: number): Features {
  return { dims, rows: Float64Array.from(rows) };
}
