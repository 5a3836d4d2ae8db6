/** Stands before a piece that continues a word, as in BERT. */
export const PREFIX = '##';

/** Pieces besides single letters: beyond these, a piece is found in fewer than some thirty words. */
const COUNT = 3000;

/** Characters of a piece; longer ones are mostly names and compounds of their own. */
const MAX_CHARS = 8;

/** Words' worth of pull towards zero, so that a rare piece says little. */
const RIDGE = 5;
const SWEEPS = 5;

export interface Pieces {
  /** Without the prefix. */
  readonly pieces: readonly string[];
  /** [pieces × dims]; they add to the weighted vector of the word's beginning. */
  readonly rows: Float64Array;
}

/**
 * Pieces that continue words, so that a word outside of the vocabulary gets a vector: WordPiece
 * cuts it into the longest known beginning and pieces. Their vectors are fitted by ridge regression
 * (coordinate descent) so that beginning and pieces add up to the vector of each word in `rare`.
 *
 * @param known weighted vector of each token that may begin a word
 * @param rare weighted vector of words that are no tokens
 */
export function learnPieces(
  known: ReadonlyMap<string, Float64Array>,
  rare: ReadonlyMap<string, Float64Array>,
  dims: number,
): Pieces {
  const begun = [...rare].map(([word, vector]) => {
    const length = beginning(word, known);
    const start = known.get(word.slice(0, length));
    return { rest: word.slice(length), missing: vector.map((x, d) => x - (start?.[d] ?? 0)) };
  });
  const pieces = choosePieces(begun.map(({ rest }) => rest));
  const ids = new Map(pieces.map((piece, id) => [piece, id]));
  const uses = pieces.map((): Float64Array[] => []);
  for (const { rest, missing } of begun) {
    for (const id of cut(rest, ids)) uses[id]!.push(missing);
  }
  const rows = new Float64Array(pieces.length * dims);
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    for (const [id, words] of uses.entries()) {
      for (let d = 0; d < dims; d++) {
        let sum = -RIDGE * rows[id * dims + d]!;
        for (const missing of words) sum += missing[d]!;
        const change = sum / (words.length + RIDGE);
        rows[id * dims + d]! += change;
        for (const missing of words) missing[d]! -= change;
      }
    }
  }
  return { pieces, rows };
}

/** All letters, and the most frequent ends of words after their known beginning. */
function choosePieces(rests: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const rest of rests) {
    if (rest.length > MAX_CHARS || !/^[a-z]{2,}$/.test(rest)) continue;
    counts.set(rest, (counts.get(rest) ?? 0) + 1);
  }
  const frequent = [...counts]
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .slice(0, COUNT)
    .map(([rest]) => rest);
  return [...Array.from('abcdefghijklmnopqrstuvwxyz'), ...frequent];
}

function beginning(word: string, known: ReadonlyMap<string, unknown>): number {
  let length = word.length;
  while (length > 0 && !known.has(word.slice(0, length))) length--;
  return length;
}

/** Greedy, longest first, as WordPiece does; characters without a piece are passed over. */
function cut(rest: string, ids: ReadonlyMap<string, number>): number[] {
  const found: number[] = [];
  for (let start = 0; start < rest.length;) {
    const length = Math.max(1, beginning(rest.slice(start, start + MAX_CHARS), ids));
    const id = ids.get(rest.slice(start, start + length));
    if (id !== undefined) found.push(id);
    start += length;
  }
  return found;
}
