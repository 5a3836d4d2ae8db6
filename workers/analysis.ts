import * as Comlink from 'comlink';
import type { Evidence, PairTable, Ranking } from '../src/core/relate/types.ts';
import { Instrument } from '../src/core/relate/instrument.ts';
import { AppError } from '../src/core/errors.ts';
import type { CorrectionName } from '../src/core/space/correction.ts';
import { fitCorrection } from '../src/core/space/fit-correction.ts';
import type { EmbeddedDocument, Matrix, ReferenceDocument, Unit } from '../src/core/space/types.ts';
import { carryErrors } from '../src/platform/carry-errors.ts';
import { serve, type Job, type JobContext } from './job.ts';

export interface OpenInput {
  readonly reference: readonly ReferenceDocument[];
  readonly dims: number;
  readonly seed: number;
  readonly correction: CorrectionName;
}

export interface UpdateInput {
  readonly add: readonly EmbeddedDocument[];
  readonly remove: readonly string[];
}

export type SpaceMatrix = ReturnType<Instrument['matrix']>;
export type Neighbours = ReturnType<Instrument['neighbours']>;
export type Diagnosis = ReturnType<Instrument['diagnose']>;

let instrument: Instrument | null = null;

function opened(): Instrument {
  if (!instrument) throw new AppError('unexpected', { message: 'the analysis has no space yet' });
  return instrument;
}

const open: Job<OpenInput, never, void> = async ({ reference, dims, seed, correction }) => {
  const fitted = await fitCorrection(correction, reference, dims);
  instrument = new Instrument(reference, dims, seed, fitted);
};

const update: Job<UpdateInput, never, void> = (input) => opened().update(input);

/** Runs work in steps, between which messages come in; reports the share that is done. */
async function inSteps<T>(work: Generator<number, T>, context: JobContext<number>): Promise<T> {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
    context.report(step.value);
    await context.breathe();
  }
}

const probe: Job<EmbeddedDocument | null, never, void> = (document) => opened().setProbe(document);

const rankDocuments: Job<string, number, Ranking> = (scenario, context) =>
  inSteps(opened().rankDocumentsInSteps(scenario), context);

const rankScenarios: Job<string, number, Ranking> = (document, context) =>
  inSteps(opened().rankScenariosInSteps(document), context);

const table: Job<null, number, PairTable> = async (_, context) => {
  const pairs = await inSteps(opened().tableInSteps(), context);
  const { relatedness, percentile, tfidf, surplus } = pairs;
  const buffers = [relatedness, percentile, tfidf, surplus].map(({ buffer }) => buffer);
  return Comlink.transfer(pairs, buffers);
};

const evidence: Job<{ document: string; scenario: string }, never, Evidence> = (pair) =>
  opened().evidence(pair.document, pair.scenario);

const neighbours: Job<
  { unit: Unit; document: string; passage: number | null; k: number },
  never,
  Neighbours
> = ({ unit, document, passage, k }) => opened().neighbours(unit, document, passage, k);

const matrix: Job<Unit, never, SpaceMatrix> = (unit) => {
  const space = opened().matrix(unit);
  return Comlink.transfer(space, [space.matrix.data.buffer]);
};

const search: Job<string, never, string[]> = (query) => opened().search(query);

const vectors: Job<readonly string[], never, Matrix> = (ids) => {
  const found = opened().vectors(ids);
  return Comlink.transfer(found, [found.data.buffer]);
};

const diagnose: Job<null, never, Diagnosis> = () => opened().diagnose();

const jobs = {
  open,
  update,
  probe,
  rankDocuments,
  rankScenarios,
  table,
  evidence,
  neighbours,
  matrix,
  vectors,
  diagnose,
  search,
};
export type AnalysisJobs = typeof jobs;

carryErrors();
serve(jobs);
