import type { PreparedTwins } from './examples.ts';
import type { Features } from './features.ts';
import type { Learnt } from './learnt.ts';
import { differences, pairedDirection, type RowPair } from './paired.ts';
import { randomSigns } from './sign-flip.ts';
import type { Validation } from './types.ts';
import { validateTwins } from './validation.ts';

/** Learns a paired axis in any features of the twins' documents, and validates it. */
export function learnTwins(features: Features, prepared: PreparedTwins, seed: number): Learnt {
  const { pairs, topics, topicCount } = prepared;
  const twins = differences(features, pairs, topics, topicCount);
  return {
    direction: pairedDirection(twins),
    without: (topic) => pairedDirection(twins, topic),
    shrinkage: null,
    validation: validateTwins(twins, seed),
    control: control(features, prepared, seed),
  };
}

/**
 * The negative control: poles exchanged at random once, neither in none nor in all of the twins, and
 * then the same fit and validation.
 */
function control(
  features: Features,
  { pairs, topics, topicCount }: PreparedTwins,
  seed: number,
): Validation | null {
  if (pairs.length < 2) return null;
  for (const signs of randomSigns(pairs.length, Infinity, seed + 1)) {
    if (new Set(signs).size < 2) continue;
    const exchanged = pairs.map(([a, b], i): RowPair => (signs[i]! > 0 ? [a, b] : [b, a]));
    return validateTwins(differences(features, exchanged, topics, topicCount), seed);
  }
  return null;
}
