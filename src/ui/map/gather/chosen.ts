import type { Place } from '../place/place.ts';

/** Per point, 1 where its document is one of these; null where none of them is on the map. */
export function flagsOf({ byDocument, count }: Place, ids: Iterable<string>): Uint8Array | null {
  const flags = new Uint8Array(count);
  let any = false;
  for (const id of ids) {
    for (const point of byDocument.get(id) ?? []) {
      flags[point] = 1;
      any = true;
    }
  }
  return any ? flags : null;
}

/** The documents of some points, each once, in the order of the points. */
export function documentsAt({ map }: Place, points: Iterable<number>): string[] {
  return [...new Set(Array.from(points, (point) => map.documents[point]!))];
}
