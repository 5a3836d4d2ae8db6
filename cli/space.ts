import { buildCorpus } from '../scripts/corpora/build.ts';
import { CHUNKER_VERSION } from '../src/core/corpus/chunk.ts';
import { packBundle, readBundle, type BundledCorpus } from '../src/core/corpus/bundle.ts';
import type { Document } from '../src/core/corpus/model.ts';
import { encoderKey, type Encoder } from '../src/core/encoders/encoder.ts';
import { EMBED_BATCH } from '../src/core/limits.ts';
import {
  CORRECTIONS,
  correct,
  documentVector,
  type Correction,
  type CorrectionName,
} from '../src/core/space/correction.ts';
import { fitCorrection } from '../src/core/space/fit-correction.ts';
import type { ReferenceDocument } from '../src/core/space/types.ts';
import { version } from '../package.json';
import { openEncoder } from './encoder.ts';
import { readSeed } from './options.ts';
import { UsageError } from './usage-error.ts';

/** What the page uses, so that both give the same numbers. */
const DEFAULTS = { seed: 7, correction: 'centre' } as const;

/** Everything that numbers depend on beside the texts: printed with every result. */
export interface Settings {
  /** Of Parable. */
  readonly version: string;
  readonly encoder: { readonly id: string; readonly revision: string; readonly dims: number };
  /** As it was fitted: `centre` where the reference does not vary enough for more. */
  readonly correction: CorrectionName;
  readonly seed: number;
  readonly chunker: string;
  /** Hashes of its texts and of their vectors. */
  readonly reference: {
    readonly documents: number;
    readonly texts: string;
    readonly vectors: string;
  };
}

/** The reference embedded and the correction fitted on it: where texts are compared. */
export interface Space {
  readonly encoder: Encoder;
  readonly reference: readonly ReferenceDocument[];
  readonly correction: Correction;
  readonly settings: Settings;
}

/** The options of a command that say in which space. */
export interface SpaceOptions {
  readonly encoder?: string;
  readonly seed?: string;
  readonly correction?: string;
}

/**
 * Opens the space that the page would: the reference as the site ships it, or embedded by another
 * encoder.
 *
 * @throws UsageError, AppError
 */
export async function openSpace(options: SpaceOptions): Promise<Space> {
  const seed = readSeed(options.seed, DEFAULTS.seed);
  const name = correctionOf(options.correction ?? DEFAULTS.correction);
  const encoder = await openEncoder(options.encoder);
  const { spec } = encoder;
  const { corpus, vectors, hashes } = await referenceFor(encoder);
  const reference = [...corpus.documents.values()].map(
    ({ id, group, text, passages }): ReferenceDocument => {
      return { genre: group, text, passages, vectors: vectors.get(id) ?? new Float32Array() };
    },
  );
  const correction = await fitCorrection(name, reference, spec.dims);
  const settings: Settings = {
    version,
    encoder: { id: spec.id, revision: spec.revision, dims: spec.dims },
    correction: correction.name,
    seed,
    chunker: CHUNKER_VERSION,
    reference: { documents: reference.length, ...hashes },
  };
  return { encoder, reference, correction, settings };
}

/** Vectors of documents by id, [passages × dims] each, uncorrected. */
export async function embedDocuments(
  encoder: Encoder,
  documents: readonly Document[],
): Promise<Map<string, Float32Array<ArrayBuffer>>> {
  const { dims } = encoder.spec;
  const texts = documents.flatMap(({ text, passages }) =>
    passages.map(({ start, end }) => text.slice(start, end)),
  );
  const rows = new Float32Array(texts.length * dims);
  for (let start = 0; start < texts.length; start += EMBED_BATCH) {
    const { vectors } = await encoder.embed(texts.slice(start, start + EMBED_BATCH));
    rows.set(vectors, start * dims);
  }
  let next = 0;
  return new Map(
    documents.map(({ id, passages }) => {
      return [id, rows.slice(next * dims, (next += passages.length) * dims)];
    }),
  );
}

/** A document's vector in the space, [dims], unit or zero. @param rows of its passages, uncorrected */
export function placedVector(rows: Float32Array, { encoder, correction }: Space) {
  const { dims } = encoder.spec;
  return correct(documentVector(rows, dims), dims, correction);
}

async function referenceFor(
  encoder: Encoder,
): Promise<
  Pick<BundledCorpus, 'corpus' | 'vectors'> & { hashes: { texts: string; vectors: string } }
> {
  const { bundle, vectors } = await buildCorpus('.', 'reference');
  const shipped = readBundle(bundle, vectors, 'reference');
  const key = encoderKey(encoder.spec);
  if (key === shipped.encoder) return { ...shipped, hashes: bundle.hashes };
  const { corpus } = shipped;
  const own = await embedDocuments(encoder, [...corpus.documents.values()]);
  const all = Float32Array.from([...own.values()].flatMap((rows) => [...rows]));
  const source = { corpus, principles: [], encoder: key, dims: encoder.spec.dims };
  return { corpus, vectors: own, hashes: packBundle(source, all).bundle.hashes };
}

function correctionOf(name: string): CorrectionName {
  const known = CORRECTIONS.find((each) => each === name);
  if (known) return known;
  throw new UsageError(`There is no correction ${name}. There are: ${CORRECTIONS.join(', ')}.`);
}
