import { expect, test } from 'vitest';
import { encodeMessage } from '../../../../scripts/onnx/protobuf.ts';

// Expected bytes: the examples of https://protobuf.dev/programming-guides/encoding, where given.
test.each([
  ['a varint', [[1, 150]], [0x08, 0x96, 0x01]],
  ['text', [[2, 'testing']], [0x12, 0x07, 0x74, 0x65, 0x73, 0x74, 0x69, 0x6e, 0x67]],
  ['a message within', [[3, [[1, 150]]]], [0x1a, 0x03, 0x08, 0x96, 0x01]],
  ['a negative number', [[1, -2]], [0x08, 0xfe, ...Array<number>(8).fill(0xff), 0x01]],
  ['a float', [[2, { float: 1 }]], [0x15, 0, 0, 0x80, 0x3f]],
  ['a field above 15', [[20, 2]], [0xa0, 0x01, 0x02]],
  ['bytes', [[9, Uint8Array.of(7)]], [0x4a, 0x01, 0x07]],
] as const)('encodes %s', (_, fields, bytes) => {
  expect(Array.from(encodeMessage(fields))).toEqual(bytes);
});
