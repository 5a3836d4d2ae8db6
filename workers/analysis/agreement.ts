import type { AgreementReport } from '../../src/core/agreement/agreement.ts';
import type { ReferenceDocument } from '../../src/core/space/types.ts';
import type { Job } from '../job.ts';
import { inSteps } from './in-steps.ts';
import { opened, openedSpace } from './space.ts';

/** What another encoder makes of the same texts. */
export interface OtherEncoder {
  readonly name: string;
  readonly dims: number;
  readonly reference: readonly ReferenceDocument[];
  /** Of each document of the sample, by id. */
  readonly vectors: ReadonlyMap<string, Float32Array<ArrayBuffer>>;
}

export interface AgreeInput {
  /** Name of the encoder in use. */
  readonly encoder: string;
  /** Documents on which to compare, by id. */
  readonly sample: readonly string[];
  readonly other: OtherEncoder | null;
}

/** Compares what all corrections, and another encoder, make of the corpus. */
export const agree: Job<AgreeInput, number, AgreementReport> = async (input, context) => {
  // Nobody downloads this who does not compare encoders.
  const { agreementInSteps } = await import('../../src/core/agreement/agreement.ts');
  const { correction, dims, reference, seed } = openedSpace();
  const { encoder, sample, other } = input;
  const documents = opened().sources(sample);
  const theirs = other && {
    encoder: other.name,
    dims: other.dims,
    reference: other.reference,
    documents: documents.map((each) => ({
      ...each,
      vectors: other.vectors.get(each.id) ?? new Float32Array(),
    })),
  };
  const own = { encoder, dims, reference, documents };
  return inSteps(agreementInSteps(own, theirs, correction, seed), context);
};
