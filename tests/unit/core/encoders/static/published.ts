import {
  writeSafetensors,
  type NamedTensor,
} from '../../../../../scripts/encoder/write-safetensors.ts';
import type { Encoder, EncoderSpec } from '../../../../../src/core/encoders/encoder.ts';
import { filesModelSource } from '../../../../../src/core/encoders/files-model-source.ts';
import { loadStaticEncoder } from '../../../../../src/core/encoders/static/static-encoder.ts';

/** An encoder of two dimensions from a tokenizer file and tensors. */
export function open(
  tokenizer: object,
  tensors: readonly NamedTensor[],
  { config = {}, ...spec }: Partial<EncoderSpec> & { readonly config?: object } = {},
): Promise<Encoder> {
  const bytes = (value: object) => new TextEncoder().encode(JSON.stringify(value));
  const full: EncoderSpec = {
    id: 'published',
    revision: '1',
    kind: 'static',
    name: 'Published',
    dims: 2,
    dtype: 'float32',
    pooling: 'mean',
    maxTokens: null,
    licence: 'none',
    ...spec,
  };
  const files = new Map([
    ['config.json', bytes(config)],
    ['tokenizer.json', bytes(tokenizer)],
    ['model.safetensors', Uint8Array.from(writeSafetensors(tensors))],
  ]);
  return loadStaticEncoder(full, filesModelSource(full.id, files));
}
