import { NULL_MIN_DOCUMENTS, WINDOWS_PER_DOCUMENT } from '../limits.ts';

/** `count` contiguous passages of one reference document, beginning with its passage `start`. */
export interface Window {
  /** Index of the reference document. */
  readonly document: number;
  readonly start: number;
}

/**
 * Starts of at most `most` contiguous windows of `size` passages in a document of `passages`,
 * ascending: all of them if they are no more, else spread evenly from the first to the last.
 * Contiguous, because a random bag of passages is more varied than any document (docs/methods.md
 * §3.2).
 */
export function windowStarts(
  passages: number,
  size: number,
  most: number = WINDOWS_PER_DOCUMENT,
): number[] {
  const last = passages - size;
  if (last < 0) return [];
  const count = Math.min(most, last + 1);
  if (count === 1) return [0];
  return Array.from({ length: count }, (_, i) => Math.round((i * last) / (count - 1)));
}

/** All windows of `size` passages over reference documents of these lengths (in passages). */
export function windowsOf(lengths: readonly number[], size: number): Window[] {
  return lengths.flatMap((passages, document) =>
    windowStarts(passages, size).map((start) => ({ document, start })),
  );
}

/**
 * The largest window size with enough reference documents behind it: `NULL_MIN_DOCUMENTS`, or half
 * of them (rounded up) where there are fewer than that. 0 if no document has any passage. Longer
 * documents are scored by runs of this size (docs/methods.md §3.2).
 */
export function largestWindowSize(lengths: readonly number[]): number {
  const falling = lengths.filter((passages) => passages > 0).sort((a, b) => b - a);
  const needed =
    falling.length < NULL_MIN_DOCUMENTS ? Math.ceil(falling.length / 2) : NULL_MIN_DOCUMENTS;
  return falling[needed - 1] ?? 0;
}
