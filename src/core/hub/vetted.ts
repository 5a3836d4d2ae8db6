import type { TransformerSettings } from '../encoders/own/describe.ts';
import { DTYPES, WEIGHTS } from '../encoders/own/weights.ts';

interface VettedBase {
  readonly id: string;
  readonly dims: number;
  readonly licence: string;
  readonly languages: 'English' | 'about 100';
}

export interface VettedStatic extends VettedBase {
  readonly kind: 'static';
  /** Of its files together, to three digits; the hub says it exactly. */
  readonly bytes: number;
}

export interface VettedTransformer extends VettedBase, Omit<TransformerSettings, 'dtype'> {
  readonly kind: 'transformer';
  readonly maxTokens: number;
  /** Of all files for weights of each kind, roughly; the hub says it exactly. */
  readonly bytes: { readonly q8: number; readonly float32: number };
}

/** A model of the hub that was looked at: what it is, before the hub is asked. */
export type VettedModel = VettedStatic | VettedTransformer;

/**
 * Transformers in the form that Transformers.js runs, smallest first. Pooling, limits and prefixes are
 * those of the models' cards. All texts are compared with each other here, none asks and none
 * answers, so the prefix is the one that a card names for similarity: "query: " for every text of E5,
 * none for the models whose instruction is for questions alone (BGE, Arctic).
 */
const TRANSFORMERS = [
  {
    kind: 'transformer',
    id: 'Xenova/all-MiniLM-L6-v2',
    languages: 'English',
    dims: 384,
    pooling: 'mean',
    maxTokens: 256,
    bytes: { q8: 24_000_000, float32: 91_000_000 },
    licence: 'Apache-2.0',
  },
  {
    kind: 'transformer',
    id: 'Snowflake/snowflake-arctic-embed-xs',
    languages: 'English',
    dims: 384,
    pooling: 'cls',
    maxTokens: 512,
    bytes: { q8: 24_000_000, float32: 91_000_000 },
    licence: 'Apache-2.0',
  },
  {
    kind: 'transformer',
    id: 'Xenova/bge-small-en-v1.5',
    languages: 'English',
    dims: 384,
    pooling: 'cls',
    maxTokens: 512,
    bytes: { q8: 35_000_000, float32: 134_000_000 },
    licence: 'MIT',
  },
  {
    kind: 'transformer',
    id: 'Xenova/gte-small',
    languages: 'English',
    dims: 384,
    pooling: 'mean',
    maxTokens: 512,
    bytes: { q8: 35_000_000, float32: 134_000_000 },
    licence: 'MIT',
  },
  {
    kind: 'transformer',
    id: 'Xenova/e5-small-v2',
    languages: 'English',
    dims: 384,
    pooling: 'mean',
    prefix: 'query: ',
    maxTokens: 512,
    bytes: { q8: 35_000_000, float32: 134_000_000 },
    licence: 'MIT',
  },
  {
    kind: 'transformer',
    id: 'Xenova/multilingual-e5-small',
    languages: 'about 100',
    dims: 384,
    pooling: 'mean',
    prefix: 'query: ',
    maxTokens: 512,
    bytes: { q8: 135_000_000, float32: 488_000_000 },
    licence: 'MIT',
  },
] as const satisfies readonly VettedTransformer[];

/**
 * Static models in model2vec's format, smallest first. Sizes and licences are those of the models'
 * pages on the hub, dimensions those that sizes and vocabularies come to.
 */
const STATIC = [
  { id: 'minishlab/potion-base-2M', dims: 64, bytes: 8_240_000 },
  { id: 'minishlab/potion-base-4M', dims: 128, bytes: 15_800_000 },
  { id: 'minishlab/potion-base-8M', dims: 256, bytes: 30_900_000 },
  { id: 'minishlab/potion-base-32M', dims: 512, bytes: 131_000_000 },
  { id: 'minishlab/potion-retrieval-32M', dims: 512, bytes: 131_000_000 },
] as const;

export const VETTED_MODELS: readonly VettedModel[] = [
  ...TRANSFORMERS,
  ...STATIC.map((each) => ({
    ...each,
    kind: 'static' as const,
    languages: 'English' as const,
    licence: 'MIT',
  })),
];

export type VettedId = (typeof TRANSFORMERS | typeof STATIC)[number]['id'];

/** The vetted model of that id, if there is one. */
export function vettedModel(id: string): VettedModel | undefined {
  return VETTED_MODELS.find((model) => model.id === id);
}

/** Weights of a vetted transformer whose size is known beforehand. */
export type VettedDtype = keyof VettedTransformer['bytes'];

/** Roughly how many bytes a vetted model has. @param dtype of a transformer's weights */
export function vettedBytes(model: VettedModel, dtype: VettedDtype): number {
  return model.kind === 'static' ? model.bytes : model.bytes[dtype];
}

/**
 * The settings under which a vetted model is opened, null for a static one; undefined if it is a
 * transformer and these are no weights of one.
 *
 * @param weights path of the weights, for a transformer
 */
export function settingsOf(
  model: VettedModel,
  weights: string | undefined,
): TransformerSettings | null | undefined {
  if (model.kind === 'static') return null;
  const dtype = DTYPES.find((each) => WEIGHTS[each] === weights);
  if (dtype === undefined) return undefined;
  const { dims, pooling, maxTokens, prefix } = model;
  return { dims, dtype, pooling, maxTokens, ...(prefix !== undefined && { prefix }) };
}
