import { Fields, malformed } from './fields.ts';
import type { Measure, Prediction, Predictions, Quantity } from './predictions.ts';

const QUANTITIES: readonly Quantity[] = ['relatedness', 'surplus', 'tfidf', 'evenness'];

/** How the fields of each kind of measure are read. */
const READERS: Readonly<Record<Measure['kind'], (fields: Fields) => object>> = {
  contrast: (fields) => ({ quantity: fields.oneOf('quantity', QUANTITIES), ...sides(fields) }),
  'median-percentile': (fields) => ({
    group: fields.text('group'),
    below: fields.share('below'),
  }),
  'mutual-nearest-twins': (fields) => ({
    groups: fields.texts('groups', 2),
    atLeast: fields.count('atLeast'),
  }),
  axis: (fields) => ({ axis: fields.text('axis') }),
  'crossed-contrast-gain': (fields) => ({ groups: fields.texts('groups', 2) }),
  'axes-apart': (fields) => ({ axes: fields.texts('axes', 2), within: fields.share('within') }),
  'nearest-outside': (fields) => ({
    group: fields.text('group'),
    among: fields.texts('among', 1),
    atLeast: fields.count('atLeast'),
  }),
  'axis-contrast': (fields) => ({ axis: fields.text('axis'), ...sides(fields) }),
  'own-behaviour': (fields) => ({ groups: fields.texts('groups', 1) }),
};

const KINDS = Object.keys(READERS) as Measure['kind'][];

/**
 * Reads the exhibits' predictions, which were frozen before any result was computed.
 * @throws AppError `predictions-malformed`, naming the entry and the field that is missing, not
 *   valid or not known
 */
export function readPredictions(json: string): Predictions {
  const file = new Fields(parse(json), 'the file');
  const frozen = file.text('frozen');
  const settings = file.fields('settings');
  const predictions = file.list('predictions').map(readPrediction);
  const ids = new Set(predictions.map(({ id }) => id));
  if (ids.size < predictions.length) throw malformed('the file', 'two predictions have one id');
  file.end();
  const read = {
    encoder: settings.text('encoder'),
    correction: settings.text('correction'),
    seed: settings.count('seed'),
    alpha: settings.share('alpha'),
    permutations: settings.count('permutations'),
    verdicts: settings.text('verdicts'),
  };
  settings.end();
  return { frozen, settings: read, predictions };
}

function readPrediction(value: unknown, index: number): Prediction {
  const fields = new Fields(value, `prediction ${index + 1}`);
  const [id, exhibit, statement] = ['id', 'exhibit', 'statement'].map((key) => fields.text(key));
  const measure = fields.fields('measure');
  fields.end();
  const kind = measure.oneOf('kind', KINDS);
  const read = { kind, ...READERS[kind](measure) } as Measure;
  const reportedOnly = measure.flag('reportedOnly');
  measure.end();
  return { id: id!, exhibit: exhibit!, statement: statement!, measure: read, reportedOnly };
}

function sides(fields: Fields): { more: string; less: string } {
  return { more: fields.text('more'), less: fields.text('less') };
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json) as unknown;
  } catch {
    throw malformed('the file', 'it is not JSON');
  }
}
