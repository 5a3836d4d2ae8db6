import { bertTokenizer } from '../../../../../scripts/bert-tokenizer.ts';

/** A BERT-style tokenizer.json for tests, as an object to change before it is serialised. */
export function tokenizerJson(tokens: readonly string[], normalizer: object = {}) {
  return bertTokenizer(['[PAD]', '[UNK]', '[CLS]'], tokens, { normalizer });
}

const ALPHANUMERIC = Array.from('abcdefghijklmnopqrstuvwxyz0123456789');

/** Words, letters and pieces enough to split most Latin words, and a few from elsewhere. */
export const TOKENS = [
  ...ALPHANUMERIC,
  ...ALPHANUMERIC.map((char) => `##${char}`),
  ...Array.from('.,!?\'"-()$%+~’“”…—'),
  ...['the', 'ship', 'mind', 'refuse', '##d', '##s', '##ing', 'un', '##kind', 'cafe', 'naive'],
  ...['中', '文', 'σ', 'ς', '##ς', '##σ', 'ο', '##ο', 'δ', '##δ', '😀', '##😀', 'ß', '##ß', 'i'],
].filter((token, index, all) => all.indexOf(token) === index);
