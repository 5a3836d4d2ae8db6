import { contentLemmas } from '../relate/lemmas.ts';
import { correct, documentVector, type Correction } from '../space/correction.ts';
import type { ReferenceDocument } from '../space/types.ts';
import { axisAngle } from '../stance/axis-angle.ts';
import { axisReport, type AxisBackground } from '../stance/axis-report.ts';
import { corpusAxes, topicOf } from '../stance/corpus-axes.ts';
import { crossedContrastGain } from '../stance/crossed-contrast.ts';
import { topicBasis } from '../stance/topic-removal.ts';
import type { AxisSource, StanceDocument } from '../stance/types.ts';
import type { ExhibitText } from './measure.ts';
import type { AngleMeasurement, AxisMeasurement, GainMeasurement } from './measurements.ts';
import type { Prediction } from './predictions.ts';

/** The axes that predictions name, by the field whose twins they are learnt from. */
const AXES: Readonly<Record<string, string>> = { value: 'value', why: 'states_why' };

/** The demo's training documents in a corrected space. */
export interface StanceSetting {
  readonly training: readonly ExhibitText[];
  /** Corrected document vectors, [training × dims]. */
  readonly vectors: Float32Array<ArrayBuffer>;
  readonly reference: readonly ReferenceDocument[];
  readonly dims: number;
  readonly correction: Correction;
  readonly seed: number;
}

/** The axes that could be tested, by the name that predictions give them. */
export function measureAxes(setting: StanceSetting): Map<string, AxisMeasurement> {
  const documents = stanceDocuments(setting);
  const background = backgroundOf(setting);
  const measured = new Map<string, AxisMeasurement>();
  for (const [name, source] of sourcesOf(setting)) {
    const { support, validation, scores } = axisReport(documents, source, background, setting);
    const { accuracy, interval, p } = validation;
    if (accuracy === null || interval === null || p === null) continue;
    measured.set(name, {
      supported: support.supported,
      p,
      accuracy: { value: accuracy, interval },
      heldOutScores: Float64Array.from(scores, ({ heldOut }) => heldOut ?? NaN),
    });
  }
  return measured;
}

/** The cosine of every two of the paired axes. */
export function measureAngles(setting: StanceSetting): AngleMeasurement[] {
  const documents = stanceDocuments(setting);
  const paired = [...sourcesOf(setting)].flatMap(([name, source]) =>
    source.kind === 'paired' ? [[name, source.twins] as const] : [],
  );
  return paired.flatMap(([first, a], i) =>
    paired.slice(i + 1).flatMap(([second, b]) => {
      const { cosine, interval } = axisAngle(documents, a, b, setting);
      if (cosine === null || interval === null) return [];
      return [{ axes: [first, second], cosine: { value: cosine, interval } }];
    }),
  );
}

/**
 * What taking the topic out gains in the crossed contrast of the groups that a prediction names. The
 * basis of topics is fitted on the demo's other documents on the same topics: fitted on the compared
 * ones themselves, noise alone gains (docs/methods.md §5b).
 */
export function measureGains(
  { training, vectors, dims, seed }: StanceSetting,
  predictions: readonly Prediction[],
): GainMeasurement[] {
  const rowOf = (i: number) => vectors.subarray(i * dims, (i + 1) * dims);
  const rowsOf = (indices: readonly number[]) => {
    const rows = new Float32Array(indices.length * dims);
    indices.forEach((i, place) => rows.set(rowOf(i), place * dims));
    return rows;
  };
  return predictions.flatMap(({ measure }) => {
    if (measure.kind !== 'crossed-contrast-gain') return [];
    const { groups } = measure;
    const compared = [...training.keys()].filter((i) => groups.includes(training[i]!.group));
    const topics = new Set(compared.map((i) => topicOf(training[i]!)));
    const others = [...training.keys()].filter(
      (i) => !groups.includes(training[i]!.group) && topics.has(topicOf(training[i]!)),
    );
    const basis = topicBasis(
      rowsOf(others),
      dims,
      others.map((i) => topicOf(training[i]!)),
    );
    const { gain } = crossedContrastGain(
      {
        dims,
        rows: rowsOf(compared),
        topics: compared.map((i) => topicOf(training[i]!) ?? ''),
        values: compared.map((i) => (training[i]!.meta.get('value') === '+' ? 1 : -1)),
      },
      basis,
      seed,
    );
    if (gain.delta === null || gain.interval === null) return [];
    return [{ groups, gain: { value: gain.delta, interval: gain.interval } }];
  });
}

function sourcesOf({ training }: StanceSetting): Map<string, AxisSource> {
  const documents = new Map(training.map((text) => [text.id, text]));
  const byField = new Map(corpusAxes({ documents }).map(({ field, source }) => [field, source]));
  return new Map(
    Object.entries(AXES).flatMap(([name, field]) => {
      const source = byField.get(field);
      return source ? [[name, source] as const] : [];
    }),
  );
}

function stanceDocuments({ training, vectors, dims }: StanceSetting): StanceDocument[] {
  return training.map((text, i) => ({
    id: text.id,
    vector: vectors.slice(i * dims, (i + 1) * dims),
    lemmas: contentLemmas(text.text).map(({ lemma }) => lemma),
    text: text.text,
    topic: topicOf(text),
  }));
}

function backgroundOf({ reference, dims, correction }: StanceSetting): AxisBackground {
  return {
    vectors: reference.map(({ vectors }) =>
      correct(documentVector(vectors, dims), dims, correction),
    ),
    lemmas: reference.map(({ text }) => contentLemmas(text).map(({ lemma }) => lemma)),
  };
}
