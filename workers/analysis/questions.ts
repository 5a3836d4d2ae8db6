import * as Comlink from 'comlink';
import { summariseValues, type Summary } from '../../src/core/groups/summary.ts';
import { BOOTSTRAP_REPLICATES } from '../../src/core/limits.ts';
import type { Instrument } from '../../src/core/relate/instrument.ts';
import type { Evidence, Ranking } from '../../src/core/relate/types.ts';
import type { Unit } from '../../src/core/space/types.ts';
import type { Job } from '../job.ts';
import { inSteps } from './in-steps.ts';
import { opened } from './space.ts';

export type SpaceMatrix = ReturnType<Instrument['matrix']>;
export type Neighbours = ReturnType<Instrument['neighbours']>;
export type Diagnosis = ReturnType<Instrument['diagnose']>;

export const rankDocuments: Job<string, number, Ranking> = (scenario, context) =>
  inSteps(opened().rankDocumentsInSteps(scenario), context);

export const rankScenarios: Job<string, number, Ranking> = (document, context) =>
  inSteps(opened().rankScenariosInSteps(document), context);

/** Summaries of lists of percentiles, such as those of groups. */
export const summarise: Job<
  { lists: readonly Float64Array[]; seed: number },
  never,
  readonly Summary[]
> = async ({ lists, seed }, context) => {
  const summaries: Summary[] = [];
  for (const list of lists) {
    summaries.push(summariseValues(list, { replicates: BOOTSTRAP_REPLICATES, seed }));
    await context.breathe();
  }
  return summaries;
};

export const evidence: Job<{ document: string; scenario: string }, never, Evidence> = (pair) =>
  opened().evidence(pair.document, pair.scenario);

export const neighbours: Job<
  { unit: Unit; document: string; passage: number | null; k: number },
  never,
  Neighbours
> = ({ unit, document, passage, k }) => opened().neighbours(unit, document, passage, k);

export const matrix: Job<Unit, never, SpaceMatrix> = (unit) => {
  const space = opened().matrix(unit);
  return Comlink.transfer(space, [space.matrix.data.buffer]);
};

export const search: Job<string, never, string[]> = (query) => opened().search(query);

export const diagnose: Job<null, never, Diagnosis> = () => opened().diagnose();
