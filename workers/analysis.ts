import * as Comlink from 'comlink';
import type { AgreementReport } from '../src/core/agreement/agreement.ts';
import type { Judgement } from '../src/core/exhibits/judgement.ts';
import type { ExhibitText } from '../src/core/exhibits/measure.ts';
import type { ExhibitSettings, Prediction } from '../src/core/exhibits/predictions.ts';
import { summariseValues, type Summary } from '../src/core/groups/summary.ts';
import { BOOTSTRAP_REPLICATES } from '../src/core/limits.ts';
import type { Evidence, Ranking } from '../src/core/relate/types.ts';
import type { Region } from '../src/core/regions/regions.ts';
import { Instrument } from '../src/core/relate/instrument.ts';
import { AppError } from '../src/core/errors.ts';
import type { CorrectionName } from '../src/core/space/correction.ts';
import { fitCorrection, fitOnDocuments } from '../src/core/space/fit-correction.ts';
import type { EmbeddedDocument, ReferenceDocument, Unit } from '../src/core/space/types.ts';
import type { TopicReport } from '../src/core/stance/topic-report.ts';
import type { AxisReport, AxisSource, Twin } from '../src/core/stance/types.ts';
import { carryErrors } from '../src/platform/carry-errors.ts';
import { serve, type Job, type JobContext } from './job.ts';

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

export type SpaceMatrix = ReturnType<Instrument['matrix']>;
export type Neighbours = ReturnType<Instrument['neighbours']>;
export type Diagnosis = ReturnType<Instrument['diagnose']>;

/** Documents of the demo by id, with what may have changed since they came. */
export interface ExhibitsInput {
  readonly documents: readonly Pick<ExhibitText, 'id' | 'group' | 'meta'>[];
  readonly predictions: readonly Prediction[];
  readonly settings: ExhibitSettings;
  readonly correction: CorrectionName;
}

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

let space: OpenInput | null = null;
let instrument: Instrument | null = null;

function opened(): Instrument {
  if (!instrument) throw new AppError('unexpected', { message: 'the analysis has no space yet' });
  return instrument;
}

const open: Job<OpenInput, never, void> = async (input) => {
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
const correct: Job<CorrectionName, never, void> = async (correction) => {
  if (!space) throw new AppError('unexpected', { message: 'the analysis has no space yet' });
  if (space.basis === 'documents') {
    space = { ...space, correction };
    await refit({ add: [], remove: [] });
    return;
  }
  const before = opened();
  await openSpace({ ...space, correction });
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

/** Judges the exhibits' predictions on the documents of the demo alone. */
const exhibits: Job<ExhibitsInput, number, readonly Judgement[]> = async (input, context) => {
  if (!space) throw new AppError('unexpected', { message: 'the analysis has no space yet' });
  const { documents, predictions, settings } = input;
  // Nobody downloads this who does not look at an exhibit.
  const { judge, measureInSteps } = await import('../src/core/exhibits/exhibits.ts');
  const { reference, dims } = space;
  const sources = opened().sources(documents.map(({ id }) => id));
  const texts = sources.map((source, i) => ({ ...source, ...documents[i]! }));
  const correction = await fitCorrection(input.correction, reference, dims);
  const within = { reference, dims, correction, seed: settings.seed };
  const measured = await inSteps(measureInSteps(texts, predictions, within), context);
  return predictions.map((prediction) => judge(prediction, measured, settings));
};

/** What came in slices for the next update. */
let brought: EmbeddedDocument[] = [];

/** Takes documents that the next `update` adds. */
const bring: Job<readonly EmbeddedDocument[], never, void> = (documents) => {
  brought.push(...documents);
};

/** Removes documents, and adds those that were brought. */
const update: Job<UpdateInput, never, void> = ({ remove }) => {
  const change = { add: brought, remove };
  brought = [];
  return space?.basis === 'documents' ? refit(change) : opened().update(change);
};

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

/** Summaries of lists of percentiles, such as those of groups. */
const summarise: Job<
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

/** The picture of a map, and the document or passage that each of its points is. */
export interface RegionsInput {
  /** [points × 2] */
  readonly positions: Float32Array;
  readonly documents: readonly string[];
  readonly passages: readonly number[] | null;
}

const regions: Job<RegionsInput, number, readonly (readonly Region[])[]> = async (
  input,
  context,
) => {
  const { positions, documents, passages } = input;
  // Nobody downloads this whose map names no regions.
  const { regionsInSteps } = await import('../src/core/regions/regions.ts');
  const sources = new Map(
    opened()
      .sources([...new Set(documents)])
      .map((each) => [each.id, each]),
  );
  const textOf = (point: number): string => {
    const { text = '', passages: spans = [] } = sources.get(documents[point]!) ?? {};
    const span = passages ? spans[passages[point]!] : undefined;
    return passages && span ? text.slice(span.start, span.end) : text;
  };
  return inSteps(regionsInSteps(positions, textOf), context);
};

const search: Job<string, never, string[]> = (query) => opened().search(query);

const diagnose: Job<null, never, Diagnosis> = () => opened().diagnose();

/** Topics come with each question: they are fields, which change without the space. */
export interface AxisInput {
  readonly source: AxisSource;
  /** By document id. */
  readonly topics: ReadonlyMap<string, string>;
  /** Examples that are no documents of the corpus. */
  readonly written: readonly EmbeddedDocument[];
}

// Nobody downloads what axes take who does not look at one.
const stanceCode = () => import('../src/core/stance/stance.ts');

const axis: Job<AxisInput, number, AxisReport> = async ({ source, topics, written }, context) => {
  const { axisReportInSteps } = await stanceCode();
  const { documents, background, settings } = opened().stance(topics, written);
  return inSteps(axisReportInSteps(documents, source, background, settings), context);
};

const topicsOfTwins: Job<
  { twins: readonly Twin[]; topics: ReadonlyMap<string, string> },
  never,
  TopicReport
> = async ({ twins, topics }) => {
  const { topicReport } = await stanceCode();
  const { documents, settings } = opened().stance(topics);
  return topicReport(documents, twins, settings);
};

/** Compares what all corrections, and another encoder, make of the corpus. */
const agree: Job<AgreeInput, number, AgreementReport> = async (input, context) => {
  if (!space) throw new AppError('unexpected', { message: 'the analysis has no space yet' });
  // Nobody downloads this who does not compare encoders.
  const { agreementInSteps } = await import('../src/core/agreement/agreement.ts');
  const { correction, dims, reference, seed } = space;
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
  const work = agreementInSteps({ encoder, dims, reference, documents }, theirs, correction, seed);
  for (;;) {
    const step = await work.next();
    if (step.done) return step.value;
    context.report(step.value);
    await context.breathe();
  }
};

const jobs = {
  open,
  correct,
  exhibits,
  bring,
  update,
  probe,
  rankDocuments,
  rankScenarios,
  summarise,
  evidence,
  neighbours,
  matrix,
  diagnose,
  axis,
  agree,
  topicsOfTwins,
  regions,
  search,
};
export type AnalysisJobs = typeof jobs;

carryErrors();
serve(jobs);
