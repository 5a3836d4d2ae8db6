import type { EncoderSpec } from '../encoder.ts';

/** How weights may be stored, in the order in which they are offered: what a browser runs best first. */
export const DTYPES = [
  'q8',
  'int8',
  'float16',
  'float32',
] as const satisfies readonly EncoderSpec['dtype'][];

/** Where Transformers.js looks for weights of each kind. */
export const WEIGHTS: Readonly<Record<EncoderSpec['dtype'], string>> = {
  float32: 'onnx/model.onnx',
  float16: 'onnx/model_fp16.onnx',
  int8: 'onnx/model_int8.onnx',
  q8: 'onnx/model_quantized.onnx',
};

/** Weights of a transformer that can be run here. */
export interface WeightFile {
  readonly dtype: EncoderSpec['dtype'];
  readonly path: string;
  readonly bytes: number;
}

/**
 * The weights among a model's files, in the order of `DTYPES`. Those that are spread over two files
 * (`…onnx_data`) are passed over: only models of several hundred megabytes are stored so.
 */
export function findWeights(sizes: ReadonlyMap<string, number>): WeightFile[] {
  return DTYPES.flatMap((dtype) => {
    const path = WEIGHTS[dtype];
    const bytes = sizes.get(path);
    return bytes === undefined || sizes.has(`${path}_data`) ? [] : [{ dtype, path, bytes }];
  });
}
