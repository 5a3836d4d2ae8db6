import { describe, expect, it } from 'vitest';
import { axisAngle } from '../../../../src/core/stance/axis-angle.ts';
import { aDocument, plantedTwins } from './sample.ts';

const plan = { topics: 4, perTopic: 5, dims: 6, effect: 12 };
const options = { dims: 6, seed: 1 };

/** Twins of two axes, the second along another direction. */
function twoAxes(turn: boolean) {
  const first = plantedTwins({ ...plan, seed: 1 });
  const other = plantedTwins({ ...plan, seed: 2 });
  const second = {
    twins: other.twins.map(({ positive, negative, topic }) => {
      return { positive: `other ${positive}`, negative: `other ${negative}`, topic };
    }),
    documents: other.documents.map(({ id, vector }) => {
      return aDocument(`other ${id}`, turn ? [...vector.subarray(1), vector[0]!] : [...vector]);
    }),
  };
  return { first, second, documents: [...first.documents, ...second.documents] };
}

describe('the angle between two axes', () => {
  it('is small between axes of one direction, right between two', () => {
    const along = twoAxes(false);
    const same = axisAngle(along.documents, along.first.twins, along.second.twins, options);
    expect(same.cosine).toBeGreaterThan(0.9);
    expect(same.interval![0]).toBeGreaterThan(0.8);
    const across = twoAxes(true);
    const apart = axisAngle(across.documents, across.first.twins, across.second.twins, options);
    expect(Math.abs(apart.cosine!)).toBeLessThan(0.3);
    expect(apart.interval![0]).toBeLessThan(0);
    expect(apart.interval![1]).toBeGreaterThan(0);
  });

  it('does not depend on the order of twins and documents', () => {
    const { documents, first, second } = twoAxes(true);
    expect(
      axisAngle(
        documents.toReversed(),
        first.twins.toReversed(),
        second.twins.toReversed(),
        options,
      ),
    ).toEqual(axisAngle(documents, first.twins, second.twins, options));
  });

  it('is unknown without a direction and has no interval from one twin', () => {
    const { documents, first } = twoAxes(false);
    expect(axisAngle(documents, first.twins, [], options)).toEqual({
      cosine: null,
      interval: null,
    });
    const one = axisAngle(documents, first.twins, first.twins.slice(0, 1), options);
    expect(one.cosine).not.toBeNull();
    expect(one.interval).toBeNull();
  });
});
