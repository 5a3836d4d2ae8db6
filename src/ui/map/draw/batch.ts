import type { Looks } from '../look/points.ts';

/** Shown points of one loudness, packed in drawing order, so that a frame runs through memory once. */
export interface Batch {
  /** Which points these are. */
  readonly points: Uint32Array;
  /** [points × 2], within ±1, y downwards */
  readonly places: Float32Array;
  /** Per point, an index into `Looks.marks`. */
  readonly mark: Uint8Array;
  /** Training points; the first so many. The rest are scenarios. */
  readonly training: number;
}

/** What is drawn beneath the lines of a selection: what recedes, then what stands out. */
export interface Layers {
  readonly quiet: Batch;
  readonly loud: Batch;
}

export interface Singled {
  /** Lit by the selection and drawn over its lines, so in neither layer; null where nothing is selected. */
  readonly lit: ReadonlySet<number> | null;
  /** Per point, 1 where it is gathered or found; null where nothing is. */
  readonly chosen: Uint8Array | null;
}

/** Packs the points of a map into the two layers that its selection leaves. @param places [points × 2] */
export function layersOf(places: Float32Array, looks: Looks, { lit, chosen }: Singled): Layers {
  const stands = (point: number): boolean => (chosen ? chosen[point] === 1 : lit === null);
  const loud = pack(places, looks, (point) => !lit?.has(point) && stands(point));
  const quiet = pack(places, looks, (point) => !lit?.has(point) && !stands(point));
  return { quiet, loud };
}

function pack(
  places: Float32Array,
  { order, training, mark }: Looks,
  wanted: (point: number) => boolean,
): Batch {
  const points = new Uint32Array(order.length);
  let count = 0;
  let ofTraining = 0;
  for (let i = 0; i < order.length; i++) {
    const point = order[i]!;
    if (!wanted(point)) continue;
    points[count++] = point;
    if (i < training) ofTraining++;
  }
  const packed = { places: new Float32Array(2 * count), mark: new Uint8Array(count) };
  for (let i = 0; i < count; i++) {
    const point = points[i]!;
    packed.places[2 * i] = places[2 * point]!;
    packed.places[2 * i + 1] = places[2 * point + 1]!;
    packed.mark[i] = mark[point]!;
  }
  return { ...packed, points: points.slice(0, count), training: ofTraining };
}

/** A part of the map, in places. */
export interface Window {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Points of a batch within a window, counted no further than one beyond `most`. */
export function countUpTo(
  { places }: Pick<Batch, 'places'>,
  { left, top, right, bottom }: Window,
  most: number,
): number {
  let count = 0;
  for (let i = 0; i < places.length && count <= most; i += 2) {
    const x = places[i]!;
    const y = places[i + 1]!;
    if (x >= left && x <= right && y >= top && y <= bottom) count++;
  }
  return count;
}
