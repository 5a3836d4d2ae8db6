import type { Span } from '../../core/corpus/model.ts';

/** A stretch of text that is drawn in one way throughout. */
export interface Run extends Span {
  /** Index of the passage that the run lies in; null between passages. */
  readonly passage: number | null;
  /** Part of a word that the other text uses too. */
  readonly shared: boolean;
  /** Part of a stretch that the document quotes from the scenario. */
  readonly quoted: boolean;
  /** Carries nothing of the relation in view: drawn back. */
  readonly dim: boolean;
}

/** What a text is cut by. */
export interface Cut {
  /** In reading order, not overlapping. */
  readonly passages: readonly Span[];
  /** Words to underline; may cross passage borders and overlap each other. */
  readonly shared: readonly Span[];
  /** Stretches to mark as quoted, likewise; none if left out. */
  readonly quoted?: readonly Span[];
  /** Passages that carry the relation; null dims nothing. */
  readonly lit: ReadonlySet<number> | null;
}

/**
 * Cuts a text into runs, in reading order: joined they are the text, every character once. Spans
 * that reach outside the text are clipped to it, empty ones say nothing.
 */
export function segments(text: string, cut: Cut): Run[] {
  const steps = { shared: deltas(cut.shared, text), quoted: deltas(cut.quoted ?? [], text) };
  const passageAt = new Map<number, number | null>();
  cut.passages.forEach((span, index) => {
    const { start, end } = clip(span, text.length);
    if (start >= end) return;
    passageAt.set(start, index);
    if (!passageAt.has(end)) passageAt.set(end, null);
  });
  return runsBetween(text.length, steps, passageAt, cut.lit);
}

/** Where spans begin and end: by how many more cover the text from there on. */
function deltas(spans: readonly Span[], text: string): ReadonlyMap<number, number> {
  const steps = new Map<number, number>();
  for (const span of spans) {
    const { start, end } = clip(span, text.length);
    if (start >= end) continue;
    steps.set(start, (steps.get(start) ?? 0) + 1);
    steps.set(end, (steps.get(end) ?? 0) - 1);
  }
  return steps;
}

function runsBetween(
  length: number,
  steps: Readonly<Record<'shared' | 'quoted', ReadonlyMap<number, number>>>,
  passageAt: ReadonlyMap<number, number | null>,
  lit: ReadonlySet<number> | null,
): Run[] {
  const all = [0, ...steps.shared.keys(), ...steps.quoted.keys(), ...passageAt.keys()];
  const borders = [...new Set(all)].sort((a, b) => a - b);
  const runs: Run[] = [];
  let shared = 0;
  let quoted = 0;
  let passage: number | null = null;
  borders.forEach((start, i) => {
    shared += steps.shared.get(start) ?? 0;
    quoted += steps.quoted.get(start) ?? 0;
    const entered = passageAt.get(start);
    if (entered !== undefined) passage = entered;
    const end = borders[i + 1] ?? length;
    if (end <= start) return;
    const dim = lit !== null && (passage === null || !lit.has(passage));
    runs.push({ start, end, passage, shared: shared > 0, quoted: quoted > 0, dim });
  });
  return runs;
}

function clip({ start, end }: Span, length: number): Span {
  return { start: Math.max(0, start), end: Math.min(length, end) };
}
