import type { EncoderSpec } from '../../src/core/encoders/encoder.ts';
import {
  readPrefix,
  type TransformerDescription,
  type TransformerSettings,
} from '../../src/core/encoders/own/describe.ts';
import { DTYPES, WEIGHTS } from '../../src/core/encoders/own/weights.ts';
import { settingsOf, vettedModel } from '../../src/core/hub/vetted.ts';

/** What was said on the command line. */
export interface Said {
  readonly dtype?: string | undefined;
  readonly pooling?: string | undefined;
  readonly prefix?: string | undefined;
}

const POOLINGS: readonly EncoderSpec['pooling'][] = ['mean', 'cls'];

/**
 * The settings of a transformer that is to be hosted: what is said outweighs the list of vetted models,
 * and that the model's own files.
 *
 * @throws Error, in words for the command line, if weights are not there or nothing tells the pooling
 */
export function decide(
  id: string,
  { dims, weights, ...description }: TransformerDescription,
  said: Said,
): TransformerSettings {
  const dtype = DTYPES.find((each) => each === (said.dtype ?? weights[0]?.dtype));
  if (!dtype || !weights.some((each) => each.dtype === dtype)) {
    const there = weights.map((each) => each.dtype).join(', ');
    throw new Error(`${id} has no weights stored as ${said.dtype}. It has: ${there}.`);
  }
  const model = vettedModel(id);
  const vetted = (model && settingsOf(model, WEIGHTS[dtype])) ?? undefined;
  const pooling = POOLINGS.find(
    (each) => each === (said.pooling ?? vetted?.pooling ?? description.pooling),
  );
  if (!pooling) {
    throw new Error(
      said.pooling === undefined
        ? `The files of ${id} do not say how to pool. Look at its card and add --pooling mean or --pooling cls.`
        : `Pooling is "mean" or "cls", not "${said.pooling}".`,
    );
  }
  const prefix =
    said.prefix === undefined
      ? (vetted?.prefix ?? (vetted ? null : description.prefix))
      : readPrefix(said.prefix);
  return {
    dims,
    dtype,
    pooling,
    maxTokens: vetted?.maxTokens ?? description.maxTokens,
    ...(prefix !== null && { prefix }),
  };
}
