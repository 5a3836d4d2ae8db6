import type { CorrectionName } from '../space/correction.ts';
import { fitCorrection } from '../space/fit-correction.ts';
import { nearestInSteps, type Neighbours } from '../space/neighbours.ts';
import type { EmbeddedDocument, ReferenceDocument } from '../space/types.ts';
import { AGREEMENT_NEIGHBOURS } from '../limits.ts';
import { Instrument } from '../relate/instrument.ts';
import type { ScoreTable } from '../relate/types.ts';

/** Where a corpus is looked at from: an encoder, and how its space is corrected. */
export interface Standpoint {
  /** Name of the encoder. */
  readonly encoder: string;
  readonly correction: CorrectionName;
}

/** A corpus with the raw vectors of one encoder. */
export interface EncodedCorpus {
  /** Name of the encoder. */
  readonly encoder: string;
  readonly dims: number;
  readonly reference: readonly ReferenceDocument[];
  readonly documents: readonly EmbeddedDocument[];
}

/** What is compared between standpoints. */
export interface Sight extends Standpoint {
  readonly scores: ScoreTable;
  /** Of the training documents among each other, in the order of `scores.documents`. */
  readonly neighbours: Neighbours;
}

/** Looks at a corpus from one standpoint. Every number is the one that the explorer shows there. */
export async function measureFrom(
  corpus: EncodedCorpus,
  correction: CorrectionName,
  seed: number,
): Promise<Generator<number, Sight>> {
  const { encoder, dims, reference, documents } = corpus;
  const fitted = await fitCorrection(correction, reference, dims);
  const instrument = new Instrument(reference, dims, seed, fitted);
  instrument.update({ add: documents, remove: [] });
  return sightInSteps(instrument, { encoder, correction });
}

/** Yields the share of the work done, in (0, 1]. */
function* sightInSteps(instrument: Instrument, standpoint: Standpoint): Generator<number, Sight> {
  const scores = yield* halved(instrument.scoresInSteps(), 0);
  const vectors = instrument.vectors(scores.documents);
  const neighbours = yield* halved(nearestInSteps(vectors, AGREEMENT_NEIGHBOURS), 0.5);
  return { ...standpoint, scores, neighbours };
}

function* halved<T>(work: Generator<number, T>, from: number): Generator<number, T> {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
    yield from + step.value / 2;
  }
}
