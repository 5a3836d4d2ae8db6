import { cosines } from '../space/cosines.ts';
import { countZeroRows } from '../space/matrix.ts';
import { undecidable, type Outcome } from './judgement.ts';
import type { ExhibitDocument, Measurements } from './measurements.ts';
import type { MeasureOf } from './predictions.ts';

/**
 * Pairs of twins, one in each of the groups, that are each other's nearest of all documents. A tie
 * with a third document is still nearest; a document without a direction is nearest to none.
 */
export function judgeMutualTwins(
  { groups, atLeast }: MeasureOf<'mutual-nearest-twins'>,
  measurements: Measurements,
): Outcome {
  const { documents } = measurements;
  const rowById = new Map(documents.map(({ id }, row) => [id, row]));
  const pairs = [...documents.keys()].flatMap((row) => {
    const { id, twin, group } = documents[row]!;
    const other = twin === null ? undefined : rowById.get(twin);
    const isPair =
      other !== undefined &&
      documents[other]!.twin === id &&
      groups.indexOf(group) === 0 &&
      groups.indexOf(documents[other]!.group) > 0;
    return isPair ? [[row, other] as const] : [];
  });
  const isNearest = (row: number, other: number) =>
    isFirst(row, measurements, (each) => each.id === documents[other]!.id, anyDocument);
  const count = pairs.filter(([a, b]) => isNearest(a, b) && isNearest(b, a)).length;
  return judgeCount(count, pairs.length, atLeast);
}

/** Documents of a group whose nearest document outside it is in one of other groups. */
export function judgeNearestOutside(
  { group, among, atLeast }: MeasureOf<'nearest-outside'>,
  measurements: Measurements,
): Outcome {
  const { documents } = measurements;
  const rows = [...documents.keys()].filter((row) => documents[row]!.group === group);
  const count = rows.filter((row) =>
    isFirst(
      row,
      measurements,
      (each) => among.includes(each.group),
      (each) => each.group !== group,
    ),
  ).length;
  return judgeCount(count, rows.length, atLeast);
}

/** A count held if it reaches its threshold; one that never could is no evidence. */
function judgeCount(count: number, of: number, atLeast: number): Outcome {
  if (of < atLeast) return undecidable('too-few-documents');
  const figures = { kind: 'count', count, of, atLeast } as const;
  return { verdict: count >= atLeast ? 'held' : 'did-not-hold', figures, notes: [] };
}

type Test = (document: ExhibitDocument) => boolean;

const anyDocument: Test = () => true;

/** Whether no eligible document is nearer to that of `row` than the nearest one wanted. */
function isFirst(
  row: number,
  measurements: Measurements,
  isWanted: Test,
  isEligible: Test,
): boolean {
  const { documents, vectors } = measurements;
  const dims = vectors.length / documents.length;
  const own = vectors.subarray(row * dims, (row + 1) * dims);
  if (countZeroRows(own, dims) > 0) return false;
  let [wanted, others] = [-Infinity, -Infinity];
  cosines(own, vectors, dims).forEach((cosine, i) => {
    const document = documents[i]!;
    if (i === row || !isEligible(document)) return;
    if (isWanted(document)) wanted = Math.max(wanted, cosine);
    else others = Math.max(others, cosine);
  });
  return wanted >= others && wanted > -Infinity;
}
