import type { Span } from '../../core/corpus/model.ts';

/** A stretch of text that is drawn in one way throughout. */
export interface Run extends Span {
  /** Index of the passage that the run lies in; null between passages. */
  readonly passage: number | null;
  /** Part of a word that the other text uses too. */
  readonly shared: boolean;
  /** Carries nothing of the relation in view: drawn back. */
  readonly dim: boolean;
}

/** What a text is cut by. */
export interface Cut {
  /** In reading order, not overlapping. */
  readonly passages: readonly Span[];
  /** Words to underline; may cross passage borders and overlap each other. */
  readonly shared: readonly Span[];
  /** Passages that carry the relation; null dims nothing. */
  readonly lit: ReadonlySet<number> | null;
}

/**
 * Cuts a text into runs, in reading order: joined they are the text, every character once. Spans
 * that reach outside the text are clipped to it, empty ones say nothing.
 */
export function segments(text: string, cut: Cut): Run[] {
  const deltas = new Map<number, number>();
  for (const span of cut.shared) {
    const { start, end } = clip(span, text.length);
    if (start >= end) continue;
    deltas.set(start, (deltas.get(start) ?? 0) + 1);
    deltas.set(end, (deltas.get(end) ?? 0) - 1);
  }
  const passageAt = new Map<number, number | null>();
  cut.passages.forEach((span, index) => {
    const { start, end } = clip(span, text.length);
    if (start >= end) return;
    passageAt.set(start, index);
    if (!passageAt.has(end)) passageAt.set(end, null);
  });
  return runsBetween(text.length, deltas, passageAt, cut.lit);
}

function runsBetween(
  length: number,
  deltas: ReadonlyMap<number, number>,
  passageAt: ReadonlyMap<number, number | null>,
  lit: ReadonlySet<number> | null,
): Run[] {
  const borders = [...new Set([0, ...deltas.keys(), ...passageAt.keys()])].sort((a, b) => a - b);
  const runs: Run[] = [];
  let shared = 0;
  let passage: number | null = null;
  borders.forEach((start, i) => {
    shared += deltas.get(start) ?? 0;
    const entered = passageAt.get(start);
    if (entered !== undefined) passage = entered;
    const end = borders[i + 1] ?? length;
    if (end <= start) return;
    const dim = lit !== null && (passage === null || !lit.has(passage));
    runs.push({ start, end, passage, shared: shared > 0, dim });
  });
  return runs;
}

function clip({ start, end }: Span, length: number): Span {
  return { start: Math.max(0, start), end: Math.min(length, end) };
}
