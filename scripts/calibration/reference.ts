import { randomNormal } from 'd3';
import { Background } from '../../src/core/relate/background.ts';
import { resample } from '../../src/core/relate/bootstrap.ts';
import type { NullTest } from './calibration.ts';

/** As the bundled reference offers for a short text. */
const DOCUMENTS = 200;
const WINDOWS = 3;
/** Correlation of the scores of one document's windows (docs/methods.md §3.2). */
const WITHIN = 0.5;

/**
 * A text drawn like those of the reference, against them: its percentile must be above .95 as often as
 * it may. Scores are partly wording, and windows of one document resemble each other. Counted as
 * (1 + windows at or above) / (1 + windows), without ties.
 */
export const percentileOnNoise: NullTest = {
  name: 'percentile against the reference',
  run: (random, seed) => {
    const { background, text } = draw(random, seed);
    return chance(background.relatedness.percentile(text.relatedness));
  },
};

/** The same of what wording does not explain. */
export const surplusOnNoise: NullTest = {
  name: 'surplus against the reference',
  run: (random, seed) => {
    const { background, text } = draw(random, seed);
    return chance(
      background.surplus.percentile(background.residual(text.relatedness, text.overlap)),
    );
  },
};

function chance(percentile: number) {
  const windows = DOCUMENTS * WINDOWS;
  const p = (1 + windows * (1 - percentile)) / (1 + windows);
  return { p, randomised: p };
}

function draw(random: () => number, seed: number) {
  const normal = randomNormal.source(random)();
  const owners = Array.from({ length: DOCUMENTS * WINDOWS }, (_, i) => Math.floor(i / WINDOWS));
  const levels = Array.from({ length: DOCUMENTS + 1 }, () => Math.sqrt(WITHIN) * normal());
  const score = (document: number) => {
    const overlap = Math.abs(normal());
    const own = levels[document]! + Math.sqrt(1 - WITHIN) * normal();
    return { overlap, relatedness: own + overlap };
  };
  const windows = owners.map(score);
  const scores = {
    relatedness: windows.map(({ relatedness }) => relatedness),
    overlap: windows.map(({ overlap }) => overlap),
    owners,
  };
  const background = new Background(scores, resample(DOCUMENTS, 1, seed), () => false);
  return { background, text: score(DOCUMENTS) };
}
