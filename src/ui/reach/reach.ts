import type { Corpus, Document } from '../../core/corpus/model.ts';
import type { View } from '../../core/project/view.ts';
import type { Ranking, Relation } from '../../core/relate/types.ts';
import type { Anchor } from '../words/reach.ts';

/** Rows and choices drawn at first, and added by each "show more": a list of 10,000 stays light. */
export const PAGE = 50;

/** One row of the list: a relation and the document or scenario at its other end. */
export interface Row {
  readonly relation: Relation;
  readonly item: Document;
}

/** Rows of the groups that are not hidden, in the ranking's order, and what was left out. */
export function listRows(
  { relations }: Pick<Ranking, 'relations'>,
  corpus: Corpus,
  { anchor, hidden }: Pick<View, 'anchor' | 'hidden'>,
): { rows: Row[]; leftOut: number; groupsLeftOut: number } {
  const hiddenGroups = new Set(hidden);
  const without = new Set<string>();
  let leftOut = 0;
  const rows = relations.flatMap((relation) => {
    const item = corpus.documents.get(otherEnd(relation, anchor));
    if (!item) return [];
    if (!hiddenGroups.has(item.group)) return [{ relation, item }];
    without.add(item.group);
    leftOut++;
    return [];
  });
  return { rows, leftOut, groupsLeftOut: without.size };
}

/** The end of a relation that a list for `anchor` ranks. */
function otherEnd(relation: Relation, anchor: Anchor): string {
  return anchor === 'scenario' ? relation.document : relation.scenario;
}

/** Whether a ranking answers the question in view; answers to older ones stay until it does. */
export function isAbout(ranking: Ranking, anchor: Anchor, id: string): boolean {
  return ranking.relations.every((relation) => relation[anchor] === id);
}

/** Scenarios, or training documents, in the order of the corpus. */
export function choices(corpus: Corpus, anchor: Anchor): Document[] {
  const role = anchor === 'scenario' ? 'evaluation' : 'training';
  return [...corpus.documents.values()].filter((document) => document.role === role);
}

/** What the view becomes when the list is turned round: the other end of the pair leads. */
export function turned({ anchor }: Pick<View, 'anchor'>): Partial<View> {
  return { anchor: anchor === 'scenario' ? 'document' : 'scenario' };
}

/** Choices whose title contains the query, in any case; all for an empty query. */
export function choicesMatching(items: readonly Document[], query: string): readonly Document[] {
  const wanted = query.trim().toLocaleLowerCase();
  if (wanted === '') return items;
  return items.filter(({ title }) => title.toLocaleLowerCase().includes(wanted));
}

/** UTF-16 units that fit on one line of a wide screen. */
const OPENING = 160;

/** The first words of a text on one line. */
export function opening(text: string): string {
  return text.slice(0, OPENING).trim().replaceAll(/\s+/g, ' ');
}
