/** The files that make a static model in model2vec's format; nothing else of its folder is needed. */
export const STATIC_MODEL_FILES = ['config.json', 'tokenizer.json', 'model.safetensors'] as const;

/** The files that a transformer is opened from, besides its weights. */
export const TRANSFORMER_FILES = [
  'config.json',
  'tokenizer.json',
  'tokenizer_config.json',
] as const;
