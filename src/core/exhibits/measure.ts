import type { Document } from '../corpus/model.ts';
import { membersOf } from '../groups/members.ts';
import { Instrument } from '../relate/instrument.ts';
import type { PairTable } from '../relate/types.ts';
import type { Correction } from '../space/correction.ts';
import type { EmbeddedDocument, ReferenceDocument } from '../space/types.ts';
import { topicOf } from '../stance/corpus-axes.ts';
import { measureAngles, measureAxes, measureGains, type ExhibitStance } from './measure-stance.ts';
import type { Measurements } from './measurements.ts';
import type { Prediction } from './predictions.ts';

/** A document of the demo, as its file has it, with its raw vectors and the name of its group. */
export interface ExhibitText extends EmbeddedDocument, Pick<Document, 'meta'> {
  readonly group: string;
}

export interface ExhibitSpace {
  readonly reference: readonly ReferenceDocument[];
  readonly dims: number;
  readonly correction: Correction;
  readonly seed: number;
}

/**
 * Measures everything that the predictions are judged by, of the demo alone: what else the reader
 * has loaded changes nothing, document frequencies included. Yields the share of the work done, in
 * (0, 1], in steps of tens of milliseconds, save that an axis is one step.
 */
export function* measureInSteps(
  texts: readonly ExhibitText[],
  predictions: readonly Prediction[],
  { reference, dims, correction, seed }: ExhibitSpace,
): Generator<number, Measurements> {
  const instrument = new Instrument(reference, dims, seed, correction);
  instrument.update({ add: texts, remove: [] });
  const table = yield* halved(instrument.tableInSteps());
  const byId = new Map(texts.map((text) => [text.id, text]));
  const training = table.documents.flatMap((id) => byId.get(id) ?? []);
  const { data: vectors } = instrument.vectors(table.documents);
  const topics = new Map(
    training.flatMap((text) => {
      const topic = topicOf(text);
      return topic === null ? [] : [[text.id, topic] as const];
    }),
  );
  const setting: ExhibitStance = { training, vectors, stance: instrument.stance(topics) };
  const axes = measureAxes(setting);
  yield 0.8;
  const angles = measureAngles(setting);
  yield 0.9;
  const members = membersOf(training);
  return {
    documents: members.map((member, i) => ({ ...member, group: training[i]!.group })),
    scenarios: table.scenarios.map((id) => ({
      id,
      behaviour: byId.get(id)?.meta.get('behaviour') ?? null,
    })),
    relatedness: table.relatedness,
    percentile: table.percentile,
    tfidf: table.tfidf,
    surplus: table.surplus,
    vectors,
    axes,
    angles,
    gains: measureGains(setting, predictions),
  };
}

/** The pairs are the first half of the work. */
function* halved(work: Generator<number, PairTable>): Generator<number, PairTable> {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
    yield step.value / 2;
  }
}
