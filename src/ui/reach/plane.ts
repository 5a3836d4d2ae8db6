import { scaleLinear, type ScaleLinear } from 'd3';
import { markPath, type Mark } from '../groups.ts';
import {
  overlap,
  placeLabels,
  shorten,
  type Box,
  type LabelWish,
  type PlacedLabel,
} from '../map/draw/labels.ts';
import { scatter } from '../words/reach.ts';
import type { Scatter, Spot } from './scatter.ts';

/** A drawing's size and the room that its axes take, in CSS pixels. */
export interface Plane {
  readonly width: number;
  readonly height: number;
  readonly x: ScaleLinear<number, number>;
  readonly y: ScaleLinear<number, number>;
}

const EDGE = { top: 12, right: 12, bottom: 36, left: 28 };

/** Lays the axes of a scatter on a drawing of this size, y upwards. */
export function planeOf(scatter: Pick<Scatter, 'x' | 'y'>, width: number, height: number): Plane {
  return {
    width,
    height,
    x: scaleLinear([...scatter.x], [EDGE.left, Math.max(EDGE.left + 1, width - EDGE.right)]),
    y: scaleLinear([...scatter.y], [Math.max(EDGE.top + 1, height - EDGE.bottom), EDGE.top]),
  };
}

/** Narrower than this, names are cut short and fewer. */
const NARROW = 480;

/** The field inside the axes. */
export function field({ x, y }: Plane): {
  left: number;
  right: number;
  top: number;
  bottom: number;
} {
  const [left, right] = x.range() as [number, number];
  const [bottom, top] = y.range() as [number, number];
  return { left, right, top, bottom };
}

/** Where each spot lies on the drawing, [spots × 2], for the keys that walk among them. */
export function placesOf(spots: readonly Spot[], { x, y }: Plane): Float32Array<ArrayBuffer> {
  return Float32Array.from(spots.flatMap((spot) => [x(spot.x), y(spot.y)]));
}

/** The spot nearest to a place on the drawing within some pixels, of equals the last drawn; null if none is. */
export function spotAt(places: Float32Array, x: number, y: number, reach: number): number | null {
  let found: number | null = null;
  let least = reach ** 2;
  for (let i = 0; i < places.length / 2; i++) {
    const distance = (places[2 * i]! - x) ** 2 + (places[2 * i + 1]! - y) ** 2;
    if (distance > least) continue;
    least = distance;
    found = i;
  }
  return found;
}

/** More marks than this are drawn together by group, so that ten thousand stay a handful of elements. */
export const SINGLY = 600;

/** Pixels across a mark: smaller where there are many, or little room. */
export function spotSize(spots: number, width: number): number {
  const room = width < NARROW ? 0.8 : 1;
  return room * Math.max(4, Math.min(11, 11 - 2.9 * Math.log10(Math.max(1, spots) / 60)));
}

export interface Drawn {
  readonly ink: Mark['ink'];
  readonly path: string;
}

/**
 * The marks as paths: one each, or one a group where there are many.
 * @param size as `spotSize` gives it
 */
export function drawSpots(
  spots: readonly Spot[],
  places: Float32Array,
  marks: ReadonlyMap<string, Mark>,
  size: number,
): Drawn[] {
  const one = (i: number): Drawn => {
    const { shape, ink } = marks.get(spots[i]!.row.item.group) ?? FALLBACK;
    return { ink, path: markPath(shape, size, places[2 * i], places[2 * i + 1]) };
  };
  const each = spots.map((_, i) => one(i));
  if (spots.length <= SINGLY) return each;
  const together = new Map<Mark['ink'], string[]>();
  for (const { ink, path } of each) {
    const paths = together.get(ink) ?? [];
    together.set(ink, paths);
    paths.push(path);
  }
  return Array.from(together, ([ink, paths]) => ({ ink, path: paths.join('') }));
}

const FALLBACK: Mark = { shape: 'circle', ink: 'ink' };

/**
 * The spots that say most, first: those related with little shared wording, then what lies furthest
 * beyond shared wording, then what shares most words.
 */
export function telling(spots: readonly Spot[], most: number): number[] {
  const by = (value: (spot: Spot) => number): number[] =>
    [...spots.keys()].sort((a, b) => value(spots[b]!) - value(spots[a]!));
  const labelled = by(({ y }) => y).filter((i) => spots[i]!.row.relation.littleWording);
  const beyond = by(({ row }) => row.relation.surplus ?? 0);
  const worded = by(({ x }) => x).slice(0, 1);
  return [...new Set([...labelled.slice(0, most - 2), ...worded, ...beyond])].slice(0, most);
}

/** What is written at the right end of a level. */
export interface Note {
  readonly text: string;
  /** Right end of its base line. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

/** What the two levels say: in full where there is room. */
export function notesOf(plane: Plane, measure: (text: string) => number): Note[] {
  const { right } = field(plane);
  return scatter.levels.map(({ at, full, short }) => {
    const text = plane.width < NARROW ? short : full;
    return { text, x: right - 4, y: plane.y(at) - 5, width: measure(text) };
  });
}

function noteBox({ x, y, width }: Note): Box {
  return { left: x - width, right: x, top: y - 12, bottom: y + 3 };
}

const LINE = 18;
/** What a label costs per mark that it covers; it would rather not be there than cover more. */
const TOLERANCE = 1;

/**
 * Labels beside the most telling spots, where they cover little.
 * @param measure width of a label in CSS pixels
 */
export function labelSpots(
  spots: readonly Spot[],
  places: Float32Array,
  plane: Plane,
  measure: (text: string) => number,
): PlacedLabel[] {
  const few = plane.width < NARROW;
  const radius = spotSize(spots.length, plane.width) / 2 + 3;
  const wishes = telling(spots, few ? 5 : 10).map((point): LabelWish => {
    const text = shorten(spots[point]!.row.item.title, few ? 22 : 32);
    const [x, y] = [places[2 * point]!, places[2 * point + 1]!];
    return { point, text, width: measure(text), height: LINE, x, y, radius, tolerance: TOLERANCE };
  });
  const { left, right, top, bottom } = field(plane);
  const room = { left: left + 2, right: right - 2, top: top + 22, bottom: bottom - 2 };
  const notes = notesOf(plane, measure).map(noteBox);
  return placeLabels(wishes, room, (box, { point }) => {
    if (notes.some((note) => overlap(box, note))) return Infinity;
    let covered = 0;
    for (let i = 0; i < spots.length; i++) {
      if (i === point) continue;
      const [x, y] = [places[2 * i]!, places[2 * i + 1]!];
      if (x > box.left - 3 && x < box.right + 3 && y > box.top && y < box.bottom) covered++;
    }
    return covered;
  });
}
