import * as words from '../../words/map-description.ts';
import { pointsOf, type Place } from '../place/place.ts';
import type { Highlight } from './highlight.ts';
import type { LegendEntry } from './legend.ts';

/** A ninth of the map, by thirds of its width and height. */
export interface Where {
  readonly across: 'left' | 'middle' | 'right';
  readonly down: 'top' | 'middle' | 'bottom';
}

/** The ninth in which the middle of some places lies. @param xs within ±1 @param ys within ±1, downwards */
export function whereIs(xs: readonly number[], ys: readonly number[]): Where {
  const third = <T>(value: number, [low, middle, high]: readonly [T, T, T]): T =>
    value < -1 / 3 ? low : value > 1 / 3 ? high : middle;
  return {
    across: third(middleOf(xs), ['left', 'middle', 'right'] as const),
    down: third(middleOf(ys), ['top', 'middle', 'bottom'] as const),
  };
}

/** The upper median, 0 of nothing. d3's would bring its quantiles into a first visit. */
function middleOf(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;
}

/** The map for those who do not see it: where each shown group lies, and what is selected and near it. */
export function describe(
  place: Place,
  legend: readonly LegendEntry[],
  documentsOf: (groups: readonly string[]) => readonly string[],
  { selected, neighbours }: Pick<Highlight, 'selected' | 'neighbours'>,
  titleOf: (point: number) => string,
): string[] {
  const { places, frame } = place;
  // Each side in its own thirds: a map may be much wider than high.
  const [wide, high] = [frame.halfWidth / frame.unit || 1, frame.halfHeight / frame.unit || 1];
  const groups = legend
    .filter(({ hidden }) => !hidden)
    .flatMap(({ label, groups: ids }) => {
      const points = documentsOf(ids).flatMap((id) => pointsOf(place, id, null));
      if (points.length === 0) return [];
      const where = whereIs(
        points.map((point) => places[2 * point]! / wide),
        points.map((point) => places[2 * point + 1]! / high),
      );
      return [words.group(label, points.length, where)];
    });
  const [first] = selected;
  if (first === undefined) return [...groups, words.nothingSelected];
  return [...groups, words.selected(titleOf(first), neighbours.map(titleOf))];
}
