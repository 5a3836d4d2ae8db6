import { greatest } from 'd3';
import type { Document, Span } from '../../core/corpus/model.ts';
import type { Evidence, EvidenceRow, Match } from '../../core/relate/types.ts';
import type { Mark } from '../groups.ts';

/** Scenario passages that are linked at most; a longer scenario shows those that add most. */
export const MOST_ROWS = 40;
/** Matches of one scenario passage that are linked: a long document can have hundreds. */
export const MOST_MATCHES = 3;

/** A line between a scenario passage and a document passage. */
export interface Link extends Match {
  readonly scenarioPassage: number;
}

/** A document and a scenario, and what links them, ready to be shown in whichever way. */
export interface ShownPair {
  readonly evidence: Evidence;
  readonly links: readonly Link[];
  readonly document: Document;
  readonly scenario: Document;
  /** Of the groups of both. */
  readonly marks: ReadonlyMap<string, Mark>;
}

export type Side = 'scenario' | 'document';

/** What the reader points at: one end of links, or both for a single link. */
export interface Lift {
  readonly scenario?: number;
  readonly document?: number;
  /** The text that the pointer is in: it must not scroll away under it. */
  readonly still?: Side;
}

/** Matches of one scenario passage, those first that add most to its contribution. */
export function leading(matches: readonly Match[]): Match[] {
  return matches.toSorted((a, b) => b.weight * b.cosine - a.weight * a.cosine);
}

/** The lines to draw: for the scenario passages that add most, their leading matches. */
export function linksOf({ rows }: Evidence): Link[] {
  return strongest(rows).flatMap(({ scenarioPassage, matches }) =>
    leading(matches)
      .slice(0, MOST_MATCHES)
      .map((match) => ({ scenarioPassage, ...match })),
  );
}

function strongest(rows: readonly EvidenceRow[]): readonly EvidenceRow[] {
  if (rows.length <= MOST_ROWS) return rows;
  return rows
    .toSorted((a, b) => b.contribution - a.contribution)
    .slice(0, MOST_ROWS)
    .sort((a, b) => a.scenarioPassage - b.scenarioPassage);
}

/** The links that a lift raises; none when nothing is pointed at. */
export function liftedLinks(links: readonly Link[], lift: Lift | null): Link[] {
  if (!lift) return [];
  return links.filter(
    ({ scenarioPassage, passage }) =>
      (lift.scenario ?? scenarioPassage) === scenarioPassage &&
      (lift.document ?? passage) === passage,
  );
}

/** Passages that a set of links touches, on each side. */
export function touched(links: readonly Link[]): {
  scenario: ReadonlySet<number>;
  document: ReadonlySet<number>;
} {
  return {
    scenario: new Set(links.map(({ scenarioPassage }) => scenarioPassage)),
    document: new Set(links.map(({ passage }) => passage)),
  };
}

/**
 * The mean of the contributions, summed in the order of the rows as in
 * `src/core/relate/late-interaction.ts`, so that it is the displayed relatedness to the last bit.
 */
export function meanContribution(rows: readonly Pick<EvidenceRow, 'contribution'>[]): number {
  let sum = 0;
  for (const { contribution } of rows) sum += contribution;
  return rows.length === 0 ? 0 : sum / rows.length;
}

/** Line width, 1–2 px: the same cosine is the same width in every pair. */
export function lineWidth(cosine: number): number {
  return 1 + Math.min(1, Math.max(0, cosine));
}

/** The link that weighs most among those raised: the one to bring into view. */
export function heaviest(links: readonly Link[]): Link | undefined {
  return greatest(links, ({ weight, cosine }) => weight * cosine);
}

/** The leading link of each scenario passage, in reading order of the scenario. */
export function pairsOf(links: readonly Link[]): Link[] {
  const first = new Map<number, Link>();
  for (const link of links) {
    if (!first.has(link.scenarioPassage)) first.set(link.scenarioPassage, link);
  }
  return [...first.values()];
}

/** The stretches of either text that the document quotes word by word, in reading order of each. */
export function quotedSpans({ leakage }: Pick<Evidence, 'leakage'>): Record<Side, Span[]> {
  const of = (side: Side): Span[] =>
    (leakage?.runs ?? [])
      .map((run) => run[side])
      .sort((a, b) => a.start - b.start || a.end - b.end);
  return { scenario: of('scenario'), document: of('document') };
}
