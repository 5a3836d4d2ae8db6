import { PASSAGE_MAX_WORDS, PASSAGE_MIN_REMAINDER, PASSAGE_MIN_WORDS } from '../limits.ts';
import type { Span } from './model.ts';
import { sentences, type Sentence } from './sentences.ts';
import { turnStarts } from './turns.ts';

/** Part of every key under which a passage's vector is cached: raise it with any change of cut. */
export const CHUNKER_VERSION = 'sentences-60-120-30.2';

interface Piece extends Span {
  readonly words: number;
}

/**
 * Cuts a text into passages of whole sentences (docs/methods.md §2). A passage closes at the first
 * sentence boundary at or after 60 words, and before a sentence that would take it beyond 120; a
 * sentence longer than that is a passage of its own. Where fewer than 30 words are left at the end,
 * they go into the last passage, which may so reach 149. A heading stays with the text after it. A
 * turn of a conversation that fits into one passage is cut nowhere, as if it were one sentence.
 *
 * @returns UTF-16 spans, trimmed, in order, disjoint, covering every non-white character; none for
 *   a text of white space
 */
export function chunk(text: string): Span[] {
  const passages: Piece[] = [];
  let open: Piece | null = null;
  for (const piece of pieces(text)) {
    if (open && open.words + piece.words > PASSAGE_MAX_WORDS) {
      passages.push(open);
      open = null;
    }
    open = open ? join(open, piece) : piece;
    if (open.words >= PASSAGE_MIN_WORDS) {
      passages.push(open);
      open = null;
    }
  }
  if (open) close(passages, open);
  return passages.map(({ start, end }) => ({ start, end }));
}

/** What is cut nowhere: turns of a conversation that fit into a passage, else sentences. */
function units(text: string): readonly Sentence[] {
  const starts = turnStarts(text);
  if (starts.length === 0) return sentences(text);
  const found: Sentence[] = [];
  let turn: Sentence[] = [];
  const closeTurn = (): void => {
    const [first, last] = [turn[0], turn.at(-1)];
    const words = turn.reduce((sum, sentence) => sum + sentence.words, 0);
    if (first && last && words <= PASSAGE_MAX_WORDS) {
      found.push({ start: first.start, end: last.end, words, introduces: false });
    } else for (const sentence of turn) found.push(sentence);
    turn = [];
  };
  let next = 0;
  for (const sentence of sentences(text)) {
    if (sentence.start >= (starts[next] ?? Infinity)) {
      closeTurn();
      while (sentence.start >= (starts[next] ?? Infinity)) next++;
    }
    turn.push(sentence);
  }
  closeTurn();
  return found;
}

/** Units, with headings joined to the one after them where both fit into one passage. */
function* pieces(text: string): Generator<Piece> {
  let heading: Piece | null = null;
  for (const sentence of units(text)) {
    if (heading && heading.words + sentence.words > PASSAGE_MAX_WORDS) {
      yield heading;
      heading = null;
    }
    const piece: Piece = heading ? join(heading, sentence) : sentence;
    heading = sentence.introduces && piece.words < PASSAGE_MIN_REMAINDER ? piece : null;
    if (!heading) yield piece;
  }
  if (heading) yield heading;
}

function close(passages: Piece[], remainder: Piece): void {
  const last = passages.at(-1);
  if (last && remainder.words < PASSAGE_MIN_REMAINDER)
    passages[passages.length - 1] = join(last, remainder);
  else passages.push(remainder);
}

function join(a: Piece, b: Piece): Piece {
  return { start: a.start, end: b.end, words: a.words + b.words };
}
