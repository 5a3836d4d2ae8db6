import type { Highlight } from '../look/highlight.ts';
import type { Looks } from '../look/points.ts';
import type { Place } from '../place/place.ts';
import type { AxisLabels } from './axes.ts';
import type { RegionLayer } from './region-layer.ts';

/** Everything that is drawn, save what pointer and keyboard are at. */
export interface Scene {
  readonly place: Place;
  readonly looks: Looks;
  readonly highlight: Highlight;
  /** Per point, 1 where it is gathered or found, and the others recede; null where nothing is. */
  readonly chosen: Uint8Array | null;
  readonly axes: AxisLabels | null;
  /** What is written beside a point, or for the whole document of a passage. */
  readonly label: (point: number, whole: boolean) => string;
  /** The names of regions; null where none are shown. */
  readonly regions: RegionLayer | null;
}
