/**
 * Splits items into runs, in their order, so that no task works through all of them: each run costs
 * `limit` at most, or is a single item that costs more.
 *
 * @param costOf - what an item adds, in the unit of `limit`
 */
export function* slices<T>(
  items: Iterable<T>,
  costOf: (item: T) => number,
  limit: number,
): Generator<T[]> {
  let slice: T[] = [];
  let cost = 0;
  for (const item of items) {
    const more = costOf(item);
    if (slice.length > 0 && cost + more > limit) {
      yield slice;
      [slice, cost] = [[], 0];
    }
    slice.push(item);
    cost += more;
  }
  if (slice.length > 0) yield slice;
}
