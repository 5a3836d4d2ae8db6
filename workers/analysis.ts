import * as Comlink from 'comlink';
import type { Evidence, Ranking } from '../src/core/relate/types.ts';
import { Instrument } from '../src/core/relate/instrument.ts';
import { AppError } from '../src/core/errors.ts';
import type { EmbeddedDocument, ReferenceDocument, Unit } from '../src/core/space/types.ts';
import { carryErrors } from '../src/platform/carry-errors.ts';
import { serve, type Job } from './job.ts';

export interface OpenInput {
  readonly reference: readonly ReferenceDocument[];
  readonly dims: number;
  readonly seed: number;
}

export interface UpdateInput {
  readonly add: readonly EmbeddedDocument[];
  readonly remove: readonly string[];
}

export type SpaceMatrix = ReturnType<Instrument['matrix']>;
export type Neighbours = ReturnType<Instrument['neighbours']>;

let instrument: Instrument | null = null;

function opened(): Instrument {
  if (!instrument) throw new AppError('unexpected', { message: 'the analysis has no space yet' });
  return instrument;
}

const open: Job<OpenInput, never, void> = ({ reference, dims, seed }) => {
  instrument = new Instrument(reference, dims, seed);
};

const update: Job<UpdateInput, never, void> = (input) => opened().update(input);

const rankDocuments: Job<string, never, Ranking> = (scenario) => opened().rankDocuments(scenario);

const rankScenarios: Job<string, never, Ranking> = (document) => opened().rankScenarios(document);

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

const jobs = { open, update, rankDocuments, rankScenarios, evidence, neighbours, matrix, search };
export type AnalysisJobs = typeof jobs;

carryErrors();
serve(jobs);
