import { readFile } from 'node:fs/promises';
import { bertFiles } from './onnx/bert-files.ts';
import { writeModel } from './onnx/write-model.ts';

export const MINI_LM_DIMS = 384;
export const MINI_LM_POSITIONS = 512;

/** The vocabulary of BERT, of which `bertFiles` adds five itself. */
const TOKENS = 30_522 - 5;

/**
 * Writes a model of the exact shape of all-MiniLM-L6-v2 with random weights, fp32 and q8: as fast and as
 * large as the real one, meaningless as an encoder. Its vocabulary is the bundled encoder's most
 * frequent words and pieces. Argument: the output folder.
 */
export async function main([folder]: string[]): Promise<void> {
  if (!folder) throw new Error('Usage: mini-lm <folder>');
  const shape = {
    hidden: MINI_LM_DIMS,
    heads: 12,
    layers: 6,
    inner: 1536,
    positions: MINI_LM_POSITIONS,
  };
  await writeModel(folder, bertFiles(shape, await vocabulary(), ['float32', 'q8']));
}

async function vocabulary(): Promise<string[]> {
  const file = await readFile('public/models/parable-static-100d/tokenizer.json', 'utf8');
  const { model } = JSON.parse(file) as { model: { vocab: Record<string, number> } };
  const tokens = Object.entries(model.vocab).sort(([, a], [, b]) => a - b);
  return tokens.flatMap(([token]) => (token.startsWith('[') ? [] : [token])).slice(0, TOKENS);
}
