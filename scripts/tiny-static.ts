import { seededRandom } from './encoder/random.ts';
import { writeSafetensors } from './encoder/write-safetensors.ts';
import { byteLevelBpe } from './tiny-tokenizers.ts';

export const TINY_STATIC_DIMS = 8;

/**
 * The files of a static model in model2vec's format, by name: byte-level BPE, so that no text is
 * unknown to it, with random vectors. Small enough for tests to run the whole path of a published
 * model, meaningless as an encoder.
 *
 * @param seed another one gives another model
 */
export function tinyStatic(seed: number): Map<string, Uint8Array> {
  const tokenizer = byteLevelBpe([
    ['t', 'h'],
    ['th', 'e'],
    ['Ġ', 'the'],
  ]);
  const rows = Object.keys(tokenizer.model.vocab).length;
  const random = seededRandom(seed);
  const data = Float32Array.from({ length: rows * TINY_STATIC_DIMS }, () => random() * 2 - 1);
  const config = { model_type: 'model2vec', hidden_dim: TINY_STATIC_DIMS, normalize: true };
  const json = (value: object): Uint8Array => new TextEncoder().encode(JSON.stringify(value));
  return new Map([
    ['config.json', json(config)],
    ['tokenizer.json', json(tokenizer)],
    [
      'model.safetensors',
      writeSafetensors([{ name: 'embeddings', data, shape: [rows, TINY_STATIC_DIMS] }]),
    ],
  ]);
}
