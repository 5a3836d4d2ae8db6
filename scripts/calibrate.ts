import { parseArgs } from 'node:util';
import { bounds, calibrate, isCalibrated, type NullTest } from './calibration/calibration.ts';
import { contrastOnNoise, DESIGN_NAMES } from './calibration/contrast.ts';
import { labelsOnNoise } from './calibration/label-permutation.ts';
import { percentileOnNoise, surplusOnNoise } from './calibration/reference.ts';
import { signFlipOnNoise } from './calibration/sign-flip.ts';

const USAGE = `npm run calibrate -- [--sets 10000] [--seed 1] [--only WORDS]

Tries every significance test on data sets without an effect, 199 relabellings each, and the percentiles
against the reference on texts like its own, and counts how often it rejects. Fails if one does so more often than a right test would once in 10,000 times, or,
with ties broken at random, more seldom. --only takes the tests whose names have these words.`;

/** Every significance test of the explorer, and what is read like one; a new one has a file of its own in calibration/. */
const TESTS: readonly NullTest[] = [
  signFlipOnNoise(3, 2, false),
  signFlipOnNoise(3, 2, true),
  signFlipOnNoise(5, 3, false),
  labelsOnNoise(3),
  labelsOnNoise(4),
  ...DESIGN_NAMES.map(contrastOnNoise),
  percentileOnNoise,
  surplusOnNoise,
];

/** Calibrates the tests on null data, from the command line. */
export function main(args: string[]): void {
  const { values } = parseArgs({
    args,
    options: {
      sets: { type: 'string', default: '10000' },
      seed: { type: 'string', default: '1' },
      only: { type: 'string', default: '' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return console.log(USAGE);
  const sets = Number(values.sets);
  const tests = TESTS.filter(({ name }) => name.includes(values.only));
  console.log('may reject', JSON.stringify(bounds(sets)));
  const rows = tests.map((test) => {
    const found = calibrate(test, sets, Number(values.seed));
    console.log(test.name, JSON.stringify(found));
    return [test.name, isCalibrated(found)] as const;
  });
  const wrong = rows.filter(([, right]) => !right).map(([name]) => name);
  if (wrong.length > 0) throw new Error(`not calibrated: ${wrong.join('; ')}`);
}
