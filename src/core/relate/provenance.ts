import { CHUNKER_VERSION } from '../corpus/chunk.ts';
import { contentHash } from '../corpus/identity.ts';
import type { Corpus } from '../corpus/model.ts';
import { encoderKey, type EncoderSpec } from '../encoders/encoder.ts';
import { BASIS_MIN_DOCUMENTS } from '../limits.ts';
import type { CorrectionName } from '../space/correction.ts';
import { ownCorrection } from '../space/fit-correction.ts';

/** Everything beside the texts that the numbers of a ranking depend on. */
export interface Provenance {
  /** `encoderKey` of the space. */
  readonly encoder: string;
  readonly revision: string;
  /** What was taken out of the space. */
  readonly correction: CorrectionName;
  /** What the correction was fitted on; null where nothing is corrected. */
  readonly correctedOn: 'reference' | 'documents' | null;
  /** `referenceHash` of the neutral texts; null where they have no vectors in the space. */
  readonly reference: string | null;
  readonly seed: number;
  readonly chunker: string;
  /** Of Parable. */
  readonly version: string;
  /** Documents of the corpus that are not in the space yet, or cannot be. */
  readonly notEmbedded: number;
}

/** How a space was opened, and what is in it. */
export interface SpaceState {
  readonly spec: EncoderSpec;
  /** As it was asked for. */
  readonly correction: CorrectionName;
  /** The neutral texts that ship with the explorer. */
  readonly reference: Corpus;
  readonly seed: number;
  readonly version: string;
  /** Documents of the corpus, and those of them that are in the space. */
  readonly documents: { readonly all: number; readonly placed: number };
}

/**
 * What the numbers of a space were computed by. Where only vectors that came along make the space, the
 * neutral texts have none in it, and the correction is fitted on the documents (docs/methods.md §2).
 */
export function provenanceOf(space: SpaceState): Provenance {
  const { spec, reference, seed, version, documents } = space;
  const given = spec.kind === 'given';
  const few = given && documents.placed < BASIS_MIN_DOCUMENTS;
  const own = few ? 'none' : ownCorrection(space.correction, spec.dims);
  const correction = given ? own : space.correction;
  const basis = given ? 'documents' : 'reference';
  return {
    encoder: encoderKey(spec),
    revision: spec.revision,
    correction,
    correctedOn: correction === 'none' ? null : basis,
    reference: given ? null : referenceHash(reference, spec),
    seed,
    chunker: CHUNKER_VERSION,
    version,
    notEmbedded: documents.all - documents.placed,
  };
}

/**
 * Names the neutral texts as an encoder saw them: the hash of texts that a bundle of the same texts in
 * the same space carries, and that the command line prints.
 */
export function referenceHash({ documents }: Corpus, spec: EncoderSpec): string {
  const texts = [...documents.values()].flatMap(({ text, passages }) =>
    passages.map(({ start, end }) => text.slice(start, end)),
  );
  return contentHash(encoderKey(spec), `${spec.dims}`, CHUNKER_VERSION, ...texts);
}
