import { describe, expect, it } from 'vitest';
import {
  buffersOf,
  packPrints,
  unpackPrints,
} from '../../../../../src/core/corpus/repeats/packed-prints.ts';
import { printOf } from '../../../../../src/core/corpus/repeats/print.ts';

const TEXTS = [
  'A line that is long enough to count.\nAnother line that is long enough.',
  '',
  'The keeper lit the lamp and wrote the hour into the log.',
];

describe('packPrints', () => {
  it.each([0, 1, 2, 3])('keeps %i prints as they are', (count) => {
    const prints = TEXTS.slice(0, count).map(printOf);
    const packed = structuredClone(packPrints(prints));
    expect(buffersOf(packed)).toHaveLength(4);
    expect(unpackPrints(packed)).toEqual(prints);
    expect(unpackPrints(packPrints(unpackPrints(packed)))).toEqual(prints);
  });
});
