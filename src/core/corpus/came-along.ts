import { ascending, rollup } from 'd3';
import type { Draft } from './parse/draft.ts';
import { stemOf } from './parse/names.ts';

/** Vectors of one length that came along with drafts: one encoder's, as far as can be told. */
export interface CameAlong {
  readonly dims: number;
  /** Drafts that have one. */
  readonly documents: number;
  /** The file that most of them came in, without its ending. */
  readonly source: string;
}

/** What vectors came along, by their length, the shortest first. */
export function cameAlong(drafts: readonly Draft[]): CameAlong[] {
  const sources = rollup(
    drafts.filter(({ vector }) => vector),
    (of) => of.length,
    ({ vector }) => vector?.length ?? 0,
    ({ source }) => source,
  );
  return Array.from(sources, ([dims, files]) => {
    const counts = [...files].sort((a, b) => b[1] - a[1]);
    const documents = counts.reduce((sum, [, count]) => sum + count, 0);
    return { dims, documents, source: stemOf(counts[0]?.[0].split('/').at(-1) ?? '') };
  }).sort((a, b) => ascending(a.dims, b.dims));
}
