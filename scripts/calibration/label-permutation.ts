import { randomNormal } from 'd3';
import { labelled, type Labelled } from '../../src/core/stance/labelled.ts';
import { labelPermutation } from '../../src/core/stance/label-permutation.ts';
import { pValue, randomisedP } from '../../src/core/stance/relabelling.ts';
import type { Pole } from '../../src/core/stance/types.ts';
import { DRAWS, type NullTest } from './calibration.ts';

const DIMS = 6;

/**
 * The label permutation test of a discriminant on examples whose poles mean nothing: topics differ in
 * where their texts lie and in how many of them have which pole.
 *
 * @param draws relabellings of each data set
 */
export function labelsOnNoise(topics: number, draws = DRAWS): NullTest {
  return {
    name: `label permutation, ${topics} topics`,
    run: (random, seed) => {
      const data = noise(topics, randomNormal.source(random)());
      const { relabelling } = labelPermutation(data, seed, draws);
      return { p: pValue(relabelling), randomised: randomisedP(relabelling, random()) };
    },
  };
}

function noise(topicCount: number, normal: () => number): Labelled {
  const centres = Array.from({ length: topicCount * DIMS }, () => 2 * normal());
  const [topics, poles, rows] = [[] as number[], [] as Pole[], [] as number[]];
  for (let topic = 0; topic < topicCount; topic++) {
    // Three of one pole, two of the other.
    for (let i = 0; i < 5; i++) {
      topics.push(topic);
      poles.push(i < 3 === (topic % 2 === 0) ? 1 : -1);
      for (let d = 0; d < DIMS; d++) rows.push(centres[topic * DIMS + d]! + normal());
    }
  }
  const features = { dims: DIMS, rows: Float64Array.from(rows) };
  return labelled(features, DIMS, poles, topics, topicCount);
}
