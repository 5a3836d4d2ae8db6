import { AppError } from '../errors.ts';
import type { Embedding, Encoder, EncoderSpec, ModelSource } from './encoder.ts';
import { WEIGHTS } from './own/weights.ts';
import { step } from './transformer/failures.ts';
import { poolTokens } from './transformer/pooling.ts';
import { loadRuntime, mount, type Runtime } from './transformer/runtime.ts';
import { openFrame, putInFrame, type TokenFrame } from './transformer/token-frame.ts';

/** Names that Transformers.js has for how weights are stored. */
const DTYPES = { float32: 'fp32', float16: 'fp16', int8: 'int8', q8: 'q8' } as const;

interface Loaded {
  readonly runtime: Runtime;
  readonly tokenizer: Awaited<ReturnType<Runtime['AutoTokenizer']['from_pretrained']>>;
  readonly model: Awaited<ReturnType<Runtime['AutoModel']['from_pretrained']>>;
}

/**
 * Loads a transformer encoder that is published for Transformers.js (`config.json`,
 * `tokenizer.json`, `tokenizer_config.json`, `onnx/…`) and runs it on WebAssembly, one thread, one
 * text at a time: on a processor padding to a batch only costs, and a quantised model would let
 * batch-mates change a vector. Texts are cut at `spec.maxTokens`, special tokens counted; what was
 * cut is reported. A text without any known token is a row of zeros and flagged `empty`.
 *
 * After any failure load again in a fresh worker only: the runtime queues behind the failed call.
 *
 * @throws AppError `model-missing`, `model-corrupt`, `model-unsupported`
 */
export async function loadTransformerEncoder(
  spec: EncoderSpec,
  source: ModelSource,
): Promise<Encoder> {
  const runtime = await loadRuntime();
  const { AutoConfig, AutoModel, AutoTokenizer } = runtime;
  const mounted = mount(source);
  const { name } = mounted;
  const config = await step(spec, mounted, 'config.json', () => AutoConfig.from_pretrained(name));
  const tokenizer = await step(spec, mounted, 'tokenizer.json', () =>
    AutoTokenizer.from_pretrained(name),
  );
  const file = WEIGHTS[spec.dtype];
  const model = await step(spec, mounted, file, () =>
    AutoModel.from_pretrained(name, { config, dtype: DTYPES[spec.dtype] }),
  );
  const loaded = { runtime, tokenizer, model };
  const bare = tokenizer.encode('a', { add_special_tokens: false });
  const frame = openFrame(tokenizer, spec.prefix);
  await step(spec, mounted, file, () => hiddenStates(loaded, [...frame.before, ...bare], spec));
  return { spec, embed: (texts) => embedAll(texts, loaded, frame, spec) };
}

async function embedAll(
  texts: readonly string[],
  loaded: Loaded,
  frame: TokenFrame,
  spec: EncoderSpec,
): Promise<Embedding> {
  const vectors = new Float32Array(texts.length * spec.dims);
  const empty = new Uint8Array(texts.length);
  const truncated = new Uint32Array(texts.length);
  const { tokenizer } = loaded;
  for (const [index, text] of texts.entries()) {
    const bare = tokenizer.encode(text, { add_special_tokens: false });
    const framed = putInFrame(bare, frame, spec.maxTokens);
    truncated[index] = framed.truncated;
    if (bare.every((id) => id === tokenizer.unk_token_id)) {
      empty[index] = 1;
      continue;
    }
    const states = await hiddenStates(loaded, framed.ids, spec);
    const row = vectors.subarray(index * spec.dims, (index + 1) * spec.dims);
    if (!poolTokens(states, spec.pooling, row)) {
      throw corrupt(spec, 'it yields numbers that are not finite');
    }
  }
  return { vectors, empty, truncated };
}

/** The last hidden states of one text, [tokens × dims]. */
async function hiddenStates(
  { runtime, model }: Loaded,
  ids: readonly number[],
  spec: EncoderSpec,
): Promise<Float32Array> {
  const { Tensor } = runtime;
  const shape = [1, ids.length];
  const output = (await model({
    input_ids: new Tensor('int64', BigInt64Array.from(ids, BigInt), shape),
    attention_mask: new Tensor('int64', new BigInt64Array(ids.length).fill(1n), shape),
  })) as Record<string, { dims: number[]; data: unknown } | undefined>;
  const states = output.last_hidden_state ?? output.token_embeddings;
  if (!(states?.data instanceof Float32Array)) {
    const reason = 'it yields no hidden states of tokens';
    throw new AppError('model-unsupported', { encoder: spec.id, reason });
  }
  const dims = states.dims.at(-1);
  if (dims !== spec.dims) throw corrupt(spec, `${dims} dimensions instead of ${spec.dims}`);
  return states.data;
}

function corrupt(spec: EncoderSpec, reason: string): AppError {
  return new AppError('model-corrupt', { encoder: spec.id, file: WEIGHTS[spec.dtype], reason });
}
