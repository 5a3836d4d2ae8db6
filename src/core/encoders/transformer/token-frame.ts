/** The special tokens that a tokenizer puts around every text, such as [CLS] … [SEP]. */
export interface TokenFrame {
  readonly before: readonly number[];
  readonly after: readonly number[];
}

/** Reads the frame off one text's ids with and without special tokens. */
export function frameOf(framed: readonly number[], bare: readonly number[]): TokenFrame {
  let start = 0;
  while (start + bare.length < framed.length && !bare.every((id, i) => framed[start + i] === id)) {
    start++;
  }
  return { before: framed.slice(0, start), after: framed.slice(start + bare.length) };
}

/** What a frame is read off, as Transformers.js has it. */
interface Encodes {
  encode(text: string, options?: { add_special_tokens?: boolean }): number[];
}

/** A tokenizer's frame, with a prefix at the end of what stands before: all split at its closing space. */
export function openFrame(tokenizer: Encodes, prefix = ''): TokenFrame {
  const bare = (text: string) => tokenizer.encode(text, { add_special_tokens: false });
  const { before, after } = frameOf(tokenizer.encode('a'), bare('a'));
  return { before: [...before, ...bare(prefix.trimEnd())], after };
}

export interface FramedIds {
  readonly ids: readonly number[];
  /** How many of the text's own tokens were cut off. */
  readonly truncated: number;
}

/**
 * Puts the frame around a text's ids, cutting the text so that all fit `maxTokens` (the frame
 * included, as models count; null for no limit). The library's own truncation would cut the
 * closing special token off as well.
 */
export function putInFrame(
  bare: readonly number[],
  { before, after }: TokenFrame,
  maxTokens: number | null,
): FramedIds {
  const room = maxTokens === null ? bare.length : maxTokens - before.length - after.length;
  const kept = Math.min(bare.length, Math.max(0, room));
  return {
    ids: [...before, ...bare.slice(0, kept), ...after],
    truncated: bare.length - kept,
  };
}
