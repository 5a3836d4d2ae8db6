import type { Batch } from './batch.ts';
import type { Caption } from './captions.ts';
import type { Contour } from './contours.ts';
import type { Ground } from './ground.ts';
import type { Scene } from './scene.ts';

/** The map as it is on screen, to be drawn elsewhere. */
export interface Snapshot {
  readonly scene: Scene;
  readonly ground: Ground;
  readonly layers: { readonly quiet: Batch; readonly loud: Batch };
  readonly captions: readonly Caption[];
  readonly contours: readonly Contour[];
  /** The points as pixels where they crowd, on no ground; null where each has its shape. */
  readonly crowd: HTMLCanvasElement | null;
}
