import { order } from '../../core/relate/ranking.ts';
import type { Ranking, Relation } from '../../core/relate/types.ts';
import { noOrder, type Anchor, type Order } from '../words/reach.ts';

/** The orders of a list, and in words why others are not among them. */
export interface Orders {
  readonly offered: readonly Order[];
  readonly reasons: readonly string[];
}

/**
 * What a ranking can be ordered by. CSLS and BM25 compare documents of one scenario only, and need
 * enough of both; what has no value anywhere is no order (docs/methods.md §§3.3, 3.7, 5a).
 */
export function ordersOf({ relations, hubs }: Ranking, anchor: Anchor): Orders {
  const measured = relations.some(({ surplus }) => surplus !== null);
  const reasons: string[] = [];
  const offered: Order[] = ['percentile'];
  if (measured) offered.push('surplus');
  else reasons.push(noOrder.reference);
  if (anchor === 'scenario' && hubs) offered.push('csls');
  else if (anchor === 'scenario') reasons.push(noOrder.few);
  offered.push('tfidf');
  if (anchor === 'scenario') offered.push('bm25');
  else reasons.push(noOrder.within);
  return { offered, reasons };
}

/** The ranking's relations in an order that it offers; in its own in any other. */
export function ordered(ranking: Ranking, by: Order, anchor: Anchor): readonly Relation[] {
  const { relations } = ranking;
  if (by === 'percentile' || !ordersOf(ranking, anchor).offered.includes(by)) return relations;
  return order(relations, by);
}
