import { AppError } from '../errors.ts';
import type { Corpus, Document, Group } from './model.ts';

/**
 * A corpus as the site ships it: one JSON file of texts and one binary file of vectors, both made
 * at build time so that the first map needs no model.
 */
export interface CorpusBundle {
  readonly schema: 1;
  /** `encoderKey` of the vectors. */
  readonly encoder: string;
  readonly dims: number;
  readonly groups: readonly Group[];
  readonly documents: readonly BundledDocument[];
}

interface BundledDocument {
  readonly id: string;
  readonly group: string;
  readonly title: string;
  readonly text: string;
  /** start, end, start, end, … */
  readonly passages: readonly number[];
  readonly meta: readonly (readonly [string, string])[];
}

export interface BundledCorpus {
  readonly corpus: Corpus;
  readonly encoder: string;
  /** By document id: [passages × dims]. */
  readonly vectors: ReadonlyMap<string, Float32Array<ArrayBuffer>>;
}

/** The JSON half of a bundle; the binary half is `vectors` of all passages in the same order. */
export function packBundle(corpus: Corpus, encoder: string, dims: number): CorpusBundle {
  const documents = [...corpus.documents.values()].map(
    ({ id, group, title, text, passages, meta }) => ({
      id,
      group,
      title,
      text,
      passages: passages.flatMap(({ start, end }) => [start, end]),
      meta: [...meta],
    }),
  );
  return { schema: 1, encoder, dims, groups: [...corpus.groups.values()], documents };
}

/** Joins the two halves. @throws AppError `demo-unavailable` if they do not belong together */
export function readBundle(
  bundle: CorpusBundle,
  vectors: Float32Array<ArrayBuffer>,
  url: string,
): BundledCorpus {
  const groups = new Map(bundle.groups.map((group) => [group.id, group]));
  const documents = new Map<string, Document>();
  const byDocument = new Map<string, Float32Array<ArrayBuffer>>();
  let offset = 0;
  for (const { passages, meta, ...fields } of bundle.documents) {
    const group = groups.get(fields.group);
    if (!group) throw new AppError('demo-unavailable', { url });
    const spans = Array.from({ length: passages.length / 2 }, (_, index) => ({
      start: passages[2 * index] ?? 0,
      end: passages[2 * index + 1] ?? 0,
    }));
    documents.set(fields.id, {
      ...fields,
      role: group.role,
      passages: spans,
      meta: new Map(meta),
      origin: 'demo',
    });
    const next = offset + spans.length * bundle.dims;
    byDocument.set(fields.id, vectors.slice(offset, next));
    offset = next;
  }
  if (offset !== vectors.length) throw new AppError('demo-unavailable', { url });
  return { corpus: { documents, groups }, encoder: bundle.encoder, vectors: byDocument };
}
