import type { Span } from '../corpus/model.ts';
import type { GivenRows } from '../encoders/given.ts';
import { MAX_GIVEN_SPACES, MAX_VECTOR_DIMS } from '../limits.ts';
import { fromBase64, toBase64 } from './base64.ts';
import { list, readSpans, string, whole } from './checked.ts';
import type { Fields } from './migrate.ts';

/** A space of vectors that came along, as the head of a project file names it. */
export interface ProjectSpace {
  /** `encoderKey` */
  readonly key: string;
  readonly dims: number;
}

/** What a document has in one space, as its line says it. */
export function givenLine(rows: GivenRows | null) {
  return (
    rows && {
      passages: rows.passages.flatMap(({ start, end }) => [start, end]),
      vectors: toBase64(rows.vectors),
    }
  );
}

/** The spaces that a head names; none where it says nothing of them. @throws if they are not well formed */
export function readSpaces(value: unknown): ProjectSpace[] {
  if (value === undefined) return [];
  const spaces = list(value).map((each) => {
    const { key, dims } = each as Fields;
    return { key: string(key), dims: whole(dims) };
  });
  if (spaces.length > MAX_GIVEN_SPACES || spaces.some(({ dims }) => dims > MAX_VECTOR_DIMS)) {
    throw new TypeError('no spaces');
  }
  return spaces;
}

/** For each space what a document has there; null where that is nothing, or does not fit. */
export function readGiven(
  value: unknown,
  spaces: readonly ProjectSpace[],
  text: string,
): (GivenRows | null)[] {
  const items: unknown[] = Array.isArray(value) ? value : [];
  return spaces.map(({ dims }, at) => {
    const item = items[at];
    if (typeof item !== 'object' || item === null) return null;
    const { passages, vectors } = item as Fields;
    const spans = readSpans(passages, text);
    return spans && rowsIn(vectors, spans, dims);
  });
}

/** Vectors of some passages from their base64; null unless they are so many and finite. */
export function rowsIn(value: unknown, passages: readonly Span[], dims: number): GivenRows | null {
  if (typeof value !== 'string') return null;
  try {
    const vectors = fromBase64(value);
    const fits =
      vectors.length === passages.length * dims && vectors.every((each) => Number.isFinite(each));
    return fits ? { passages, vectors } : null;
  } catch {
    return null;
  }
}
