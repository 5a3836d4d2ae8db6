/** A model of the hub that was looked at: what it is, before the hub is asked. */
export interface VettedModel {
  readonly id: string;
  readonly dims: number;
  /** Of its files together, to three digits; the hub says it exactly. */
  readonly bytes: number;
  readonly licence: string;
}

/**
 * Static models in model2vec's format, smallest first. Sizes and licences are those of the models'
 * pages on the hub, dimensions those that sizes and vocabularies come to. All know English only.
 */
export const VETTED_MODELS = [
  { id: 'minishlab/potion-base-2M', dims: 64, bytes: 8_240_000, licence: 'MIT' },
  { id: 'minishlab/potion-base-4M', dims: 128, bytes: 15_800_000, licence: 'MIT' },
  { id: 'minishlab/potion-base-8M', dims: 256, bytes: 30_900_000, licence: 'MIT' },
  { id: 'minishlab/potion-base-32M', dims: 512, bytes: 131_000_000, licence: 'MIT' },
  { id: 'minishlab/potion-retrieval-32M', dims: 512, bytes: 131_000_000, licence: 'MIT' },
] as const satisfies readonly VettedModel[];

export type VettedId = (typeof VETTED_MODELS)[number]['id'];
