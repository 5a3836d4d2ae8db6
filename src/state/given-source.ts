import type { Document } from '../core/corpus/model.ts';
import type { EncoderSpec } from '../core/encoders/encoder.ts';
import type { GivenRows } from '../core/encoders/given.ts';
import type { KnownVectors } from './known-vectors.ts';

/** Where vectors of documents come from that no encoder here has made. */
export interface GivenSource {
  /** By document id; what has none is left out. */
  of(spec: EncoderSpec, documents: readonly Document[]): Promise<ReadonlyMap<string, GivenRows>>;
}

export const NOTHING_GIVEN: GivenSource = { of: async () => new Map() };

/**
 * Takes in what came along for some documents.
 * @returns ids of those for which nothing did, or not as much as is said: they are not in this space
 */
export async function findGiven(
  given: GivenSource,
  spec: EncoderSpec,
  documents: readonly Document[],
  known: KnownVectors,
): Promise<string[]> {
  const found = await given.of(spec, documents);
  const lacking: string[] = [];
  for (const { id } of documents) {
    const rows = found.get(id);
    if (rows?.vectors.length === spec.dims * (rows?.passages.length ?? 0)) {
      known.keep(id, rows.vectors, spec.dims, rows.passages);
    } else lacking.push(id);
  }
  return lacking;
}
