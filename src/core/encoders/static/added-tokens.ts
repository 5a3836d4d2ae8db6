import type { BertText } from './bert-text.ts';

/** A token that is cut out of the text as it stands, before words are looked at. */
export interface AddedToken {
  readonly content: string;
  readonly id: number;
  readonly special: boolean;
  /** Looked for in the normalised text rather than in the original. */
  readonly normalized: boolean;
}

/** Finds added tokens in text: the leftmost, and of those the longest, as the library does. */
export class AddedTokens {
  /** Whether any token must be looked for in normalised text. */
  readonly anyNormalized: boolean;
  readonly #raw: RegExp | null;
  readonly #normalized: RegExp | null;
  readonly #ids: ReadonlyMap<string, number>;

  constructor(tokens: readonly AddedToken[], text: BertText) {
    const raw = tokens.filter((token) => !token.normalized);
    const normalized = tokens
      .filter((token) => token.normalized)
      .map((token) => ({ ...token, content: text.normalize(token.content) }));
    this.#raw = anyOf(raw.map((token) => token.content));
    this.#normalized = anyOf(normalized.map((token) => token.content));
    this.anyNormalized = this.#normalized !== null;
    this.#ids = new Map([...tokens, ...normalized].map(({ content, id }) => [content, id]));
  }

  /** The text cut before and after each added token; empty parts may occur. */
  split(text: string): readonly string[] {
    return this.#raw ? text.split(this.#raw) : [text];
  }

  /** The same for normalised text. */
  splitNormalized(text: string): readonly string[] {
    return this.#normalized ? text.split(this.#normalized) : [text];
  }

  /** The id of a part that is an added token. */
  idOf(part: string): number | undefined {
    return this.#ids.get(part);
  }
}

function anyOf(contents: readonly string[]): RegExp | null {
  const longestFirst = contents.filter((c) => c !== '').sort((a, b) => b.length - a.length);
  const escaped = longestFirst.map((c) => c.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return escaped.length > 0 ? new RegExp(`(${escaped.join('|')})`) : null;
}
