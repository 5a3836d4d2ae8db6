import type { WeightType } from './onnx/random-weights.ts';
import { tinyBert } from './onnx/tiny-bert-files.ts';
import { writeModel } from './onnx/write-model.ts';

/**
 * Writes the tiny BERT of the tests. Arguments: the output folder and how weights are stored (`float32`,
 * the default, or `q8`).
 */
export async function main([folder, type = 'float32']: string[]): Promise<void> {
  if (!folder || !isWeightType(type)) {
    throw new Error('Usage: tiny-bert <folder> [float32|q8]');
  }
  await writeModel(folder, tinyBert({ types: [type] }));
}

function isWeightType(value: string): value is WeightType {
  return value === 'float32' || value === 'q8';
}
