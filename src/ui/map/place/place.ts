import type { AtlasMap } from '../../../state/atlas.svelte.ts';
import { frameOf, placesOf, type Frame } from './camera.ts';

/** A map made ready to be drawn: everything that depends on the layout alone. */
export interface Place {
  readonly map: AtlasMap;
  readonly count: number;
  readonly frame: Frame;
  /** [count × 2], within ±1, y downwards */
  readonly places: Float32Array<ArrayBuffer>;
  /** Points of each document, in reading order. */
  readonly byDocument: ReadonlyMap<string, readonly number[]>;
}

/** Prepares a map for drawing. */
export function placeMap(map: AtlasMap): Place {
  const frame = frameOf(map.positions);
  const byDocument = new Map<string, number[]>();
  map.documents.forEach((document, point) => {
    const points = byDocument.get(document);
    if (points) points.push(point);
    else byDocument.set(document, [point]);
  });
  return {
    map,
    count: map.documents.length,
    frame,
    places: placesOf(map.positions, frame),
    byDocument,
  };
}

/** The points of a document, or of one of its passages where the map shows passages. */
export function pointsOf(
  { map, byDocument }: Place,
  document: string | null,
  passage: number | null,
): readonly number[] {
  const points = document === null ? [] : (byDocument.get(document) ?? []);
  const { passages } = map;
  if (passage === null || passages === null) return points;
  return points.filter((point) => passages[point] === passage);
}
