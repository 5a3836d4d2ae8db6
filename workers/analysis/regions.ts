import type { Region } from '../../src/core/regions/regions.ts';
import type { Job } from '../job.ts';
import { inSteps } from './in-steps.ts';
import { opened } from './space.ts';

/** The picture of a map, and the document or passage that each of its points is. */
export interface RegionsInput {
  /** [points × 2] */
  readonly positions: Float32Array;
  readonly documents: readonly string[];
  readonly passages: readonly number[] | null;
}

export const regions: Job<RegionsInput, number, readonly (readonly Region[])[]> = async (
  input,
  context,
) => {
  const { positions, documents, passages } = input;
  // Nobody downloads this whose map names no regions.
  const { regionsInSteps } = await import('../../src/core/regions/regions.ts');
  const sources = new Map(
    opened()
      .sources([...new Set(documents)])
      .map((each) => [each.id, each]),
  );
  const textOf = (point: number): string => {
    const { text = '', passages: spans = [] } = sources.get(documents[point]!) ?? {};
    const span = passages ? spans[passages[point]!] : undefined;
    return passages && span ? text.slice(span.start, span.end) : text;
  };
  return inSteps(regionsInSteps(positions, textOf), context);
};
