/** The files that make a static model in model2vec's format; nothing else of its folder is needed. */
export const STATIC_MODEL_FILES = ['config.json', 'tokenizer.json', 'model.safetensors'] as const;
