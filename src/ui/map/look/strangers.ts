import { PictureSearch } from '../../../core/faithfulness/picture-neighbours.ts';
import type { Place } from '../place/place.ts';
import type { Highlight } from './highlight.ts';

/**
 * Tells which true neighbours of a selected point the map puts elsewhere, and which points it puts
 * there in their stead; the same highlight where no single point is selected.
 */
export function withStrangers({ map }: Place, shown: Uint8Array, highlight: Highlight): Highlight {
  const { selected, neighbours, lit } = highlight;
  const [own] = selected;
  if (own === undefined || selected.length > 1 || lit === null) return highlight;
  const found = new Int32Array(neighbours.length);
  const count = new PictureSearch(map.index, map.positions, found.length).nearest(own, found, 0);
  const near = [...found.subarray(0, count)];
  const strangers = near.filter((point) => !neighbours.includes(point) && shown[point]);
  return {
    ...highlight,
    missing: new Set(neighbours.filter((point) => !near.includes(point))),
    strangers,
    lit: new Set([...lit, ...strangers]),
  };
}
