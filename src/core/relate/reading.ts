import type { Span } from '../corpus/model.ts';
import { count, type Counts } from './frequencies.ts';
import { lemmasAmong } from './lemmas.ts';
import { Terms } from './terms.ts';
import { wordsOf, type WordMemo } from './written.ts';

/** A sequence of numbered words, cut where passages end. */
export interface Sequence {
  /** In reading order. */
  readonly ids: Uint32Array<ArrayBuffer>;
  /** Words up to the end of each passage, [passages]. */
  readonly ends: Uint32Array<ArrayBuffer>;
}

/** A text, read once: everything that is compared of its wording. */
export interface Reading {
  /** Content lemmas. */
  readonly lemmas: Sequence;
  /** The same, counted over the whole text. */
  readonly counts: Counts;
  /** All words in lower case, function words and numbers included. */
  readonly words: Sequence;
}

/** Reads texts; lemmas and words of all texts that one reader read can be compared by number. */
export class Reader {
  readonly memo: WordMemo = new Map();
  readonly #lemmas = new Terms();
  readonly #words = new Terms();

  /** A word belongs to the last passage that begins at or before it, else to the first. */
  read({ text, passages }: { text: string; passages: readonly Span[] }): Reading {
    const words = wordsOf(text, this.memo);
    const lemmas = lemmasAmong(text, words);
    const starts = passages.map(({ start }) => start);
    const ids = new Uint32Array(lemmas.length);
    for (let i = 0; i < ids.length; i++) ids[i] = this.#lemmas.id(lemmas[i]!.lemma);
    const running = new Uint32Array(words.length);
    for (let i = 0; i < running.length; i++) running[i] = this.#words.id(words[i]!.written.plain);
    return {
      lemmas: { ids, ends: ends(lemmas, starts) },
      counts: count(ids),
      words: { ids: running, ends: ends(words, starts) },
    };
  }

  lemmaId(lemma: string): number {
    return this.#lemmas.id(lemma);
  }
}

/** The half-open range of a sequence that one passage has. */
export function rangeOf({ ends }: Sequence, passage: number): [number, number] {
  return [passage === 0 ? 0 : ends[passage - 1]!, ends[passage]!];
}

function ends(words: readonly Span[], starts: readonly number[]): Uint32Array<ArrayBuffer> {
  const found = new Uint32Array(starts.length);
  if (starts.length === 0) return found;
  let passage = 0;
  for (let i = 0; i < words.length; i++) {
    while (passage + 1 < starts.length && starts[passage + 1]! <= words[i]!.start) {
      found[passage++] = i;
    }
  }
  return found.fill(words.length, passage);
}
