/** Passages `from` … `to − 1` of a text: shown, or folded behind a button. */
export interface Fold {
  readonly from: number;
  readonly to: number;
  readonly shown: boolean;
}

/** Passages kept on either side of a marked one. */
const CONTEXT = 1;
/** Texts up to this many passages are shown whole. */
const WHOLE = 12;
/** Passages that one click opens. */
const OPENED_AT_ONCE = 50;

/**
 * Folds away what lies far from every marked passage, so that a book with three marked passages
 * reads as those three. Stretches of one passage are not worth a button.
 *
 * @param opened first passages of folded stretches that the reader has opened
 */
export function folds(
  passages: number,
  marked: ReadonlySet<number>,
  opened: ReadonlySet<number>,
): Fold[] {
  if (passages === 0) return [];
  if (passages <= WHOLE) return [{ from: 0, to: passages, shown: true }];
  const kept = keptRanges(passages, marked);
  const all: Fold[] = [];
  let at = 0;
  for (const { from, to } of kept) {
    if (from > at) all.push(...folded(at, from, opened));
    all.push({ from, to, shown: true });
    at = to;
  }
  if (at < passages) all.push(...folded(at, passages, opened));
  return all;
}

function folded(from: number, to: number, opened: ReadonlySet<number>): Fold[] {
  if (to - from === 1) return [{ from, to, shown: true }];
  if (!opened.has(from)) return [{ from, to, shown: false }];
  const end = Math.min(to, from + OPENED_AT_ONCE);
  const rest = end < to ? folded(end, to, opened) : [];
  return [{ from, to: end, shown: true }, ...rest];
}

function keptRanges(passages: number, marked: ReadonlySet<number>): { from: number; to: number }[] {
  const ranges: { from: number; to: number }[] = [];
  for (const index of [...marked].sort((a, b) => a - b)) {
    const from = Math.max(0, index - CONTEXT);
    const to = Math.min(passages, index + CONTEXT + 1);
    const last = ranges.at(-1);
    if (last && from <= last.to) last.to = Math.max(last.to, to);
    else ranges.push({ from, to });
  }
  return ranges;
}
