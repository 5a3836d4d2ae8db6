import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encoderKey } from '../../../../src/core/encoders/encoder.ts';
import { givenSpec, specOfKey, unitRow, wholeText } from '../../../../src/core/encoders/given.ts';
import { loadEncoder } from '../../../../src/core/encoders/load.ts';

describe('an encoder of which only vectors are here', () => {
  it('is known by the reader’s name, and is another one for other vectors', () => {
    const spec = givenSpec('owner/model v2', 384, 'a1');
    expect(spec).toMatchObject({ name: 'owner/model v2', dims: 384, revision: 'a1' });
    expect(encoderKey(spec)).not.toBe(encoderKey(givenSpec('owner/model v2', 384, 'a2')));
    expect(specOfKey(encoderKey(spec), 384)).toEqual(spec);
  });

  it('keeps the key that a project file was made with', () => {
    const key = 'minishlab/potion@0f1c/float16/mean';
    expect(encoderKey(specOfKey(key, 256))).toBe(key);
    expect(specOfKey(key, 256).name).toBe('minishlab/potion');
    for (const odd of ['x', '@', '', 'a@b@c/d']) expect(encoderKey(specOfKey(odd, 2))).toBe(odd);
  });

  it('cannot be loaded', async () => {
    const source = { read: () => Promise.reject(new Error('asked')) };
    await expect(loadEncoder(givenSpec('x', 2, ''), source)).rejects.toMatchObject({
      code: 'encoder-elsewhere',
    });
  });
});

describe('unitRow', () => {
  it('has length 1 in the direction of the numbers, whatever their size', () => {
    const number = fc.double({ min: -1, max: 1, noNaN: true });
    fc.assert(
      fc.property(
        fc.array(number, { minLength: 2, maxLength: 20 }),
        fc.integer({ min: -290, max: 290 }),
        (direction, exponent) => {
          fc.pre(direction.some((each) => Math.abs(each) > 1e-3));
          const unit = unitRow(direction.map((each) => each * 10 ** exponent));
          if (typeof unit !== 'object') throw new Error(unit);
          expect(Math.hypot(...unit)).toBeCloseTo(1, 5);
          const length = Math.hypot(...direction);
          direction.forEach((each, i) => expect(unit[i]).toBeCloseTo(each / length, 5));
        },
      ),
      { seed: 20260508 },
    );
  });

  it('is none without a direction', () => {
    expect([unitRow([0, -0]), unitRow([]), unitRow([1, NaN]), unitRow([Infinity, 0])]).toEqual([
      'zero',
      'zero',
      'infinite',
      'infinite',
    ]);
  });
});

it('a vector of a whole text has one passage, without the white around it', () => {
  const vector = Float32Array.of(1, 0);
  expect(wholeText(' \n One. Two.\t', vector)).toEqual({
    passages: [{ start: 3, end: 12 }],
    vectors: vector,
  });
  expect(wholeText('   ', vector).passages).toEqual([{ start: 0, end: 0 }]);
});
