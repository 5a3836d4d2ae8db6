import { AddedTokens, type AddedToken } from './added-tokens.ts';
import type { BertText } from './bert-text.ts';
import { TokenBuffer } from './token-buffer.ts';
import type { Tokenizer } from './tokenizer.ts';
import { WordCache } from './word-cache.ts';

export interface WordPieceOptions {
  readonly ids: ReadonlyMap<string, number>;
  readonly added: readonly AddedToken[];
  readonly unknown: number;
  /** Stands before every piece that continues a word. */
  readonly prefix: string;
  /** Code points; a longer word is unknown as a whole. */
  readonly maxChars: number;
  readonly text: BertText;
}

/** Of an ASCII character: 1 letter or digit, 2 punctuation, 3 space, 0 what needs normalising. */
const CLASS = Uint8Array.from({ length: 128 }, (_, code) => {
  const char = String.fromCharCode(code);
  if (/[ \t\n\r]/.test(char)) return 3;
  if (/[0-9A-Za-z]/.test(char)) return 1;
  return code > 0x20 && code < 0x7f ? 2 : 0;
});

/**
 * WordPiece (Wu et al. 2016, arXiv:1609.08144) as BERT uses it: each word is cut greedily into the
 * longest pieces of the vocabulary, or is unknown as a whole. Gives the ids of the
 * `@huggingface/tokenizers` library, several times as fast: words of plain ASCII skip the
 * normaliser, and the pieces of short words are remembered.
 */
export class WordPiece implements Tokenizer {
  readonly size: number;
  readonly meaningless: ReadonlySet<number>;
  readonly #o: WordPieceOptions;
  readonly #found = new TokenBuffer();
  readonly #cache = new WordCache();
  readonly #added: AddedTokens;

  constructor(options: WordPieceOptions) {
    const { added, ids, text, unknown } = options;
    this.#o = options;
    this.#added = new AddedTokens(added, text);
    this.size = 0;
    for (const id of ids.values()) this.size = Math.max(this.size, id + 1);
    this.meaningless = new Set([unknown, ...added.filter((t) => t.special).map((t) => t.id)]);
  }

  encode(text: string): Uint32Array {
    this.#found.clear();
    for (const section of this.#added.split(text)) {
      const added = this.#added.idOf(section);
      if (added !== undefined) this.#found.push(added);
      else if (this.#added.anyNormalized) this.#normalise(section);
      else this.#scan(section);
    }
    return this.#found.view();
  }

  /** Walks over the text once; only what is not plain ASCII goes through the normaliser. */
  #scan(text: string): void {
    const end = text.length;
    for (let i = 0; i < end;) {
      const mark = this.#found.length;
      const start = i;
      let kind = classOf(text, i);
      while (kind === 1 || kind === 2) {
        const from = i++;
        if (kind === 1) while (i < end && classOf(text, i) === 1) i++;
        this.#plain(text.slice(from, i));
        kind = i < end ? classOf(text, i) : 3;
      }
      if (kind === 0) {
        // Which characters join up is known only after normalising: take back to the last space.
        this.#found.length = mark;
        while (i < end && classOf(text, i) !== 3) i++;
        this.#remembered(text.slice(start, i), (chunk) => this.#normalise(chunk));
      }
      i++;
    }
  }

  #plain(word: string): void {
    this.#remembered(word, (raw) => this.#word(this.#o.text.lowercase ? raw.toLowerCase() : raw));
  }

  #remembered(key: string, find: (key: string) => void): void {
    const known = this.#cache.get(key);
    if (known !== undefined) return this.#found.pushAll(known);
    const from = this.#found.length;
    find(key);
    this.#cache.set(key, this.#found.since(from));
  }

  #normalise(section: string): void {
    for (const part of this.#added.splitNormalized(this.#o.text.normalize(section))) {
      const added = this.#added.anyNormalized ? this.#added.idOf(part) : undefined;
      if (added !== undefined) this.#found.push(added);
      else for (const word of this.#o.text.words(part)) this.#word(word);
    }
  }

  #word(word: string): void {
    const { ids, maxChars, prefix, unknown } = this.#o;
    const whole = word.length <= maxChars ? ids.get(word) : undefined;
    if (whole !== undefined) return this.#found.push(whole);
    const mark = this.#found.length;
    const chars = Array.from(word);
    let start = chars.length > maxChars ? -1 : 0;
    while (start >= 0 && start < chars.length) {
      let end = chars.length;
      let id: number | undefined;
      for (; end > start && id === undefined; end--) {
        const piece = chars.slice(start, end).join('');
        id = ids.get(start > 0 ? prefix + piece : piece);
      }
      if (id !== undefined) this.#found.push(id);
      start = id === undefined ? -1 : end + 1;
    }
    if (start < 0) {
      this.#found.length = mark;
      this.#found.push(unknown);
    }
  }
}

function classOf(text: string, index: number): number {
  const code = text.charCodeAt(index);
  return code < 128 ? CLASS[code]! : 0;
}
