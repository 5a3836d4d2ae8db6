import { bertFiles, type BertCard } from './bert-files.ts';
import type { WeightType } from './random-weights.ts';

/** Tokens that a text may have, [CLS] and [SEP] included. */
export const TINY_MAX_TOKENS = 64;
export const TINY_DIMS = 32;

const WORDS =
  'the of to and in that is was he she it they we you not with as for on at by from this but or an ' +
  'be have had what when who why how ship mind captain story machine human people friend model ' +
  'engineer company secret letter email data leak blackmail threat power trust honest lie truth ' +
  'help harm refuse obey reason rule value choose safe danger order shutdown goal plan test watch ' +
  'garden river stone bread morning night child mother doctor teacher king war peace road home';

/** What a tiny model's files say and hold. */
export interface TinyBertOptions extends BertCard {
  /** How weights are stored, a file each; `float32` if not given. */
  readonly types?: readonly WeightType[];
}

/**
 * The files of a two-layer BERT with random weights, by path, in the layout that Transformers.js loads:
 * small enough for tests to run the whole transformer path, meaningless as an encoder.
 */
export function tinyBert({ types = ['float32'], ...card }: TinyBertOptions = {}): Map<
  string,
  Uint8Array<ArrayBuffer>
> {
  const shape = { hidden: TINY_DIMS, heads: 2, layers: 2, inner: 64, positions: TINY_MAX_TOKENS };
  return bertFiles(shape, vocabulary(), types, card);
}

function vocabulary(): string[] {
  const letters = Array.from('abcdefghijklmnopqrstuvwxyz0123456789');
  const pieces = letters.map((letter) => `##${letter}`);
  return [...Array.from('.,!?\'"-:;'), ...letters, ...pieces, ...WORDS.split(' ')];
}
