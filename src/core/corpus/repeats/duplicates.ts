import { group } from 'd3';
import { BINS } from './bins.ts';
import { similarity, type Print } from './print.ts';

/** A text that is, wholly or nearly, one that came before it. */
export interface Duplicate {
  /** Its place among the texts. */
  readonly at: number;
  /** Of the earliest text that it repeats. */
  readonly of: number;
  /** The same words in the same order, or an estimated similarity of at least `NEAR`. */
  readonly exact: boolean;
}

/** Shared shingles (Jaccard) from which two texts count as nearly the same. */
export const NEAR = 0.8;

/** Bins compared at once: pairs of similarity .8 are found with probability 1 − (1 − .8⁴)³² > .9999. */
const BAND = 4;
/** Candidates of one band that are compared; more share a template, not a text. */
const MAX_BUCKET = 200;

/** The duplicates among some texts, in their order. Linear in their number but for crowded bands. */
export function findDuplicates(prints: readonly Print[]): Duplicate[] {
  const found = new Map<number, Duplicate>();
  for (const [, same] of group(prints.keys(), (at) => prints[at]!.exact)) {
    const [of = 0, ...rest] = same;
    for (const at of rest) found.set(at, { at, of, exact: true });
  }
  const distinct = [...prints.keys()].filter((at) => !found.has(at));
  for (let band = 0; band < BINS; band += BAND) {
    const key = (at: number): string => prints[at]!.shingles.subarray(band, band + BAND).join();
    for (const [, candidates] of group(distinct, key)) {
      const few = candidates.slice(0, MAX_BUCKET);
      for (const [index, at] of few.entries()) {
        const of = few
          .slice(0, index)
          .find((other) => similarity(prints[at]!, prints[other]!) >= NEAR);
        if (of === undefined) continue;
        const known = found.get(at)?.of ?? at;
        found.set(at, { at, of: Math.min(of, known), exact: false });
      }
    }
  }
  return [...found.values()].sort((a, b) => a.at - b.at);
}
