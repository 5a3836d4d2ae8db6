import { AppError } from '../../errors.ts';

/** Bytes per element of the types that this reader knows; others fail as corrupt. */
const ELEMENT_BYTES = {
  I8: 1,
  U8: 1,
  F16: 2,
  BF16: 2,
  F32: 4,
  I32: 4,
  U32: 4,
  F64: 8,
  I64: 8,
} as const;

export type ElementType = keyof typeof ELEMENT_BYTES;

/** One named array of a safetensors file, row-major, still in its own bytes. */
export interface Tensor {
  readonly type: ElementType;
  readonly shape: readonly number[];
  /** A view into the file: little-endian, not necessarily aligned. */
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Which model and file a parser is reading: what its error will name. */
export interface Origin {
  readonly encoder: string;
  readonly file: string;
}

/** Eight bytes of little-endian length stand before the JSON header. */
const PREFIX_BYTES = 8;

/**
 * Reads a safetensors file: tensors by name, without copying their bytes.
 *
 * Format: https://github.com/huggingface/safetensors#format (length of the header as u64, the
 * header as JSON, then the data that its offsets point into).
 *
 * @throws AppError `model-corrupt` if the file is cut short, its header is not of that form, or a
 *   tensor's shape disagrees with its bytes
 */
export function readSafetensors(
  file: Uint8Array<ArrayBuffer>,
  origin: Origin,
): ReadonlyMap<string, Tensor> {
  const corrupt = (reason: string) => new AppError('model-corrupt', { ...origin, reason });
  if (file.length < PREFIX_BYTES) throw corrupt('shorter than its own header');
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const dataStart = PREFIX_BYTES + Number(view.getBigUint64(0, true));
  if (dataStart > file.length) throw corrupt('cut short within the header');

  const tensors = new Map<string, Tensor>();
  for (const [name, entry] of Object.entries(parseHeader(file, dataStart, corrupt))) {
    if (name === '__metadata__') continue;
    const { dtype, shape, data_offsets: offsets } = (entry ?? {}) as Record<string, unknown>;
    if (!isElementType(dtype))
      throw corrupt(`tensor "${name}" has the unknown type ${JSON.stringify(dtype)}`);
    if (!isCounts(shape) || !isCounts(offsets) || offsets.length !== 2) {
      throw corrupt(`tensor "${name}" has a malformed description`);
    }
    const [begin, end] = offsets as [number, number];
    const elements = shape.reduce((product, n) => product * n, 1);
    if (end - begin !== elements * ELEMENT_BYTES[dtype]) {
      throw corrupt(`tensor "${name}" does not have the size of its shape`);
    }
    if (dataStart + end > file.length) throw corrupt(`cut short within tensor "${name}"`);
    tensors.set(name, {
      type: dtype,
      shape,
      bytes: file.subarray(dataStart + begin, dataStart + end),
    });
  }
  return tensors;
}

function parseHeader(
  file: Uint8Array<ArrayBuffer>,
  end: number,
  corrupt: (reason: string) => AppError,
): object {
  let header: unknown;
  try {
    header = JSON.parse(new TextDecoder().decode(file.subarray(PREFIX_BYTES, end)));
  } catch {
    throw corrupt('the header is not JSON');
  }
  if (typeof header !== 'object' || header === null) throw corrupt('the header is not an object');
  return header;
}

function isElementType(value: unknown): value is ElementType {
  return typeof value === 'string' && Object.hasOwn(ELEMENT_BYTES, value);
}

function isCounts(value: unknown): value is number[] {
  return Array.isArray(value) && value.every((n) => Number.isSafeInteger(n) && n >= 0);
}
