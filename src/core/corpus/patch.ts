/** What turns one insertion-ordered map into another. */
export interface Patch<T> {
  /** Also of items that `insert` puts elsewhere. */
  readonly remove: readonly string[];
  /** In ascending order of `at`, the place in the resulting map. */
  readonly insert: readonly { readonly at: number; readonly item: T }[];
  /** Keep their places. */
  readonly replace: readonly T[];
}

interface Identified {
  readonly id: string;
}

/** The patch that leads from one map to the other; items are compared by reference. */
export function patchBetween<T extends Identified>(
  from: ReadonlyMap<string, T>,
  to: ReadonlyMap<string, T>,
): Patch<T> {
  const places = new Map([...from.keys()].map((id, place) => [id, place]));
  const staying = new Set<string>();
  const insert: { at: number; item: T }[] = [];
  let last = -1;
  for (const [at, item] of [...to.values()].entries()) {
    const place = places.get(item.id) ?? -1;
    if (place > last) {
      staying.add(item.id);
      last = place;
    } else insert.push({ at, item });
  }
  const replace = [...to.values()].filter(
    (item) => staying.has(item.id) && from.get(item.id) !== item,
  );
  return { remove: [...from.keys()].filter((id) => !staying.has(id)), insert, replace };
}

/**
 * Applies a patch. On the map that it was made for the result is exact, order included; on one that
 * has changed since (another tab's work came in), what no longer fits is skipped or appended.
 */
export function applyPatch<T extends Identified>(
  map: ReadonlyMap<string, T>,
  { remove, insert, replace }: Patch<T>,
): Map<string, T> {
  const gone = new Set(remove);
  const replaced = new Map(replace.map((item) => [item.id, item]));
  const result = new Map<string, T>();
  let next = 0;
  const insertDue = (): void => {
    for (let due = insert[next]; due && due.at <= result.size; due = insert[++next]) {
      if (!map.has(due.item.id) || gone.has(due.item.id)) result.set(due.item.id, due.item);
    }
  };
  insertDue();
  for (const [id, item] of map) {
    if (gone.has(id)) continue;
    result.set(id, replaced.get(id) ?? item);
    insertDue();
  }
  for (const { item } of insert.slice(next)) if (!result.has(item.id)) result.set(item.id, item);
  return result;
}
