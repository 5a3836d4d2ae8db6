import type { View } from '../../../core/project/view.ts';
import type { Neighbour } from '../../../core/relate/points.ts';
import { chosen, CLEARED, type Selection } from '../../selection.ts';
import { pointsOf, type Place } from '../place/place.ts';
import type { Looks } from './points.ts';

/** What the selection singles out on the map. All are shown points. */
export interface Highlight {
  /** The selected point; all points of a document whose passages are shown while none is selected. */
  readonly selected: readonly number[];
  /** The passages of the selected document in reading order, where the map shows passages. */
  readonly thread: readonly number[];
  /** The scenario that the selected document is held against. */
  readonly pair: readonly number[];
  /** True neighbours of the selection in the full space, nearest first. */
  readonly neighbours: readonly number[];
  /** True neighbours that are not among the nearest on the map, where that is looked at. */
  readonly missing: ReadonlySet<number>;
  /** Nearest on the map that are not among the true neighbours, where that is looked at. */
  readonly strangers: readonly number[];
  /** All that is not dimmed; null where nothing is selected. */
  readonly lit: ReadonlySet<number> | null;
}

export const NOTHING: Highlight = {
  selected: [],
  thread: [],
  pair: [],
  neighbours: [],
  missing: new Set(),
  strangers: [],
  lit: null,
};

/** What the view's selection singles out. @param neighbours empty until they are known */
export function highlightOf(
  place: Place,
  { shown }: Looks,
  { document, scenario, passage }: Pick<View, 'document' | 'scenario' | 'passage'>,
  neighbours: readonly Neighbour[],
): Highlight {
  const visible = (points: readonly number[]): number[] => points.filter((point) => shown[point]);
  const anchor = document ?? scenario;
  const own = visible(pointsOf(place, anchor, null));
  const exact = visible(pointsOf(place, anchor, passage));
  const pair = document === null ? [] : visible(pointsOf(place, scenario, null));
  if (own.length + pair.length === 0) return NOTHING;
  const near = neighbours.flatMap((one) => pointsOf(place, one.document, one.passage));
  return {
    selected: exact.length > 0 ? exact : own,
    thread: place.map.passages ? own : [],
    pair,
    neighbours: visible(near),
    missing: NOTHING.missing,
    strangers: [],
    lit: new Set([...own, ...pair, ...visible(near)]),
  };
}

/** What a click on a point selects; on empty ground, null, it clears the selection. */
export function selectionAt(
  { map }: Place,
  looks: Looks,
  point: number | null,
  view: Selection,
): Partial<View> {
  const id = point === null ? undefined : map.documents[point];
  if (point === null || id === undefined) return CLEARED;
  const role = looks.scenario[point] ? 'evaluation' : 'training';
  return chosen({ id, role }, view, map.passages?.[point] ?? null);
}
