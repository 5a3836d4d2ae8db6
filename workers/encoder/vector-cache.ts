import { vectorKey } from '../../src/core/encoders/cache-key.ts';
import type { EncoderSpec } from '../../src/core/encoders/encoder.ts';
import { AppError, type ErrorRecord } from '../../src/core/errors.ts';
import { RECALL_BATCH } from '../../src/core/limits.ts';
import { IndexedVectorStore } from '../../src/platform/vector-store.ts';

const store = new IndexedVectorStore();

/** The vectors that this browser keeps, for one job: storage that fails is given up for its rest. */
export class VectorCache {
  readonly #spec: EncoderSpec;
  readonly #keys = new Map<string, string>();
  #failure: AppError | null = null;

  constructor(spec: EncoderSpec) {
    this.#spec = spec;
  }

  /** Why vectors could not be kept for next time, or null. */
  get unkept(): ErrorRecord | null {
    return this.#failure?.toRecord() ?? null;
  }

  /** What is kept of the texts' vectors, in their order; undefined where nothing is. */
  async get(texts: readonly string[]): Promise<(Float32Array<ArrayBuffer> | undefined)[]> {
    const keys = texts.map((text) => this.#keyOf(text));
    const kept = (await store.get(keys).catch((thrown: unknown) => this.#fail(thrown))) ?? [];
    return texts.map((_, i) => (kept[i]?.length === this.#spec.dims ? kept[i] : undefined));
  }

  /**
   * As `get`, for many texts: some are turned into keys while the storage looks for those before.
   * @param breathe lets the storage's answers in
   */
  async recall(
    texts: readonly string[],
    breathe: () => Promise<void>,
  ): Promise<(Float32Array<ArrayBuffer> | undefined)[]> {
    const parts: ReturnType<VectorCache['get']>[] = [];
    for (let start = 0; start < texts.length; start += RECALL_BATCH) {
      parts.push(this.get(texts.slice(start, start + RECALL_BATCH)));
      await breathe();
    }
    return (await Promise.all(parts)).flat();
  }

  /** Keeps a vector for each text. */
  async put(
    texts: readonly string[],
    vectors: readonly Float32Array<ArrayBuffer>[],
  ): Promise<void> {
    if (this.#failure || texts.length === 0) return;
    const keyed = vectors.map((vector, i) => [this.#keyOf(texts[i] ?? ''), vector] as const);
    await store.put(keyed).catch((thrown: unknown) => this.#fail(thrown));
  }

  /** Texts are looked up before they are kept, and hashing one takes as long as some encoders do. */
  #keyOf(text: string): string {
    const known = this.#keys.get(text);
    if (known !== undefined) return known;
    const key = vectorKey(this.#spec, text);
    this.#keys.set(text, key);
    return key;
  }

  #fail(thrown: unknown): undefined {
    this.#failure = AppError.from(thrown);
  }
}
