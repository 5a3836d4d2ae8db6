import type { Neighbour } from '../../core/relate/points.ts';
import type { View } from '../../core/project/view.ts';
import { pointsOf, type Place } from './place.ts';
import type { Looks } from './points.ts';

type Selection = Pick<View, 'document' | 'scenario' | 'passage' | 'anchor'>;

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
  /** All that is not dimmed; null where nothing is selected. */
  readonly lit: ReadonlySet<number> | null;
}

export const NOTHING: Highlight = {
  selected: [],
  thread: [],
  pair: [],
  neighbours: [],
  lit: null,
};

/** What the view's selection singles out. @param neighbours empty until they are known */
export function highlightOf(
  place: Place,
  { shown }: Looks,
  { document, scenario, passage }: Omit<Selection, 'anchor'>,
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
    lit: new Set([...own, ...pair, ...visible(near)]),
  };
}

/**
 * What a click on a point selects, null clearing it: a document beside the scenario that it is held
 * against, or a scenario alone.
 */
export function selectionAt(
  { map }: Place,
  looks: Looks,
  point: number | null,
  { scenario, anchor }: Selection,
): Selection {
  const id = point === null ? undefined : map.documents[point];
  if (point === null || id === undefined) {
    return { document: null, scenario: null, passage: null, anchor };
  }
  const passage = map.passages?.[point] ?? null;
  return looks.scenario[point]
    ? { document: null, scenario: id, passage, anchor: 'scenario' }
    : { document: id, scenario, passage, anchor: scenario === null ? 'document' : anchor };
}
