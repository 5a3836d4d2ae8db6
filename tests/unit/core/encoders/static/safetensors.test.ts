import { describe, expect, test } from 'vitest';
import { readSafetensors } from '../../../../../src/core/encoders/static/safetensors.ts';
import {
  halfToNumber,
  toFloats,
  toIndices,
} from '../../../../../src/core/encoders/static/tensor-values.ts';

const ORIGIN = { encoder: 'test', file: 'model.safetensors' };
const corrupt = expect.objectContaining({ code: 'model-corrupt' }) as Error;

function file(header: string, data: ArrayLike<number> = []): Uint8Array<ArrayBuffer> {
  const text = new TextEncoder().encode(header);
  const bytes = new Uint8Array(8 + text.length + data.length);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(text.length), true);
  bytes.set(text, 8);
  bytes.set(Array.from(data), 8 + text.length);
  return bytes;
}

const read = (bytes: Uint8Array<ArrayBuffer>) => readSafetensors(bytes, ORIGIN);

function tensor(dtype: string, shape: number[], values: ArrayBufferView<ArrayBuffer>) {
  const data = new Uint8Array(values.buffer);
  const header = { t: { dtype, shape, data_offsets: [0, data.length] } };
  // A header of odd length leaves the data unaligned.
  const json = JSON.stringify(header);
  return read(file(json.length % 2 ? json : `${json} `, data)).get('t')!;
}

describe('readSafetensors', () => {
  test('reads tensors of every element type from unaligned data', () => {
    expect(toFloats(tensor('F32', [2], Float32Array.of(1.5, -2)))).toEqual(
      Float32Array.of(1.5, -2),
    );
    expect(toFloats(tensor('F64', [1], Float64Array.of(0.25)))).toEqual(Float32Array.of(0.25));
    expect(toFloats(tensor('F16', [2], Uint16Array.of(0x3c00, 0xc000)))).toEqual(
      Float32Array.of(1, -2),
    );
    expect(toFloats(tensor('BF16', [1], Uint16Array.of(0x3f80)))).toEqual(Float32Array.of(1));
    expect(toFloats(tensor('I8', [1, 2], Int8Array.of(-128, 127)))).toEqual(
      Float32Array.of(-128, 127),
    );
    expect(toIndices(tensor('I64', [1], BigInt64Array.of(7n)))).toEqual(Uint32Array.of(7));
    expect(toIndices(tensor('I32', [1], Int32Array.of(7)))).toEqual(Uint32Array.of(7));
  });

  test('gives no indices for negative numbers and no floats for integers', () => {
    expect(toIndices(tensor('I64', [1], BigInt64Array.of(-1n)))).toBeNull();
    expect(toIndices(tensor('I32', [1], Int32Array.of(-1)))).toBeNull();
    expect(toFloats(tensor('I64', [1], BigInt64Array.of(1n)))).toBeNull();
    expect(toIndices(tensor('F32', [1], Float32Array.of(1)))).toBeNull();
  });

  test('skips the metadata', () => {
    expect([...read(file('{"__metadata__":{"format":"pt"}}')).keys()]).toEqual([]);
  });

  test.each([
    ['nothing', new Uint8Array(3)],
    ['a header beyond the end', file('{}').subarray(0, 9)],
    ['a header that is not JSON', file('{"a"')],
    ['a header that is not an object', file('7')],
    ['an entry that is null', file('{"a":null}')],
    ['an unknown type', file('{"a":{"dtype":"Q4","shape":[1],"data_offsets":[0,1]}}', [0])],
    ['no shape', file('{"a":{"dtype":"I8","data_offsets":[0,1]}}', [0])],
    ['a negative offset', file('{"a":{"dtype":"I8","shape":[1],"data_offsets":[-1,0]}}', [0])],
    [
      'a size unlike its shape',
      file('{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,4]}}', [0]),
    ],
    ['data cut short', file('{"a":{"dtype":"I8","shape":[4],"data_offsets":[0,4]}}', [0])],
  ])('refuses %s', (_, bytes) => {
    expect(() => read(bytes)).toThrow(corrupt);
  });
});

test('halfToNumber decodes normal, subnormal and special values', () => {
  expect(halfToNumber(0x3555)).toBeCloseTo(1 / 3, 3);
  expect(halfToNumber(0x0001)).toBe(2 ** -24);
  expect(halfToNumber(0x7bff)).toBe(65504);
  expect(halfToNumber(0xfc00)).toBe(-Infinity);
  expect(halfToNumber(0x7e00)).toBeNaN();
});
