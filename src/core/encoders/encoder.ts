/**
 * An encoder maps texts to unit vectors. `EncoderSpec` names one completely: two vectors are
 * comparable exactly if their specs have the same `encoderKey`.
 */
export interface EncoderSpec {
  readonly id: string;
  /** Changes whenever the same text would get other vectors. */
  readonly revision: string;
  /** `given`: only vectors of it are here, and nothing that could make more (`given.ts`). */
  readonly kind: 'static' | 'transformer' | 'given';
  readonly name: string;
  readonly dims: number;
  readonly dtype: 'int8' | 'float16' | 'float32' | 'q8';
  readonly pooling: 'mean' | 'cls';
  /** Tokens beyond this are cut off and counted; null where the encoder reads everything. */
  readonly maxTokens: number | null;
  /**
   * Put before every text, special tokens aside, as some models were trained to expect: "query: ".
   * Counts towards `maxTokens`. Absent where texts are taken as they are.
   */
  readonly prefix?: string;
  readonly licence: string;
  /** File of the model's folder with the vectors that it is known to give (`golden.ts`), if it has one. */
  readonly golden?: string;
}

export interface Embedding {
  /** [texts × dims], unit rows, or zero rows where `empty` says so; never NaN. */
  readonly vectors: Float32Array<ArrayBuffer>;
  /**
   * [texts], 1 where the text has no direction and its row is zero: it is empty, the encoder knows
   * none of its tokens, or they cancel out. 0 elsewhere.
   */
  readonly empty: Uint8Array<ArrayBuffer>;
  /** Tokens cut off per text, [texts]. */
  readonly truncated: Uint32Array<ArrayBuffer>;
}

export interface Encoder {
  readonly spec: EncoderSpec;
  /** Embeds each text by itself: the result does not depend on what shares the call. */
  embed(texts: readonly string[]): Promise<Embedding>;
  /** Resolves if what it computes on is gone for good, with the reason. */
  readonly lost?: Promise<string>;
}

/** Port: where the files of a model come from (the site, a dropped folder, a cache). */
export interface ModelSource {
  /**
   * The whole file, `path` relative to the model's folder.
   * @throws AppError `model-missing`
   */
  read(path: string): Promise<Uint8Array<ArrayBuffer>>;
}

/** Identity of the space that an encoder's vectors live in. */
export function encoderKey(spec: EncoderSpec): string {
  // The key that came along: of an encoder that is elsewhere, or made of name and vectors.
  if (spec.kind === 'given') return spec.id;
  const { id, revision, dtype, pooling, prefix } = spec;
  return `${id}@${revision}/${dtype}/${pooling}${prefix === undefined ? '' : `/${prefix}`}`;
}
