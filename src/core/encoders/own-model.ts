import { AppError } from '../errors.ts';
import type { Encoder, EncoderSpec, ModelSource } from './encoder.ts';
import { filesModelSource, type ModelFiles } from './files-model-source.ts';
import { readSafetensors, type ElementType } from './static/safetensors.ts';
import { staticRevision } from './static/revision.ts';
import { loadStaticEncoder } from './static/static-encoder.ts';
import { findTable } from './static/token-table.ts';

/** A model that no registry describes, and what its files say of it. */
export interface OwnModel {
  readonly spec: EncoderSpec;
  /** Rows of a static model's table: tokens that have a vector of their own. Null for a transformer. */
  readonly rows: number | null;
  readonly bytes: number;
}

export interface OpenedModel {
  readonly model: OwnModel;
  readonly encoder: Encoder;
  /** The files that it was read from; nothing else of its folder is needed. */
  readonly files: ModelFiles;
}

/** Tables of other types are held as 32-bit floats. */
const DTYPES: Partial<Record<ElementType, EncoderSpec['dtype']>> = { I8: 'int8', F16: 'float16' };

/**
 * Opens a folder with a static model in model2vec's format that comes without a registry. It is
 * known by `name`, its revision is a hash of its files, and it reads texts of any length.
 *
 * @param licence as stated where the model comes from: its files do not tell
 * @throws AppError `model-missing` naming the file, `model-corrupt`, `model-unsupported`
 */
export async function openOwnModel(
  name: string,
  source: ModelSource,
  licence = 'not stated',
): Promise<OpenedModel> {
  const [config, tokenizer, weights] = await Promise.all([
    source.read('config.json'),
    source.read('tokenizer.json'),
    source.read('model.safetensors'),
  ]);
  const files: ModelFiles = new Map([
    ['config.json', config],
    ['tokenizer.json', tokenizer],
    ['model.safetensors', weights],
  ]);
  const tensors = readSafetensors(weights, { encoder: name, file: 'model.safetensors' });
  const table = findTable(tensors);
  const type = modelType(config);
  if (!table && type !== null && type !== 'model2vec') {
    throw new AppError('model-unsupported', { encoder: name, reason: `model of type ${type}` });
  }
  const [rows = 0, dims = 0] = table?.shape ?? [];
  const spec: EncoderSpec = {
    id: name,
    revision: staticRevision(weights, tokenizer),
    kind: 'static',
    name,
    dims,
    dtype: (table && DTYPES[table.type]) ?? 'float32',
    pooling: 'mean',
    maxTokens: null,
    licence,
  };
  const encoder = await loadStaticEncoder(spec, filesModelSource(name, files));
  const bytes = config.length + tokenizer.length + weights.length;
  return { model: { spec, rows, bytes }, encoder, files };
}

/** `model_type` of a `config.json`, null if it has none or cannot be read. */
function modelType(config: Uint8Array): string | null {
  try {
    const { model_type: type } = JSON.parse(new TextDecoder().decode(config)) as {
      model_type?: unknown;
    };
    return typeof type === 'string' ? type : null;
  } catch {
    return null;
  }
}
