import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readPredictions } from '../../../../src/core/exhibits/read.ts';
import { AppError } from '../../../../src/core/errors.ts';
import { GROUPS } from '../../corpora/design/plan.ts';

const frozen = readFileSync('public/exhibits/predictions.json', 'utf8');

interface Editable {
  settings: Record<string, unknown>;
  predictions: { id?: string; measure: Record<string, unknown> }[];
}

/** The frozen file after an edit. */
function edited(edit: (file: Editable) => void): string {
  const file = JSON.parse(frozen) as Editable;
  edit(file);
  return JSON.stringify(file);
}

describe('the frozen predictions', () => {
  const { settings, predictions } = readPredictions(frozen);

  it('are read as they stand', () => {
    expect(settings).toMatchObject({ seed: 7, alpha: 0.05, permutations: 9999 });
    expect(predictions).toHaveLength(16);
    expect(new Set(predictions.map(({ exhibit }) => exhibit)).size).toBe(6);
    expect(predictions.filter(({ reportedOnly }) => reportedOnly).map(({ id }) => id)).toEqual([
      'decoys-may-relate',
    ]);
    expect(predictions[0]!.measure).toEqual({
      kind: 'contrast',
      quantity: 'relatedness',
      more: 'Aligned-AI stories',
      less: 'Neutral AI',
    });
  });

  it('name groups of the demo alone', () => {
    const names = new Set(GROUPS.map(({ fields }) => fields.group));
    for (const { measure } of predictions) {
      const { kind, ...fields } = measure;
      const named = Object.entries(fields)
        .filter(([key]) => ['more', 'less', 'group', 'groups', 'among'].includes(key))
        .flatMap(([, value]) => value as string | string[]);
      for (const name of named) expect(names, kind).toContain(name);
    }
  });
});

describe('a file that is not as it should be is refused, and the entry named', () => {
  it.each<[string, string, RegExp]>([
    ['no JSON', '{', /the file.*not JSON/],
    ['a list', '[]', /the file.*not an object/],
    ['no date', '{"settings":{},"predictions":[]}', /the file.*“frozen”/],
    ['no settings', '{"frozen":"2026-11-23","predictions":[]}', /the file.*“settings”/],
    ['a level of 1', edited((f) => (f.settings.alpha = 1)), /settings.*“alpha”/],
    ['an unknown setting', edited((f) => (f.settings.level = 0.1)), /settings.*“level”/],
    ['no id', edited((f) => delete f.predictions[1]!.id), /prediction 2.*“id”/],
    ['an id twice', edited((f) => f.predictions.push(f.predictions[0]!)), /one id/],
    [
      'an unknown kind',
      edited((f) => (f.predictions[0]!.measure.kind = 'guess')),
      /prediction 1, measure.*“kind”/,
    ],
    [
      'an unknown quantity',
      edited((f) => (f.predictions[0]!.measure.quantity = 'warmth')),
      /prediction 1, measure.*“quantity”/,
    ],
    [
      'a misspelt field',
      edited((f) => (f.predictions[0]!.measure.reportOnly = true)),
      /prediction 1, measure.*“reportOnly”/,
    ],
    [
      'one group twice',
      edited((f) => (f.predictions[5]!.measure.groups = ['a', 'a'])),
      /prediction 6, measure.*“groups”/,
    ],
    [
      'a count of no number',
      edited((f) => (f.predictions[5]!.measure.atLeast = '10')),
      /prediction 6, measure.*“atLeast”/,
    ],
    [
      'a flag of no truth',
      edited((f) => (f.predictions[15]!.measure.reportedOnly = 'yes')),
      /prediction 16, measure.*“reportedOnly”/,
    ],
  ])('%s', (_, json, message) => {
    const read = () => readPredictions(json);
    expect(read).toThrow(AppError);
    expect(read).toThrow(/^predictions-malformed/);
    expect(read).toThrow(message);
  });
});
