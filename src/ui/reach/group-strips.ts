import type { Corpus } from '../../core/corpus/model.ts';
import type { Ranking } from '../../core/relate/types.ts';

/** Percentiles of the documents that a ranking lists, by their group in the corpus's order; NaN for none. */
export function percentilesByGroup(
  { relations }: Pick<Ranking, 'relations'>,
  corpus: Corpus,
): ReadonlyMap<string, Float64Array> {
  const lists = new Map<string, number[]>();
  for (const { document, percentile } of relations) {
    const group = corpus.documents.get(document)?.group;
    if (group === undefined) continue;
    const list = lists.get(group) ?? [];
    lists.set(group, list);
    list.push(percentile ?? NaN);
  }
  const order = [...corpus.groups.keys()].filter((id) => lists.has(id));
  return new Map(order.map((id) => [id, Float64Array.from(lists.get(id)!)]));
}
