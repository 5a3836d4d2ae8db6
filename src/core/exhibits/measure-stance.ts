import { axisAngle } from '../stance/axis-angle.ts';
import { axisReport } from '../stance/axis-report.ts';
import { corpusAxes, topicOf } from '../stance/corpus-axes.ts';
import { crossedContrastGain } from '../stance/crossed-contrast.ts';
import { topicBasis } from '../stance/topic-removal.ts';
import type { StanceSetting } from '../stance/setting.ts';
import type { AxisSource } from '../stance/types.ts';
import type { ExhibitText } from './measure.ts';
import type { AngleMeasurement, AxisMeasurement, GainMeasurement } from './measurements.ts';
import type { Prediction } from './predictions.ts';

/** The axes that predictions name, by the field whose twins they are learnt from. */
const AXES: Readonly<Record<string, string>> = { value: 'value', why: 'states_why' };

/** The demo's training documents in a corrected space. */
export interface ExhibitStance {
  readonly training: readonly ExhibitText[];
  /** Corrected document vectors, [training × dims]. */
  readonly vectors: Float32Array<ArrayBuffer>;
  /** The same documents as axes see them. */
  readonly stance: StanceSetting;
}

/** The axes that could be tested, by the name that predictions give them. */
export function measureAxes(setting: ExhibitStance): Map<string, AxisMeasurement> {
  const { documents, background, settings } = setting.stance;
  const measured = new Map<string, AxisMeasurement>();
  for (const [name, source] of sourcesOf(setting)) {
    const { support, validation, scores } = axisReport(documents, source, background, settings);
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
export function measureAngles(setting: ExhibitStance): AngleMeasurement[] {
  const { documents, settings } = setting.stance;
  const paired = [...sourcesOf(setting)].flatMap(([name, source]) =>
    source.kind === 'paired' ? [[name, source.twins] as const] : [],
  );
  return paired.flatMap(([first, a], i) =>
    paired.slice(i + 1).flatMap(([second, b]) => {
      const { cosine, interval } = axisAngle(documents, a, b, settings);
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
  { training, vectors, stance }: ExhibitStance,
  predictions: readonly Prediction[],
): GainMeasurement[] {
  const { dims, seed } = stance.settings;
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

function sourcesOf({ training }: ExhibitStance): Map<string, AxisSource> {
  const documents = new Map(training.map((text) => [text.id, text]));
  const byField = new Map(corpusAxes({ documents }).map(({ field, source }) => [field, source]));
  return new Map(
    Object.entries(AXES).flatMap(([name, field]) => {
      const source = byField.get(field);
      return source ? [[name, source] as const] : [];
    }),
  );
}
