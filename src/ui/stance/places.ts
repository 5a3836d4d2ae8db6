import { ascending, max, min } from 'd3';
import type { Corpus, Document } from '../../core/corpus/model.ts';
import type { AxisReport, AxisScore, Twin } from '../../core/stance/types.ts';

/** A training document on an axis. */
export interface PlacedDocument {
  readonly document: Document;
  readonly score: AxisScore;
  /** The place that is shown: that on the axis learnt without the document's topic. */
  readonly at: number;
}

/** The documents of a report that are here and not hidden, by place, and how many have none. */
export function placesOf(
  { scores }: AxisReport,
  corpus: Corpus,
  hidden: readonly string[],
): { readonly places: PlacedDocument[]; readonly without: number } {
  const hiddenGroups = new Set(hidden);
  let without = 0;
  const places = scores.flatMap((score): PlacedDocument[] => {
    const document = corpus.documents.get(score.document);
    if (!document || hiddenGroups.has(document.group)) return [];
    if (score.heldOut === null) without++;
    return [{ document, score, at: score.heldOut ?? score.score }];
  });
  return { places: places.sort((a, b) => ascending(a.at, b.at)), without };
}

/** Range of the axis to draw: what is there and 0, with a little room. */
export function domainOf(places: readonly PlacedDocument[]): readonly [number, number] {
  const low = Math.min(0, min(places, ({ at }) => at) ?? 0);
  const high = Math.max(0, max(places, ({ at }) => at) ?? 0);
  const room = Math.max(0.02, (high - low) * 0.04);
  return [low - room, high + room];
}

/** A line between twins that both have a place. */
export interface TwinLine {
  readonly twin: Twin;
  /** Whether the positive one lies higher. */
  readonly right: boolean;
}

/** Twins whose two documents have a place. */
export function twinLines({ used }: AxisReport, places: readonly PlacedDocument[]): TwinLine[] {
  if (used.kind !== 'paired') return [];
  const at = new Map(places.map((place) => [place.document.id, place.at]));
  return used.twins.flatMap((twin) => {
    const [positive, negative] = [at.get(twin.positive), at.get(twin.negative)];
    if (positive === undefined || negative === undefined) return [];
    return [{ twin, right: positive > negative }];
  });
}

/**
 * Distances from the middle of a row at which marks do not overlap, in marks: 0, 1, −1, 2 …, for
 * marks along the row in ascending order.
 *
 * @param size pixels across a mark
 */
export function dodge(xs: readonly number[], size: number): number[] {
  const lastAt = new Map<number, number>();
  return xs.map((x) => {
    for (let step = 0; ; step++) {
      const lane = step % 2 === 1 ? (step + 1) / 2 : -step / 2;
      if (x - (lastAt.get(lane) ?? -Infinity) < size) continue;
      lastAt.set(lane, x);
      return lane + 0;
    }
  });
}

/** Marks of one group in as many heaps as fit: how many lie in each, from the low end. */
export function heaps(xs: readonly number[], width: number, step: number): number[] {
  const counts = new Array<number>(Math.max(1, Math.ceil(width / step))).fill(0);
  for (const x of xs) counts[Math.min(counts.length - 1, Math.max(0, Math.floor(x / step)))]!++;
  return counts;
}

/** By training document, the share of the others that lie below it, ties half. */
export function corpusShares({ scores }: AxisReport, corpus: Corpus): Map<string, number> {
  const known = scores
    .flatMap(({ document, heldOut }) =>
      heldOut !== null && corpus.documents.has(document) ? [{ document, heldOut }] : [],
    )
    .sort((a, b) => ascending(a.heldOut, b.heldOut));
  const shares = new Map<string, number>();
  for (let start = 0; start < known.length;) {
    let end = start;
    while (known[end]?.heldOut === known[start]!.heldOut) end++;
    const share = (start + end) / 2 / known.length;
    for (const { document } of known.slice(start, end)) shares.set(document, share);
    start = end;
  }
  return shares;
}
