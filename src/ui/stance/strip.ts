import { group, scaleLinear, type ScaleLinear } from 'd3';
import type { Corpus } from '../../core/corpus/model.ts';
import type { Mark } from '../groups.ts';
import { dodge, domainOf, heaps, type PlacedDocument } from './places.ts';

/** Groups of more documents than this are drawn as heaps. */
export const MOST_MARKS = 150;
/** Pixels across a mark. */
export const MARK = 9;
/** Pixels between the middles of two marks. */
const STEP = 10;
/** Pixels of a row's name and of the space between rows. */
const NAME = 22;
const GAP = 10;
const HEAP = 40;

/** One mark of the strip. */
export interface StripMark {
  readonly place: PlacedDocument;
  readonly x: number;
  readonly y: number;
}

/** The documents of one group along the axis. */
export interface StripRow {
  readonly group: string;
  readonly name: string;
  readonly mark: Mark;
  readonly documents: number;
  /** Where its name stands. */
  readonly top: number;
  readonly middle: number;
  /** Marks that are drawn; all there are but in heaps. */
  readonly marks: readonly StripMark[];
  readonly heaps: readonly {
    readonly x: number;
    readonly width: number;
    readonly height: number;
    readonly documents: number;
  }[];
}

export interface StripPicture {
  readonly rows: readonly StripRow[];
  readonly height: number;
  readonly x: ScaleLinear<number, number>;
  /** Where each document is, drawn or in a heap. */
  readonly at: ReadonlyMap<string, StripMark>;
}

/** Lays the documents of an axis out, a row a group: first those that the axis was learnt from. */
export function stripOf(
  places: readonly PlacedDocument[],
  corpus: Corpus,
  marks: ReadonlyMap<string, Mark>,
  width: number,
): StripPicture {
  const x = scaleLinear(domainOf(places), [MARK, Math.max(MARK * 2, width - MARK)]);
  const byGroup = group(places, ({ document }) => document.group);
  const at = new Map<string, StripMark>();
  let top = 4;
  const learntFrom = new Set(
    places.flatMap(({ document, score }) => (score.inSample ? [document.group] : [])),
  );
  const groups = [...corpus.groups.values()].sort(
    (a, b) => Number(learntFrom.has(b.id)) - Number(learntFrom.has(a.id)),
  );
  const rows = groups.flatMap(({ id, name }): StripRow[] => {
    const own = byGroup.get(id);
    const mark = marks.get(id);
    if (!own || !mark) return [];
    const xs = own.map((place) => x(place.at));
    const many = own.length > MOST_MARKS;
    const lanes = many ? xs.map(() => 0) : dodge(xs, STEP);
    const above = many ? HEAP : Math.max(0, ...lanes) * STEP + MARK;
    const below = many ? 0 : -Math.min(0, ...lanes) * STEP + MARK;
    const middle = top + NAME + above;
    const laid = own.map((place, i) => ({ place, x: xs[i]!, y: middle - lanes[i]! * STEP }));
    for (const each of laid) at.set(each.place.document.id, each);
    const row = {
      group: id,
      name,
      mark,
      documents: own.length,
      top: top + 12,
      middle,
      marks: many ? [] : laid,
      heaps: many ? heapsOf(xs, width) : [],
    };
    top = middle + below + GAP;
    return [row];
  });
  return { rows, height: top, x, at };
}

function heapsOf(xs: readonly number[], width: number): StripRow['heaps'] {
  const counts = heaps(xs, width, STEP);
  const most = Math.max(...counts);
  return counts.flatMap((documents, i) =>
    documents === 0
      ? []
      : [{ x: i * STEP, width: STEP - 1, height: (documents / most) * HEAP, documents }],
  );
}

/** The mark nearest to a point, within some pixels of it; null where there is none. */
export function markAt(
  { rows }: StripPicture,
  x: number,
  y: number,
  within: number,
): StripMark | null {
  let best: StripMark | null = null;
  let least = within ** 2;
  for (const { marks } of rows) {
    for (const mark of marks) {
      const distance = (mark.x - x) ** 2 + (mark.y - y) ** 2;
      if (distance <= least) [best, least] = [mark, distance];
    }
  }
  return best;
}

/** Where an arrow key leads from a document: along the axis, or to the nearest of the next group. */
export function stripStep(
  { rows, at }: StripPicture,
  from: string | null,
  key: string,
): StripMark | null {
  const drawn = rows.flatMap(({ marks }) => marks).sort((a, b) => a.x - b.x);
  const start = from === null ? undefined : at.get(from);
  if (!start) return drawn[0] ?? null;
  if (key === 'ArrowLeft' || key === 'ArrowRight') {
    const index = drawn.findIndex(({ place }) => place.document.id === from);
    return drawn[index + (key === 'ArrowRight' ? 1 : -1)] ?? null;
  }
  const row = rows.findIndex(({ group }) => group === start.place.document.group);
  const ahead = key === 'ArrowDown' ? rows.slice(row + 1) : rows.slice(0, row).reverse();
  const next = ahead.find(({ marks }) => marks.length > 0);
  return (
    next?.marks.reduce((best, mark) =>
      Math.abs(mark.x - start.x) < Math.abs(best.x - start.x) ? mark : best,
    ) ?? null
  );
}
