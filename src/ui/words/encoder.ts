import type { EncoderSpec } from '../../core/encoders/encoder.ts';
import type { TransformerDescription } from '../../core/encoders/own/describe.ts';
import type { KeptModel } from '../../platform/kept-models.ts';
import type { KeptEncoder } from '../../state/encoders.svelte.ts';
import type { GivenEncoder } from '../../state/given.svelte.ts';
import type { CutSum } from '../../state/truncation.svelte.ts';
import type { Unplaced } from '../../state/notices.svelte.ts';
import { count, counted, fileSize } from './figures.ts';

export const title = 'Encoder';
export const about =
  'The encoder gives every passage its place in a space of meaning. The map and every figure of closeness are measured there, the neutral texts included, so another encoder changes them all.';

export const ofSite = (dims: number): string => `Comes with this site. ${dimensions(dims)}.`;
export function ofKept({ spec, bytes, place, stored }: KeptEncoder): string {
  const whose = place.at === 'hub' ? 'From the hub' : 'Yours';
  const where = stored ? 'kept in this browser' : 'in memory until this page is closed';
  const licence = place.at === 'hub' ? ` Licence: ${spec.licence}.` : '';
  return `${whose}, ${where}. ${dimensions(spec.dims)}, ${fileSize(bytes)}.${licence}`;
}
export function ofGiven({ spec, documents, stored }: GivenEncoder): string {
  const where = stored ? 'kept in this browser' : 'in memory until this page is closed';
  return `Only vectors that came along with ${counted(documents, 'document')}, ${where}. ${dimensions(spec.dims)}.`;
}
export const current = 'In use';
export const use = 'Use';
export const useNamed = (name: string): string => `Use ${name}`;
export const remove = 'Remove';
export const removeNamed = (name: string): string => `Remove ${name} from this browser`;
export const choices = 'Encoders';

export function unplaced({ passages, documents }: Unplaced): string {
  return `${counted(passages, 'passage')} of ${counted(documents, 'document')} ${passages === 1 ? 'has' : 'have'} no word that it knows, and ${passages === 1 ? 'relates' : 'relate'} to nothing.`;
}

export const agreement = {
  hint: 'What is seen here hangs on the encoder and on the correction. See what stays when they change.',
  open: 'Compare encoders and corrections…',
};

/** The space of an encoder of which only vectors are here. */
export const given = {
  title: (name: string): string => `Only vectors of “${name}” are here`,
  means:
    'They came along with documents and are used as they are, at unit length. Nothing here can embed further texts as that encoder does: the neutral texts are not in this space, so that no percentile against them can be given, and what you type can only be searched for. The map, neighbours and ranks among the documents here are measured as ever.',
  absent: (absent: number, all: number): string =>
    absent === 0
      ? `All ${counted(all, 'document')} are in this space.`
      : `${count(absent)} of ${counted(all, 'document')} have no vector of it and are not in this space:`,
  list: 'Documents that are not in this space',
  more: (more: number): string => `Show ${count(more)} more`,
};

/** What it leaves out of passages that are longer than it reads. */
export const cut = {
  counting: (progress: { readonly done: number; readonly total: number } | null): string =>
    progress
      ? `Counting what it leaves out: ${count(progress.done)} of ${counted(progress.total, 'document')}…`
      : 'Counting what it leaves out…',
  total: ({ documents, passages, tokens }: CutSum, limit: number): string =>
    passages === 0
      ? `It reads ${counted(limit, 'token')} of a passage, and no passage is longer.`
      : `${counted(passages, 'passage')} of ${counted(documents, 'document')} ${passages === 1 ? 'is' : 'are'} longer than the ${counted(limit, 'token')} that it reads; ${counted(tokens, 'token')} at their ends ${tokens === 1 ? 'is' : 'are'} left out.`,
  why: 'What does this mean?',
};

export const another = {
  title: 'From a folder',
  hint: 'Drop a model’s folder anywhere on this page: of a transformer for Transformers.js config.json, tokenizer.json, tokenizer_config.json and onnx/…, of a static model in model2vec’s format config.json, tokenizer.json and model.safetensors. Nothing of it leaves this machine.',
  folder: 'Choose its folder…',
};

/** How weights are stored, for whoever chooses between them. */
export const dtypes: Readonly<Record<EncoderSpec['dtype'], string>> = {
  q8: '8 bits: small and fast, nearly the same vectors',
  int8: '8 bits, signed',
  float16: '16 bits',
  float32: '32 bits: exact, and about half as fast',
};
export const weights = (dtype: EncoderSpec['dtype'], size: string): string =>
  `${dtypes[dtype]} (${size})`;

export const poolings: Readonly<Record<EncoderSpec['pooling'], string>> = {
  mean: 'the mean of all tokens',
  cls: 'the first token',
};

/** What a transformer's files say, and what they leave to its reader. */
export const settings = {
  about: ({ dims, maxTokens }: Pick<TransformerDescription, 'dims' | 'maxTokens'>): string =>
    `A transformer, which reads words in their context: vectors of ${counted(dims, 'dimension')}; ${reads(maxTokens)}.`,
  weights: 'Weights',
  pooling: 'A passage’s vector is',
  poolingUnknown:
    'Its files do not say which; its card does. Most models take the mean, BGE and Arctic the first token.',
  poolingKnown: (pooling: EncoderSpec['pooling']): string =>
    `A passage’s vector is ${poolings[pooling]}, as its files say.`,
  prefix: 'Put before every text',
  prefixHint:
    'Leave it empty unless its card asks for words before texts that are compared with each other, as E5’s asks for “query: ”. An instruction for questions alone does not belong here.',
};
const reads = (maxTokens: number | null): string =>
  maxTokens === null
    ? 'its files state no limit, so it is given whole passages'
    : `it reads ${counted(maxTokens, 'token')} of a passage, and what it leaves out is counted`;

export const intake = {
  reading: (name: string): string => `Reading ${name}…`,
  found: (name: string): string => `“${name}” is a model, not a document.`,
  facts: ({ spec, rows, bytes }: KeptModel): string =>
    rows === null
      ? `It has been tried: vectors of ${counted(spec.dims, 'dimension')}, ${fileSize(bytes)} in all.`
      : `It has vectors of ${count(spec.dims)} dimensions for ${counted(rows, 'token')}, ${fileSize(bytes)} in all.`,
  described: (name: string): string => `“${name}” is a model, not a document.`,
  open: 'Open it',
  meaning:
    'If you use it, all documents and the neutral texts are embedded anew, here on this machine. You can go back at any time.',
  replaces: 'It takes the place of the one of that name that is kept here.',
  use: 'Use it as the encoder',
  leave: 'Leave it',
  failed: 'Nothing has changed.',
};

export const storage = {
  title: 'What is kept in this browser',
  hint: 'Models by file, vectors by encoder, documents and axes: how much it is, and how to free it.',
  open: 'Storage…',
};

const dimensions = (dims: number): string => counted(dims, 'dimension');
