import { AppError } from '../../src/core/errors.ts';
import { Instrument } from '../../src/core/relate/instrument.ts';
import type { CorrectionName } from '../../src/core/space/correction.ts';
import { fitCorrection, fitOnDocuments } from '../../src/core/space/fit-correction.ts';
import type { EmbeddedDocument, ReferenceDocument } from '../../src/core/space/types.ts';
import type { Job } from '../job.ts';

export interface OpenInput {
  readonly reference: readonly ReferenceDocument[];
  /** What corrections are fitted on: the reference, or the documents where it has no vectors. */
  readonly basis: 'reference' | 'documents';
  readonly dims: number;
  readonly seed: number;
  readonly correction: CorrectionName;
}

/** What is added came by `bring`. */
export type UpdateInput = Pick<SpaceChange, 'remove'>;

export interface SpaceChange {
  readonly add: readonly EmbeddedDocument[];
  /** By id. */
  readonly remove: readonly string[];
}

let space: OpenInput | null = null;
let instrument: Instrument | null = null;

/** What answers questions about the open space. @throws AppError `unexpected` without one */
export function opened(): Instrument {
  if (!instrument) throw new AppError('unexpected', { message: 'the analysis has no space yet' });
  return instrument;
}

/** How the open space was opened. @throws AppError `unexpected` without one */
export function openedSpace(): OpenInput {
  if (!space) throw new AppError('unexpected', { message: 'the analysis has no space yet' });
  return space;
}

/** Opens another space, empty but for the reference. */
export const open: Job<OpenInput, never, void> = async (input) => {
  brought = [];
  await openSpace(input);
};

async function openSpace(input: OpenInput): Promise<void> {
  const { reference, dims, correction, basis } = input;
  const fitted =
    basis === 'reference'
      ? await fitCorrection(correction, reference, dims)
      : await fitOnDocuments(correction, [], dims);
  instrument = new Instrument(reference, dims, input.seed, fitted);
  space = input;
}

/** Corrects the space in another way; everything in it stays. */
export const correct: Job<CorrectionName, never, void> = async (correction) => {
  const within = openedSpace();
  if (within.basis === 'documents') {
    space = { ...within, correction };
    await refit({ add: [], remove: [] });
    return;
  }
  const before = opened();
  await openSpace({ ...within, correction });
  opened().update({ add: before.sources(), remove: [] });
  opened().setProbe(before.probe);
};

/** Changes of a space whose correction moves with its documents, one after the other. */
let refitted: Promise<void> = Promise.resolve();

/** Changes the documents and fits the correction anew on those that are then there. */
function refit(change: SpaceChange): Promise<void> {
  const fitting = refitted.then(async () => {
    const [within, before] = [space, opened()];
    if (!within) return;
    const documents = new Map(before.sources().map((source) => [source.id, source]));
    for (const id of change.remove) documents.delete(id);
    for (const document of change.add) documents.set(document.id, document);
    const { reference, dims, seed, correction } = within;
    const sources = [...documents.values()];
    const fitted = await fitOnDocuments(correction, sources, dims);
    // Another space may have been opened meanwhile.
    if (instrument !== before) return;
    const after = new Instrument(reference, dims, seed, fitted);
    after.update({ add: sources, remove: [] });
    instrument = after;
  });
  refitted = fitting.catch(() => {});
  return fitting;
}

/** What came in slices for the next update. */
let brought: EmbeddedDocument[] = [];

/** Takes documents that the next `update` adds. */
export const bring: Job<readonly EmbeddedDocument[], never, void> = (documents) => {
  brought.push(...documents);
};

/** Removes documents, and adds those that were brought. */
export const update: Job<UpdateInput, never, void> = ({ remove }) => {
  const change = { add: brought, remove };
  brought = [];
  return space?.basis === 'documents' ? refit(change) : opened().update(change);
};

/** A document that is asked about without being in the corpus; null for none. */
export const probe: Job<EmbeddedDocument | null, never, void> = (document) =>
  opened().setProbe(document);
