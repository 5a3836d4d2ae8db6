import { AppError } from '../errors.ts';
import type { Embedding, Encoder, EncoderSpec, ModelSource } from './encoder.ts';
import { WEIGHTS } from './own/weights.ts';
import { step } from './transformer/failures.ts';
import { poolTokens } from './transformer/pooling.ts';
import {
  deviceIdle,
  deviceLost,
  loadRuntime,
  mount,
  type Device,
  type Runtime,
} from './transformer/runtime.ts';
import { padded } from './transformer/padded.ts';
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
 * `tokenizer.json`, `tokenizer_config.json`, `onnx/…`). On a processor it runs on one thread, one text
 * at a time: padding to a batch only costs there, and a quantised model would let batch-mates change a
 * vector. On a graphics processor the texts of a call are one batch. Texts are cut at
 * `spec.maxTokens`, special tokens counted; what was cut is reported. A text without any known token is
 * a row of zeros and flagged `empty`.
 *
 * After any failure load again in a fresh worker only: the runtime queues behind the failed call.
 *
 * @throws AppError `model-missing`, `model-corrupt`, `model-unsupported`, `encoder-memory`
 */
export async function loadTransformerEncoder(
  spec: EncoderSpec,
  source: ModelSource,
  device: Device = 'wasm',
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
    AutoModel.from_pretrained(name, {
      config,
      dtype: DTYPES[spec.dtype],
      device: 'auto',
      session_options: { executionProviders: [device] },
    }),
  );
  const loaded = { runtime, tokenizer, model };
  const bare = tokenizer.encode('a', { add_special_tokens: false });
  const frame = openFrame(tokenizer, spec.prefix);
  // From here on nothing is read any more, so no failure is the source's.
  const running = { name, failure: () => null };
  await step(spec, running, file, () => hiddenStates(loaded, [[...frame.before, ...bare]], spec));
  const batch = device === 'wasm' ? 1 : Infinity;
  const embed = (texts: readonly string[]): Promise<Embedding> =>
    step(spec, running, file, () => embedAll(texts, { loaded, frame, spec, batch }));
  if (device === 'wasm') return { spec, embed };
  return {
    spec,
    embed: (texts) =>
      embed(texts).catch(async (thrown: unknown) => {
        // What a lost device was at fails, and may do so before the loss is told.
        await deviceIdle(runtime);
        throw thrown;
      }),
    lost: deviceLost(runtime),
  };
}

interface Embedder {
  readonly loaded: Loaded;
  readonly frame: TokenFrame;
  readonly spec: EncoderSpec;
  /** Texts that go through the model at once. */
  readonly batch: number;
}

async function embedAll(texts: readonly string[], embedder: Embedder): Promise<Embedding> {
  const { loaded, frame, spec, batch } = embedder;
  const { tokenizer } = loaded;
  const { dims } = spec;
  const vectors = new Float32Array(texts.length * dims);
  const empty = new Uint8Array(texts.length);
  const truncated = new Uint32Array(texts.length);
  const known: { readonly row: number; readonly ids: readonly number[] }[] = [];
  for (const [row, text] of texts.entries()) {
    const bare = tokenizer.encode(text, { add_special_tokens: false });
    const framed = putInFrame(bare, frame, spec.maxTokens);
    truncated[row] = framed.truncated;
    if (bare.every((id) => id === tokenizer.unk_token_id)) empty[row] = 1;
    else known.push({ row, ids: framed.ids });
  }
  for (let start = 0; start < known.length; start += batch) {
    const part = known.slice(start, start + batch);
    const { states, tokens } = await hiddenStates(
      loaded,
      part.map(({ ids }) => ids),
      spec,
    );
    for (const [index, { row, ids }] of part.entries()) {
      const from = index * tokens * dims;
      const own = states.subarray(from, from + ids.length * dims);
      if (!poolTokens(own, spec.pooling, vectors.subarray(row * dims, (row + 1) * dims))) {
        throw corrupt(spec, 'it yields numbers that are not finite');
      }
    }
  }
  return { vectors, empty, truncated };
}

/** The last hidden states of a batch, [texts × tokens × dims], padded to its longest text. */
async function hiddenStates(
  { runtime, model }: Loaded,
  batch: readonly (readonly number[])[],
  spec: EncoderSpec,
): Promise<{ states: Float32Array; tokens: number }> {
  const { Tensor } = runtime;
  const { ids, mask, tokens } = padded(batch);
  const shape = [batch.length, tokens];
  const output = (await model({
    input_ids: new Tensor('int64', ids, shape),
    attention_mask: new Tensor('int64', mask, shape),
  })) as Record<string, { dims: number[]; data: unknown } | undefined>;
  const states = output.last_hidden_state ?? output.token_embeddings;
  if (!(states?.data instanceof Float32Array)) {
    const reason = 'it yields no hidden states of tokens';
    throw new AppError('model-unsupported', { encoder: spec.id, reason });
  }
  const dims = states.dims.at(-1);
  if (dims !== spec.dims) throw corrupt(spec, `${dims} dimensions instead of ${spec.dims}`);
  return { states: states.data, tokens };
}

function corrupt(spec: EncoderSpec, reason: string): AppError {
  return new AppError('model-corrupt', { encoder: spec.id, file: WEIGHTS[spec.dtype], reason });
}
