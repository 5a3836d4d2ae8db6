import { randomNormal } from 'd3';
import type { Differences } from '../../src/core/stance/paired.ts';
import { pValue, randomisedP } from '../../src/core/stance/relabelling.ts';
import { signFlip } from '../../src/core/stance/sign-flip.ts';
import { DRAWS, type NullTest } from './calibration.ts';

const DIMS = 6;

/**
 * The sign-flip test of a paired axis on twins whose poles mean nothing: the two texts of a twin are
 * drawn alike, and topics differ in how much their texts vary.
 *
 * @param exact go through all arrangements instead of drawing some
 */
export function signFlipOnNoise(topics: number, perTopic: number, exact: boolean): NullTest {
  const limits = { exactUpTo: exact ? Infinity : 0, draws: DRAWS };
  return {
    name: `sign flips, ${topics * perTopic} twins in ${topics} topics${exact ? ', all' : ''}`,
    run: (random, seed) => {
      const test = signFlip(noise(topics, perTopic, randomNormal.source(random)()), seed, limits)!;
      return { p: pValue(test), randomised: randomisedP(test, random()) };
    },
  };
}

function noise(topicCount: number, perTopic: number, normal: () => number): Differences {
  const topics = Int32Array.from({ length: topicCount * perTopic }, (_, i) => i % topicCount);
  const rows = new Float64Array(topics.length * DIMS);
  for (let i = 0; i < rows.length; i++) {
    rows[i] = (1 + topics[Math.floor(i / DIMS)]!) * (normal() - normal());
  }
  return { dims: DIMS, rows, topics, topicCount };
}
